#include <cotejo/quantities/find_quantities.hpp>

#include <cotejo/text/utf8.hpp>

#include <unit/quantities/described.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Quantity;
using cotejo::test::quantities_in;

struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

const std::vector<Case> spanish{
    {"Unos 9 mil afiliados votaron.", "count 9000 about <afiliados> people"},
    {"Zarparon 40 goletas viejas.", "count 40 <goletas viejas>"},
    {"Zarparon 40 goletas antes de comer.", "count 40 <goletas>"},
    {"Murieron al menos 12 marineros.", "count 12.. at-least <marineros>"},
    {"Hubo más de 300 heridos.", "count 300.. more-than <heridos> wounded"},
    {"Hubo menos de 300 heridos.", "count ..300 less-than <heridos> wounded"},
    {"Caben hasta 500 pasajeros.", "count ..500 up-to <pasajeros> people"},
    {"No más de 20 barcos salieron.", "count ..20 at-most <barcos> ships"},
    {"Casi un millón de votos.", "count 1000000 almost <votos> votes"},
    {"Cerca del millar de vecinos.", "count 1000 about <vecinos> people"},
    {"Vinieron 30 vecinos o más.", "count 30.. at-least <vecinos> people"},
    {"Entre 10 y 12 barcos.", "count 10..12 between <barcos> ships"},
    {"Quedaban 3-4 camas libres.", "count 3..4 between <camas libres> other"},
    {"Ganaron 3-2 al visitante.", ""},
    {"Varias decenas de vecinos.", "count 20..99 vague <vecinos> people"},
    {"El 20 % de los votantes faltó.", "percent 20 <votantes> votes"},
    {"Bajó 0,3 puntos porcentuales, hasta el 11,6 %.", "percentage-point 0.3; percent 11.6"},
    {"Dos tercios de la flota.", "fraction 0.666666666666667 <flota>"},
    {"Costó 4.500 millones de dólares.", "money 4500000000 USD <dólares> money"},
    {"Costó US$ 3,2 millones.", "money 3200000 USD <US$> money"},
    {"Costó 20 € por persona.", "money 20 EUR <€> money"},
    {"Costó 3 millones de pesos.", "money 3000000 <pesos> money"},
    {"Pesa dos toneladas y media.", "measure 2.5 t <toneladas>"},
    {"Pescaron 30 toneladas de merluza.", "measure 30 t <toneladas de merluza>"},
    {"Mide 12 km de largo.", "measure 12 km <km de largo>"},
    {"A -10 °C se hiela.", "measure -10 Cel <°C>"},
    {"Duró tres horas y media.", "duration 3.5 h <horas> time"},
    {"Un hombre de 53 años lo vio.", "age 53 a <años> time"},
    {"Lleva 53 años en el puerto.", "duration 53 a <años> time"},
    {"La tercera vez fue la buena.", "ordinal 3"},
    {"Cuatro de cada cinco barcos.", "ratio 0.8 <barcos> ships"},
    {"La resolución 2270 y el artículo 5.", ""},
    {"El día 13 no salió nadie.", ""},
    {"Salieron 12.000 y 15.000 vecinos.",
     "count 12000 <vecinos> people; count 15000 <vecinos> people"},
    {"Pasó de 10 a 12 escaños.", "count 10 <escaños> seats; count 12 <escaños> seats"},
    {"Unos 9 mi afiliados votaron.", "count 9000 about <afiliados> people slip:dropped-letter"},
    {"Hubo 1.4000 afiliados.", "count 1.4|1400|14000 <afiliados> people slip:bad-grouping"},
    {"Una barca y un remo.", ""},
    {"Subió un punto porcentual.", "percentage-point 1"},
    {"Costó un euro.", "money 1 EUR <euro> money"},
    {"Hay más de 20 y menos de 30 barcos.", "count 20..30 between <barcos> ships"},
    {"Hay más de 20 barcos y menos de 30 marineros.",
     "count 20.. more-than <barcos> ships; count ..30 less-than <marineros>"},
    {"Costó 3 euros y 50 céntimos.", "money 3.5 EUR <euros> money"},
    {"Una veintena de barcos.", "count 20 about <barcos> ships"},
    {"A menos cinco grados se hiela.", "measure -5 deg <grados>"},
    {"Al menos cinco barcos.", "count 5.. at-least <barcos> ships"},
};

