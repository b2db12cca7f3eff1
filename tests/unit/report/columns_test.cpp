#include <cotejo/report/columns.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace {

struct Case {
  std::string name;
  std::string input;
  std::size_t width;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

const Case wrap_cases[] = {
    {"a_short_line_stays", "Hola a todos", 20, "> Hola a todos\n"},
    {"a_line_breaks_at_a_blank", "Hola a todos", 10, "> Hola a\n> todos\n"},
    {"a_line_may_fill_the_width", "Hola todos", 12, "> Hola todos\n"},
    {"a_long_word_is_cut", "abcdefghij", 6, "> abcd\n> efgh\n> ij\n"},
    {"text_goes_on_behind_a_cut_word", "abcdef gh", 6, "> abcd\n> ef\n> gh\n"},
    {"blanks_and_line_feeds_are_one_blank", " a \n\t b ", 20, "> a b\n"},
    {"letters_count_not_bytes", "ñandú ñandú", 7, "> ñandú\n> ñandú\n"},
    {"wide_letters_take_two_columns", "北京市", 6, "> 北京\n> 市\n"},
    {"nothing_gives_no_line", "  ", 20, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_columns)

BOOST_DATA_TEST_CASE(wrapping, wrap_cases) {
  BOOST_TEST(cotejo::wrap_lines(sample.input, sample.width, "> ") == sample.expected);
}

BOOST_AUTO_TEST_CASE(combining_marks_take_no_column) {
  BOOST_TEST(cotejo::columns_of("e\u0301") == 1U);
  BOOST_TEST(cotejo::columns_of("é") == 1U);
  BOOST_TEST(cotejo::columns_of("한") == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
