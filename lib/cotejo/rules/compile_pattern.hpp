#ifndef COTEJO_RULES_COMPILE_PATTERN_HPP
#define COTEJO_RULES_COMPILE_PATTERN_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/pattern.hpp>
#include <cotejo/text/token.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
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
};

/// What a pattern compiles to.
struct CompiledPattern {
  std::vector<Instruction> program;
  std::vector<std::string> captures;
};

/// Compiles a token pattern by Thompson's construction (Cox, "Regular Expression Matching: the
/// Virtual Machine Approach", 2009); the language is described in rules/README.md. `tokeniser`
/// splits the words of literals. Error bad_rule whose `column` is the place inside `pattern`, in
/// code points from 1.
Result<CompiledPattern> compile_pattern(std::string_view pattern, const Tokeniser& tokeniser,
                                        const PatternNames& names, SymbolTable& symbols);

}  // namespace cotejo

#endif
