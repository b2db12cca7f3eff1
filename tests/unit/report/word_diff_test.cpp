#include <cotejo/report/word_diff.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace {

using cotejo::DiffPiece;
using cotejo::DiffSide;

/// "both [-original-] [+printed+]", "~" before a glued piece.
std::string shown(std::string_view printed, std::string_view original) {
  std::string text;
  for (const DiffPiece& piece : cotejo::diff_words(printed, original)) {
    if (!text.empty()) text += piece.glued ? "~" : " ";
    if (piece.side == DiffSide::both) text += piece.text;
    if (piece.side == DiffSide::printed) text += "[+" + piece.text + "+]";
    if (piece.side == DiffSide::original) text += "[-" + piece.text + "-]";
  }
  return text;
}

struct Case {
  std::string name;
  std::string printed;
  std::string original;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

const Case cases[] = {
    {"equal_words_are_one_piece", "todo va bien", "todo va bien", "todo va bien"},
    {"case_does_not_count", "Todo va bien", "todo va bien", "Todo va bien"},
    {"an_exchanged_word_shows_the_source_first", "todas las grúas", "algunas de las grúas",
     "[-algunas de-] [+todas+] las grúas"},
    {"a_dropped_word_is_the_sources", "pagaremos todo", "no pagaremos todo",
     "[-no-] pagaremos todo"},
    {"an_added_word_is_printed", "vendrán muy pronto", "vendrán pronto", "vendrán [+muy+] pronto"},
    {"dropped_at_the_end", "vendrán", "vendrán si pueden", "vendrán [-si pueden-]"},
    {"a_comma_is_glued", "sí, claro", "sí claro", "sí~[+,+] claro"},
    {"nothing_printed", "", "a b", "[-a b-]"},
    {"nothing_in_the_source", "a b", "", "[+a b+]"},
    {"nothing_at_all", "", "", ""},
    {"nothing_in_common", "a b", "c d", "[-c d-] [+a b+]"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_word_diff)

BOOST_DATA_TEST_CASE(diffs, cases) {
  BOOST_TEST(shown(sample.printed, sample.original) == sample.expected);
}

BOOST_AUTO_TEST_CASE(texts_too_different_stand_whole_against_each_other) {
  std::string printed;
  std::string original;
  for (int i = 0; i < 300; ++i) {
    printed += "a" + std::to_string(i) + " ";
    original += "b" + std::to_string(i) + " ";
  }
  const auto pieces = cotejo::diff_words(printed, original);
  BOOST_REQUIRE(pieces.size() == 2U);
  BOOST_TEST((pieces.front().side == DiffSide::original));
  BOOST_TEST(pieces.back().text + " " == printed);
}

// The law of a diff: what is printed, and what the source has, can be read back from it.
BOOST_AUTO_TEST_CASE(both_texts_can_be_read_back) {
  const std::string words[] = {"no", "sí", "a", "b"};
  for (unsigned seed = 0; seed < 500; ++seed) {
    unsigned state = seed * 2654435761U;
    const auto text = [&] {
      std::string made;
      for (unsigned n = (state >> 8U) % 7; n > 0; --n) {
        state = state * 1664525U + 1013904223U;
        made += (made.empty() ? "" : " ") + words[(state >> 24U) % 4];
      }
      state = state * 1664525U + 1013904223U;
      return made;
    };
    const std::string printed = text();
    const std::string original = text();
    std::string printed_again;
    std::string original_again;
    for (const DiffPiece& piece : cotejo::diff_words(printed, original)) {
      const auto add = [&](std::string& to) { to += (to.empty() ? "" : " ") + piece.text; };
      if (piece.side != DiffSide::original) add(printed_again);
      if (piece.side != DiffSide::printed) add(original_again);
    }
    BOOST_TEST(printed_again == printed);
    BOOST_TEST(original_again == original);
  }
}

BOOST_AUTO_TEST_SUITE_END()
