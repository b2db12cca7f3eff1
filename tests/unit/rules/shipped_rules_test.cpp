// The rule files of the project themselves: they load, they are clean, their examples hold.
#include <cotejo/rules/examples.hpp>

#include <cotejo/rules/lint.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace cotejo {
namespace {

const std::vector<std::filesystem::path> shipped{COTEJO_SOURCE_DIR "/rules"};

BOOST_AUTO_TEST_SUITE(rules_shipped)

BOOST_AUTO_TEST_CASE(every_example_of_a_shipped_rule_holds) {
  auto library = RuleLibrary::open(shipped);
  BOOST_REQUIRE(library.has_value());
  for (const std::string& language : library->languages()) {
    auto rules = library->rules_for(language);
    BOOST_REQUIRE_MESSAGE(rules.has_value(), "the rules do not load");
    const ExampleReport report = run_examples(**rules);
    BOOST_TEST(report.examples > 0U);
    BOOST_TEST(render(report.failures) == "");
  }
}

BOOST_AUTO_TEST_CASE(lint_finds_no_error_in_the_shipped_rules) {
  auto found = lint_rules(shipped);
  BOOST_REQUIRE(found.has_value());
  std::erase_if(*found,
                [](const Diagnostic& fault) { return fault.severity != FaultSeverity::error; });
  BOOST_TEST(render(*found) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
