#include <cotejo/report/compared_quantity.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace cotejo;

/// The full sample with two numbers in its first claim, which the corpus agrees with.
Document with_two_numbers() {
  Document document = sample::full_document();
  (*document.claims)[0].quantities = {Id<Quantity>(3), Id<Quantity>(4)};  // 1200 and about 1400
  return document;
}

std::optional<Id<Quantity>> on(const Document& document) {
  const Outline outline = make_outline(document);
  for (const ClaimOutline& claim : outline.claims) {
    if (claim.claim == Id<Claim>(0)) return claim.quantity;
  }
  return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_compared_quantity)

BOOST_AUTO_TEST_CASE(the_only_number_it_is) {
  BOOST_TEST((on(sample::full_document()) == Id<Quantity>(4)));
}

BOOST_AUTO_TEST_CASE(of_two_it_cannot_be_told_without_a_finding_or_a_value) {
  BOOST_TEST(!on(with_two_numbers()).has_value());
}

BOOST_AUTO_TEST_CASE(the_published_value_tells_which_one_agrees) {
  Document document = with_two_numbers();
  (*document.evidence)[1].figure = ReferenceValue{1390, 1410, "", "", "censo"};
  BOOST_TEST((on(document) == Id<Quantity>(4)));
  (*document.verdicts)[3].label = VerdictLabel::differs;
  BOOST_TEST(!on(document).has_value());
}

BOOST_AUTO_TEST_CASE(the_finding_of_the_verdict_tells_it_and_the_other_number_has_no_verdict) {
  Document document = with_two_numbers();
  Finding finding;
  finding.code = "quantity-differs";
  finding.span = (*document.quantities)[4].span;
  finding.verdict = Id<Verdict>(3);
  document.findings = std::vector{finding};
  BOOST_TEST((on(document) == Id<Quantity>(4)));
  const Outline outline = make_outline(document);
  BOOST_TEST(outline.quantities[4].verdicts.size() == 1U);
  BOOST_TEST(outline.quantities[3].verdicts.empty());
}

BOOST_AUTO_TEST_CASE(without_a_verdict_there_is_none) {
  Document document = sample::full_document();
  document.verdicts->pop_back();
  BOOST_TEST(!on(document).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
