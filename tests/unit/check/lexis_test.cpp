#include <cotejo/check/lexis.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::CheckWord;
using cotejo::WordClass;

std::vector<CheckWord> read(const std::string& language, const std::string& text) {
  cotejo::Lexis lexis(shipped_rules(language));
  return lexis.read(text, {0, static_cast<cotejo::Offset>(text.size())}).words;
}

struct ClassCase {
  std::string language;
  std::string text;
  std::size_t word;
  WordClass wanted;
};
std::ostream& operator<<(std::ostream& out, const ClassCase& c) { return out << c.text; }

const std::vector<ClassCase> classes{
    {"es", "no vendrá nadie", 0, WordClass::negation},
    {"es", "tal vez llueva", 1, WordClass::hedge},
    {"es", "debemos salir", 0, WordClass::modal},
    {"es", "algunos vecinos", 0, WordClass::scope},
    {"es", "salvo los lunes", 0, WordClass::exception},
    {"en", "we don't know", 2, WordClass::negation},
    {"en", "perhaps tomorrow", 0, WordClass::hedge},
    {"en", "they must go", 1, WordClass::modal},
    {"en", "unless it rains", 0, WordClass::condition},
};

struct PairCase {
  std::string language;
  std::string left;
  std::string right;
  bool expected;
};
std::ostream& operator<<(std::ostream& out, const PairCase& c) {
  return out << c.left << " / " << c.right;
}

const std::vector<PairCase> tenses{
    {"es", "es", "era", true},       {"es", "han", "habían", true},
    {"es", "cierra", "cerró", true}, {"es", "canto", "cantará", true},
    {"es", "gato", "gatos", false},  {"en", "is", "was", true},
    {"en", "vote", "voted", true},   {"en", "vote", "votes", false},
    {"en", "car", "cat", false},
};

const std::vector<PairCase> opposites{
    {"es", "más", "menos", true},         {"es", "posible", "imposible", true},
    {"es", "subirá", "bajará", true},     {"es", "mesa", "silla", false},
    {"es", "paz", "guerra", true},        {"en", "likely", "unlikely", true},
    {"en", "strength", "weakness", true}, {"en", "more", "most", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(check_lexis)

BOOST_DATA_TEST_CASE(words_know_their_class, classes, c) {
  const auto words = read(c.language, c.text);
  BOOST_REQUIRE(words.size() > c.word);
  BOOST_TEST(words[c.word].is(c.wanted));
}

BOOST_DATA_TEST_CASE(forms_of_a_verb_differ_in_tense, tenses, c) {
  cotejo::Lexis lexis(shipped_rules(c.language));
  const auto words = read(c.language, c.left + " " + c.right);
  BOOST_REQUIRE(words.size() == 2U);
  BOOST_TEST(lexis.differ_in_tense(words[0], words[1]) == c.expected);
}

BOOST_DATA_TEST_CASE(opposites_are_known, opposites, c) {
  cotejo::Lexis lexis(shipped_rules(c.language));
  const auto words = read(c.language, c.left + " " + c.right);
  BOOST_REQUIRE(words.size() == 2U);
  BOOST_TEST(lexis.are_opposites(words[0], words[1]) == c.expected);
  BOOST_TEST(lexis.are_opposites(words[1], words[0]) == c.expected);
}

BOOST_AUTO_TEST_CASE(two_spellings_of_a_word_are_known) {
  cotejo::Lexis lexis(shipped_rules("en"));
  const auto words = read("en", "harbor harbour organise organize car cor");
  BOOST_REQUIRE(words.size() == 6U);
  BOOST_TEST(lexis.are_spellings(words[0], words[1]));
  BOOST_TEST(lexis.are_spellings(words[3], words[2]));
  BOOST_TEST(!lexis.are_spellings(words[4], words[5]));
}

BOOST_AUTO_TEST_CASE(a_number_is_one_word_with_its_value) {
  const auto words = read("es", "invirtieron 1.240 millones en vías");
  BOOST_REQUIRE(words.size() == 4U);
  BOOST_TEST(words[1].number);
  BOOST_TEST(words[1].value == 1'240'000'000.0);
  BOOST_TEST(words[1].text == "1.240 millones");
}

BOOST_AUTO_TEST_CASE(brackets_and_sic_are_the_papers) {
  const auto words = read("es", "el plan [de obras] fracasó (sic)");
  BOOST_REQUIRE(words.size() == 6U);
  BOOST_TEST(!words[1].bracketed);
  BOOST_TEST(words[2].bracketed);
  BOOST_TEST(words[3].bracketed);
  BOOST_TEST(words[5].bracketed);
  BOOST_TEST(words[5].is(WordClass::sic));
}

BOOST_AUTO_TEST_CASE(a_slip_is_one_letter_or_two_exchanged) {
  using cotejo::is_slip;
  BOOST_TEST(is_slip("presdiente", "presidente"));
  BOOST_TEST(is_slip("presidnte", "presidente"));
  BOOST_TEST(is_slip("hwo", "who"));
  BOOST_TEST(!is_slip("pan", "paz"));
  BOOST_TEST(!is_slip("gobierno", "gobernaba"));
  BOOST_TEST(!is_slip("casa", "casa"));
}

BOOST_AUTO_TEST_SUITE_END()
