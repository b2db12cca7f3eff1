#include <cotejo/quantities/noun_phrase.hpp>

#include <unit/numbers/analysed.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::NounNumber;
using cotejo::test::Analysed;

struct Case {
  std::string language;
  std::string text;
  NounNumber number;
  std::string expected;  // "" = no phrase
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

const std::vector<Case> cases{
    {"es", "goletas viejas llegaron", NounNumber::plural, "goletas viejas"},
    {"es", "goletas después de todo", NounNumber::plural, "goletas"},
    {"es", "llegaron ayer", NounNumber::plural, ""},
    {"es", "población activa", NounNumber::any, "población"},
    {"es", "para todos", NounNumber::any, ""},
    {"es", ", goletas", NounNumber::any, ""},
    {"en", "harbour pilots left", NounNumber::plural, "harbour pilots"},
    {"en", "news groups closed", NounNumber::plural, "news groups"},
    {"en", "people died", NounNumber::plural, "people"},
    {"en", "schoolchildren left", NounNumber::plural, "schoolchildren"},
    {"en", "left early", NounNumber::plural, ""},
    {"en", "the pilots", NounNumber::plural, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quantities_noun_phrase)

BOOST_DATA_TEST_CASE(phrases_end_where_they_should, boost::unit_test::data::make(cases)) {
  const Analysed analysed(sample.language, sample.text);
  const cotejo::QuantityRules rules(cotejo::test::rules_for(sample.language));
  const cotejo::QuantityView view{analysed.analysis, rules, analysed.all()};
  const auto counted = find_noun_phrase(view, 0, sample.number);
  BOOST_TEST((counted ? counted->text : "") == sample.expected);
}

BOOST_AUTO_TEST_CASE(a_known_noun_has_its_lemma_and_category) {
  const Analysed analysed("es", "camiones militares");
  const cotejo::QuantityRules rules(cotejo::test::rules_for("es"));
  const cotejo::QuantityView view{analysed.analysis, rules, analysed.all()};
  const auto counted = find_noun_phrase(view, 0, NounNumber::plural);
  BOOST_REQUIRE(counted.has_value());
  BOOST_TEST(counted->lemma == "camión");
  BOOST_TEST(counted->category == "vehicles");
  BOOST_TEST(counted->text == "camiones militares");
}

BOOST_AUTO_TEST_SUITE_END()
