// Every folder of tests/lint/ is a fault: a directory of rules, and what lint says of it. BLESS=1
// rewrites what is expected.
#include <cotejo/rules/lint.hpp>

#include <cotejo/rules/examples.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

namespace cotejo {
namespace {

const fs::path folder = COTEJO_SOURCE_DIR "/tests/lint";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

/// The rule directories of a case: `rules`, and `user` over it if there is one.
std::vector<fs::path> directories_of(const fs::path& place) {
  std::vector<fs::path> directories{place / "rules"};
  if (fs::exists(place / "user")) directories.push_back(place / "user");
  return directories;
}

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part)) {
    text.erase(at, part.size());
  }
  return text;
}

std::string lint_messages(const std::string& name) {
  const auto found = lint_rules(directories_of(folder / name));
  if (!found) return "error: " + found.error().message + "\n";
  std::vector<Diagnostic> all = *found;
  if (name.starts_with("R025")) {  // examples are run by `cotejo rules test`, not by lint
    auto library = RuleLibrary::open(directories_of(folder / name));
    BOOST_REQUIRE(library.has_value());
    const auto rules = library->rules_for("xx");
    BOOST_REQUIRE(rules.has_value());
    all = run_examples(**rules).failures;
  }
  return without(render(all), (folder / name).string() + "/") + "\n";
}

BOOST_AUTO_TEST_SUITE(rules_lint)

BOOST_DATA_TEST_CASE(lint_says_what_is_wrong_and_where, data::make(cases())) {
  const fs::path file = folder / sample / "expected";
  const std::string found = lint_messages(sample);
  if (std::getenv("BLESS") != nullptr) std::ofstream(file, std::ios::binary) << found;
  std::ifstream in(file, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  BOOST_TEST(found == expected);
  if (sample.starts_with("R0")) {
    BOOST_TEST(found.find("[" + sample.substr(0, 4) + "]") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_a_case) {
  const auto all = cases();
  for (int code = 1; code <= 25; ++code) {
    const std::string name = "R0" + std::string(code < 10 ? "0" : "") + std::to_string(code);
    const bool there =
        std::ranges::any_of(all, [&](const std::string& one) { return one.starts_with(name); });
    BOOST_TEST(there, name);
  }
}

BOOST_AUTO_TEST_CASE(a_directory_that_is_not_there_is_an_error) {
  const auto found = lint_rules({folder / "no-such-folder"});
  BOOST_REQUIRE(!found.has_value());
  BOOST_TEST((found.error().kind == ErrorKind::io));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
