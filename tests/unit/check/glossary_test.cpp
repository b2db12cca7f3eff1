#include <cotejo/check/glossary.hpp>

#include "fixture.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

using cotejo::GistWord;

const cotejo::Glossary& glossary() {
  static const cotejo::Glossary made(shipped_rules("es"));
  return made;
}

std::vector<GistWord> read(std::string_view language, std::string_view text) {
  return glossary().read(language, text, {0, static_cast<cotejo::Offset>(text.size())});
}

GistWord word(std::string_view language, std::string_view text) {
  const auto words = read(language, text);
  BOOST_REQUIRE(words.size() == 1U);
  return words.front();
}

double like(std::string_view left, std::string_view right) {
  return likeness(word("es", left), word("en", right));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_glossary)

BOOST_AUTO_TEST_CASE(it_knows_the_languages_of_its_columns) {
  BOOST_TEST(glossary().knows("es-MX"));
  BOOST_TEST(glossary().knows("pt"));
  BOOST_TEST(!glossary().knows("eu"));
  BOOST_TEST(!glossary().knows(""));
}

BOOST_AUTO_TEST_CASE(forms_of_one_meaning_are_alike) {
  BOOST_TEST(like("tejados", "roof") == 1.0);
  BOOST_TEST(like("Lloverá", "rained") == 1.0);
  BOOST_TEST(like("tejados", "bridge") == 0.0);
}

BOOST_AUTO_TEST_CASE(words_that_begin_alike_in_the_shared_spelling_are_nearly_so) {
  BOOST_TEST(like("filosofía", "philosophy") == 0.9);
  BOOST_TEST(like("hipótesis", "hypothesis") == 0.9);
}

BOOST_AUTO_TEST_CASE(numbers_are_compared_by_their_digits_alone) {
  BOOST_TEST(like("14.000", "14,000") == 1.5);
  BOOST_TEST(like("14.000", "14,001") == 0.0);
  BOOST_TEST(like("dos", "2") == 1.0);
}

BOOST_AUTO_TEST_CASE(names_of_the_gazetteers_are_one_in_all_languages) {
  const auto here = read("es", "Volvieron de Estados Unidos");
  const auto there = read("en", "Back from the United States");
  BOOST_REQUIRE(here.size() == 2U);
  BOOST_REQUIRE(!there.empty());
  BOOST_TEST(here.back().name);
  BOOST_TEST(likeness(here.back(), there.back()) == 1.3);
}

BOOST_AUTO_TEST_CASE(small_words_are_left_out) {
  BOOST_TEST(read("es", "pero también con ellos").empty());
  BOOST_TEST(read("en", "they were with it").empty());
}

BOOST_AUTO_TEST_CASE(spans_count_in_the_whole_text) {
  const std::string text = "xx. La presa";
  const auto words = glossary().read("es", text, {4, 12});
  BOOST_REQUIRE(words.size() == 1U);
  BOOST_TEST(slice(text, words.front().span) == "presa");
}

BOOST_AUTO_TEST_SUITE_END()
