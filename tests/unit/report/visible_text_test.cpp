#include <cotejo/report/visible_text.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace {

struct Case {
  std::string name;
  std::string input;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

const Case html_cases[] = {
    {"plain_text_stays", "Los niños ríen — 20 €.", "Los niños ríen — 20 €."},
    {"tags_are_shown", "<script>alert('x')</script>",
     "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
    {"quotes_cannot_end_an_attribute", "a\" onload=\"b", "a&quot; onload=&quot;b"},
    {"an_entity_is_text", "&amp;&#39;", "&amp;amp;&amp;#39;"},
    {"a_right_to_left_override_is_spelt_out", "a\u202Eb", "a[U+202E]b"},
    {"isolates_are_spelt_out", "\u2066a\u2069", "[U+2066]a[U+2069]"},
    {"a_zero_width_space_is_spelt_out", "Pu\u200Btin", "Pu[U+200B]tin"},
    {"a_byte_order_mark_is_spelt_out", "\uFEFFHola", "[U+FEFF]Hola"},
    {"a_soft_hyphen_is_spelt_out", "ca\u00ADsa", "ca[U+00AD]sa"},
    {"tag_characters_are_spelt_out", "a\U000E0041", "a[U+E0041]"},
    {"the_last_plane_has_six_digits", "a\U000E0FFFb", "a[U+E0FFF]b"},
    {"an_escape_is_spelt_out", "\x1B[31m", "[U+001B][31m"},
    {"a_null_is_spelt_out", std::string("a\0b", 3), "a[U+0000]b"},
    {"line_feed_and_tab_stay", "a\n\tb", "a\n\tb"},
    {"a_joiner_between_latin_letters_is_spelt_out", "a\u200Db", "a[U+200D]b"},
    {"a_non_joiner_is_persian_spelling", "می\u200Cخواهم", "می\u200Cخواهم"},
    {"a_joiner_makes_an_emoji", "👩\u200D🚀", "👩\u200D🚀"},
    {"a_no_break_blank_stays", "20\u00A0%", "20\u00A0%"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_visible_text)

BOOST_DATA_TEST_CASE(html, html_cases) {
  BOOST_TEST(cotejo::escape_html(sample.input) == sample.expected);
}

BOOST_AUTO_TEST_CASE(on_one_line_there_is_no_line_feed) {
  BOOST_TEST(cotejo::show_on_one_line("a\nb\tc\x07") == "a b c[U+0007]");
}

BOOST_AUTO_TEST_CASE(shortening_never_cuts_a_letter) {
  BOOST_TEST(cotejo::shortened("señal", 3) == "se…");
  BOOST_TEST(cotejo::shortened("señal", 6) == "señal");
}

BOOST_AUTO_TEST_CASE(only_web_addresses_are_links) {
  BOOST_TEST(cotejo::linkable("https://example.org/a") == "https://example.org/a");
  BOOST_TEST(cotejo::linkable("javascript:alert(1)").empty());
  BOOST_TEST(cotejo::linkable("data:text/html,x").empty());
  BOOST_TEST(cotejo::linkable(" https://example.org").empty());
}

BOOST_AUTO_TEST_SUITE_END()
