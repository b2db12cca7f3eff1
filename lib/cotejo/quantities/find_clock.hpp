#ifndef COTEJO_QUANTITIES_FIND_CLOCK_HPP
#define COTEJO_QUANTITIES_FIND_CLOCK_HPP

#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <cstdint>
#include <optional>

namespace cotejo {

struct DateReading;

/// A time of day that begins at token `at`: "19:30", "a las 3.15 horas", "las diez de la noche",
/// "6 p. m.". `number` is the number that begins there, or null.
[[nodiscard]] std::optional<DateReading> find_clock_time(const QuantityView& view,
                                                         const NumberReading* number,
                                                         std::uint32_t at);

}  // namespace cotejo

#endif
