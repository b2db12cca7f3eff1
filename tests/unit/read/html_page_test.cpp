#include <cotejo/read/html_page.hpp>

#include <cotejo/read/html_guard.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

namespace cotejo {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::string all_text(const HtmlPage& page) {
  std::string text;
  for (const HtmlNode& node : page.nodes) {
    if (node.tag == Tag::text) append_collapsed(text, page.text_of(node));
  }
  return text;
}

std::uint32_t first(const HtmlPage& page, Tag tag) {
  const auto found = std::ranges::find(page.nodes, tag, &HtmlNode::tag);
  BOOST_REQUIRE(found != page.nodes.end());
  return static_cast<std::uint32_t>(found - page.nodes.begin());
}

BOOST_AUTO_TEST_SUITE(read_html_page)

BOOST_AUTO_TEST_CASE(nodes_stand_in_document_order_and_know_their_end) {
  const HtmlPage page = parse_html("<div id=a><p>uno <b>dos</b></p><p>tres</p></div><p>cuatro</p>");
  const std::uint32_t div = first(page, Tag::div);
  BOOST_TEST(page.inner_text(div) == "uno dos tres");
  BOOST_TEST(page.value(div, HtmlAttributeName::id) == "a");
  BOOST_TEST(page.inner_text(0) == "uno dos tres cuatro");
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    const HtmlNode& parent = page.nodes[page.nodes[i].parent];
    BOOST_TEST(page.nodes[i].parent < i);
    BOOST_TEST(page.nodes[i].end > i);
    BOOST_TEST(page.nodes[i].end <= parent.end);
  }
}

BOOST_AUTO_TEST_CASE(references_and_windows_numbers_are_characters) {
  const HtmlPage page =
      parse_html("<p title='a&amp;b'>&ldquo;s&iacute;&rdquo; &#147;no&#148; &lt;</p>");
  const std::uint32_t p = first(page, Tag::p);
  BOOST_TEST(page.inner_text(p) == "“sí” “no” <");
  BOOST_TEST(page.value(p, HtmlAttributeName::title) == "a&b");
}

BOOST_AUTO_TEST_CASE(elements_without_end_do_not_hold_what_follows) {
  const HtmlPage page = parse_html("<div>a<wbr>b<embed>c<br>d</div><p>e</p>");
  BOOST_TEST(page.inner_text(first(page, Tag::div)) == "ab c d");
  BOOST_TEST((page.nodes[first(page, Tag::wbr)].end == first(page, Tag::wbr) + 1));
}

BOOST_AUTO_TEST_CASE(scripts_are_no_text_but_json_ld_is_kept) {
  const HtmlPage page = parse_html(
      "<script>if (a<b) x='</p>';</script><script type='application/ld+json'>{\"a\":1}</script>x");
  BOOST_TEST(page.text_of(page.nodes[first(page, Tag::data)]) == "{\"a\":1}");
  BOOST_TEST(page.inner_text(first(page, Tag::script)) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_metadata_ends_the_head) {
  const HtmlPage page = parse_html(
      "<html><meta charset=utf-8><title>t</title><article><p>uno</p></article></head><p>dos</p></html>");
  const std::uint32_t article = first(page, Tag::article);
  BOOST_TEST((page.nodes[page.nodes[article].parent].tag == Tag::html));
  BOOST_TEST((page.nodes[first(page, Tag::head)].end == article));
  BOOST_TEST(page.inner_text(article) == "uno");
  BOOST_TEST(page.nodes.front().end == page.nodes.size());
}

BOOST_AUTO_TEST_CASE(a_declared_encoding_is_not_believed_any_more) {
  const HtmlPage page = parse_html("<meta charset='iso-8859-1'><p>señal</p>");
  BOOST_TEST(page.inner_text(first(page, Tag::p)) == "señal");
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_levels_lose_no_text) {
  constexpr std::size_t levels = 100000;
  for (const std::string_view name : {"div", "b", "ul"}) {
    const std::string open = "<" + std::string(name) + ">";
    const std::string close = "</" + std::string(name) + ">";
    const HtmlPage page =
        parse_html(repeated(open, levels) + "dentro" + repeated(close, levels) + "<p>detrás</p>");
    BOOST_TEST(all_text(page) == "dentro detrás");
    BOOST_TEST(page.nodes.size() < 3000U);
  }
}

BOOST_AUTO_TEST_CASE(end_tags_that_close_nothing_take_no_time) {
  const HtmlPage page = parse_html(repeated("<div>", 50000) + "uno" + repeated("</span>", 100000) +
                                   repeated("<p><h1></h1></p>", 50000) + "dos");
  BOOST_TEST(all_text(page).find("dos") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(many_unclosed_paragraphs_stay_paragraphs) {
  const HtmlPage page = parse_html(repeated("<p>uno", 5000));
  BOOST_TEST(std::ranges::count(page.nodes, Tag::p, &HtmlNode::tag) == 5000);
}

BOOST_AUTO_TEST_CASE(attributes_are_few_and_short) {
  std::string tag = "<p class='c' ";
  for (int i = 0; i < 50000; ++i) tag += "a" + std::to_string(i) + "=1 ";
  tag += "id='z'>texto</p><p id='" + std::string(100000, 'x') + "' lang=es>dos</p>";
  const HtmlPage page = parse_html(tag);
  const std::uint32_t p = first(page, Tag::p);
  BOOST_TEST(page.value(p, HtmlAttributeName::class_) == "c");
  BOOST_TEST(page.value(p, HtmlAttributeName::id) == "");
  BOOST_TEST(page.inner_text(0) == "texto dos");
  BOOST_TEST(std::ranges::all_of(page.attributes,
                                 [](const HtmlAttribute& a) { return a.value.length() <= 4096; }));
}

BOOST_AUTO_TEST_CASE(ordinary_pages_pass_the_guard_unchanged) {
  const std::string page =
      "<!-- <b --><div a=\"x > y\" b='z' c=d><p>don't</p><br/><li>a<li>b<img src=x></div>"
      "<script>\"<div \" + '</x>'</script> 3 < 4 </nothing>";
  std::string guarded = page;
  guard_html(guarded);
  BOOST_TEST(guarded == page);
}

BOOST_AUTO_TEST_CASE(broken_pages_end_somewhere) {
  for (const std::string_view page :
       {"", "<", "</", "<!", "<!--", "<p", "<p a", "<p a=", "<p a='", "<script>", "&", "&#", "&#x;",
        "<p>a</p", "<![CDATA[", "<a<b<c", "</p></div>"}) {
    const HtmlPage parsed = parse_html(std::string(page));
    BOOST_TEST(parsed.nodes.front().end == parsed.nodes.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
