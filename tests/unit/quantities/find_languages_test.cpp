// Quantities and dates of each language, by the project's own rules.
#include <unit/quantities/described.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::test::quantities_in;

constexpr const char* wednesday = "2025-08-13";

struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

struct DateCase {
  std::string language;
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const DateCase& c) { return out << c.text; }
};

const std::vector<Case> german{
    {"Rund 14.000 Soldaten kamen.", "count 14000 about <Soldaten> troops"},
    {"Mindestens zwölf russische Soldaten starben.",
     "count 12.. at-least <russische Soldaten> troops"},
    {"Es gab mehr als 300 Verletzte.", "count 300.. more-than <Verletzte> wounded"},
    {"Knapp 40 Boote liefen aus.", "count 40 almost <Boote> ships"},
    {"Bis zu 500 Passagiere passen hinein.", "count ..500 up-to <Passagiere> people"},
    {"Zwischen 10 und 12 Boote.", "count 10..12 between <Boote> ships"},
    {"Der Fonds hat 2,3 Mrd. Euro.", "money 2300000000 EUR <Euro> money"},
    {"20 Prozent der Stimmen fehlten.", "percent 20 <Stimmen> votes"},
    {"Es waren minus 5 Grad Celsius.", "measure -5 Cel <Grad Celsius>"},
    {"Er stieg um 0,3 Prozentpunkte.", "percentage-point 0.3"},
    {"Artikel 5 und Gleis 9.", ""},
    {"Ein Mann im Alter von 53 Jahren kam.", "age 53 a <Jahren> time"},
    {"Zwei Drittel der Flotte sanken.", "fraction 0.666666666666667 <Flotte>"},
};

const std::vector<Case> italian{
    {"Circa 14mila soldati sono arrivati.", "count 14000 about <soldati> troops"},
    {"Almeno 12 soldati russi sono morti.", "count 12.. at-least <soldati russi> troops"},
    {"Più di 300 feriti.", "count 300.. more-than <feriti> wounded"},
    {"Quasi un milione di voti.", "count 1000000 almost <voti> votes"},
    {"Tra 10 e 12 barche.", "count 10..12 between <barche> ships"},
    {"Costa 4,5 miliardi di dollari.", "money 4500000000 USD <dollari> money"},
    {"Una ventina di barche.", "count 20 about <barche> ships"},
    {"Il 20% degli elettori.", "percent 20 <elettori> votes"},
    {"L'articolo 5 della legge.", ""},
    {"Un uomo di 53 anni.", "age 53 a <anni> time"},
    {"Al massimo 20 navi.", "count ..20 at-most <navi> ships"},
};

const std::vector<Case> french{
    {"Quelque 14 000 soldats sont arrivés.", "count 14000 about <soldats> troops"},
    {"Au moins douze soldats russes sont morts.", "count 12.. at-least <soldats russes> troops"},
    {"Plus de 300 blessés.", "count 300.. more-than <blessés> wounded"},
    {"Près d'un million de voix.", "count 1000000 almost <voix> votes"},
    {"Entre 10 et 12 bateaux.", "count 10..12 between <bateaux> ships"},
    {"Une vingtaine de bateaux.", "count 20 about <bateaux> ships"},
    {"Jusqu'à 500 passagers.", "count ..500 up-to <passagers> people"},
    {"4,5 milliards d'euros.", "money 4500000000 EUR <euros> money"},
    {"Vingt pour cent des électeurs.", "percent 20 <électeurs> votes"},
    {"Un homme de 53 ans.", "age 53 a <ans> time"},
    {"L'article 5 du traité.", ""},
    {"Trois pêcheurs sur quatre.", "ratio 0.75"},
};

