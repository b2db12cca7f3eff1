#include <cotejo/claims/statements.hpp>

#include <unit/claims/claims_in.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using cotejo::test::Claimed;

BOOST_AUTO_TEST_SUITE(claims_statements)

BOOST_AUTO_TEST_CASE(without_quotes_every_sentence_is_a_statement) {
  const Claimed claimed("Llovió toda la noche.");
  const auto statements = find_statements(claimed.document, claimed.analysed.analysis);
  BOOST_REQUIRE(statements.size() == 1);
  BOOST_TEST((statements[0].span == cotejo::Span{0, claimed.analysed.end()}));
  BOOST_TEST(!statements[0].attribution.has_value());
}

BOOST_AUTO_TEST_CASE(a_sentence_that_is_nearly_all_quoted_is_the_quotes) {
  Claimed claimed("“Llovió toda la noche sobre el puerto y nadie salió”, dijo.");
  claimed.quote("Llovió toda la noche sobre el puerto y nadie salió");
  const auto statements = find_statements(claimed.document, claimed.analysed.analysis);
  BOOST_TEST(statements.size() <= 2);
  BOOST_TEST(statements.back().attribution.has_value());
  BOOST_TEST(statements.back().attributed);
}

BOOST_AUTO_TEST_CASE(a_fragment_is_no_statement) {
  Claimed claimed("La ministra habló de un “ambiente cálido” durante la cena de anoche.");
  claimed.quote("ambiente cálido");
  BOOST_TEST(find_statements(claimed.document, claimed.analysed.analysis).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
