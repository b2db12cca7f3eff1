// The number words of each language, by the project's own rules.
#include <unit/numbers/read.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <vector>

namespace {

using cotejo::test::Case;
using cotejo::test::read;

const std::vector<Case> german{
    {"einundzwanzigtausend", "einundzwanzigtausend=21000"},
    {"zweihundertfünfzigtausend", "zweihundertfünfzigtausend=250000"},
    {"dreihundertfünfundvierzig", "dreihundertfünfundvierzig=345"},
    {"eine Million zweihunderttausend", "eine Million zweihunderttausend=1200000"},
    {"tausendundeins", "tausendundeins=1001"},
    {"fuenfundsechzig", "fuenfundsechzig=65"},
    {"ZWEIUNDDREISSIG", "ZWEIUNDDREISSIG=32"},
    {"zweieinhalb Millionen", "zweieinhalb Millionen=2500000"},
    {"anderthalb Millionen", "anderthalb Millionen=1500000"},
    {"eine halbe Million", "halbe Million=500000"},
    {"2,3 Mrd. Euro", "2,3 Mrd.=2300000000"},
    {"14.000 Boote", "14.000=14000"},
    {"14'000 Boote", "14'000=14000"},
    {"Dutzende Boote", "Dutzende=24..99"},
    {"zwei Dutzend", "zwei Dutzend=24"},
    {"zwei Drittel", "zwei Drittel=0.666666666666667"},
    {"drei Zwanzigstel", "drei Zwanzigstel=0.15"},
    {"die Hälfte", "Hälfte=0.5"},
    {"sieben von zehn", "sieben von zehn=0.7 ratio"},
    {"der zweiundzwanzigste Hafen", "zweiundzwanzigste=22 ordinal"},
    {"das dritte Boot", "dritte=3 ordinal"},
    {"am 3. Platz vorbei", "3.=3 ordinal"},
    {"zwischen zehn und zwölf", "zehn und zwölf=10..12"},
    {"10 bis 12 Boote", "10 bis 12=10..12"},
    {"sieben Komma fünf", "sieben Komma fünf=7.5"},
    {"ein Boot, eine Fähre", ""},
    {"Zweifel, Einheit, Achtung, einte", ""},
    {"14 tausnd Boote", "14 tausnd=14000 slip:dropped-letter"},
    {"das 14mil-Boot", ""},
};

const std::vector<Case> italian{
    {"duecentocinquantamila", "duecentocinquantamila=250000"},
    {"ventuno", "ventuno=21"},
    {"ottantotto", "ottantotto=88"},
    {"millenovecentonovantasette", "millenovecentonovantasette=1997"},
    {"due milioni e trecentomila", "due milioni e trecentomila=2300000"},
    {"due miliardi, trenta milioni e seimila", "due miliardi, trenta milioni e seimila=2030006000"},
    {"due milioni, tre barche", "due milioni=2000000; tre=3"},
    {"14mila barche", "14mila=14000"},
    {"un milione e mezzo", "un milione e mezzo=1500000"},
    {"mezzo milione", "mezzo milione=500000"},
    {"tre quarti", "tre quarti=0.75"},
    {"due e tre quarti", "due e tre quarti=2.75"},
    {"metà", "metà=0.5"},
    {"una ventina di barche", "una ventina=20"},
    {"decine di migliaia", "decine di migliaia=20000..99999"},
    {"tre pescatori su quattro", "tre pescatori su quattro=0.75 ratio"},
    {"il ventunesimo porto", "ventunesimo=21 ordinal"},
    {"prima di partire, secondo loro", ""},
    {"il secondo porto", "secondo=2 ordinal"},
    {"tra dieci e dodici", "dieci e dodici=10..12"},
    {"da 5 a 6 mila", "5 a 6 mila=5000..6000"},
    {"una barca, un remo", ""},
};

const std::vector<Case> french{
    {"quatre-vingt-dix-sept", "quatre-vingt-dix-sept=97"},
    {"soixante et onze mille", "soixante et onze mille=71000"},
    {"deux mille trois cent quatre-vingts", "deux mille trois cent quatre-vingts=2380"},
    {"deux-cent-trente-et-un", "deux-cent-trente-et-un=231"},
    {"septante-deux", "septante-deux=72"},
    {"mille milliards", "mille milliards=1000000000000"},
    {"un million et demi", "un million et demi=1500000"},
    {"14 000 bateaux", "14 000=14000"},
    {"14\u202f000,5 tonnes", "14\u202f000,5=14000.5"},
    {"4,5 Md€", "4,5 Md=4500000000"},
    {"la moitié", "moitié=0.5"},
    {"deux tiers", "deux tiers=0.666666666666667"},
    {"trois pêcheurs sur quatre", "trois pêcheurs sur quatre=0.75 ratio"},
    {"trois bateaux sur 20 ports", "trois=3; 20=20"},
    {"une centaine de bateaux", "une centaine=100"},
    {"des dizaines de milliers", "dizaines de milliers=20000..99999"},
    {"vingt et unième", "vingt et unième=21 ordinal"},
    {"le 2e port", "2e=2 ordinal"},
    {"l'11e port", "11e=11 ordinal"},
    {"entre dix et douze", "dix et douze=10..12"},
    {"de 10 à 12", "10 à 12=10..12"},
    {"un bateau, une rame", ""},
    {"dix-huit virgule cinq", "dix-huit virgule cinq=18.5"},
};

const std::vector<Case> portuguese{
    {"ponto setenta e sete", "ponto setenta e sete=0.77"},
    {"mil e duzentos", "mil e duzentos=1200"},
    {"cento e vinte e três mil e quinhentos", "cento e vinte e três mil e quinhentos=123500"},
    {"3,5 mil milhões", "3,5 mil milhões=3500000000"},
    {"dois bilhões", "dois bilhões=2000000000"},
    {"dois biliões", "dois biliões=2000000000000"},
    {"dezasseis", "dezasseis=16"},
    {"dezesseis", "dezesseis=16"},
    {"meio milhão", "meio milhão=500000"},
    {"três milhões e meio", "três milhões e meio=3500000"},
    {"meia dúzia", "meia dúzia=6"},
    {"metade", "metade=0.5"},
    {"dois terços", "dois terços=0.666666666666667"},
    {"sete em cada dez", "sete em cada dez=0.7 ratio"},
    {"R$ 14 mi", "14 mi=14000000"},
    {"14 mi soldados", "14 mi=14000|14000000 slip:dropped-letter"},
    {"dezenas de milhares", "dezenas de milhares=20000..99999"},
    {"a décima quinta vaga", "décima quinta=15 ordinal"},
    {"segundo eles", ""},
    {"o segundo porto", "segundo=2 ordinal"},
    {"entre cem e duzentos", "cem e duzentos=100..200"},
    {"um barco, uma rede", ""},
    {"sete vírgula cinco", "sete vírgula cinco=7.5"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers_read_languages)

BOOST_DATA_TEST_CASE(german_numbers_are_read, boost::unit_test::data::make(german)) {
  BOOST_TEST(read("de", sample.text) == sample.expected);
}

BOOST_DATA_TEST_CASE(italian_numbers_are_read, boost::unit_test::data::make(italian)) {
  BOOST_TEST(read("it", sample.text) == sample.expected);
}

BOOST_DATA_TEST_CASE(french_numbers_are_read, boost::unit_test::data::make(french)) {
  BOOST_TEST(read("fr", sample.text) == sample.expected);
}

BOOST_DATA_TEST_CASE(portuguese_numbers_are_read, boost::unit_test::data::make(portuguese)) {
  BOOST_TEST(read("pt", sample.text) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
