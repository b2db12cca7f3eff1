#ifndef COTEJO_RULES_TOKEN_CLASSES_HPP
#define COTEJO_RULES_TOKEN_CLASSES_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/hash_table.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/rules/symbol_bits.hpp>
#include <cotejo/rules/token_regex.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The classes of tokens. A class is the set of symbols that stand at a token, for each whether as
/// a span of this token alone, as a longer one, or both; so most of what a pattern asks of a token
/// is one bit of its class. Classes are made as texts show them and kept for the next text.
class TokenClasses {
 public:
  /// `rules` must outlive this.
  explicit TokenClasses(const RuleSet& rules);

  /// The class of `token`, from its shape, its lexicon hits, the name and the quotation it begins.
  [[nodiscard]] std::uint32_t classify(const Analysis& analysis, std::uint32_t token);
  /// The class of a token at which also a span of a layer begins.
  [[nodiscard]] std::uint32_t with_layer(std::uint32_t token_class, std::uint32_t symbol_set,
                                         bool longer);

  [[nodiscard]] bool has_single(std::uint32_t token_class, std::uint32_t symbol) const {
    return has_bit(row(token_class, 0), symbol);
  }
  [[nodiscard]] bool has_longer(std::uint32_t token_class, std::uint32_t symbol) const {
    return has_bit(row(token_class, 1), symbol);
  }
  /// All symbols that stand there, as a row of SymbolRow; `anything` is always set.
  [[nodiscard]] SymbolBits any(std::uint32_t token_class) const { return row(token_class, 2); }
  /// Symbols whose regular expression was given up on some token so far: it took too long.
  [[nodiscard]] const std::set<std::uint32_t>& aborted() const { return aborted_; }
  /// How many classes there are; their numbers are those below.
  [[nodiscard]] std::uint32_t size() const { return count_; }

  /// The symbols that a span of `layer` with `attributes` fits, as the number of their set.
  [[nodiscard]] std::uint32_t symbol_set(std::string_view layer,
                                         std::span<const Attribute> attributes);
  /// The symbols of such a set, sorted.
  [[nodiscard]] std::span<const std::uint32_t> symbols_in(std::uint32_t symbol_set) const {
    return sets_[symbol_set];
  }
  [[nodiscard]] bool in_set(std::uint32_t symbol_set, std::uint32_t symbol) const;
  /// Whether the words of `lexeme` fit `symbol`.
  [[nodiscard]] bool fits(std::uint32_t lexeme, std::uint32_t symbol);

 private:
  static constexpr std::size_t rows_per_class = 3;  // single, longer, any
  [[nodiscard]] SymbolBits row(std::size_t token_class, std::size_t which) const {
    return SymbolBits(bits_).subspan((token_class * rows_per_class + which) * words_, words_);
  }
  void set(std::uint32_t symbol, bool longer) {
    set_bit(std::span(scratch_).subspan(longer ? words_ : 0, words_), symbol);
    set_bit(std::span(scratch_).subspan(2 * words_, words_), symbol);
  }
  void collect(const Analysis& analysis, std::uint32_t token);
  std::uint32_t number_of_set(std::vector<std::uint32_t> symbols);
  std::uint32_t expressions_at(const Analysis& analysis, std::uint32_t token);
  void add_shape(const Token& token);
  std::uint32_t intern();
  const std::vector<std::uint32_t>& symbols_of(std::uint32_t lexeme);
  [[nodiscard]] std::vector<std::uint32_t> fitting(const Lexeme& word) const;

  const RuleSet* rules_;
  std::size_t words_;                   // of a row of bits_
  std::vector<std::uint64_t> bits_;     // of each class its rows
  std::vector<std::uint64_t> scratch_;  // the class being made
  std::uint32_t count_ = 0;
  HashTable by_bits_;
  HashTable by_hits_;                    // shape and lexemes
  HashTable by_layer_;                   // class and symbol set
  std::vector<std::uint32_t> by_shape_;  // + 1; 0 = not yet
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_layer_name_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_list_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_literal_;
  std::vector<std::uint32_t> name_symbols_;
  std::vector<std::uint32_t> mark_symbols_;
  std::vector<std::uint32_t> shape_symbols_;
  std::vector<std::optional<std::vector<std::uint32_t>>> lexeme_symbols_;
  std::vector<std::vector<std::uint32_t>> sets_{{}};           // each sorted; the first is empty
  std::vector<std::pair<std::uint32_t, TokenRegex>> regexes_;  // with their symbols, ascending
  HashTable by_writing_;  // sets of the expressions that match a token so written
  std::set<std::uint32_t> aborted_;
};

/// Whether `layer` is about the shape of one token: word, digits, lower …
[[nodiscard]] bool is_shape_layer(std::string_view layer);

}  // namespace cotejo

#endif
