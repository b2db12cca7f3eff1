#include <cotejo/corpus/list_entries.hpp>

#include "samples.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using Numbers = std::vector<std::uint32_t>;

cotejo::Corpus corpus() {
  auto english = statement("e", "Vladimir Putin", "2025-02-01", "Words.");
  english.language = "en-GB";
  const std::vector<cotejo::CorpusEntry> entries{
      statement("a", "Vladimir Putin", "2025-01-10", "Uno."),
      statement("b", "Dmitri Peskov", "2025-01-12", "Dos."),
      figure("c", "killed", 1),
      figure("d", "injured", 2),
      english,
      figure("f", "killed", 3),
      statement("g", "", "", "Tres."),
  };
  return *cotejo::make_corpus(entries);
}

struct NameCase {
  std::string left;
  std::string right;
  bool same;
};
std::ostream& operator<<(std::ostream& out, const NameCase& c) {
  return out << c.left << " / " << c.right;
}

const std::vector<NameCase> names{
    {"Putin", "Vladimir Putin", true},
    {"VLADIMIR PUTIN", "Vladimir Putin", true},
    {"Donald J. Trump", "Donald Trump", true},
    {"María García", "Maria Garcia", true},
    {"Kim", "Kim Jong Un", true},
    {"Juan Carlos de Lis", "Felipe de Lis", false},
    {"Ana Ruiz", "Ana Gil", false},
    {"", "Ana", false},
    {"de", "Juan de Lis", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_list_entries)

BOOST_AUTO_TEST_CASE(no_question_lists_all) {
  BOOST_TEST(cotejo::list_entries(corpus(), {}).size() == 7U);
}

BOOST_AUTO_TEST_CASE(entries_are_listed_by_speaker_kind_day_and_language) {
  BOOST_TEST((cotejo::list_entries(corpus(), {.speaker = "Putin"}) == Numbers{0, 4}));
  BOOST_TEST(
      (cotejo::list_entries(corpus(), {.speaker = "Putin", .to = "2025-01-31"}) == Numbers{0}));
  BOOST_TEST((cotejo::list_entries(corpus(), {.from = "2025-01-12"}) == Numbers{1, 4}));
  BOOST_TEST(
      (cotejo::list_entries(corpus(), {.kind = cotejo::EntryKind::figure}) == Numbers{2, 3, 5}));
  BOOST_TEST((cotejo::list_entries(corpus(), {.language = "en"}) == Numbers{4}));
  BOOST_TEST(cotejo::list_entries(corpus(), {.speaker = "Nadie"}).empty());
}

BOOST_AUTO_TEST_CASE(figures_are_listed_by_measure) {
  BOOST_TEST((cotejo::list_figures(corpus(), "killed") == Numbers{2, 5}));
  BOOST_TEST(cotejo::list_figures(corpus(), "population").empty());
}

BOOST_DATA_TEST_CASE(names_are_compared_by_their_words, names, c) {
  BOOST_TEST(cotejo::is_same_name(c.left, c.right) == c.same);
  BOOST_TEST(cotejo::is_same_name(c.right, c.left) == c.same);
}

BOOST_AUTO_TEST_SUITE_END()
