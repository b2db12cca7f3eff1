#include <cotejo/check/messages.hpp>

#include "fixture.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(check_messages)

BOOST_AUTO_TEST_CASE(numbers_are_written_as_the_language_does) {
  const auto& spanish = shipped_rules("es").language();
  const auto& english = shipped_rules("en").language();
  BOOST_TEST(cotejo::write_number(14000, spanish) == "14.000");
  BOOST_TEST(cotejo::write_number(1234567.5, english) == "1,234,567.5");
  BOOST_TEST(cotejo::write_number(0.25, spanish) == "0,25");
  BOOST_TEST(cotejo::write_number(-3, english) == "-3");
  BOOST_TEST(cotejo::write_number(999.9996, english) == "1,000");
}

BOOST_AUTO_TEST_CASE(a_condition_without_a_rule_is_no_finding) {
  cotejo::FindingList findings(shipped_rules("es"));
  BOOST_TEST(!findings.knows("no-such-thing"));
  findings.add("no-such-thing", {0, 1}, {});
  BOOST_TEST(findings.take().empty());
}

BOOST_AUTO_TEST_CASE(findings_come_by_place_and_once) {
  cotejo::FindingList findings(shipped_rules("es"));
  findings.add("space-missing", {10, 12}, {{"text", "b,c"}});
  findings.add("space-missing", {1, 4}, {{"text", "a,b"}});
  findings.add("space-missing", {2, 3}, {{"text", "a,b"}});
  const auto all = findings.take();
  BOOST_REQUIRE(all.size() == 2U);
  BOOST_TEST((all[0].span == cotejo::Span{1, 4}));
  BOOST_TEST(all[0].message == "Falta un espacio en «a,b».");
  BOOST_TEST(all[0].rule == "es.check.space-missing");
}

BOOST_AUTO_TEST_SUITE_END()
