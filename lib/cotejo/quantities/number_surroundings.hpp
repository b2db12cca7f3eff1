#ifndef COTEJO_QUANTITIES_NUMBER_SURROUNDINGS_HPP
#define COTEJO_QUANTITIES_NUMBER_SURROUNDINGS_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <cstdint>

namespace cotejo {

/// The unit, sign or currency of a number, and where it stands.
struct UnitFound {
  const Unit* unit = nullptr;  ///< null = none
  TokenRange range;
  std::uint32_t lexeme = 0;
};

/// The unit directly before or behind a number.
[[nodiscard]] UnitFound find_unit(const QuantityView& view, const NumberReading& number);

/// True if "of" may stand between the number and what it counts: "un millón de".
[[nodiscard]] bool takes_of(const NumberReading& number);

/// What modifies a number.
struct HedgeFound {
  Modifier kind = Modifier::exact;  ///< exact = nothing does
  TokenRange range;
};

/// The words before token `end` that modify the number there: "al menos unos".
[[nodiscard]] HedgeFound find_hedge_before(const QuantityView& view, std::uint32_t end);
/// The words at token `begin` that modify the number before: "o más".
[[nodiscard]] HedgeFound find_hedge_behind(const QuantityView& view, std::uint32_t begin);

/// A word of subtraction directly before the number, or a minus glued to it; its first token, or
/// `begin` if there is none.
[[nodiscard]] std::uint32_t find_minus(const QuantityView& view, std::uint32_t begin);

/// One side of "3-2", "7:5", "12/8".
[[nodiscard]] bool is_score(const QuantityView& view, const NumberReading& number);

/// A noun before it that numbers name ("la resolución 2270"), or the number of a list ("1. …").
[[nodiscard]] bool is_identified(const QuantityView& view, const NumberReading& number);

/// A name, or a day or year, before a number that counts nothing: "Windows 11", "el día 13".
[[nodiscard]] bool names_something(const QuantityView& view, const NumberReading& number);

}  // namespace cotejo

#endif
