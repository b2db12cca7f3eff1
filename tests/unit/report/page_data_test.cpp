#include <cotejo/report/page/page_data.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string fill(std::string_view page_template, const cotejo::PageData& data) {
  const auto html = cotejo::fill_template(page_template, data, sample::words("en"));
  return html ? *html : "error: " + html.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_page_data)

BOOST_AUTO_TEST_CASE(two_braces_escape_and_three_do_not) {
  BOOST_TEST(
      fill("{{a}} {{{a_html}}}", cotejo::PageData{}.text("a", "<\u202E>").text("a_html", "<b>")) ==
      "&lt;[U+202E]&gt; <b>");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_false) {
  BOOST_TEST(fill("{{#a}}yes{{/a}}{{^a}}no{{/a}}", cotejo::PageData{}.text("a", "")) == "no");
}

BOOST_AUTO_TEST_CASE(lists_repeat_and_parts_enter_once) {
  BOOST_TEST(fill("{{#p}}{{#l}}{{n}},{{/l}}{{/p}}",
                  cotejo::PageData{}.part(
                      "p", cotejo::PageData{}.list("l", {cotejo::PageData{}.text("n", "1"),
                                                         cotejo::PageData{}.text("n", "2")}))) ==
             "1,2,");
}

BOOST_AUTO_TEST_CASE(words_come_from_the_interface) {
  BOOST_TEST(fill("{{t.month-01}}", {}) == "January");
  BOOST_TEST(fill("{{t.there-is-none}}", {}) == "report.there-is-none");
}

BOOST_AUTO_TEST_CASE(a_brace_in_a_word_is_no_tag) {
  BOOST_TEST(fill("{{t.progress}}", {}) == "Undecided: &#123;n} of &#123;total}");
}

BOOST_AUTO_TEST_CASE(braces_of_the_article_are_no_tags) {
  BOOST_TEST(fill("{{a}}{{b}}", cotejo::PageData{}.text("a", "{{b}}").text("b", "x")) == "{{b}}x");
}

BOOST_AUTO_TEST_CASE(a_broken_template_is_an_error) {
  BOOST_TEST(fill("{{#a}}", {}) ==
             "error: the page template is broken: Unclosed section \"a\" at 0");
  BOOST_TEST(fill("a{{b", {}) == "error: the page template is broken: Unclosed tag at 1");
}

BOOST_AUTO_TEST_SUITE_END()