const std::vector<Case> english{
    {"Some 9,000 members voted.", "count 9000 about <members> people"},
    {"No fewer than 38 drones fell.", "count 38.. at-least <drones> drones"},
    {"Six other harbour pilots left.", "count 6 <other harbour pilots>"},
    {"Three people died there.", "count 3 <people> people"},
    {"The Senate gave $4.5bn.", "money 4500000000 USD <$> money"},
    {"The 46-year-old pilot left.", "age 46 a <year-old>"},
    {"It took two and a half hours.", "duration 2.5 h <hours> time"},
    {"Prices rose from 10 to 12 percent.", "percent 10; percent 12"},
    {"A dozen pilots left.", "count 12 <pilots>"},
    {"Nearly one in five pilots left.", "ratio 0.2 almost <pilots>"},
    {"A 12-nation fleet came.", "count 12 <nation> countries"},
    {"1. Bring a rope.", ""},
    {"They won a $5,000 prize.", "money 5000 USD <$> money"},
    {"She paid £60,000 more than the £375,000.",
     "money 60000 GBP <£> money; money 375000 GBP <£> money"},
    {"It costs 20 dollars and 43 cents.", "money 20.43 USD <dollars> money"},
    {"Some 104 (one hundred and four) soldiers came.", "count 104 about <soldiers> troops"},
    {"It costs a dollar.", ""},
    {"Prices rose one percent.", "percent 1"},
    {"It fell to minus 5 percent.", "percent -5"},
    {"Article 5 and Ground Zero.", ""},
};

/// The words under a span.
std::string words(const std::string& text, cotejo::Span span) {
  return std::string(slice(text, span));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quantities_find_quantities)

BOOST_DATA_TEST_CASE(spanish_quantities_are_found, boost::unit_test::data::make(spanish)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("es", sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(english_quantities_are_found, boost::unit_test::data::make(english)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("en", sample.text)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(spans_grow_from_the_number_to_the_phrase) {
  const std::string text = "Gastaron al menos 20 mil euros en redes.";
  const auto found = quantities_in("es", text);
  BOOST_REQUIRE(found.size() == 1);
  BOOST_TEST(words(text, found[0].number) == "20 mil");
  BOOST_TEST(words(text, found[0].span) == "20 mil euros");
  BOOST_TEST(words(text, found[0].phrase) == "al menos 20 mil euros");
  BOOST_TEST(words(text, *found[0].modifier_span) == "al menos");
  BOOST_TEST(found[0].text == "20 mil euros");
  BOOST_TEST(found[0].rule == "es.quantities.currencies");
}

BOOST_AUTO_TEST_CASE(a_slip_keeps_the_letters_and_the_literal_value) {
  const auto found = quantities_in("es", "Unos 9 mi afiliados.");
  BOOST_REQUIRE(found.size() == 1);
  BOOST_REQUIRE(found[0].slip.has_value());
  BOOST_TEST(found[0].slip->from == "mi");
  BOOST_TEST(found[0].slip->to == "mil");
  BOOST_TEST(found[0].slip->literal == 9);
}

// Laws of the record: ascending, not overlapping, inside the text, on code point boundaries,
// low <= high, both absent only with alternatives or in dates.
BOOST_AUTO_TEST_CASE(the_laws_of_the_record_hold) {
  std::string text;
  for (const Case& c : spanish) text += c.text + " ";
  text +=
      "Ayer, 12 de agosto de 2025, a las 19:30; hace tres días, en abril, entre 2019 y 2023. ñ€½";
  cotejo::Offset end = 0;
  for (const Quantity& quantity : quantities_in("es", text, "2025-08-13")) {
    BOOST_TEST(quantity.span.begin >= end);
    end = quantity.span.end;
    BOOST_TEST(end <= text.size());
    BOOST_TEST(quantity.span.contains(quantity.number));
    BOOST_TEST(quantity.phrase.contains(quantity.span));
    for (const cotejo::Span span : {quantity.number, quantity.span, quantity.phrase}) {
      BOOST_TEST(cotejo::is_boundary(text, span.begin));
      BOOST_TEST(cotejo::is_boundary(text, span.end));
    }
    if (quantity.low && quantity.high) BOOST_TEST(*quantity.low <= *quantity.high);
    const bool dated = quantity.kind == cotejo::QuantityKind::date ||
                       quantity.kind == cotejo::QuantityKind::period;
    if (!quantity.low && !quantity.high) BOOST_TEST((dated || !quantity.alternatives.empty()));
    BOOST_TEST(!quantity.rule.empty());
  }
  BOOST_TEST(end > text.size() / 2);
}

BOOST_AUTO_TEST_CASE(a_text_without_numbers_has_none) {
  BOOST_TEST(quantities_in("es", "Nadie salió a pescar.").empty());
}

BOOST_AUTO_TEST_SUITE_END()
