#include <cotejo/report/exports/exports.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace cotejo;

/// Compares with the file, or writes it when BLESS=1.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(COTEJO_SOURCE_DIR) + "/tests/unit/report/golden/" + name;
  const char* bless = std::getenv("BLESS");
  if (bless != nullptr && *bless == '1') std::ofstream(path) << text;
  std::ifstream file(path);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST(text == expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_exports)

BOOST_AUTO_TEST_CASE(the_whole_report_as_markdown) {
  const Document document = sample::full_document();
  check_golden("full-es.md", export_markdown(sample::sheet_of(document, "es")));
}

BOOST_AUTO_TEST_CASE(a_hostile_record_is_no_markup_in_markdown) {
  Document document = sample::hostile_document();
  document.findings->front().message = "1. **a** [b](javascript:x) | `c` <i> http://d\n# e";
  const std::string text = export_markdown(sample::sheet_of(document, "es"));
  BOOST_TEST(text.find(" <script") == std::string::npos);
  BOOST_TEST(text.find("\n# e") == std::string::npos);
  BOOST_TEST(
      text.find("1\\. \\*\\*a\\*\\* \\[b\\](javascript:x) \\| \\`c\\` \\<i\\> http:\\//d # e") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_ledger_has_no_formulas) {
  Document document = sample::full_document();
  (*document.sources)[0].name = "=1+1";
  (*document.sources)[1].name = "a \"b\", c";
  const std::string lines = export_ledger(sample::sheet_of(document, "es"));
  BOOST_TEST(lines.find(",'=1+1,") != std::string::npos);
  BOOST_TEST(lines.find(",\"a \"\"b\"\", c\",") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(addresses_are_percent_encoded) {
  Document document;
  document.id = "a b/ñ";
  BOOST_TEST(uri_of(document) == "a%20b/%C3%B1");
  document.meta.path = "x:y.txt";
  BOOST_TEST(uri_of(document) == "x%3Ay.txt");
  document.meta.url = "javascript:alert(1)";
  BOOST_TEST(uri_of(document) == "x%3Ay.txt");
  document.meta.url = "https://diario.example/a b?c=1#d";
  BOOST_TEST(uri_of(document) == "https://diario.example/a%20b?c=1#d");
}

BOOST_AUTO_TEST_CASE(a_name_has_one_urn) {
  BOOST_TEST(urn_of("a") == urn_of("a"));
  BOOST_TEST(urn_of("a") != urn_of("b"));
  BOOST_TEST(urn_of("a").size() == std::string("urn:uuid:").size() + 36U);
}

BOOST_AUTO_TEST_CASE(a_draft_names_the_speaker_and_leaves_the_rating_to_the_verdict) {
  const Document document = sample::full_document();
  ReviewLine line;
  line.fingerprint = fingerprints(document).at(1).whole;
  line.decision = Decision::accepted;
  const std::string drafts =
      export_claim_reviews(sample::sheet_of(document, "es", {.lines = {line}}));
  BOOST_TEST(drafts.find("\"claimReviewed\":\"todas las grúas volverán a funcionar en octubre\"") !=
             std::string::npos);
  BOOST_TEST(drafts.find("\"name\":\"Inés Carballo\"") != std::string::npos);
  BOOST_TEST(drafts.find("\"alternateName\":\"alterada\"") != std::string::npos);
  BOOST_TEST(export_claim_reviews(sample::sheet_of(document, "es")) == "[]\n");
}

BOOST_AUTO_TEST_SUITE_END()
