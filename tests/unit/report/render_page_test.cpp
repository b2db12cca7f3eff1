#include <cotejo/report/page/render_page.hpp>

#include "sample.hpp"

#include <cotejo/report/page/sections.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

std::string page(const Document& document, const std::string& language = "es") {
  const auto html = render_page(sample::sheet_of(document, language), shipped_template);
  BOOST_REQUIRE(html.has_value());
  return *html;
}

bool holds(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

std::size_t count(const std::string& html, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// The stretch of the page from the section of that id to the next one.
std::string section(const std::string& html, const std::string& id) {
  const std::size_t begin = html.find("<section id=\"" + id + '"');
  BOOST_REQUIRE_MESSAGE(begin != std::string::npos, "no section " << id);
  return html.substr(begin, html.find("</section>", begin) - begin);
}

/// The names of all start and end tags of the page that open or close something, in order; ends
/// with a slash before them.
std::vector<std::string> tags_of(const std::string& html) {
  static const std::set<std::string> empty_elements{"meta", "input", "rect", "path", "link", "br"};
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    std::size_t end = at + 1;
    while (end < html.size() && (std::isalnum(static_cast<unsigned char>(html[end])) != 0 ||
                                 (end == at + 1 && html[end] == '/'))) {
      ++end;
    }
    const std::string name = html.substr(at + 1, end - at - 1);
    if (name.empty() || empty_elements.count(name) > 0) continue;
    tags.push_back(name);
  }
  return tags;
}

const std::vector<std::string> section_ids{"must-fix", "article", "quotes",     "numbers",
                                           "claims",   "sources", "check-list", "method"};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_render_page)

BOOST_AUTO_TEST_CASE(the_policys_hashes_are_of_the_style_and_script_in_the_page) {
  const std::string html = page(sample::full_document());
  const auto between = [&](const std::string& open, const std::string& close) {
    const std::size_t begin = html.find(open) + open.size();
    return html.substr(begin, html.find(close, begin) - begin);
  };
  BOOST_TEST(holds(html, "style-src '" + csp_hash(between("<style>", "</style>")) + "'"));
  BOOST_TEST(holds(html, "script-src '" + csp_hash(between("<script>", "</script>")) + "'"));
}

