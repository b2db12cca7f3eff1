#include <cotejo/numbers/read_numbers.hpp>

#include <unit/numbers/read.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using cotejo::test::Analysed;
using cotejo::test::Case;
using cotejo::test::read;

const std::vector<Case> spanish{
    {"llegaron 300 barcas y 2.450 toneles", "300=300; 2.450=2450"},
    {"veintiún mil", "veintiún mil=21000"},
    {"el cero siete", "cero siete=7"},
    {"treinta y 3 barcas", "treinta y 3=33"},
    {"punto cinco", "punto cinco=0.5"},
    {"el punto cinco del acuerdo", "cinco=5"},
    {"4 millones 2 mil 3 barcas", "4 millones 2 mil 3=4002003"},
    {"104 (ciento cuatro) barcas", "104 (ciento cuatro)=104"},
    {"dos mil trescientos cuarenta y cinco", "dos mil trescientos cuarenta y cinco=2345"},
    {"ciento un mil dos", "ciento un mil dos=101002"},
    {"treinta y un mil quinientos", "treinta y un mil quinientos=31500"},
    {"un millón doscientos mil", "un millón doscientos mil=1200000"},
    {"dos mil millones", "dos mil millones=2000000000"},
    {"mil millones", "mil millones=1000000000"},
    {"un billón", "un billón=1000000000000"},
    {"medio millón", "medio millón=500000"},
    {"millón y medio", "millón y medio=1500000"},
    {"tres millones y medio", "tres millones y medio=3500000"},
    {"medio centenar", "medio centenar=50"},
    {"una docena", "una docena=12"},
    {"dos docenas", "dos docenas=24"},
    {"14 mil", "14 mil=14000"},
    {"14 mil 500", "14 mil 500=14500"},
    {"1,5 millones", "1,5 millones=1500000"},
    {"3.5 millones", "3.5 millones=3500000"},
    {"3,5 mil millones", "3,5 mil millones=3500000000"},
    {"siete coma veinticinco", "siete coma veinticinco=7.25"},
    {"unas redes, uno de los barcos", ""},
    {"tres quintos", "tres quintos=0.6"},
    {"una quinta parte", "una quinta parte=0.2"},
    {"la mitad", "mitad=0.5"},
    {"cuatro de cada cinco", "cuatro de cada cinco=0.8 ratio"},
    {"uno de cada ocho", "uno de cada ocho=0.125 ratio"},
    {"la tercera ronda", "tercera=3 ordinal"},
    {"el 3.º", "3.º=3 ordinal"},
    {"vigésimo quinto", "vigésimo quinto=25 ordinal"},
    {"decenas de miles", "decenas de miles=20000..99999"},
    {"cientos de barcas", "cientos=200..999"},
    {"entre 10.000 y 12.000", "10.000 y 12.000=10000..12000"},
    {"entre treinta y cuarenta", "treinta y cuarenta=30..40"},
    {"entre treinta y cinco y cuarenta", "treinta y cinco y cuarenta=35..40"},
    {"de 5 a 6 mil", "5 a 6 mil=5000..6000"},
    {"10-12 barcas", "10-12=10..12"},
    {"10 o 12", "10 o 12=10..12"},
    {"entre 1.100 y 1.200 millones", "1.100 y 1.200 millones=1100000000..1200000000"},
    {"aumentó de 10 a 12", "10=10; 12=12"},
    {"de 12 a 10", "12=12; 10=10"},
    {"el avión F-16 y el grupo G20", ""},
    {"14 mi soldados", "14 mi=14000 slip:dropped-letter"},
    {"a los 14 mi padre", "14=14"},
    {"14 ml de agua", "14=14"},
    {"12mil casas", "12mil=12000 slip:missing-space"},
    {"l2 mil casas", "l2 mil=12000 slip:letter-for-digit"},
    {"1O mil casas", "1O mil=10000 slip:letter-for-digit"},
    {"dos mil mil casas", "dos mil mil=2000 slip:doubled-word"},
    {"7 milones de casas", "7 milones=7000000 slip:dropped-letter"},
    {"1.4000 casas", "1.4000=1.4|1400|14000 slip:bad-grouping"},
    {"14,00 soldados", "14,00=14|1400|14000 slip:bad-grouping"},
    {"14 000 casas", "14 000=14000"},
    {"en 2025 300 casas", "2025=2025; 300=300"},
    {"tres cuartos de millón", "tres cuartos de millón=750000"},
    {"dos y tres cuartos", "dos y tres cuartos=2.75"},
    {"2¼ y 3 ½", "2¼=2.25; 3 ½=3.5"},
    {"uno", "uno=1"},
    {"una coma cinco", "una coma cinco=1.5"},
    {"3 coma 25", "3 coma 25=3.25"},
    {"tres vecinos de cada cuatro", "tres vecinos de cada cuatro=0.75 ratio"},
    {"décimo segundo", "décimo segundo=12 ordinal"},
};

