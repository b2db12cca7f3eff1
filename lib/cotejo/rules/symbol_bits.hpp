#ifndef COTEJO_RULES_SYMBOL_BITS_HPP
#define COTEJO_RULES_SYMBOL_BITS_HPP

#include <cstddef>
#include <cstdint>
#include <span>

namespace cotejo {

/// Sets of symbols as rows of bits, all of the same length, so that they are compared word by word.
using SymbolBits = std::span<const std::uint64_t>;

/// The numbers of bits in a row: one for each symbol, and two that are no symbols.
struct SymbolRow {
  std::uint32_t symbols = 0;

  /// Set in every token's row; in a pattern's: it can go on at any token, or at none.
  [[nodiscard]] std::uint32_t anything() const { return symbols; }
  /// The spans at which clauses end, which no pattern looks at but by the clause symbol.
  [[nodiscard]] std::uint32_t clause_end() const { return symbols + 1; }
  [[nodiscard]] std::size_t words() const { return (symbols + 1) / 64 + 1; }
};

inline void set_bit(std::span<std::uint64_t> row, std::uint32_t bit) {
  row[bit / 64] |= std::uint64_t{1} << (bit % 64);
}
[[nodiscard]] inline bool has_bit(SymbolBits row, std::uint32_t bit) {
  return ((row[bit / 64] >> (bit % 64)) & 1U) != 0;
}
[[nodiscard]] inline bool intersect(SymbolBits a, SymbolBits b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i]) != 0) return true;
  }
  return false;
}
[[nodiscard]] inline bool is_part_of(SymbolBits part, SymbolBits whole) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    if ((part[i] & ~whole[i]) != 0) return false;
  }
  return true;
}
inline void join_into(std::span<std::uint64_t> row, SymbolBits more) {
  for (std::size_t i = 0; i < row.size(); ++i) row[i] |= more[i];
}

}  // namespace cotejo

#endif
