#include <cotejo/text/utf8.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

BOOST_AUTO_TEST_SUITE(text_utf8)

struct BytesCase {
  std::string name;
  std::string bytes;
  std::optional<std::size_t> bad;
};
std::ostream& operator<<(std::ostream& out, const BytesCase& row) { return out << row.name; }

const BytesCase bytes_cases[] = {
    {"empty", "", {}},
    {"ascii longer than a word", "abcdefghijklmnop", {}},
    {"two, three and four bytes", "ñ € 𝄞", {}},
    {"the last code point", "\xF4\x8F\xBF\xBF", {}},
    {"a tail alone", "abc\x80", 3},
    {"a lead alone at the end", "abcdefgh\xC3", 8},
    {"an overlong slash", "\xC0\xAF", 0},
    {"an overlong of three bytes", "\xE0\x9F\xBF", 0},
    {"a surrogate", "a\xED\xA0\x80", 1},
    {"beyond the last code point", "\xF4\x90\x80\x80", 0},
    {"a lead that does not exist", "\xF5\x80\x80\x80", 0},
    {"cut in the middle", "x\xE2\x82", 1},
    {"bad behind good", "ñññ\xFFx", 6},
};

BOOST_DATA_TEST_CASE(bad_bytes_are_found_where_they_stand, data::make(bytes_cases), row) {
  const auto bad = first_bad_utf8(row.bytes);
  BOOST_TEST(bad.has_value() == row.bad.has_value());
  if (bad && row.bad) BOOST_TEST(*bad == *row.bad);
}

BOOST_AUTO_TEST_CASE(code_points_read_as_they_were_written) {
  for (const char32_t value : {U'a', U'ñ', U'€', U'\U0001D11E', U'\U0010FFFF', U'\uFFFD'}) {
    std::string text = "x";
    append_utf8(text, value);
    const auto end = static_cast<Offset>(text.size());
    BOOST_TEST((code_point_at(text, 1).value == value));
    BOOST_TEST(code_point_at(text, 1).length == end - 1);
    BOOST_TEST((code_point_before(text, end).value == value));
    BOOST_TEST(count_code_points(text) == 2U);
    BOOST_TEST(!first_bad_utf8(text).has_value());
  }
}

BOOST_AUTO_TEST_CASE(boundaries_are_where_code_points_begin_and_the_text_ends) {
  const std::string text = "añ";
  BOOST_TEST(is_boundary(text, 0));
  BOOST_TEST(is_boundary(text, 1));
  BOOST_TEST(!is_boundary(text, 2));
  BOOST_TEST(is_boundary(text, 3));
  BOOST_TEST(!is_boundary(text, 4));
}

BOOST_AUTO_TEST_CASE(a_head_ends_with_a_whole_code_point) {
  BOOST_TEST(head_of("añb", 1) == "a");
  BOOST_TEST(head_of("añb", 2) == "a");
  BOOST_TEST(head_of("añb", 3) == "añ");
  BOOST_TEST(head_of("añb", 9) == "añb");
  BOOST_TEST(head_of("ñ", 0) == "");
}

BOOST_AUTO_TEST_CASE(columns_count_code_points) {
  const std::string text = "niño\nseñal: 3 €";
  BOOST_TEST((line_column(text, 0) == LineColumn{1, 1}));
  BOOST_TEST((line_column(text, 4) == LineColumn{1, 4}));
  BOOST_TEST((line_column(text, 6) == LineColumn{2, 1}));
  BOOST_TEST((line_column(text, static_cast<Offset>(text.size())) == LineColumn{2, 11}));
}

BOOST_AUTO_TEST_CASE(characters_are_what_unicode_says) {
  BOOST_TEST((is_letter(U'ñ') && is_letter(U'я') && is_letter(0x0301) && is_letter(0x6F22)));
  BOOST_TEST((!is_letter(U'3') && !is_letter(U'€')));
  BOOST_TEST((is_digit(U'7') && is_digit(0x0663) && !is_digit(U'a')));
  BOOST_TEST((is_blank(U' ') && is_blank(0x00A0) && is_blank(0x202F) && !is_blank(0x200B)));
  BOOST_TEST((is_upper(U'Ñ') && is_upper(U'A') && !is_upper(U'ñ') && !is_upper(U'1')));
}

struct NormalCase {
  std::string text;
  std::string normal;
};
std::ostream& operator<<(std::ostream& out, const NormalCase& row) { return out << row.text; }

const NormalCase normal_cases[] = {
    {"plain", "plain"},
    {"ya compuesto: ñ “—” €", "ya compuesto: ñ “—” €"},
    {"compuesto: n\u0303", "compuesto: ñ"},
    {"n\u0303 al principio", "ñ al principio"},
    {"Å es \u212B", "Å es Å"},
    {"“n\u0303” y и\u0306", "“ñ” y й"},
    {"\u1112\u1161\u11AB", "한"},
};

BOOST_DATA_TEST_CASE(text_is_composed_once_and_for_all, data::make(normal_cases), row) {
  BOOST_TEST(to_nfc(row.text) == row.normal);
  BOOST_TEST(is_nfc(row.normal));
  BOOST_TEST(is_nfc(row.text) == (row.text == row.normal));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
