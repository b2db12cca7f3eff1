#ifndef COTEJO_RULES_BUILD_RULE_SET_HPP
#define COTEJO_RULES_BUILD_RULE_SET_HPP

#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/read_rule_file.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A rule set and everything that is wrong with the files it was made from.
struct BuiltRuleSet {
  RuleSet rules;
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] bool usable() const;  ///< no diagnostic is an error
};

/// Puts the entries of `files` into force, in the order given: a later entry of the same id
/// replaces an earlier one (or adds to it, with `extend`), `disable` and `override` act on earlier
/// ones. `language` is the code of the pack, "" for the common rules alone.
[[nodiscard]] BuiltRuleSet build_rule_set(std::string_view language,
                                          std::span<const RuleFile* const> files);

/// The traits that one `language.toml` states over those it starts from.
[[nodiscard]] LanguageTraits read_traits(const RuleEntry& entry, LanguageTraits traits);

}  // namespace cotejo

#endif
