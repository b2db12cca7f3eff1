#ifndef COTEJO_RULES_RULE_SET_HPP
#define COTEJO_RULES_RULE_SET_HPP

#include <cotejo/base/map_file.hpp>
#include <cotejo/base/result.hpp>
#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/entry.hpp>
#include <cotejo/rules/lexicon.hpp>
#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/text_pool.hpp>
#include <cotejo/text/token.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A pair of quotation marks of a language.
struct MarkPair {
  std::string open;
  std::string close;
  std::string family;  ///< marks of one family close each other: "double-high"
};

/// What the rules say of a language as such.
struct LanguageTraits {
  std::string code;  ///< BCP 47; "" if only the common rules are in force
  std::string name;
  std::vector<std::string> function_words;  ///< for telling the language of a text
  /// Twelve entries, January first, each with all writings of the month: "enero" "ene"; or empty.
  std::vector<std::vector<std::string>> month_names;
  std::vector<std::string> weekday_names;  ///< from Monday
  TokenOptions tokens;
  std::string decimal_mark = ".";           ///< of numbers in digits
  std::vector<std::string> group_marks;     ///< between groups of three digits
  std::vector<std::string> name_particles;  ///< lower-case words inside names: "de" "la" "van"
  /// Common nouns are written with a capital as names are.
  bool nouns_have_capitals = false;
  std::vector<MarkPair> marks;  ///< in order of preference; the common ones if it has none
};

/// All rules in force for one language: common, the language's fallbacks, its own, each overridden
/// by later directories. Immutable.
class RuleSet {
 public:
  [[nodiscard]] const LanguageTraits& language() const { return language_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  /// All entries in force of one kind ("weight", "measure", "check" …), in file order. Word lists,
  /// verbs and paradigms are in the lexicon, not here. Compiled rules have none of the kinds
  /// pattern, vocabulary, traits and marks, and of the others no docs, examples and places.
  [[nodiscard]] std::span<const RuleEntry> entries(std::string_view kind) const;
  /// The entry with that full id, or null.
  [[nodiscard]] const RuleEntry* entry(std::string_view id) const;
  /// All compiled patterns, by stage, then pass, then file order.
  [[nodiscard]] std::span<const Pattern> patterns() const { return patterns_; }
  /// The predicates that the patterns' atoms share; Pattern refers to them by number.
  [[nodiscard]] std::span<const Symbol> symbols() const { return symbols_; }
  /// A word or message of the interface (`[[text]]` entries): `rules.text("report.must-fix")`;
  /// the id itself if the rules have no such text.
  [[nodiscard]] std::string_view text(std::string_view id) const;
  /// "sha256:…" over the bytes of all files that these rules came from, in order.
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  friend class RuleSetBuilder;  // build_rule_set.cpp
  friend struct CompiledForm;   // describe_rules.hpp

  MappedFile file_;  // of compiled rules: what they view
  TextPool pool_;
  LanguageTraits language_;
  Lexicon lexicon_;
  std::map<std::string, std::vector<RuleEntry>, std::less<>> entries_;  // by kind
  std::map<std::string, std::string, std::less<>> texts_;
  std::vector<Symbol> symbols_;
  std::vector<Pattern> patterns_;
  std::string hash_;
};

/// Puts `values` into the `{name}` places of a message; `{{` is a literal brace; an unknown name
/// stays as it is.
[[nodiscard]] std::string fill_in(std::string_view message,
                                  const std::map<std::string, std::string, std::less<>>& values);

}  // namespace cotejo

#endif
