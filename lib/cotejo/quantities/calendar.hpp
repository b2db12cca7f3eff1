#ifndef COTEJO_QUANTITIES_CALENDAR_HPP
#define COTEJO_QUANTITIES_CALENDAR_HPP

#include <cotejo/model/quantity.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// A stretch of days, both included.
struct DayRange {
  std::chrono::sys_days from;
  std::chrono::sys_days to;
  Grain grain = Grain::day;
};

/// "2025-08-12" as a day; nothing if it is no day of the calendar.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_day(std::string_view iso);
/// The day as ISO 8601. Years 0 to 9999.
[[nodiscard]] std::string to_iso(std::chrono::sys_days day);
[[nodiscard]] TimeRange to_time_range(const DayRange& range);

/// The day, or nothing if there is none ("31 de abril").
[[nodiscard]] std::optional<std::chrono::sys_days> make_day(int year, int month, int day);
[[nodiscard]] DayRange month_range(int year, int month);
[[nodiscard]] DayRange year_range(int year);
/// Quarter 1 to 4.
[[nodiscard]] DayRange quarter_range(int year, int quarter);
/// The calendar unit that holds `day` (weeks from Monday), moved by `offset` units.
[[nodiscard]] DayRange unit_range(std::chrono::sys_days day, Grain grain, int offset);
/// The day `count` units from `day`: "hace tres meses".
[[nodiscard]] std::chrono::sys_days shift(std::chrono::sys_days day, Grain grain, int count);
/// The first (1), middle (2) or last (3) third of a range.
[[nodiscard]] DayRange third_of(const DayRange& range, int part);

[[nodiscard]] int year_of(std::chrono::sys_days day);
[[nodiscard]] int month_of(std::chrono::sys_days day);
[[nodiscard]] int day_of_month(std::chrono::sys_days day);
/// 1 = Monday.
[[nodiscard]] int weekday_of(std::chrono::sys_days day);

}  // namespace cotejo

#endif
