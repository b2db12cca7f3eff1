#ifndef COTEJO_QUANTITIES_DATE_FORMS_HPP
#define COTEJO_QUANTITIES_DATE_FORMS_HPP

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/calendar.hpp>
#include <cotejo/quantities/find_dates.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo::detail {

/// A word of the date layer at a place.
struct DateHit {
  const DateWord* word = nullptr;
  std::uint32_t end = 0;
  std::uint32_t lexeme = 0;
  explicit operator bool() const { return word != nullptr; }
};

/// A date while it is read.
struct Draft {
  TokenRange range;
  std::optional<DayRange> days;
  QuantityKind kind = QuantityKind::date;
  std::uint32_t lexeme = no_lexeme;
  std::optional<double> value{};
  TokenRange number{};
  TokenRange unit{};
};

/// The forms of dates, each tried at a token. One object reads one sentence. Its methods stand in
/// calendar_dates.cpp, relative_dates.cpp, years.cpp and find_dates.cpp.
class DateForms {
 public:
  DateForms(const QuantityView& view, std::span<const NumberReading> numbers,
            std::optional<std::chrono::sys_days> dateline)
      : view_(view), numbers_(numbers), dateline_(dateline) {}

  /// All dates of the sentence.
  std::vector<DateReading> scan();

 private:
  // general
  /// What stands at `at` that a date can begin with: bits by DateRole, and the two below. 0 if no
  /// date can begin there.
  [[nodiscard]] std::uint32_t beginnings_at(std::uint32_t at) const;
  static constexpr std::uint32_t digits_bit = 1U << 30U;
  static constexpr std::uint32_t number_bit = 1U << 31U;
  [[nodiscard]] DateHit find(std::uint32_t at, DateRole role) const;
  [[nodiscard]] DateHit find_before(std::uint32_t end, DateRole role) const;
  /// The number that begins at `at`, or null.
  [[nodiscard]] const NumberReading* number_at(std::uint32_t at) const;
  std::optional<DateReading> read(std::uint32_t at, std::uint32_t beginnings);
  [[nodiscard]] static DateReading finish(const Draft& draft);

  // numeric: 2025-08-12, 12/08/2025, 12.08.2025
  [[nodiscard]] std::optional<Draft> read_numeric(std::uint32_t at) const;
  [[nodiscard]] static bool split_points(std::string_view text, std::array<int, 3>& parts);
  [[nodiscard]] std::optional<int> plain_number(std::uint32_t at) const;
  [[nodiscard]] std::optional<std::chrono::sys_days> day_of(const std::array<int, 3>& parts,
                                                            bool year_first) const;

  // weekday, day and month
  /// "[martes] 12 de agosto [de 2025]", "[Tuesday,] August 12[, 2025]", "[pasado] 29 de enero".
  [[nodiscard]] std::optional<Draft> read_day_month(std::uint32_t at) const;
  /// "el domingo 7": the nearest day of that number and weekday.
  [[nodiscard]] std::optional<Draft> read_day_of_weekday(std::uint32_t at,
                                                         const DateHit& weekday) const;
  [[nodiscard]] std::uint32_t skip_comma(std::uint32_t at) const;
  /// A word of direction at `at`: -1 past, 1 next, 0 this one.
  [[nodiscard]] DateHit direction_at(std::uint32_t at, int& direction) const;
  [[nodiscard]] static bool is_day(const NumberReading* number);
  [[nodiscard]] std::optional<Draft> read_day_then_month(std::uint32_t at, int direction) const;
  [[nodiscard]] std::optional<Draft> read_month_then_day(std::uint32_t at, int direction) const;
  /// The year behind a month or day, if there is one; moves `end` behind it.
  [[nodiscard]] std::optional<int> year_behind(std::uint32_t& end) const;
  /// The year of "last year" at `at`: "in May of last year".
  [[nodiscard]] std::optional<int> relative_year(std::uint32_t at, std::uint32_t& end) const;
  [[nodiscard]] std::optional<DayRange> days_of(const NumberReading& number, int month,
                                                std::optional<int> year, int direction) const;
  /// The year of a day that is written without: the last one up to the dateline, or the next one if
  /// the words look forward.
  [[nodiscard]] std::optional<int> settle_year(int direction, int month, int day) const;
  /// True if a word near `at`, in the same clause, puts it in the future.
  [[nodiscard]] bool looks_forward(std::uint32_t at) const;
  [[nodiscard]] bool ends_clause(std::uint32_t at) const;
  [[nodiscard]] bool is_future(std::uint32_t at) const;

