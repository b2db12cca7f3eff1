#ifndef COTEJO_RULES_TOKEN_CLASSES_HPP
#define COTEJO_RULES_TOKEN_CLASSES_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/hash_table.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/rules/token_regex.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo {

/// Which symbols of a rule set stand where, as sets of symbols that have numbers. The class of a
/// token is the set of those that stand at it as a span of this token alone. Sets are made as
/// texts show them and kept for the next text.
class TokenClasses {
 public:
  using Symbols = std::span<const std::uint32_t>;  ///< numbers of symbols, ascending

  /// `rules` must outlive this.
  explicit TokenClasses(const RuleSet& rules);

  /// The class of `token`, from its shape, its lexicon hits and the name it begins.
  [[nodiscard]] std::uint32_t classify(const Analysis& analysis, std::uint32_t token);
  /// The symbols that a span of `layer` with `attributes` fits, as the number of their set.
  [[nodiscard]] std::uint32_t symbol_set(std::string_view layer,
                                         std::span<const Attribute> attributes);
  /// The set of that number. It lives until the next set is made.
  [[nodiscard]] Symbols symbols_in(std::uint32_t set) const { return sets_[set]; }
  /// How many sets there are; their numbers are those below.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }

  /// The symbols that the words of `lexeme`, a name and a quotation fit.
  [[nodiscard]] Symbols symbols_of(std::uint32_t lexeme);
  [[nodiscard]] Symbols name_symbols() const { return name_symbols_; }
  [[nodiscard]] Symbols mark_symbols() const { return mark_symbols_; }

  /// Symbols whose regular expression was given up on some token so far: it took too long.
  [[nodiscard]] const std::set<std::uint32_t>& aborted() const { return aborted_; }

 private:
  std::uint32_t number_of_set(std::vector<std::uint32_t> symbols);
  std::uint32_t expressions_at(const Analysis& analysis, std::uint32_t token);
  [[nodiscard]] std::vector<std::uint32_t> collect(const Analysis& analysis, std::uint32_t token,
                                                   std::uint32_t expressions);
  [[nodiscard]] std::vector<std::uint32_t> fitting(const Lexeme& word) const;

  const RuleSet* rules_;
  std::vector<std::vector<std::uint32_t>> sets_{{}};  // each sorted; the first is empty
  HashTable by_symbols_;                              // sets
  HashTable by_look_;                                 // classes, by shape, lexemes and expressions
  std::vector<std::uint32_t> by_shape_;               // classes + 1; 0 = not yet
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_layer_name_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_list_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_literal_;
  std::vector<std::uint32_t> name_symbols_;
  std::vector<std::uint32_t> mark_symbols_;
  std::vector<std::uint32_t> shape_symbols_;
  std::vector<std::optional<std::vector<std::uint32_t>>> lexeme_symbols_;
  std::vector<std::pair<std::uint32_t, TokenRegex>> regexes_;  // with their symbols, ascending
  HashTable by_writing_;  // sets of the expressions that match a token so written
  std::set<std::uint32_t> aborted_;
};

/// Whether `layer` is about the shape of one token: word, digits, lower …
[[nodiscard]] bool is_shape_layer(std::string_view layer);

}  // namespace cotejo

#endif
