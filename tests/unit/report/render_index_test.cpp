#include <cotejo/report/page/render_index.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace cotejo;

IndexEntry entry(std::string file, std::size_t errors, std::size_t warnings) {
  IndexEntry made;
  made.file = std::move(file);
  made.headline = "<script>" + made.file;
  made.language = "es";
  made.open = {errors, warnings, 0};
  made.findings = errors + warnings + 1;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_render_index)

BOOST_AUTO_TEST_CASE(the_worst_stands_first_whatever_the_order_of_the_entries) {
  const auto page = render_index(
      {entry("c.html", 0, 9), entry("b.html", 2, 0), entry("a.html", 2, 0)}, sample::words("es"));
  const auto again = render_index(
      {entry("a.html", 2, 0), entry("c.html", 0, 9), entry("b.html", 2, 0)}, sample::words("es"));
  BOOST_REQUIRE(page.has_value());
  BOOST_TEST(*page == *again);
  const auto at = [&](std::string_view file) { return page->find("href=\"" + std::string(file)); };
  BOOST_TEST(at("a.html") < at("b.html"));
  BOOST_TEST(at("b.html") < at("c.html"));
  BOOST_TEST(page->find("<script>a") == std::string::npos);
  BOOST_TEST(page->find("&lt;script&gt;a.html") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_entry_counts_what_is_open) {
  const Document document = sample::full_document();
  const RuleSet& words = sample::words("es");
  ReviewInput input;
  const IndexEntry before = index_entry(document, words, input);
  BOOST_TEST(before.open[0] == 4U);
  BOOST_TEST(before.findings == document.findings->size());
  ReviewLine line;
  line.fingerprint = fingerprints(document).front().whole;
  line.decision = Decision::accepted;
  input.lines.push_back(line);
  const IndexEntry after = index_entry(document, words, input);
  BOOST_TEST(after.open[0] == 3U);
  BOOST_TEST(after.findings == before.findings);
}

BOOST_AUTO_TEST_CASE(its_language_is_that_of_most_articles) {
  BOOST_TEST(most_frequent_language({}) == "");
  IndexEntry english = entry("x", 0, 0);
  english.language = "en";
  BOOST_TEST(most_frequent_language({english, entry("a", 0, 0), entry("b", 0, 0)}) == "es");
  BOOST_TEST(most_frequent_language({entry("a", 0, 0), english}) == "en");
  english.language = "";
  BOOST_TEST(most_frequent_language({english, english, entry("a", 0, 0)}) == "es");
}

BOOST_AUTO_TEST_SUITE_END()
