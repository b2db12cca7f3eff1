#ifndef COTEJO_RULES_PATTERN_NEEDS_HPP
#define COTEJO_RULES_PATTERN_NEEDS_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/symbol_bits.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cotejo {

/// How a symbol is looked up at a token.
enum class SymbolTest : std::uint8_t {
  by_class,  ///< the token's class tells
  clause     ///< the clause that begins there
};

/// What can be read off the program of one pattern.
struct PatternNeeds {
  /// Of each instruction a row: the symbols that can come next from there, or `anything`.
  std::vector<std::uint64_t> next;
  std::vector<std::uint64_t> first;        ///< what it can begin with at the begin of a window
  std::vector<std::uint64_t> first_later;  ///< and elsewhere
  std::vector<std::uint64_t> required;     ///< what every match holds, of symbols told by class
  std::vector<std::uint64_t> looked_at;    ///< all that it looks at; `clause_end` for clauses
  std::size_t words = 0;                   ///< of a row

  [[nodiscard]] SymbolBits next_at(std::uint32_t pc) const {
    return SymbolBits(next).subspan(pc * words, words);
  }
};

/// `tests` has the test of every symbol. Cost: a few passes over the program.
[[nodiscard]] PatternNeeds find_needs(const Pattern& pattern, std::span<const SymbolTest> tests);

}  // namespace cotejo

#endif