  // months and parts of periods
  /// "abril de 2025", "April"; a month alone needs a word before it, or small letters.
  [[nodiscard]] std::optional<Draft> read_month(std::uint32_t at) const;
  [[nodiscard]] std::optional<DayRange> month_near(int month, int direction) const;
  /// A word before `at` that leads to a date, or letters that are no name.
  [[nodiscard]] bool led(std::uint32_t at) const;
  /// "a comienzos de diciembre", "a mediados de 2024", "a finales del año pasado".
  [[nodiscard]] std::optional<Draft> read_part(std::uint32_t at) const;
  /// "primer trimestre de 2024", "third quarter".
  [[nodiscard]] std::optional<Draft> read_quarter(std::uint32_t at) const;

  // relative words
  /// "el viernes", "el próximo viernes", "el viernes pasado".
  [[nodiscard]] std::optional<Draft> read_weekday(std::uint32_t at) const;
  /// Without a direction the last one up to the dateline, or the next one if the sentence looks
  /// forward; with one never the dateline itself.
  [[nodiscard]] std::chrono::sys_days weekday_near(int weekday, int direction, bool turned) const;
  /// "ayer", "tomorrow".
  [[nodiscard]] std::optional<Draft> read_offset(std::uint32_t at) const;
  /// "el año pasado", "la próxima semana", "this month".
  [[nodiscard]] std::optional<Draft> read_unit(std::uint32_t at) const;
  /// "hace tres días", "three days ago".
  [[nodiscard]] std::optional<Draft> read_ago(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_hedges(std::uint32_t at) const;

  // years
  /// A year with a word before it that leads to one, or in brackets, or alone between marks; four
  /// digits near today's years are one unless they clearly count.
  [[nodiscard]] std::optional<Draft> read_year(std::uint32_t at) const;
  [[nodiscard]] bool near_today(std::uint32_t at) const;
  [[nodiscard]] bool hedged(std::uint32_t at) const;
  [[nodiscard]] bool plural_behind(std::uint32_t at) const;
  /// "1998, 2000, 2002 y 2004".
  [[nodiscard]] bool in_list_of_years(std::uint32_t at) const;
  /// Four digits that can be a year, whatever stands around them; "1990s" is its decade.
  [[nodiscard]] std::optional<Draft> read_led_year(std::uint32_t at) const;
  [[nodiscard]] static DayRange decade_of(int year);
  /// "los años 90".
  [[nodiscard]] std::optional<Draft> read_decade(std::uint32_t at) const;
  [[nodiscard]] bool decade_word_before(std::uint32_t at) const;
  [[nodiscard]] bool bracket_before(std::uint32_t at) const;
  [[nodiscard]] bool dash_before(std::uint32_t at) const;
  [[nodiscard]] bool counted_behind(std::uint32_t at) const;

  // periods of two dates
  /// "de 2019 a 2022", "entre abril y junio de 2025", "2019-2022"; and open ones: "desde 2019".
  void join_periods(std::vector<DateReading>& found) const;
  [[nodiscard]] bool linked(const DateReading& first, const DateReading& second) const;
  /// "desde abril" has no end, "hasta 2030" no begin.
  void open(DateReading& reading) const;

  const QuantityView& view_;
  std::span<const NumberReading> numbers_;
  std::optional<std::chrono::sys_days> dateline_;
  std::size_t next_number_ = 0;
  std::uint32_t at_ = 0;        // where a date is tried
  std::uint32_t last_end_ = 0;  // of the last date found
};

}  // namespace cotejo::detail

#endif
