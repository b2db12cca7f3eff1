#include <cotejo/check/article_view.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Modifier;
using cotejo::QuantityKind;
using Found = std::vector<std::string>;

struct TextCase {
  std::string language;
  std::string text;
  Found found;
};
std::ostream& operator<<(std::ostream& out, const TextCase& c) { return out << c.text; }

const std::vector<TextCase> marks{
    {"es", "Dijo: “no iremos y se marchó.", {"mark-unbalanced: “"}},
    {"es", "Dijo: “no iremos” y se marchó.", {}},
    {"es", "Dijo: «no iremos” y se marchó.", {"mark-unbalanced: «no iremos”"}},
    {"en", "It's the sailors' boat.", {}},
    {"es", "Vinieron diez,veinte se quedaron.", {"space-missing: diez,veinte"}},
    {"es", "Un “futuro”,informó la radio.", {"space-missing: ”,informó"}},
    {"es", "Terminó la feria.Mañana empieza otra.", {"space-missing: feria.Mañana"}},
    {"es", "Costó 1,5 euros en www.ejemplo.es y EE.UU. lo pagó.", {}},
    {"es", "Escriba a ana,luis@ejemplo.org si quiere.", {}},
};

/// A number of a text: how it is written, the words around it, its value.
struct Number {
  std::string written;
  std::string phrase;
  double value;
  QuantityKind kind = QuantityKind::count;
  std::string unit{};
};

struct NumberCase {
  std::string language;
  std::string text;
  std::vector<Number> numbers;
  Found found;
};
std::ostream& operator<<(std::ostream& out, const NumberCase& c) { return out << c.text; }

const std::vector<NumberCase> numbers{
    {"es",
     "La flota suma 40 barcos: 20 de pesca, 12 de carga y 5 de recreo.",
     {{"40", "40 barcos", 40}, {"20", "20", 20}, {"12", "12", 12}, {"5", "5", 5}},
     {"sum-mismatch: 40 barcos: 20 de pesca, 12 de carga y 5"}},
    {"es",
     "La flota suma 37 barcos: 20 de pesca, 12 de carga y 5 de recreo.",
     {{"37", "37 barcos", 37}, {"20", "20", 20}, {"12", "12", 12}, {"5", "5", 5}},
     {}},
    {"es",
     "La flota suma 40 barcos: 20 de pesca, 12 de carga y el resto de recreo.",
     {{"40", "40 barcos", 40}, {"20", "20", 20}, {"12", "12", 12}},
     {}},
    {"es",
     "Recibirá entre 60 y 45 visitas.",
     {{"60", "60", 60}, {"45", "45", 45}},
     {"range-reversed: entre 60 y 45"}},
    {"es", "Recibirá entre 45 y 60 visitas.", {{"45", "45", 45}, {"60", "60", 60}}, {}},
    {"en",
     "The pass takes between 90 and 70 minutes.",
     {{"90", "90", 90}, {"70", "70", 70}},
     {"range-reversed: between 90 and 70"}},
    {"es",
     "Harán 90 sillas, un 40 % menos que las 120 de antes.",
     {{"90", "90 sillas", 90}, {"40 %", "40 %", 40, QuantityKind::percent}, {"120", "120", 120}},
     {"change-mismatch: 90 sillas, un 40 % menos que las 120"}},
    {"es",
     "Harán 90 sillas, un 25 % menos que las 120 de antes.",
     {{"90", "90 sillas", 90}, {"25 %", "25 %", 25, QuantityKind::percent}, {"120", "120", 120}},
     {}},
    {"en",
     "It sold for 415 pounds, 60 above its price of 375.",
     {{"415", "415", 415}, {"60", "60", 60}, {"375", "375", 375}},
     {"change-mismatch: 415 pounds, 60 above its price of 375"}},
    {"en",
     "It sold for 415 pounds, 40 above its price of 375.",
     {{"415", "415", 415}, {"40", "40", 40}, {"375", "375", 375}},
     {}},
    {"en",
     "They counted 400 owls, of which 100 were young, or 30 percent.",
     {{"400", "400 owls", 400},
      {"100", "100", 100},
      {"30 percent", "30 percent", 30, QuantityKind::percent}},
     {"percent-mismatch: 400 owls, of which 100 were young, or 30 percent"}},
    {"en",
     "They counted 400 owls, of which 100 were young, or 25 percent.",
     {{"400", "400 owls", 400},
      {"100", "100", 100},
      {"25 percent", "25 percent", 25, QuantityKind::percent}},
     {}},
    {"es",
     "Lo apoya el 130 % de los votantes.",
     {{"130 %", "130 %", 130, QuantityKind::percent}},
     {"percent-mismatch: 130 % de los votantes"}},
    {"es",
     "La luz subió un 130 % en un año.",
     {{"130 %", "130 %", 130, QuantityKind::percent}},
     {}},
    {"es",
     "Cerrarán tres escuelas: Olmo, Sauce, Encina y Haya.",
     {{"tres", "tres escuelas", 3}},
     {"count-mismatch: tres escuelas: Olmo, Sauce, Encina y Haya"}},
    {"es",
     "Cerrarán cuatro escuelas: Olmo, Sauce, Encina y Haya.",
     {{"cuatro", "cuatro escuelas", 4}},
     {}},
    {"es",
     "Cerrarán tres escuelas, Olmo entre ellas, y abrirán otra.",
     {{"tres", "tres escuelas", 3}},
     {}},
    {"es",
     "Se quemaron 31 colmenas. El dueño de las 13 colmenas lloró.",
     {{"31", "31 colmenas", 31}, {"13", "13 colmenas", 13}},
     {"quantity-conflict: 13 colmenas"}},
    {"es",
     "Se quemaron 31 colmenas. El dueño de las 31 colmenas lloró.",
     {{"31", "31 colmenas", 31}, {"31", "31 colmenas lloró", 31}},
     {}},
    {"es",
     "Se quemaron 31 colmenas. Las 13 colmenas restantes están bien.",
     {{"31", "31 colmenas", 31}, {"13", "13 colmenas", 13}},
     {}},
    {"es",
     "Está a 240 metros (520 pies) del suelo.",
     {{"240 metros", "240 metros", 240, QuantityKind::measure, "m"},
      {"520 pies", "520 pies", 520, QuantityKind::measure, "[ft_i]"}},
     {"unit-mismatch: 240 metros (520 pies"}},
    {"es",
     "Está a 240 metros (787 pies) del suelo.",
     {{"240 metros", "240 metros", 240, QuantityKind::measure, "m"},
      {"787 pies", "787 pies", 787, QuantityKind::measure, "[ft_i]"}},
     {}},
};