const std::vector<Case> portuguese{
    {"Cerca de 14 mil soldados chegaram.", "count 14000 about <soldados> troops"},
    {"Pelo menos doze soldados russos morreram.", "count 12.. at-least <soldados russos> troops"},
    {"Mais de 300 feridos.", "count 300.. more-than <feridos> wounded"},
    {"Quase um milhão de votos.", "count 1000000 almost <votos> votes"},
    {"Entre 10 e 12 barcos.", "count 10..12 between <barcos> ships"},
    {"Custou 3,5 mil milhões de euros.", "money 3500000000 EUR <euros> money"},
    {"Custou R$ 14 mi.", "money 14000000 BRL <R$> money"},
    {"Uns 14 mi soldados.", "count 14000|14000000 about <soldados> troops slip:dropped-letter"},
    {"O artigo 5 da lei.", ""},
    {"Um homem de 53 anos.", "age 53 a <anos> time"},
    {"20% dos eleitores.", "percent 20 <eleitores> votes"},
    {"Até 500 passageiros.", "count ..500 up-to <passageiros> people"},
};

const std::vector<DateCase> dates{
    {"de", "Am 4. März 2025 kam er.", "date 2025-03-04..2025-03-04"},
    {"de", "Er kam vergangene Woche.", "period 2025-08-04..2025-08-10"},
    {"de", "Seit 2019 fährt sie.", "period 2019-01-01.."},
    {"de", "Er kam gestern.", "date 2025-08-12..2025-08-12"},
    {"de", "Er kam im Mai.", "period 2025-05-01..2025-05-31"},
    {"it", "È arrivato il 4 marzo 2025.", "date 2025-03-04..2025-03-04"},
    {"it", "È arrivato la settimana scorsa.", "period 2025-08-04..2025-08-10"},
    {"it", "Dal 2019 naviga.", "period 2019-01-01.."},
    {"it", "È arrivato ieri.", "date 2025-08-12..2025-08-12"},
    {"fr", "Il est arrivé le 4 mars 2025.", "date 2025-03-04..2025-03-04"},
    {"fr", "Il est arrivé la semaine dernière.", "period 2025-08-04..2025-08-10"},
    {"fr", "Depuis 2019 il navigue.", "period 2019-01-01.."},
    {"fr", "Il est arrivé hier.", "date 2025-08-12..2025-08-12"},
    {"fr", "Il est arrivé il y a trois jours.", "date 3 d <jours> time 2025-08-10..2025-08-10"},
    {"pt", "Chegou a 4 de março de 2025.", "date 2025-03-04..2025-03-04"},
    {"pt", "Chegou na semana passada.", "period 2025-08-04..2025-08-10"},
    {"pt", "Desde 2019 navega.", "period 2019-01-01.."},
    {"pt", "Chegou em maio do ano passado.", "period 2024-05-01..2024-05-31"},
    {"cs", "Vyplul 12. 5. 2026 z Plzně.", "date 2026-05-12..2026-05-12"},
    {"cs", "V roce 1492 vyplul.", "period 1492-01-01..1492-12-31"},
    {"ru", "Это был 1492 год.", "period 1492-01-01..1492-12-31"},
    {"pt", "Chegou ontem.", "date 2025-08-12..2025-08-12"},
    {"pt", "Chegou há três dias.", "date 3 d <dias> time 2025-08-10..2025-08-10"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quantities_find_languages)

BOOST_DATA_TEST_CASE(german_quantities_are_found, boost::unit_test::data::make(german)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("de", sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(italian_quantities_are_found, boost::unit_test::data::make(italian)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("it", sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(french_quantities_are_found, boost::unit_test::data::make(french)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("fr", sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(portuguese_quantities_are_found, boost::unit_test::data::make(portuguese)) {
  BOOST_TEST(cotejo::test::describe(quantities_in("pt", sample.text)) == sample.expected);
}

BOOST_DATA_TEST_CASE(dates_are_settled, boost::unit_test::data::make(dates)) {
  const auto found = quantities_in(sample.language, sample.text, wednesday);
  BOOST_TEST(cotejo::test::describe(found) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
