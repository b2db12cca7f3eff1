#ifndef COTEJO_RULES_EXAMPLES_HPP
#define COTEJO_RULES_EXAMPLES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/base/span.hpp>
#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A marked example of a rule: 'unos {n:9} mi {noun:soldados}', `{{` for a literal brace.
struct Example {
  struct Marked {
    std::string name;
    Span span;  ///< in text
  };
  std::string text;
  std::vector<Marked> captures;
};

/// Reads the marks out of an example. Error bad_rule with the column of a fault.
Result<Example> parse_example(std::string_view marked);

/// How the examples of a rule set fared.
struct ExampleReport {
  std::size_t examples = 0;
  std::size_t rules = 0;                ///< with at least one example
  std::vector<Diagnostic> failures;     ///< code R025, at the example's place
};

/// Runs every `match` and `no_match` of every pattern in `rules`: a `match` must be matched by its own
/// rule with the captures it marks, a `no_match` must not.
[[nodiscard]] ExampleReport run_examples(const RuleSet& rules);

}  // namespace cotejo

#endif
