#ifndef COTEJO_QUANTITIES_FIND_DATES_HPP
#define COTEJO_QUANTITIES_FIND_DATES_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace cotejo {

/// A date, period or time of day in the text.
struct DateReading {
  TokenRange range;                        ///< without article and preposition
  QuantityKind kind = QuantityKind::date;  ///< date (a day), period, time
  std::optional<TimeRange> time;           ///< nothing if it cannot be settled
  std::optional<double>
      value;          ///< of a time of day its hour (19:30 is 19.5); of a distance its length
  TokenRange number;  ///< of a distance ("hace tres días"), its number and unit
  TokenRange unit;
  std::uint32_t lexeme = 0;  ///< what caused it; no_lexeme if digits alone did
};

/// Finds dates, periods and times of day in the sentence of `view`, whose numbers are `numbers`.
///
/// `dateline` settles what is relative ("ayer", "el próximo viernes", "en abril"); without it
/// nothing relative is settled. A day or month without its year is the last one before the
/// dateline, in sentences that look forward the next one. Ascending, not overlapping. Linear.
[[nodiscard]] std::vector<DateReading> find_dates(const QuantityView& view,
                                                  std::span<const NumberReading> numbers,
                                                  std::optional<std::chrono::sys_days> dateline);

}  // namespace cotejo

#endif
