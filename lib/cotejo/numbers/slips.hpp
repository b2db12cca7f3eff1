#ifndef COTEJO_NUMBERS_SLIPS_HPP
#define COTEJO_NUMBERS_SLIPS_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/numeral_view.hpp>

#include <cstdint>
#include <optional>

namespace cotejo {

/// Digits some of which are written as letters: "l4", "1O.000".
struct LettersAsDigits {
  Digits digits;
  std::uint32_t end = 0;
  Slip slip;
};

/// Reads them at token `at`, if a magnitude or something counted follows; else nothing.
[[nodiscard]] std::optional<LettersAsDigits> read_letters_as_digits(const NumeralView& view,
                                                                    std::uint32_t at);

/// "14mil", whose magnitude stands at token `magnitude`, glued to the digits before it.
[[nodiscard]] Slip missing_space(const NumeralView& view, std::uint32_t magnitude, double literal);

/// A word that was probably meant to be a magnitude.
struct MiswrittenMagnitude {
  std::uint32_t lexeme = 0;  ///< of the magnitude
  std::uint32_t end = 0;     ///< the token behind the word
  SlipKind kind = SlipKind::misspelling;
  std::string_view to;  ///< the magnitude as its rule writes it
};

/// Whether the word at token `at`, behind a number, is a magnitude with a letter dropped or wrong:
/// "14 mi soldados", "14 thousnd soldiers".
///
/// Short words must have lost a letter and stand before something counted, in the plural, that the
/// rules know; longer ones may have one letter wrong, missing, added or swapped with its neighbour,
/// but must be no word of the rules.
[[nodiscard]] std::optional<MiswrittenMagnitude> find_miswritten_magnitude(const NumeralView& view,
                                                                           std::uint32_t at);

}  // namespace cotejo

#endif
