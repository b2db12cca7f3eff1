#include <cotejo/text/fold.hpp>

#include <cotejo/text/utf8.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

struct Case {
  std::string word;
  std::string folded;
  std::string bare;  ///< without accents
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.word; }

const Case cases[] = {
    {"", "", ""},
    {"Ana", "ana", "ana"},
    {"MÁS", "más", "mas"},
    {"ÀÖØÞ", "àöøþ", "aoøþ"},
    {"×÷", "×÷", "×÷"},
    {"ß", "ß", "ß"},
    {"ŒUVRE", "œuvre", "œuvre"},
    {"L’Équipe", "l'équipe", "l'equipe"},
    {"Kŭmnam", "kŭmnam", "kumnam"},
    {"ΣΟΦΊΑ", "σοφία", "σοφια"},
    {"ς", "σ", "σ"},
    {"Москва", "москва", "москва"},
    {"Й", "й", "и"},

    {"김정은", "김정은", ""},
    {"@[Z`a{", "@[z`a{", "@[z`a{"},
};

BOOST_AUTO_TEST_SUITE(text_fold)

BOOST_DATA_TEST_CASE(case_and_apostrophes_do_not_count_but_accents_do, data::make(cases)) {
  BOOST_TEST(fold(sample.word) == sample.folded);
  if (!sample.bare.empty()) BOOST_TEST(fold_accents(sample.word) == sample.bare);
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing_more) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string word;
    append_utf8(word, c);
    const std::string once = fold(word);
    BOOST_REQUIRE_EQUAL(fold(once), once);
    BOOST_REQUIRE_EQUAL(fold_hash(word), fold_hash(once));
  }
}

std::string random_word(std::mt19937& random) {
  static const std::vector<std::string> letters{"a", "A", "z", "Z", "é", "É", "ñ", "Ñ", "’", "'",
                                                "0", "-", "я", "Я", "김", "😀", "@", "["};
  std::string word;
  for (auto length = random() % 20; length > 0; --length) word += letters[random() % letters.size()];
  return word;
}

BOOST_AUTO_TEST_CASE(hashes_are_equal_exactly_if_the_folded_words_are) {
  std::mt19937 random(7);
  std::map<std::uint64_t, std::string> by_hash;
  for (int i = 0; i < 200'000; ++i) {
    const std::string word = random_word(random);
    const std::string folded = fold(word);
    const auto [known, is_new] = by_hash.emplace(fold_hash(word), folded);
    BOOST_REQUIRE_EQUAL(known->second, folded);
    BOOST_REQUIRE_EQUAL(fold_hash(word), fold_hash(folded));
  }
  BOOST_TEST(by_hash.size() > 100'000U);
}

BOOST_AUTO_TEST_CASE(the_order_of_words_counts_in_a_combined_hash) {
  const std::uint64_t a = fold_hash("a");
  const std::uint64_t b = fold_hash("b");
  BOOST_TEST(combine_hashes(a, b) != combine_hashes(b, a));
  BOOST_TEST(combine_hashes(combine_hashes(a, b), a) != combine_hashes(a, combine_hashes(b, a)));
}

BOOST_AUTO_TEST_CASE(no_hash_is_the_mark_of_a_free_slot) { BOOST_TEST(fold_hash("") != 0U); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
