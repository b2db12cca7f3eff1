#ifndef COTEJO_RULES_COMPILE_PATTERN_HPP
#define COTEJO_RULES_COMPILE_PATTERN_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/text/token.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The symbols of all patterns of a rule set, each once.
class SymbolTable {
 public:
  /// The number of `symbol`, added if it is new.
  std::uint32_t number_of(const Symbol& symbol);
  [[nodiscard]] const std::vector<Symbol>& symbols() const { return symbols_; }
  [[nodiscard]] std::vector<Symbol> take() { return std::move(symbols_); }

 private:
  std::vector<Symbol> symbols_;
  std::multimap<std::uint64_t, std::uint32_t> by_hash_;
};

/// What the writer of a pattern may refer to.
struct PatternNames {
  /// The full id of the list meant by `@name`, or nothing.
  std::function<std::optional<std::string>(std::string_view name)> list;
  /// Whether there is such a layer.
  std::function<bool(std::string_view name)> layer;
  /// All names of lists and of layers, for saying which one may be meant.
  std::function<std::vector<std::string_view>()> all_lists;
  std::function<std::vector<std::string_view>()> all_layers;
};

/// What a pattern compiles to.
struct CompiledPattern {
  std::vector<Instruction> program;
  std::vector<std::string> captures;
};

/// What is wrong with a pattern.
struct PatternFault {
  std::string code;  ///< R013, or of a regular expression R014 R015 R016
  std::string message;
  std::size_t column = 1;  ///< inside the pattern, in code points from 1
};

/// A compiled pattern, or the fault that prevented it.
struct PatternCompilation {
  CompiledPattern pattern;
  std::optional<PatternFault> fault;
};

/// Compiles a token pattern by Thompson's construction (Cox, "Regular Expression Matching: the
/// Virtual Machine Approach", 2009); the language is described in docs/rules.md. `tokeniser` splits
/// the words of literals.
[[nodiscard]] PatternCompilation compile_pattern(std::string_view pattern,
                                                 const Tokeniser& tokeniser,
                                                 const PatternNames& names, SymbolTable& symbols);

/// Whether there is a way from instruction `from` to `to` that consumes nothing. One to the end of
/// a pattern would match between any two words, one from a loop's end to its begin go round for
/// ever.
[[nodiscard]] bool may_pass(std::span<const Instruction> program, std::size_t from, std::size_t to);

/// The most tokens that a gap may skip.
constexpr std::uint32_t max_gap = 64;

}  // namespace cotejo

#endif
