#include <cotejo/report/outline.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

using namespace cotejo;

BOOST_AUTO_TEST_SUITE(report_outline)

BOOST_AUTO_TEST_CASE(findings_are_counted_by_severity_and_what_has_none_is_clear) {
  const Counts counts = make_outline(sample::full_document()).counts;
  BOOST_TEST(counts.errors == 4U);
  BOOST_TEST(counts.warnings == 2U);
  BOOST_TEST(counts.notes == 1U);
  // Quotes 4 and 5 of six, and the claim on the workers.
  BOOST_TEST(counts.clear == 3U);
}

BOOST_AUTO_TEST_CASE(coverage_counts_each_quote_once) {
  const Coverage coverage = make_outline(sample::full_document()).coverage;
  BOOST_TEST(coverage.quotes == 6U);
  BOOST_TEST(coverage.located == 1U);
  BOOST_TEST(coverage.not_found == 1U);
  BOOST_TEST(coverage.not_checkable == 1U);
  BOOST_TEST(coverage.without_verdict == 3U);
  BOOST_TEST(coverage.without_speaker == 1U);
}

BOOST_AUTO_TEST_CASE(evidence_without_a_verdict_is_related_not_compared) {
  const Outline outline = make_outline(sample::full_document());
  BOOST_REQUIRE(outline.claims.size() == 2U);
  BOOST_TEST(outline.claims[0].claim.index == 1U);  // the more check-worthy first
  BOOST_TEST(outline.claims[0].related.size() == 1U);
  BOOST_TEST(outline.claims[0].compared.empty());
  BOOST_TEST(outline.claims[1].compared.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_number_belongs_to_its_claims_speaker_or_the_quote_around_it) {
  const Outline outline = make_outline(sample::full_document());
  BOOST_TEST(!outline.quantities[0].attribution.has_value());
  BOOST_TEST(outline.quantities[2].attribution.value().index == 2U);
  BOOST_TEST(outline.quantities[4].attribution.value().index == 4U);
  BOOST_TEST(outline.quantities[4].verdicts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(numbers_of_the_same_thing_stand_together) {
  const Outline outline = make_outline(sample::full_document());
  BOOST_REQUIRE(outline.groups.size() == 1U);
  BOOST_TEST(outline.groups[0].counted == "trabajadores");
  BOOST_TEST(outline.groups[0].quantities.size() == 2U);
}

BOOST_AUTO_TEST_CASE(sources_are_ordered_by_how_much_they_say) {
  const Outline outline = make_outline(sample::full_document());
  BOOST_REQUIRE(outline.sources.size() == 3U);
  BOOST_TEST(outline.sources[0].source.index == 1U);
  BOOST_TEST(outline.sources[0].relayed == 1U);
  BOOST_REQUIRE(outline.relays.size() == 1U);
  BOOST_TEST(outline.relays[0].speaker.index == 0U);
}

BOOST_AUTO_TEST_CASE(the_context_of_a_quote_is_the_sentences_around_it) {
  const Document document = sample::full_document();
  const Outline outline = make_outline(document);
  const std::string_view around = slice(document.text, outline.quotes[3].around);
  BOOST_TEST(around.starts_with("Según Carballo"));
  BOOST_TEST(around.ends_with("siguen en la obra."));
}

BOOST_AUTO_TEST_CASE(lines_are_the_paragraphs_of_a_bare_record) {
  const Outline outline = make_outline(sample::bare_document());
  BOOST_TEST(outline.paragraphs.size() == 6U);
  BOOST_TEST(outline.quotes.empty());
}

BOOST_AUTO_TEST_CASE(the_headline_is_the_title_else_the_role_else_the_first_line_else_the_id) {
  Document document = sample::full_document();
  BOOST_TEST(headline_of(document).starts_with("El puerto"));
  document.meta.title = "Otro";
  BOOST_TEST(headline_of(document) == "Otro");
  BOOST_TEST(headline_of(sample::bare_document()).starts_with("El puerto"));
  BOOST_TEST(headline_of(sample::empty_document()) == "puerto");
}

BOOST_AUTO_TEST_SUITE_END()
