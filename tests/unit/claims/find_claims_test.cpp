#include <cotejo/claims/find_claims.hpp>

#include <unit/claims/claims_in.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Claim;
using cotejo::test::Claimed;

struct Case {
  std::string language;
  std::string text;
  std::string measure;  // of the first claim, "" = none
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

const std::vector<Case> measures{
    {"es", "Desplegaron 3.000 soldados en la frontera.", "troops-deployed"},
    {"es", "Hay 3.000 soldados de permiso.", ""},
    {"es", "El temporal dejó 12 muertos.", "killed"},
    {"es", "Murieron 12 marineros.", "killed"},
    {"es", "Hubo 40 heridos leves.", "injured"},
    {"es", "La inflación llegó al 4,5 % en marzo.", "inflation-rate"},
    {"es", "El paro subió al 11 %.", "unemployment-rate"},
    {"es", "La participación fue del 71 %.", "turnout"},
    {"es", "Ardieron 900 hectáreas de monte.", "area-burned"},
    {"es", "Los vecinos compraron 900 hectáreas de monte bajo.", ""},
    {"es", "El gasto militar alcanzó 2.000 millones de euros.", "military-spending"},
    {"es", "El puente mide 2 km.", "length"},
    {"en", "At least 12 sailors were killed.", "killed"},
    {"en", "Inflation slowed to 3 percent.", "inflation-rate"},
    {"en", "They bought 12 boats for the harbour festival.", ""},
};

bool has_reason(const Claim& claim, std::string_view rule) {
  return std::ranges::find(claim.reasons, rule, &cotejo::Reason::rule) != claim.reasons.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(claims_find_claims)

BOOST_DATA_TEST_CASE(measures_are_settled, boost::unit_test::data::make(measures)) {
  const auto claims = Claimed(sample.text, sample.language).claims();
  BOOST_REQUIRE(!claims.empty());
  BOOST_TEST(claims.front().measure.value_or("") == sample.measure);
}

BOOST_AUTO_TEST_CASE(a_sentence_without_marks_of_a_claim_is_none) {
  BOOST_TEST(Claimed("Nadie quiso hablar con nosotros.").claims().empty());
}

BOOST_AUTO_TEST_CASE(check_worthiness_is_the_sum_of_its_reasons) {
  const auto claims = Claimed("El paro subió al 11 % en Uruguay en abril de 2025.").claims();
  BOOST_REQUIRE(claims.size() == 1);
  double sum = 0;
  for (const auto& reason : claims[0].reasons) sum += reason.weight;
  BOOST_TEST(claims[0].check_worthiness == std::clamp(sum, 0.0, 1.0),
             boost::test_tools::tolerance(1e-9));
  BOOST_TEST(has_reason(claims[0], "common.claims.worth-base"));
  BOOST_TEST(has_reason(claims[0], "common.claims.worth-share"));
  BOOST_TEST(!has_reason(claims[0], "common.claims.worth-question"));
}

BOOST_AUTO_TEST_CASE(two_measures_are_two_claims_of_one_span) {
  const auto claims = Claimed("El temporal dejó 12 muertos y 40 heridos.").claims();
  BOOST_REQUIRE(claims.size() == 2);
  BOOST_TEST(claims[0].measure.value_or("") == "killed");
  BOOST_TEST(claims[1].measure.value_or("") == "injured");
  BOOST_TEST((claims[0].span == claims[1].span));
  BOOST_TEST(claims[0].quantities.size() == 1);
  BOOST_TEST(claims[1].quantities.front().index == 1);
}

BOOST_AUTO_TEST_CASE(places_subjects_and_periods_are_found) {
  const auto claims =
      Claimed("Unos 3.000 soldados norcoreanos fueron desplegados en Kursk en abril de 2025.")
          .claims();
  BOOST_REQUIRE(claims.size() == 1);
  BOOST_TEST(claims[0].subject == std::vector<std::string>{"corea-del-norte"},
             boost::test_tools::per_element());
  BOOST_TEST(claims[0].place == std::vector<std::string>{"kursk"},
             boost::test_tools::per_element());
  BOOST_REQUIRE(claims[0].period.has_value());
  BOOST_TEST(claims[0].period->from == "2025-04-01");
  BOOST_TEST(claims[0].measure.value_or("") == "troops-deployed");
}

BOOST_AUTO_TEST_CASE(a_reported_clause_is_a_claim_of_its_own_with_its_attribution) {
  Claimed claimed("La ministra dijo que la inflación bajó al 3 % en marzo, según recordó.");
  claimed.quote("la inflación bajó al 3 % en marzo");
  const auto claims = claimed.claims();
  const auto inner = std::ranges::find_if(
      claims, [](const Claim& claim) { return claim.attribution.has_value(); });
  BOOST_REQUIRE(inner != claims.end());
  BOOST_TEST(inner->text == "la inflación bajó al 3 % en marzo");
  BOOST_TEST(inner->attribution->index == 0);
  BOOST_TEST(inner->quantities.size() == 1);
  BOOST_TEST(has_reason(*inner, "common.claims.worth-attributed"));
  for (const Claim& claim : claims) {
    if (!claim.attribution) BOOST_TEST(claim.quantities.empty());
  }
}

BOOST_AUTO_TEST_CASE(claims_ascend_and_the_outer_come_first) {
  Claimed claimed(
      "El paro subió al 11 % y la ministra dijo que la inflación bajó al 3 % en marzo.");
  claimed.quote("la inflación bajó al 3 % en marzo");
  const auto claims = claimed.claims();
  BOOST_REQUIRE(claims.size() == 2);
  BOOST_TEST((claims[0].span < claims[1].span));
}

BOOST_AUTO_TEST_SUITE_END()
