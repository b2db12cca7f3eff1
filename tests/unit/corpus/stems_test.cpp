#include <cotejo/corpus/stems.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace {

std::uint32_t stem(const std::string& language, const std::string& word) {
  cotejo::Stems stems(language);
  const auto words = cotejo::find_index_words(word);
  BOOST_REQUIRE(words.size() == 1U);
  const std::uint32_t first = stems.of(word, words.front());
  BOOST_TEST(stems.of(word, words.front()) == first);  // remembered
  return first;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_stems)

BOOST_AUTO_TEST_CASE(forms_of_a_word_share_a_stem) {
  BOOST_TEST(stem("es", "inundación") == stem("es", "inundaciones"));
  BOOST_TEST(stem("es", "presidente") != stem("es", "presupuesto"));
}

BOOST_AUTO_TEST_CASE(short_endings_are_stemmed_where_the_language_is_known) {
  if (!cotejo::has_snowball()) return;
  BOOST_TEST(stem("en", "lied") == stem("en", "lies"));
  BOOST_TEST(stem("en-GB", "ships") == stem("en-GB", "ship"));
  BOOST_TEST(stem("", "ships") != stem("", "ship"));
  BOOST_TEST(stem("xx", "ships") != stem("xx", "ship"));
}

BOOST_AUTO_TEST_CASE(digits_are_their_own_stem) {
  BOOST_TEST(stem("en", "1234567") != stem("en", "1234568"));
  BOOST_TEST(stem("en", "1,200") == stem("en", "1200"));
}

BOOST_AUTO_TEST_SUITE_END()
