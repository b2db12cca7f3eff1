#ifndef COTEJO_RULES_MATCHER_HPP
#define COTEJO_RULES_MATCHER_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/token_regex.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cotejo {

/// A span that a symbol covers, as an automaton sees it: the symbol, and whether the span is longer
/// than the one token.
using SymbolCode = std::uint32_t;

/// Runs the patterns of a rule set over analyses; keeps what it learns from one text to the next.
///
/// Method. Each token has a class: the set of symbols that stand at it, made once per text. All
/// patterns of a pass are one non-deterministic automaton, determinised lazily over classes and kept
/// sparsely; it reads a window once and says which patterns may match in it. It errs on the side of
/// "may": a span of several tokens and a gap `..N` are read as "anything from here". Only patterns
/// that may match are then run by a backtracking matcher that remembers (instruction, position), so
/// its work is bounded by their product (the bit-state method of RE2).
class Matcher {
 public:
  explicit Matcher(const RuleSet& rules);

  /// Fills the classes of all tokens. Pre: all else of `analysis` is filled.
  void classify(Analysis& analysis);

  /// See find_patterns().
  std::vector<PatternMatch> find(const Analysis& analysis, std::string_view stage,
                                 std::vector<LayerSpan>& layers);

 private:
  struct Program;
  friend class Backtracker;

  std::uint32_t intern(std::vector<SymbolCode>& codes);
  const std::vector<std::uint32_t>& symbols_of(std::uint32_t lexeme);
  const std::vector<std::uint32_t>& symbols_of_layer(const LayerSpan& span);
  std::uint32_t shape_class(const Token& token);
  void add_codes(const Analysis& analysis, std::uint32_t token, std::vector<SymbolCode>& codes);
  void add_shape_codes(const Token& token, std::vector<SymbolCode>& codes) const;
  [[nodiscard]] bool shape_fits(const Symbol& symbol, const Token& token) const;
  TokenRegex::Outcome regex_outcome(std::uint32_t symbol, std::string_view text);

  const RuleSet* rules_;
  std::vector<std::vector<SymbolCode>> classes_;                       // sorted codes of each class
  std::unordered_map<std::uint64_t, std::uint32_t> class_by_hash_;
  std::unordered_map<std::uint64_t, std::uint32_t> class_by_hits_;     // shape and lexemes
  std::vector<std::uint32_t> shape_classes_;                           // by shape, +1; 0 = not yet
  std::vector<std::optional<std::vector<std::uint32_t>>> lexeme_symbols_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> layer_symbols_;  // by layer name
  std::vector<std::uint32_t> scratch_symbols_;
  std::vector<std::uint32_t> name_symbols_;
  std::vector<std::uint32_t> mark_symbols_;
  std::vector<std::uint32_t> anywhere_symbols_;  // regex, clause: tried wherever a token stands
  std::vector<std::uint32_t> shape_symbols_;
  std::map<std::uint32_t, TokenRegex> regexes_;  // by symbol
  std::vector<std::unique_ptr<Program>> programs_;

 public:
  ~Matcher();
};

}  // namespace cotejo

#endif