cotejo::Document counting(const NumberCase& c) {
  cotejo::Document document = article(c.language, c.text);
  for (const Number& number : c.numbers) {
    auto& quantity = add_number(document, number.written, number.phrase, number.value, number.kind);
    if (!number.unit.empty()) quantity.unit = number.unit;
  }
  return document;
}

cotejo::Quantity& add_day(cotejo::Document& document, const std::string& written,
                          const std::string& day) {
  auto& date = add_number(document, written, written, 0, QuantityKind::date);
  date.low.reset();
  date.high.reset();
  date.time = cotejo::TimeRange{day, day, cotejo::Grain::day};
  return date;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_check_article)

BOOST_DATA_TEST_CASE(marks_and_spaces_are_looked_at, marks, c) {
  BOOST_TEST(found_in(article(c.language, c.text)) == c.found, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(numbers_must_come_out, numbers, c) {
  BOOST_TEST(found_in(counting(c)) == c.found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_slip_is_an_error_with_its_reading) {
  auto document = article("es", "Enviaron 14 mi soldados al frente.");
  auto& quantity = add_number(document, "14 mi", "14 mi soldados", 14000);
  quantity.slip = cotejo::Slip{cotejo::SlipKind::dropped_letter, "mi", "mil", 14};
  const auto findings = check(document).findings;
  BOOST_REQUIRE(findings.size() == 1U);
  BOOST_TEST(findings.front().code == "number-slip");
  BOOST_TEST(findings.front().message ==
             "«14 mi»: ¿errata? Léase 14.000. Confirme la cifra con la fuente.");
}

BOOST_AUTO_TEST_CASE(a_number_with_two_readings_is_ambiguous) {
  auto document = article("en", "It covers 1.125 hectares of bog.");
  auto& quantity = add_number(document, "1.125", "1.125 hectares", 0);
  quantity.low.reset();
  quantity.high.reset();
  quantity.alternatives = {1.125, 1125};
  BOOST_TEST(found_in(document) == Found{"number-ambiguous: 1.125"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_weekday_must_go_with_its_date) {
  auto wrong = article("es", "Ocurrió el viernes 7 de mayo.", "2025-05-09");
  add_day(wrong, "viernes 7 de mayo", "2025-05-07");
  const auto findings = check(wrong).findings;
  BOOST_REQUIRE(findings.size() == 1U);
  BOOST_TEST(findings.front().code == "date-mismatch");
  BOOST_TEST(findings.front().message == "«viernes 7 de mayo»: ese día fue miércoles, no viernes.");

  auto right = article("es", "Ocurrió el miércoles 7 de mayo.", "2025-05-09");
  add_day(right, "miércoles 7 de mayo", "2025-05-07");
  BOOST_TEST(found_in(right).empty());

  auto english = article("en", "They vote on Monday, September 9.", "2025-09-05");
  add_day(english, "Monday, September 9", "2025-09-09");
  BOOST_TEST(found_in(english) == Found{"date-mismatch: Monday, September 9"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_date_without_a_year_is_the_one_nearest_to_the_dateline) {
  // 9 January 2026 is a Friday; 9 January 2025 was a Thursday.
  auto document = article("es", "Empezará el viernes 9 de enero.", "2025-12-20");
  add_day(document, "viernes 9 de enero", "2025-01-09");
  BOOST_TEST(found_in(document).empty());
}

BOOST_AUTO_TEST_CASE(quoted_speech_needs_a_speaker) {
  const std::string text = "«Nadie nos ha dicho nada del puente nuevo».";
  auto document = article("es", text);
  add_quote(document, "Nadie nos ha dicho nada del puente nuevo", std::nullopt);
  BOOST_TEST(
      found_in(document) == Found{"quote-unattributed: Nadie nos ha dicho nada del puente nuevo"},
      boost::test_tools::per_element());

  auto said = article("es", text);
  add_quote(said, "Nadie nos ha dicho nada del puente nuevo", source("el chófer"));
  BOOST_TEST(found_in(said).empty());

  auto title = article("es", "Leyó «Los ríos profundos» otra vez.");
  add_quote(title, "Los ríos profundos", std::nullopt, cotejo::QuoteKind::mixed);
  BOOST_TEST(found_in(title).empty());
}

BOOST_AUTO_TEST_CASE(a_figure_needs_a_source_with_a_name) {
  const std::string text = "Según fuentes, saldrán 25 empleados.";
  const auto unnamed = source("fuentes", cotejo::SourceKind::unnamed);
  auto document = article("es", text);
  add_number(document, "25", "25 empleados", 25);
  add_quote(document, "saldrán 25 empleados", unnamed, cotejo::QuoteKind::indirect);
  BOOST_TEST(found_in(document) == Found{"unnamed-source: 25 empleados"},
             boost::test_tools::per_element());

  auto named = article("es", text);
  add_number(named, "25", "25 empleados", 25);
  add_quote(named, "saldrán 25 empleados", source("Ana Gil"), cotejo::QuoteKind::indirect);
  BOOST_TEST(found_in(named).empty());
}

BOOST_AUTO_TEST_CASE(state_media_alone_are_pointed_out) {
  const std::string text = "El buque zarpó, dijo la agencia. El tren llegó, dijo Ana.";
  auto agency = source("KCNA", cotejo::SourceKind::news_agency);
  agency.control = cotejo::SourceControl::state;
  auto document = article("es", text);
  add_quote(document, "El buque zarpó", agency, cotejo::QuoteKind::indirect);
  BOOST_TEST(found_in(document) == Found{"state-media-only: El buque zarpó"},
             boost::test_tools::per_element());

  add_quote(document, "El tren llegó", source("Ana Gil"), cotejo::QuoteKind::indirect);
  BOOST_TEST(found_in(document).empty());
}

BOOST_AUTO_TEST_CASE(one_source_for_everything_is_noted) {
  const std::string text = "El pan sube, dijo Gil. La leche baja, dijo. El vino sigue igual, dijo.";
  auto document = article("es", text);
  for (const std::string part : {"El pan sube", "La leche baja", "El vino sigue igual"}) {
    add_quote(document, part, source("Ana Gil"), cotejo::QuoteKind::indirect);
  }
  document.sources->resize(1);
  for (auto& attribution : *document.attributions) {
    attribution.speaker = {cotejo::Id<cotejo::Source>(std::size_t{0})};
  }
  BOOST_TEST(found_in(document) == Found{"single-source: El pan sube"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_name_is_spelt_one_way) {
  BOOST_TEST(found_in(article("es",
                              "Ganó Genoveva Arizmendi. Luego, Genoveva Arizmendy "
                              "donó el premio.")) == Found{"name-inconsistent: Genoveva Arizmendy"},
             boost::test_tools::per_element());
  BOOST_TEST(found_in(article("en", "Kate Halloran won. Keith Halloran lost.")).empty());
  BOOST_TEST(found_in(article("es", "Habló Juan Peral. Después habló Juana Peral.")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
