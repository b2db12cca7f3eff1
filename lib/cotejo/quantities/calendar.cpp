#include <cotejo/quantities/calendar.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>

namespace cotejo {

namespace chrono = std::chrono;

namespace {

chrono::year_month_day civil(chrono::sys_days day) { return chrono::year_month_day{day}; }

chrono::sys_days first_of(int year, int month) {
  return chrono::sys_days{chrono::year{year} / month / 1};
}

chrono::sys_days last_of(int year, int month) {
  return chrono::sys_days{chrono::year{year} / month / chrono::last};
}

/// Months counted from year 0.
int month_number(chrono::sys_days day) { return year_of(day) * 12 + month_of(day) - 1; }

DayRange months_range(int first, int count, Grain grain) {
  const int last = first + count - 1;
  return {first_of(first / 12, first % 12 + 1), last_of(last / 12, last % 12 + 1), grain};
}

/// Writes `value` in decimal digits, with zeros before it. Pre: it has no more than that.
void write_padded(std::span<char> digits, unsigned value) {
  for (std::size_t i = digits.size(); i-- > 0; value /= 10) {
    digits[i] = static_cast<char>('0' + value % 10);
  }
}

std::optional<int> digits_at(std::string_view text, std::size_t begin, std::size_t count) {
  int value = 0;
  const char* first = text.data() + begin;
  const auto [end, code] = std::from_chars(first, first + count, value);
  if (code != std::errc{} || end != first + count) return std::nullopt;
  return value;
}

}  // namespace

std::optional<chrono::sys_days> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits_at(iso, 0, 4);
  const auto month = digits_at(iso, 5, 2);
  const auto day = digits_at(iso, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  return make_day(*year, *month, *day);
}

std::string to_iso(chrono::sys_days day) {
  const auto date = civil(day);
  std::string text = "0000-00-00";
  const std::span<char> letters(text);
  write_padded(letters.subspan(0, 4),
               static_cast<unsigned>(std::clamp(static_cast<int>(date.year()), 0, 9999)));
  write_padded(letters.subspan(5, 2), static_cast<unsigned>(date.month()));
  write_padded(letters.subspan(8, 2), static_cast<unsigned>(date.day()));
  return text;
}

TimeRange to_time_range(const DayRange& range) {
  return {to_iso(range.from), to_iso(range.to), range.grain};
}

std::optional<chrono::sys_days> make_day(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const auto date = chrono::year{year} / month / day;
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days{date};
}

DayRange month_range(int year, int month) {
  return months_range(year * 12 + month - 1, 1, Grain::month);
}

DayRange year_range(int year) { return months_range(year * 12, 12, Grain::year); }

DayRange quarter_range(int year, int quarter) {
  return months_range(year * 12 + 3 * (quarter - 1), 3, Grain::quarter);
}

DayRange unit_range(chrono::sys_days day, Grain grain, int offset) {
  const int year = year_of(day);
  switch (grain) {
    case Grain::day:
      return {day + chrono::days{offset}, day + chrono::days{offset}, grain};
    case Grain::week: {
      const auto monday = day - chrono::days{weekday_of(day) - 1} + chrono::days{7 * offset};
      return {monday, monday + chrono::days{6}, grain};
    }
    case Grain::month:
      return months_range(month_number(day) + offset, 1, grain);
    case Grain::quarter:
      return months_range(month_number(day) / 3 * 3 + 3 * offset, 3, grain);
    case Grain::year:
      return year_range(year + offset);
    case Grain::decade:
      return months_range((year / 10 + offset) * 120, 120, grain);
    case Grain::century:
      return months_range(((year - 1) / 100 + offset) * 1200 + 12, 1200, grain);
  }
  return {day, day, grain};
}

chrono::sys_days shift(chrono::sys_days day, Grain grain, int count) {
  const auto months = [&](int number) {
    auto date = civil(day) + chrono::months{number};
    if (!date.ok()) date = date.year() / date.month() / chrono::last;
    return chrono::sys_days{date};
  };
  switch (grain) {
    case Grain::day:
      return day + chrono::days{count};
    case Grain::week:
      return day + chrono::days{7 * count};
    case Grain::month:
      return months(count);
    case Grain::quarter:
      return months(3 * count);
    case Grain::year:
      return months(12 * count);
    case Grain::decade:
      return months(120 * count);
    case Grain::century:
      return months(1200 * count);
  }
  return day;
}

DayRange third_of(const DayRange& range, int part) {
  const auto days = (range.to - range.from).count() + 1;
  const auto third = std::max<chrono::days::rep>(1, days / 3);
  DayRange result = range;
  if (part == 1) result.to = range.from + chrono::days{third - 1};
  if (part == 2) {
    result.from = range.from + chrono::days{third};
    result.to = range.to - chrono::days{third};
  }
  if (part == 3) result.from = range.to - chrono::days{third - 1};
  return result;
}

int year_of(chrono::sys_days day) { return static_cast<int>(civil(day).year()); }

int month_of(chrono::sys_days day) {
  return static_cast<int>(static_cast<unsigned>(civil(day).month()));
}

int day_of_month(chrono::sys_days day) {
  return static_cast<int>(static_cast<unsigned>(civil(day).day()));
}

int weekday_of(chrono::sys_days day) {
  return static_cast<int>(chrono::weekday{day}.iso_encoding());
}

}  // namespace cotejo
