#ifndef COTEJO_NUMBERS_CARDINAL_HPP
#define COTEJO_NUMBERS_CARDINAL_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/numeral_view.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace cotejo {

inline constexpr std::uint32_t no_lexeme = std::numeric_limits<std::uint32_t>::max();

/// A cardinal number in the text: digits, words or both.
struct Cardinal {
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
  double low = 0;
  double high = 0;          ///< differs from low only if `vague`
  bool vague = false;       ///< "decenas de miles"
  bool of = false;          ///< "of" follows before what is counted
  bool about = false;       ///< a round number by itself: "una veintena"
  double doubt = 0;         ///< what its magnitude may have been meant to be, if that is doubtful
  bool digits = false;      ///< begins with digits
  bool plain = false;       ///< nothing but one stretch of digits
  bool lone_one = false;    ///< only a word like "un", which is no number by itself
  bool needs_unit = false;  ///< "media", a number only before a unit
  double slot = 0;          ///< what an ordinal that ends the number must be smaller than
  double magnitude = 0;     ///< of "1,5 millones", 1e6; 0 if it is not one factor and a magnitude
  std::uint32_t lexeme = no_lexeme;  ///< the first numeral
  Digits shape;                      ///< if digits
  std::optional<Slip> slip;
};

/// Whether a connector may lead to the last part of a number: "two hundred and five".
enum class JoinRest { no, yes };

/// Reads the longest cardinal that begins at token `at`, or nothing. Linear in its length.
[[nodiscard]] std::optional<Cardinal> read_cardinal(const NumeralView& view, std::uint32_t at,
                                                    JoinRest join);

}  // namespace cotejo

#endif
