#include <cotejo/quantities/find_dates.hpp>

#include <unit/quantities/described.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::test::describe;
using cotejo::test::quantities_in;

constexpr std::string_view wednesday = "2025-08-13";

struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

const std::vector<Case> spanish{
    {"El martes 12 de agosto de 2025 zarpó.", "date 2025-08-12..2025-08-12"},
    {"El 3 de mayo zarpó.", "date 2025-05-03..2025-05-03"},
    {"Zarpará el 3 de mayo.", "date 2026-05-03..2026-05-03"},
    {"El pasado 29 de enero zarpó.", "date 2025-01-29..2025-01-29"},
    {"Del 20 al 24 de mayo de 2024.", "period 2024-05-20..2024-05-24"},
    {"Zarpó ayer.", "date 2025-08-12..2025-08-12"},
    {"Zarpará mañana.", "date 2025-08-14..2025-08-14"},
    {"Zarpó por la mañana.", ""},
    {"Zarpó el lunes.", "date 2025-08-11..2025-08-11"},
    {"Zarpó el miércoles.", "date 2025-08-13..2025-08-13"},
    {"Zarpará el próximo viernes.", "date 2025-08-15..2025-08-15"},
    {"Zarpó el miércoles pasado.", "date 2025-08-06..2025-08-06"},
    {"El domingo 7 zarparon.", "date 2025-09-07..2025-09-07"},
    {"Zarpó en abril.", "period 2025-04-01..2025-04-30"},
    {"Zarpará en agosto.", "period 2025-08-01..2025-08-31"},
    {"Zarpará en abril.", "period 2026-04-01..2026-04-30"},
    {"Zarpó en abril de 2024.", "period 2024-04-01..2024-04-30"},
    {"Zarpó a comienzos de diciembre.", "period 2024-12-01..2024-12-10"},
    {"Zarpó a finales de 2024.", "period 2024-09-01..2024-12-31"},
    {"El año pasado zarparon.", "period 2024-01-01..2024-12-31"},
    {"Zarparon el 05/06/89.", "date 1989-06-05..1989-06-05"},
    {"Zarparon en mayo del año pasado.", "period 2024-05-01..2024-05-31"},
    {"Zarparon el 3 de mayo del año pasado.", "date 2024-05-03..2024-05-03"},
    {"En el año 1492 zarparon.", "period 1492-01-01..1492-12-31"},
    {"La próxima semana zarparán.", "period 2025-08-18..2025-08-24"},
    {"En el primer trimestre de 2024.", "period 2024-01-01..2024-03-31"},
    {"Zarpó hace tres días.", "date 3 d <días> time 2025-08-10..2025-08-10"},
    {"Zarpó hace dos años.", "period 2 a <años> time 2023-01-01..2023-12-31"},
    {"Desde 2019 no zarpa.", "period 2019-01-01.."},
    {"Hasta 2030 no zarpa.", "period ..2030-12-31"},
    {"Entre 2019 y 2022 zarparon.", "period 2019-01-01..2022-12-31"},
    {"La guerra (1936-1939) acabó.", "period 1936-01-01..1939-12-31"},
    {"En los años 80 zarpaban.", "period 1980-01-01..1989-12-31"},
    {"El 12/8/2025 zarpó.", "date 2025-08-12..2025-08-12"},
    {"El 2025-08-12 zarpó.", "date 2025-08-12..2025-08-12"},
    {"Zarpó a las 19.30 horas.", "time 19.5 h"},
    {"Zarpó a las 19:30.", "time 19.5 h"},
    {"Zarpó a las diez de la noche.", "time 22 h"},
    {"Avisó a las 5 familias.", "count 5 <familias> people"},
    {"En 2000 zarparon.", "period 2000-01-01..2000-12-31"},
    {"Pescaron 2000 peces.", "count 2000 <peces>"},
};

const std::vector<Case> english{
    {"It sailed on Tuesday, March 4, 2025.", "date 2025-03-04..2025-03-04"},
    {"It sailed on 4 March 2025.", "date 2025-03-04..2025-03-04"},
    {"It will sail on Friday.", "date 2025-08-15..2025-08-15"},
    {"It sailed last week.", "period 2025-08-04..2025-08-10"},
    {"It sailed three days ago.", "date 3 d <days> time 2025-08-10..2025-08-10"},
    {"It may sail.", ""},
    {"It sailed in May.", "period 2025-05-01..2025-05-31"},
    {"It sailed in the 1990s.", "period 1990-01-01..1999-12-31"},
    {"In a 2003 interview it was said.", "period 2003-01-01..2003-12-31"},
    {"It sailed on 8/12/2025.", "date 2025-08-12..2025-08-12"},
    {"It sailed at 6 p.m.", "time 18 h"},
    {"Since 2019 it sails.", "period 2019-01-01.."},
};

const std::vector<Case> undated{
    {"Zarpó ayer.", "date"},
    {"Zarpó en abril.", "period"},
    {"Zarpó el lunes.", "date"},
    {"Zarpó el 3 de mayo.", "date"},
    {"Zarpó el año pasado.", "period"},
    {"Zarpó el 3 de mayo de 2024.", "date 2024-05-03..2024-05-03"},
    {"Zarpó hace tres días.", "date 3 d <días> time"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quantities_find_dates)

BOOST_DATA_TEST_CASE(spanish_dates_are_settled, boost::unit_test::data::make(spanish)) {
  BOOST_TEST(describe(quantities_in("es", sample.text, wednesday)) == sample.expected);
}

BOOST_DATA_TEST_CASE(english_dates_are_settled, boost::unit_test::data::make(english)) {
  BOOST_TEST(describe(quantities_in("en", sample.text, wednesday)) == sample.expected);
}

BOOST_DATA_TEST_CASE(without_a_dateline_nothing_is_guessed, boost::unit_test::data::make(undated)) {
  BOOST_TEST(describe(quantities_in("es", sample.text)) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