// Made with openssl dgst -sha256 -binary | base64.
BOOST_AUTO_TEST_CASE(a_policy_hash_is_the_base64_of_the_digest) {
  BOOST_TEST(csp_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

BOOST_AUTO_TEST_CASE(every_section_is_there_in_order) {
  const std::string html = page(sample::full_document());
  std::size_t last = html.find("<header class=\"strip\">");
  BOOST_TEST(last != std::string::npos);
  for (const std::string& id : section_ids) {
    const std::size_t at = html.find("<section id=\"" + id + '"');
    BOOST_TEST(at != std::string::npos, id);
    BOOST_TEST(at > last, id);
    last = at;
  }
}

BOOST_AUTO_TEST_CASE(absent_layers_are_said_to_be_not_checked) {
  const std::string html = page(sample::bare_document());
  for (const std::string id : {"must-fix", "article", "quotes", "numbers", "claims", "sources"}) {
    BOOST_TEST(holds(section(html, id), "No comprobado: falta la etapa"), id);
  }
  BOOST_TEST(count(section(html, "method"), "no comprobado") == 9U);
  BOOST_TEST(!holds(section(html, "must-fix"), "Nada que deba corregirse."));
}

BOOST_AUTO_TEST_CASE(empty_layers_are_said_to_hold_nothing) {
  Document document = sample::bare_document();
  document.quotes.emplace();
  document.quantities.emplace();
  document.findings.emplace();
  const std::string html = page(document);
  BOOST_TEST(holds(section(html, "must-fix"), "Nada que deba corregirse."));
  BOOST_TEST(holds(section(html, "quotes"), "El artículo no contiene citas."));
  BOOST_TEST(holds(section(html, "numbers"), "El artículo no contiene cifras."));
  BOOST_TEST(!holds(section(html, "quotes"), "No comprobado"));
}

BOOST_AUTO_TEST_CASE(every_word_of_the_template_is_there_in_both_languages) {
  for (const std::string language : {"es", "en"}) {
    const std::string html = page(sample::full_document(), language);
    BOOST_TEST(!holds(html, "report."), language);
    BOOST_TEST(!holds(page(sample::bare_document(), language), "report."), language);
    BOOST_TEST(!holds(html, "{{"), language);
  }
}

BOOST_AUTO_TEST_CASE(tags_nest_even_where_marks_cross) {
  for (const Document& document :
       {sample::full_document(), sample::bare_document(), sample::hostile_document()}) {
    std::string html = page(document);
    html.replace(html.find(shipped_style), shipped_style.size(), "");
    html.replace(html.find(shipped_script), shipped_script.size(), "");
    std::vector<std::string> open;
    for (const std::string& tag : tags_of(html)) {
      if (!tag.starts_with('/')) {
        open.push_back(tag);
        continue;
      }
      BOOST_REQUIRE(!open.empty());
      BOOST_REQUIRE_EQUAL(open.back(), tag.substr(1));
      open.pop_back();
    }
    BOOST_TEST(open.empty());
  }
}

BOOST_AUTO_TEST_CASE(crossing_marks_are_drawn_in_pieces) {
  const std::string article = section(page(sample::full_document()), "article");
  // Finding 5 begins in a quote and ends outside: one piece with its id, one without.
  BOOST_TEST(count(article, "id=\"ft5\"") == 1U);
  BOOST_TEST(holds(article, "<span class=\"found error\">”"));
}

BOOST_AUTO_TEST_CASE(ids_are_unique_and_links_lead_somewhere) {
  const std::string html = page(sample::full_document());
  std::set<std::string> ids;
  for (std::size_t at = html.find(" id=\""); at != std::string::npos;
       at = html.find(" id=\"", at)) {
    at += 5;
    const std::string id = html.substr(at, html.find('"', at) - at);
    BOOST_TEST(ids.insert(id).second, "twice: " << id);
  }
  for (std::size_t at = html.find("href=\"#"); at != std::string::npos;
       at = html.find("href=\"#", at)) {
    at += 7;
    const std::string id = html.substr(at, html.find('"', at) - at);
    BOOST_TEST(ids.count(id) == 1U, "leads nowhere: " << id);
  }
}

BOOST_AUTO_TEST_CASE(nothing_of_a_hostile_record_becomes_markup) {
  const std::string html = page(sample::hostile_document());
  BOOST_TEST(count(html, "<script>") == 1U);
  BOOST_TEST(!holds(html, "<script>alert"));
  BOOST_TEST(!holds(html, " onload=\""));
  BOOST_TEST(!holds(html, "\u202E"));
  BOOST_TEST(!holds(html, "\u200B"));
  BOOST_TEST(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;[U+202E][U+200B]{{{"));
}

BOOST_AUTO_TEST_CASE(a_script_address_is_shown_and_not_linked) {
  Document document = sample::full_document();
  (*document.evidence)[0].url = "javascript:alert(1)";
  const std::string html = page(document);
  BOOST_TEST(!holds(html, "href=\"javascript"));
  BOOST_TEST(holds(html, "javascript:alert(1)"));
  BOOST_TEST(
      holds(page(sample::full_document()), "href=\"https://puerto.example/actas?id=1&amp;x=2\""));
}

BOOST_AUTO_TEST_CASE(there_are_no_inline_styles_or_handlers_and_no_foreign_files) {
  std::string html = page(sample::full_document());
  BOOST_TEST(!holds(html, " style="));
  BOOST_TEST(!holds(html, " onclick="));
  BOOST_TEST(!holds(html, " src="));
  BOOST_TEST(!holds(html, "<link"));
  BOOST_TEST(!holds(std::string(shipped_style), "url("));
  BOOST_TEST(!holds(std::string(shipped_style), "@import"));
}

BOOST_AUTO_TEST_CASE(changed_words_are_said_in_words_too) {
  const std::string quotes = section(page(sample::full_document()), "quotes");
  BOOST_TEST(holds(quotes, "<del><span class=\"vh\">[solo en la fuente: </span>algunas"));
  BOOST_TEST(holds(quotes, "<ins><span class=\"vh\">[solo en el artículo: </span>todas"));
  BOOST_TEST(holds(quotes, "<b>alcance</b>, grave"));
}

BOOST_AUTO_TEST_CASE(speaker_relay_and_verdict_stand_on_the_card) {
  const std::string quotes = section(page(sample::full_document()), "quotes");
  BOOST_TEST(holds(quotes, "Inés Carballo</span> <span class=\"via\">vía Delta"));
  BOOST_TEST(holds(quotes, "<span class=\"unsettled\">hablante sin establecer"));
  BOOST_TEST(holds(quotes, "<b>alterada</b> (además: de otra fecha)"));
}

BOOST_AUTO_TEST_CASE(a_translation_is_not_compared_word_by_word) {
  Document document = sample::full_document();
  document.verdicts->front().label = VerdictLabel::translation;
  const std::string html = page(document);
  BOOST_TEST(!holds(html, "<ins><span class=\"vh\">[solo en el artículo: </span>todas las"));
  BOOST_TEST(holds(html, "<p class=\"diff\" lang=\"\">algunas grúas"));
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_a_page) {
  BOOST_TEST(holds(page(sample::empty_document()), "<title>puerto"));
}

BOOST_AUTO_TEST_CASE(a_long_article_with_eighty_findings_is_a_page_under_400_kilobytes) {
  const Document document = sample::long_document(60, 80);
  BOOST_TEST(document.findings->size() == 80U);
  BOOST_TEST(page(document).size() < 400'000U);
}

BOOST_AUTO_TEST_CASE(decisions_stand_in_the_page_without_scripts) {
  const Document document = sample::full_document();
  const FindingPrint print = fingerprints(document).at(1);
  ReviewLine line;
  line.fingerprint = print.whole;
  line.decision = Decision::dismissed;
  line.note = "así lo dijo <b>";
  line.who = "Ana";
  const auto html =
      render_page(sample::sheet_of(document, "es", {.lines = {line}}), shipped_template);
  BOOST_REQUIRE(html.has_value());
  BOOST_TEST(holds(section(*html, "must-fix"), "descartado: así lo dijo &lt;b&gt;"));
  BOOST_TEST(holds(section(*html, "article"), "descartado: así lo dijo &lt;b&gt;"));
  BOOST_TEST(holds(section(*html, "article"), "found error is-dismissed"));
  BOOST_TEST(holds(*html, "Sin decidir: 6 de 7"));
}

BOOST_AUTO_TEST_CASE(published_values_are_drawn_with_the_claim_among_them) {
  Document document = sample::full_document();
  (*document.evidence)[1].figure = ReferenceValue{1100, 1300, "2025-08-01", "2025-08-31", "INE"};
  const std::string numbers = section(page(document), "numbers");
  BOOST_TEST(count(numbers, "<svg class=\"plot\"") == 1U);
  BOOST_TEST(holds(numbers, "1100–1300 (INE, 1 de agosto de 2025 – 31 de agosto de 2025)"));
  BOOST_TEST(count(section(page(sample::full_document()), "numbers"), "<svg") == 0U);
}

BOOST_AUTO_TEST_CASE(calculations_that_do_not_come_out_are_listed_with_the_numbers) {
  BOOST_TEST(holds(section(page(sample::full_document()), "numbers"), "40 + 75 = 115, no 100."));
}

BOOST_AUTO_TEST_CASE(relays_are_drawn_and_listed) {
  const std::string sources = section(page(sample::full_document()), "sources");
  BOOST_TEST(count(sources, "class=\"arrow\"") == 1U);
  BOOST_TEST(holds(sources, "<ul class=\"relays\">"));
}

BOOST_AUTO_TEST_CASE(a_section_of_thousands_is_cut_says_so_and_links_to_nothing_missing) {
  const Document document = sample::long_document(max_items + 3, max_items + 3);
  const std::string html = page(document);
  BOOST_TEST(count(html, "<article class=\"card\"") == max_items);
  BOOST_TEST(count(html, "<tr id=\"n") == max_items);
  BOOST_TEST(count(html, "Se muestran los primeros 2000 de 2003") == 2U);
  BOOST_TEST(holds(html, "href=\"#q2000\""));
  BOOST_TEST(!holds(html, "href=\"#q2001\""));
  BOOST_TEST(count(html, "<li class=\"remark") == max_items + 3);
}

BOOST_AUTO_TEST_SUITE_END()
