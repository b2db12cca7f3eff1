#ifndef COTEJO_RULES_RULE_LIBRARY_HPP
#define COTEJO_RULES_RULE_LIBRARY_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The rule directories in force and what was read from them. A language's rules are made when they
/// are first asked for: read from a compiled file if there is one of just the rule files in force,
/// else parsed. Not for use by two threads at once.
class RuleLibrary {
 public:
  /// Directories from lowest to highest; a later one overrides entries of an earlier one. Each
  /// holds a folder per language and `common`. Reads every pack's `language.toml` and nothing else.
  /// Error bad_rule with all diagnostics rendered, if one of them has a fault; io if a directory is
  /// missing. `compiled` is the folder of compiled files, "" for none; what is wrong with one is no
  /// error, it is just not used.
  static Result<RuleLibrary> open(std::vector<std::filesystem::path> directories,
                                  std::filesystem::path compiled = {});

  ~RuleLibrary();
  RuleLibrary(RuleLibrary&&) noexcept;
  RuleLibrary& operator=(RuleLibrary&&) noexcept;

  /// The codes of all languages that have a pack, sorted.
  [[nodiscard]] std::vector<std::string> languages() const;
  /// True if `language` or what it falls back to has a pack ("es-MX" → "es").
  [[nodiscard]] bool has(std::string_view language) const;
  /// Traits of every pack, for telling languages apart.
  [[nodiscard]] std::vector<LanguageTraits> traits() const;

  /// The rules for `language`; common rules alone if it is "" or has no pack. The reference lives
  /// as long as the library. Error bad_rule with all diagnostics rendered, if a file has a fault.
  Result<const RuleSet*> rules_for(std::string_view language);

 private:
  struct State;
  [[nodiscard]] Result<RuleSet> make_rules(const std::string& pack);
  explicit RuleLibrary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Compiles the rules of every language of `directories` and writes them into the folder
/// `compiled`, each file whole or not at all. Errors as of RuleLibrary; io if a file cannot be
/// written.
Result<Done> compile_rules(std::vector<std::filesystem::path> directories,
                           const std::filesystem::path& compiled);

}  // namespace cotejo

#endif