const std::vector<Case> english{
    {"two hundred and fifty thousand", "two hundred and fifty thousand=250000"},
    {"twenty-one", "twenty-one=21"},
    {"one thousand and five", "one thousand and five=1005"},
    {"one million two hundred thousand", "one million two hundred thousand=1200000"},
    {"between one hundred and two hundred", "one hundred and two hundred=100..200"},
    {"between one hundred and fifty and two hundred",
     "one hundred and fifty and two hundred=150..200"},
    {"half a million", "half a million=500000"},
    {"a million and a half", "a million and a half=1500000"},
    {"two and a half million", "two and a half million=2500000"},
    {"a dozen", "a dozen=12"},
    {"one boat, a boat", ""},
    {"one or two boats", "one or two=1..2"},
    {"a few hundred boats", "hundred=200..999"},
    {"tens of thousands", "tens of thousands=20000..99999"},
    {"two-thirds", "two-thirds=0.666666666666667"},
    {"a third of them", "a third=0.333333333333333"},
    {"one in five", "one in five=0.2 ratio"},
    {"three out of four", "three out of four=0.75 ratio"},
    {"killed three in 2019", "three=3; 2019=2019"},
    {"twenty-first", "twenty-first=21 ordinal"},
    {"twenty-fifth", "twenty-fifth=25 ordinal"},
    {"13.18 billion a year", "13.18 billion=13180000000"},
    {"16.4 million", "16.4 million=16400000"},
    {"the 3rd", "3rd=3 ordinal"},
    {"2 1/2 million", "2 1/2 million=2500000"},
    {"$4.5bn", "4.5bn=4500000000"},
    {"$3m", "3m=3000000"},
    {"3m of rope", "3=3"},
    {"14 thousnd boats", "14 thousnd=14000 slip:dropped-letter"},
    {"two hundred dozen", "two hundred dozen=2400"},
    {"two thirds of a million", "two thirds of a million=666666.666666667"},
    {"two and three quarters million", "two and three quarters million=2750000"},
    {"two hundred point seventy-one", "two hundred point seventy-one=200.71"},
    {"two and a quarter", "two and a quarter=2.25"},
    {"two boats and a quarter", "two=2; a quarter=0.25"},
    {"a yield of .5 percent", ".5=0.5"},
    {"100k", "100k=100000"},
    {"the 100k, they said", "100=100"},
    {"three crore twelve lakh", "three crore twelve lakh=31200000"},
    {"14.000 boats", "14.000=14|14000 slip:bad-grouping"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers_read_numbers)

BOOST_DATA_TEST_CASE(spanish_numbers_are_read, boost::unit_test::data::make(spanish)) {
  BOOST_TEST(read("es", sample.text) == sample.expected);
}

BOOST_DATA_TEST_CASE(english_numbers_are_read, boost::unit_test::data::make(english)) {
  BOOST_TEST(read("en", sample.text) == sample.expected);
}

BOOST_AUTO_TEST_CASE(a_language_without_a_pack_has_digits_only) {
  BOOST_TEST(read("", "14 mil 300") == "14=14; 300=300");
}

// Law: readings ascend, do not overlap, and lie inside the range asked for.
BOOST_AUTO_TEST_CASE(readings_ascend_inside_the_range) {
  std::string text;
  for (const Case& c : spanish) text += c.text + ", ";
  const Analysed analysed("es", text);
  const cotejo::NumberGrammar grammar(cotejo::test::rules_for("es"));
  for (std::uint32_t begin = 0; begin < 40; ++begin) {
    const cotejo::TokenRange range{begin, analysed.all().end - begin};
    std::uint32_t end = range.begin;
    for (const auto& reading : cotejo::read_numbers(analysed.analysis, grammar, range)) {
      BOOST_TEST(reading.range.begin >= end);
      BOOST_TEST(reading.range.begin < reading.range.end);
      end = reading.range.end;
    }
    BOOST_TEST(end <= range.end);
  }
}

BOOST_AUTO_TEST_SUITE_END()
