#include <cotejo/read/main_text.hpp>

#include <cotejo/read/page_hints.hpp>
#include <unit/read/samples.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace cotejo {
namespace {

/// Role and first three words of each paragraph, one a line.
std::string outline(const MainText& text) {
  std::string lines;
  for (const PageParagraph& paragraph : text.paragraphs) {
    std::size_t end = 0;
    for (int words = 0; words < 3 && end < paragraph.text.size(); ++words) {
      end = std::min(paragraph.text.find(' ', end + 1), paragraph.text.size());
    }
    lines += std::string(name_of(paragraph.role)) + ": " + paragraph.text.substr(0, end) + "\n";
  }
  return lines;
}

std::string outline_of(std::string html) {
  const HtmlPage page = parse_html(std::move(html));
  return outline(find_main_text(page, find_page_facts(page, MonthNames(test::languages()))));
}

BOOST_AUTO_TEST_SUITE(read_main_text)

BOOST_AUTO_TEST_CASE(an_article_is_told_from_what_stands_around_it) {
  BOOST_TEST(outline_of(test::page("portada.html")) ==
             "standfirst: La obra costará\n"
             "body: El intendente prometió\n"
             "caption: Vista del muelle\n"
             "body: “Vamos a devolver\n"
             "crosshead: Dos veranos de\n"
             "body: Los trabajos durarán\n"
             "body: La oposición pidió\n");
}

BOOST_AUTO_TEST_CASE(line_breaks_part_paragraphs_where_pages_use_no_others) {
  BOOST_TEST(outline_of(test::page("plain_divs.html")) ==
             "body: November 18, 2019\n"
             "body: The council put\n"
             "body: The plan would\n"
             "body: \"We will be\n");
}

BOOST_AUTO_TEST_CASE(a_button_that_is_never_closed_does_not_swallow_the_article) {
  BOOST_TEST(outline_of(test::page("swallowed.html")) ==
             "body: The river fell\n"
             "body: Farmers upstream, who\n");
}

BOOST_AUTO_TEST_CASE(a_part_that_holds_most_of_the_text_is_no_sidebar) {
  const std::string text = "Una frase que es bastante larga, con comas, y que cuenta algo entero.";
  BOOST_TEST(outline_of("<div class=sidebar><p>" + text + "</p><p>" + text + "</p></div>") ==
             "body: Una frase que\nbody: Una frase que\n");
}

BOOST_AUTO_TEST_CASE(pages_without_headings_set_them_in_bold_and_part_lines_by_breaks) {
  const std::string text = "Una frase que es bastante larga, con comas, y que cuenta algo entero.";
  BOOST_TEST(outline_of("<h1>Sube el pan</h1><h2>El kilo costará dos pesos más desde el lunes que "
                        "viene</h2><div>" +
                        text + "<br><b>Los motivos</b><br>" + text +
                        "<br>Calle Larga 3,<br>piso dos</div>") ==
             "standfirst: El kilo costará\n"
             "body: Una frase que\n"
             "crosshead: Los motivos\n"
             "body: Una frase que\n"
             "body: Calle Larga 3,\n");
}

BOOST_AUTO_TEST_CASE(announcements_of_other_articles_are_left_out) {
  const std::string text =
      "<p>Una frase que es bastante larga, con comas, y que cuenta algo entero.";
  std::string article = "<h1>Sube el pan</h1>";
  for (int i = 0; i < 8; ++i) article += text;
  BOOST_TEST(
      outline_of("<div>" + article +
                 "<div><h3><a href=/otra>Otra cosa ha pasado</a></h3><p>Y aquí se cuenta, con "
                 "comas, lo que la otra noticia dice.</p></div></div>")
          .find("Y aquí") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_of_links_and_one_of_nothing_hold_no_text) {
  BOOST_TEST(outline_of("<ul><li><a href=a>Uno</a><li><a href=b>Dos</a></ul>") == "");
  BOOST_TEST(outline_of("<html><script>var a;</script></html>") == "");
}

BOOST_AUTO_TEST_CASE(names_are_compared_by_their_parts) {
  BOOST_TEST((hint_of_names("relatedPosts main") == PageHint::clutter));
  BOOST_TEST((hint_of_names("post-share_links") == PageHint::clutter));
  BOOST_TEST((hint_of_names("article__byline") == PageHint::byline));
  BOOST_TEST((hint_of_names("shadow") == PageHint::none));
  BOOST_TEST((hint_of_names("loads") == PageHint::none));
  BOOST_TEST((hint_of_names("") == PageHint::none));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
