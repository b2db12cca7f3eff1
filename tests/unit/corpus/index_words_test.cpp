#include <cotejo/corpus/index_words.hpp>

#include <cotejo/base/span.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string name;
  std::string left;
  std::string right;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

const std::vector<Case> same{
    {"case", "LA PAZ", "la paz"},
    {"accents that were lost", "Él habló más", "El hablo mas"},
    {"marks and blanks", "«sí», dijo", "si   dijo"},
    {"hyphens", "franco-alemán", "franco alemán"},
    {"typographic apostrophes", "don’t", "don't"},
    {"marks between digits", "14.000", "14000"},
    {"letters beyond Latin-1 with accents", "Dvořák Nguyễn", "dvorak nguyen"},
    {"one letter apart in script but not in form", "Ñandú", "nandu"},
};

const std::vector<Case> different{
    {"another word", "paz", "pan"},
    {"another number", "14.000", "14.001"},
    {"letters that are no accented ones", "straße", "strase"},
    {"order", "uno dos", "dos uno"},
    {"Greek", "λόγος", "logos"},
};

std::vector<std::uint32_t> hashes(const std::string& text) {
  return cotejo::hashes_of(cotejo::find_index_words(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_index_words)

BOOST_DATA_TEST_CASE(these_are_the_same_words, same, c) {
  BOOST_TEST(hashes(c.left) == hashes(c.right), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(these_are_not, different, c) {
  BOOST_TEST((hashes(c.left) != hashes(c.right)));
}

BOOST_AUTO_TEST_CASE(every_word_knows_its_place) {
  const std::string text = "¿Qué? 1.200,50 años, ¡ya!";
  std::vector<std::string> words;
  for (const auto& word : cotejo::find_index_words(text)) {
    words.emplace_back(cotejo::slice(text, word.span));
  }
  const std::vector<std::string> expected{"Qué", "1.200,50", "años", "ya"};
  BOOST_TEST(words == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_point_behind_a_number_is_no_part_of_it) {
  const std::string text = "En 2024. Y 3, 4.";
  std::vector<std::string> words;
  for (const auto& word : cotejo::find_index_words(text)) {
    words.emplace_back(cotejo::slice(text, word.span));
  }
  const std::vector<std::string> expected{"En", "2024", "Y", "3", "4"};
  BOOST_TEST(words == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(stems_are_the_first_letters_in_code_points) {
  const auto stems = [](const std::string& text) {
    return cotejo::stems_of(cotejo::find_index_words(text));
  };
  BOOST_TEST((stems("presidente") == stems("presidencia")));
  BOOST_TEST((stems("presea") != stems("presidente")));
  BOOST_TEST((stems("inundación") == stems("inundaciones")));
  BOOST_TEST((stems("1234567") != stems("1234568")));
}

BOOST_AUTO_TEST_SUITE_END()
