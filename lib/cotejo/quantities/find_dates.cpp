// A date is tried at every token that can begin one: digits, or a word of layer "date". The forms
// are few (numeric, day and month, month and year, a word with a direction, a distance, a year), so
// they are functions tried in a fixed order, the longest first; which words play which part is rule
// data. A second pass joins the two ends of a period. Tests:
// tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/find_dates.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/quantities/calendar.hpp>
#include <cotejo/quantities/find_clock.hpp>
#include <cotejo/quantities/noun_phrase.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace cotejo {
namespace {

namespace chrono = std::chrono;

constexpr int first_year = 1000;
constexpr int last_year = 2199;
constexpr std::uint32_t future_reach = 12;  // tokens beside a date in which a future counts

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

class DateScanner {
 public:
  DateScanner(const QuantityView& view, std::span<const NumberReading> numbers,
              std::optional<chrono::sys_days> dateline)
      : view_(view), numbers_(numbers), dateline_(dateline) {}

  std::vector<DateReading> scan() {
    std::vector<DateReading> found;
    for (std::uint32_t at = view_.range.begin; at < view_.range.end;) {
      while (next_number_ < numbers_.size() && numbers_[next_number_].range.end <= at)
        ++next_number_;
      auto reading = may_begin(at) ? read(at) : std::nullopt;
      if (reading && !found.empty() && reading->range.begin < found.back().range.end)
        reading.reset();
      if (!reading) {
        ++at;
        continue;
      }
      at = std::max(reading->range.end, at + 1);
      last_end_ = reading->range.end;
      found.push_back(*std::move(reading));
    }
    join_periods(found);
    return found;
  }

 private:
  /// Cheap test: whether a date can begin at `at` at all.
  [[nodiscard]] bool may_begin(std::uint32_t at) const {
    if (view_.token(at).kind == TokenKind::digits) return true;
    for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
      if (view_.rules.use(hit.lexeme) == WordUse::date && begins_date(view_.rules.date(hit.lexeme)))
        return true;
    }
    return next_number_ < numbers_.size() && numbers_[next_number_].range.begin == at;
  }

  [[nodiscard]] static bool begins_date(const DateWord& word) {
    switch (word.role) {
      case DateRole::month:
      case DateRole::weekday:
      case DateRole::day_offset:
      case DateRole::unit:
      case DateRole::past:
      case DateRole::next:
      case DateRole::now:
      case DateRole::ago:
      case DateRole::part:
        return true;
      case DateRole::none:
      case DateRole::ago_after:
      case DateRole::of:
      case DateRole::article:
      case DateRole::at:
      case DateRole::from:
      case DateRole::until:
      case DateRole::to:
      case DateRole::between:
      case DateRole::year_lead:
      case DateRole::ordinal_day:
        return false;
    }
    return false;
  }

  [[nodiscard]] DateHit find(std::uint32_t at, DateRole role) const {
    const LexiconHit hit = view_.find(at, WordUse::date, [&](const LexiconHit& candidate) {
      const DateWord& word = view_.rules.date(candidate.lexeme);
      if (word.role != role) return false;
      return !word.capital || view_.token(at).letter_case != TokenCase::lower;
    });
    if (hit.range.length() == 0) return {};
    return {&view_.rules.date(hit.lexeme), hit.range.end, hit.lexeme};
  }
  [[nodiscard]] DateHit find_before(std::uint32_t end, DateRole role) const {
    const LexiconHit hit = view_.find_before(end, WordUse::date, [&](const LexiconHit& candidate) {
      return view_.rules.date(candidate.lexeme).role == role;
    });
    if (hit.range.length() == 0) return {};
    return {&view_.rules.date(hit.lexeme), hit.range.begin, hit.lexeme};
  }

  /// The number that begins at `at`, or null.
  [[nodiscard]] const NumberReading* number_at(std::uint32_t at) const {
    for (std::size_t i = next_number_; i < numbers_.size() && numbers_[i].range.begin <= at; ++i) {
      if (numbers_[i].range.begin == at) return &numbers_[i];
    }
    return nullptr;
  }

  std::optional<DateReading> read(std::uint32_t at) {
    at_ = at;
    if (auto time = find_clock_time(view_, number_at(at), at)) return time;
    for (const auto form :
         {&DateScanner::read_numeric, &DateScanner::read_day_month, &DateScanner::read_part,
          &DateScanner::read_quarter, &DateScanner::read_weekday, &DateScanner::read_month,
          &DateScanner::read_offset, &DateScanner::read_unit, &DateScanner::read_ago,
          &DateScanner::read_year}) {
      if (const auto draft = (this->*form)(at)) return finish(*draft);
    }
    return std::nullopt;
  }

  [[nodiscard]] static DateReading finish(const Draft& draft) {
    DateReading reading;
    reading.range = draft.range;
    reading.lexeme = draft.lexeme;
    reading.kind = draft.kind;
    reading.value = draft.value;
    reading.number = draft.number;
    reading.unit = draft.unit;
    if (draft.days) {
      reading.time = to_time_range(*draft.days);
      reading.kind = draft.days->grain == Grain::day && draft.days->from == draft.days->to
                         ? QuantityKind::date
                         : QuantityKind::period;
    }
    return reading;
  }

  // --- numeric: 2025-08-12, 12/08/2025, 12.08.2025

  [[nodiscard]] std::optional<Draft> read_numeric(std::uint32_t at) const {
    if (view_.token(at).kind != TokenKind::digits || view_.glued(at)) return std::nullopt;
    std::array<int, 3> parts{};
    std::size_t count = 0;
    std::uint32_t end = at;
    const std::string_view first = view_.text(at);
    if (first.find('.') != first.npos) {
      if (!split_points(first, parts)) return std::nullopt;
      end = at + 1;
      count = 3;
    }
    while (count < parts.size()) {
      const auto part = plain_number(end);
      if (!part) return std::nullopt;
      parts.at(count++) = *part;
      ++end;
      if (count == parts.size()) break;
      const bool mark = view_.glued(end) && (view_.text(end) == "/" || view_.text(end) == "-") &&
                        view_.glued(end + 1);
      if (!mark) return std::nullopt;
      ++end;
    }
    const auto day = day_of(parts, first.size() == 4);
    if (!day) return std::nullopt;
    return Draft{{at, end}, DayRange{*day, *day, Grain::day}};
  }

  [[nodiscard]] static bool split_points(std::string_view text, std::array<int, 3>& parts) {
    std::size_t count = 0;
    int value = 0;
    for (const char c : text) {
      if (c == '.') {
        if (count == 2) return false;
        parts.at(count++) = value;
        value = 0;
      } else if (c >= '0' && c <= '9' && value < 10000) {
        value = value * 10 + (c - '0');
      } else {
        return false;
      }
    }
    parts[2] = value;
    return count == 2;
  }

  [[nodiscard]] std::optional<int> plain_number(std::uint32_t at) const {
    if (!view_.inside(at) || view_.token(at).kind != TokenKind::digits) return std::nullopt;
    const std::string_view text = view_.text(at);
    if (text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  [[nodiscard]] std::optional<chrono::sys_days> day_of(const std::array<int, 3>& parts,
                                                       bool year_first) const {
    if (year_first) return make_day(parts[0], parts[1], parts[2]);
    if (parts[2] < first_year || parts[2] > last_year) return std::nullopt;
    const bool month_first = view_.rules.date_rule().month_first && parts[0] <= 12;
    if (month_first) return make_day(parts[2], parts[0], parts[1]);
    return make_day(parts[2], parts[1], parts[0]);
  }

  // --- weekday, day and month

  /// "[martes] 12 de agosto [de 2025]", "[Tuesday,] August 12[, 2025]", "[pasado] 29 de enero".
  [[nodiscard]] std::optional<Draft> read_day_month(std::uint32_t at) const {
    std::uint32_t next = at;
    const DateHit weekday = find(next, DateRole::weekday);
    if (weekday) next = skip_comma(weekday.end);
    int direction = 0;
    if (const DateHit hit = direction_at(next, direction)) next = hit.end;
    if (weekday) {
      if (const DateHit article = find(next, DateRole::article)) next = article.end;
      if (const DateHit word = find(next, DateRole::ordinal_day)) next = word.end;
    }
    auto draft = read_day_then_month(next, direction);
    if (!draft) draft = read_month_then_day(next, direction);
    if (!draft && weekday) draft = read_day_of_weekday(next, weekday);
    if (!draft) return std::nullopt;
    if (weekday) {
      draft->range.begin = at;
    } else if (direction != 0) {
      draft->range.begin = next;
    }
    return draft;
  }

  /// "el domingo 7": the nearest day of that number and weekday.
  [[nodiscard]] std::optional<Draft> read_day_of_weekday(std::uint32_t at,
                                                         const DateHit& weekday) const {
    const NumberReading* number = number_at(at);
    if (!is_day(number) || !number->plain || at != weekday.end) return std::nullopt;
    if (view_.is(number->range.end, WordUse::counted)) return std::nullopt;
    Draft draft{{at, number->range.end}, std::nullopt, QuantityKind::date, weekday.lexeme};
    constexpr int reach = 31;
    for (int distance = 0; dateline_ && distance <= reach; ++distance) {
      for (const int offset : {-distance, distance}) {
        const auto day = *dateline_ + chrono::days{offset};
        if (weekday_of(day) != weekday.word->value ||
            day_of_month(day) != static_cast<int>(*number->low))
          continue;
        draft.days = DayRange{day, day, Grain::day};
        return draft;
      }
    }
    return draft;
  }

  [[nodiscard]] std::uint32_t skip_comma(std::uint32_t at) const {
    return view_.inside(at) && view_.text(at) == "," ? at + 1 : at;
  }

  /// A word of direction at `at`: -1 past, 1 next, 0 this one.
  [[nodiscard]] DateHit direction_at(std::uint32_t at, int& direction) const {
    if (const DateHit hit = find(at, DateRole::past)) return direction = -1, hit;
    if (const DateHit hit = find(at, DateRole::next)) return direction = 1, hit;
    if (const DateHit hit = find(at, DateRole::now)) return direction = 0, hit;
    return {};
  }

  [[nodiscard]] static bool is_day(const NumberReading* number) {
    return number != nullptr && number->low && *number->low >= 1 && number->high &&
           *number->high <= 31 && !number->vague && number->magnitude == 0 &&
           number->form != NumberForm::fraction && number->form != NumberForm::ratio &&
           !number->needs_unit && *number->low == static_cast<int>(*number->low);
  }

  [[nodiscard]] std::optional<Draft> read_day_then_month(std::uint32_t at, int direction) const {
    const NumberReading* number = number_at(at);
    if (!is_day(number)) return std::nullopt;
    std::uint32_t next = number->range.end;
    if (const DateHit of = find(next, DateRole::of)) next = of.end;
    const DateHit month = find(next, DateRole::month);
    if (!month) return std::nullopt;
    std::uint32_t end = month.end;
    const auto year = year_behind(end);
    Draft draft{{at, end},
                days_of(*number, month.word->value, year, direction),
                QuantityKind::date,
                month.lexeme};
    return draft;
  }

  [[nodiscard]] std::optional<Draft> read_month_then_day(std::uint32_t at, int direction) const {
    const DateHit month = find(at, DateRole::month);
    if (!month) return std::nullopt;
    const NumberReading* number = number_at(month.end);
    if (!is_day(number) || !view_.rules.date_rule().month_first) return std::nullopt;
    std::uint32_t end = number->range.end;
    const auto year = year_behind(end);
    return Draft{{at, end},
                 days_of(*number, month.word->value, year, direction),
                 QuantityKind::date,
                 month.lexeme};
  }

  /// The year behind a month or day, if there is one; moves `end` behind it.
  [[nodiscard]] std::optional<int> year_behind(std::uint32_t& end) const {
    std::uint32_t next = skip_comma(end);
    if (const DateHit of = find(next, DateRole::of)) next = of.end;
    if (view_.inside(next) && view_.text(next) == ",") next = skip_comma(next);
    const auto year = plain_number(next);
    if (!year || view_.text(next).size() != 4 || *year < first_year || *year > last_year)
      return std::nullopt;
    end = next + 1;
    return year;
  }

  [[nodiscard]] std::optional<DayRange> days_of(const NumberReading& number, int month,
                                                std::optional<int> year, int direction) const {
    const int first = static_cast<int>(*number.low);
    const int last = static_cast<int>(*number.high);
    if (!year) {
      if (!dateline_) return std::nullopt;
      year =
          settle_year(direction, [&](int candidate) { return make_day(candidate, month, first); });
      if (!year) return std::nullopt;
    }
    const auto from = make_day(*year, month, first);
    const auto to = make_day(*year, month, last);
    if (!from || !to) return std::nullopt;
    return DayRange{*from, *to, Grain::day};
  }

  /// The year of a day that is written without: the last one up to the dateline, or the next one if
  /// the words look forward.
  template <typename Day>
  [[nodiscard]] std::optional<int> settle_year(int direction, Day day) const {
    const int year = year_of(*dateline_);
    const auto here = day(year);
    if (!here) return std::nullopt;
    const bool forward = direction > 0 || (direction == 0 && looks_forward(at_));
    if (forward) return *here >= *dateline_ ? year : year + 1;
    return *here <= *dateline_ ? year : year - 1;
  }

  /// True if a word near `at`, in the same clause, puts it in the future.
  [[nodiscard]] bool looks_forward(std::uint32_t at) const {
    for (std::uint32_t back = at; back-- > view_.range.begin && at - back <= future_reach;) {
      if (ends_clause(back)) break;
      if (is_future(back)) return true;
    }
    for (std::uint32_t next = at; next < view_.range.end && next - at <= future_reach; ++next) {
      if (ends_clause(next)) break;
      if (is_future(next)) return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_clause(std::uint32_t at) const {
    const std::string_view text = view_.text(at);
    return text == ";" || text == ":" || text == "." || text == "(" || text == ")";
  }

  [[nodiscard]] bool is_future(std::uint32_t at) const {
    if (view_.is(at, WordUse::future)) return true;
    if (view_.token(at).letter_case == TokenCase::none) return false;
    const std::string_view word = view_.text(at);
    return std::ranges::any_of(view_.rules.date_rule().future, [&](const std::string& ending) {
      return word.size() > ending.size() + 2 && word.ends_with(ending);
    });
  }

  // --- months and parts of periods

  /// "abril de 2025", "April"; a month alone needs a word before it, or small letters.
  [[nodiscard]] std::optional<Draft> read_month(std::uint32_t at) const {
    int direction = 0;
    std::uint32_t next = at;
    const DateHit before = direction_at(at, direction);
    if (before) next = before.end;
    const DateHit month = find(next, DateRole::month);
    if (!month) return std::nullopt;
    std::uint32_t end = month.end;
    const auto year = year_behind(end);
    if (year)
      return Draft{
          {next, end}, month_range(*year, month.word->value), QuantityKind::period, month.lexeme};
    const DateHit after = before ? DateHit{} : direction_at(end, direction);
    if (after) end = after.end;
    if (!before && !after && !led(at)) return std::nullopt;
    Draft draft{{at, end}, std::nullopt, QuantityKind::period, month.lexeme};
    if (dateline_) draft.days = month_near(month.word->value, direction);
    return draft;
  }

  [[nodiscard]] std::optional<DayRange> month_near(int month, int direction) const {
    const auto year =
        settle_year(direction, [&](int candidate) { return make_day(candidate, month, 1); });
    if (!year) return std::nullopt;
    return month_range(*year, month);
  }

  /// A word before `at` that leads to a date, or letters that are no name.
  [[nodiscard]] bool led(std::uint32_t at) const {
    if (view_.token(at).letter_case == TokenCase::lower) return true;
    for (const DateRole role : {DateRole::at, DateRole::of, DateRole::from, DateRole::until,
                                DateRole::part, DateRole::to, DateRole::between}) {
      if (find_before(at, role)) return true;
    }
    return false;
  }

  /// "a comienzos de diciembre", "a mediados de 2024", "a finales del año pasado".
  [[nodiscard]] std::optional<Draft> read_part(std::uint32_t at) const {
    const DateHit part = find(at, DateRole::part);
    if (!part) return std::nullopt;
    std::uint32_t next = part.end;
    if (const DateHit article = find(next, DateRole::article)) next = article.end;
    for (const auto form :
         {&DateScanner::read_month, &DateScanner::read_unit, &DateScanner::read_led_year}) {
      auto draft = (this->*form)(next);
      if (!draft) continue;
      draft->range.begin = at;
      draft->kind = QuantityKind::period;
      if (draft->days) draft->days = third_of(*draft->days, part.word->value);
      return draft;
    }
    return std::nullopt;
  }

  /// "primer trimestre de 2024", "third quarter".
  [[nodiscard]] std::optional<Draft> read_quarter(std::uint32_t at) const {
    const NumberReading* number = number_at(at);
    if (number == nullptr || number->form != NumberForm::ordinal || *number->low > 4)
      return std::nullopt;
    const DateHit unit = find(number->range.end, DateRole::unit);
    if (!unit || unit.word->grain != Grain::quarter) return std::nullopt;
    std::uint32_t end = unit.end;
    std::optional<int> year = year_behind(end);
    const int quarter = static_cast<int>(*number->low);
    Draft draft{{at, end}, std::nullopt, QuantityKind::period, unit.lexeme};
    if (!year && dateline_) {
      year = settle_year(0, [&](int candidate) { return make_day(candidate, 3 * quarter - 2, 1); });
    }
    if (year) draft.days = quarter_range(*year, quarter);
    return draft;
  }

  // --- relative words

  /// "el viernes", "el próximo viernes", "el viernes pasado".
  [[nodiscard]] std::optional<Draft> read_weekday(std::uint32_t at) const {
    int direction = 0;
    std::uint32_t next = at;
    DateHit turn = direction_at(at, direction);
    if (turn) next = turn.end;
    const DateHit weekday = find(next, DateRole::weekday);
    if (!weekday) return std::nullopt;
    std::uint32_t end = weekday.end;
    if (!turn) {
      turn = direction_at(end, direction);
      if (turn) end = turn.end;
    }
    Draft draft{{at, end}, std::nullopt, QuantityKind::date, weekday.lexeme};
    if (dateline_) {
      const auto day = weekday_near(weekday.word->value, direction, static_cast<bool>(turn));
      draft.days = DayRange{day, day, Grain::day};
    }
    return draft;
  }

  /// Without a direction the last one up to the dateline, or the next one if the sentence looks
  /// forward; with one never the dateline itself.
  [[nodiscard]] chrono::sys_days weekday_near(int weekday, int direction, bool turned) const {
    const int here = weekday_of(*dateline_);
    const bool forward = direction > 0 || (direction == 0 && looks_forward(at_));
    int distance = forward ? (weekday - here + 7) % 7 : -((here - weekday + 7) % 7);
    if (distance == 0 && turned && direction != 0) distance = 7 * direction;
    return *dateline_ + chrono::days{distance};
  }

  /// "ayer", "tomorrow".
  [[nodiscard]] std::optional<Draft> read_offset(std::uint32_t at) const {
    const DateHit hit = find(at, DateRole::day_offset);
    if (!hit) return std::nullopt;
    if (hit.word->no_article && (find_before(at, DateRole::article) ||
                                 find_before(at, DateRole::now) || find(hit.end, DateRole::of))) {
      return std::nullopt;
    }
    Draft draft{{at, hit.end}, std::nullopt, QuantityKind::date, hit.lexeme};
    if (dateline_) {
      const auto day = *dateline_ + chrono::days{hit.word->value};
      draft.days = DayRange{day, day, Grain::day};
    }
    return draft;
  }

  /// "el año pasado", "la próxima semana", "this month".
  [[nodiscard]] std::optional<Draft> read_unit(std::uint32_t at) const {
    int direction = 0;
    std::uint32_t next = at;
    DateHit turn = direction_at(at, direction);
    if (turn) next = turn.end;
    const DateHit unit = find(next, DateRole::unit);
    if (!unit) return std::nullopt;
    std::uint32_t end = unit.end;
    if (!turn) {
      turn = direction_at(end, direction);
      if (!turn) return std::nullopt;
      end = turn.end;
    }
    Draft draft{{at, end},
                std::nullopt,
                unit.word->grain == Grain::day ? QuantityKind::date : QuantityKind::period,
                unit.lexeme};
    if (dateline_) draft.days = unit_range(*dateline_, unit.word->grain, direction);
    return draft;
  }

  /// "hace tres días", "three days ago".
  [[nodiscard]] std::optional<Draft> read_ago(std::uint32_t at) const {
    const DateHit before = find(at, DateRole::ago);
    const std::uint32_t begin = before ? skip_hedges(before.end) : at;
    const NumberReading* number = number_at(begin);
    if (number == nullptr || !number->low || number->low != number->high ||
        number->form != NumberForm::cardinal)
      return std::nullopt;
    if (*number->low > 9999 || number->needs_unit) return std::nullopt;
    const DateHit unit = find(number->range.end, DateRole::unit);
    if (!unit) return std::nullopt;
    const DateHit after = find(unit.end, DateRole::ago_after);
    if (!before && !after) return std::nullopt;
    const std::uint32_t end = after ? after.end : unit.end;
    const Grain grain = unit.word->grain;
    Draft draft{{at, end},
                std::nullopt,
                grain == Grain::day ? QuantityKind::date : QuantityKind::period,
                unit.lexeme};
    draft.value = number->low;
    draft.number = number->range;
    draft.unit = {number->range.end, unit.end};
    if (dateline_) {
      const auto day = shift(*dateline_, grain, -static_cast<int>(*number->low));
      draft.days = grain == Grain::day ? DayRange{day, day, grain} : unit_range(day, grain, 0);
    }
    return draft;
  }

  [[nodiscard]] std::uint32_t skip_hedges(std::uint32_t at) const {
    const LexiconHit hit = view_.find(at, WordUse::hedge);
    return hit.range.length() > 0 ? hit.range.end : at;
  }

  // --- years

  /// A year with a word before it that leads to one, or in brackets, or alone between marks; four
  /// digits near today's years are one unless they clearly count.
  [[nodiscard]] std::optional<Draft> read_year(std::uint32_t at) const {
    if (view_.glued(at) && !bracket_before(at) && !dash_before(at)) return std::nullopt;
    auto draft = read_led_year(at);
    if (!draft) return decade_word_before(at) ? read_decade(at) : std::nullopt;
    const std::uint32_t end = draft->range.end;
    if (counted_behind(end)) return std::nullopt;
    const bool led = find_before(at, DateRole::year_lead) || bracket_before(at) ||
                     dash_before(at) || in_list_of_years(at);
    if (!led && (hedged(at) || !near_today(at))) return std::nullopt;
    const bool noun_first = view_.rules.noun_phrase().noun_first;
    const bool may_count = noun_first || !near_today(at);  // "the 2003 cuts" is no count
    return may_count && plural_behind(end) ? std::nullopt : draft;
  }

  [[nodiscard]] bool near_today(std::uint32_t at) const {
    const std::string_view century = view_.text(at).substr(0, 2);
    return century == "19" || century == "20";
  }

  [[nodiscard]] bool hedged(std::uint32_t at) const {
    const LexiconHit hit = view_.find_before(at, WordUse::hedge, [&](const LexiconHit& candidate) {
      return !view_.rules.hedge(candidate.lexeme).no_article;
    });
    return hit.range.length() > 0;
  }

  [[nodiscard]] bool plural_behind(std::uint32_t at) const {
    return find_noun_phrase(view_, at, NounNumber::plural).has_value();
  }

  /// "1998, 2000, 2002 y 2004".
  [[nodiscard]] bool in_list_of_years(std::uint32_t at) const {
    if (at < view_.range.begin + 2 || at != last_end_ + 1) return false;
    return view_.text(at - 1) == "," || find(at - 1, DateRole::to);
  }

  /// Four digits that can be a year, whatever stands around them; "1990s" is its decade.
  [[nodiscard]] std::optional<Draft> read_led_year(std::uint32_t at) const {
    const auto year = plain_number(at);
    if (!year || view_.text(at).size() != 4 || *year < first_year || *year > last_year)
      return std::nullopt;
    if (view_.glued(at + 1) && view_.is_word(at + 1)) {
      if (*year % 10 != 0 || view_.text(at + 1).size() > 1) return std::nullopt;
      return Draft{{at, at + 2}, decade_of(*year), QuantityKind::period, no_lexeme};
    }
    if (view_.numerals().find_unit(at + 1).range.length() > 0) return std::nullopt;
    return Draft{{at, at + 1}, year_range(*year), QuantityKind::period, no_lexeme};
  }

  [[nodiscard]] static DayRange decade_of(int year) {
    DayRange range = year_range(year);
    range.to = year_range(year + 9).to;
    range.grain = Grain::decade;
    return range;
  }

  /// "los años 90".
  [[nodiscard]] std::optional<Draft> read_decade(std::uint32_t at) const {
    const auto value = plain_number(at);
    if (!value || *value < 10 || *value > 90 || *value % 10 != 0) return std::nullopt;
    return Draft{{at, at + 1}, decade_of(1900 + *value), QuantityKind::period, no_lexeme};
  }

  [[nodiscard]] bool decade_word_before(std::uint32_t at) const {
    const DateHit unit = find_before(at, DateRole::unit);
    return unit && (unit.word->grain == Grain::year || unit.word->grain == Grain::decade);
  }

  [[nodiscard]] bool bracket_before(std::uint32_t at) const {
    return at > view_.range.begin && view_.text(at - 1) == "(";
  }

  [[nodiscard]] bool dash_before(std::uint32_t at) const {
    return at >= view_.range.begin + 2 && find(at - 1, DateRole::to) && plain_number(at - 2) &&
           view_.text(at - 2).size() == 4;
  }

  [[nodiscard]] bool counted_behind(std::uint32_t at) const {
    return view_.is(at, WordUse::counted);
  }

  // --- periods of two dates

  /// "de 2019 a 2022", "entre abril y junio de 2025", "2019-2022"; and open ones: "desde 2019".
  void join_periods(std::vector<DateReading>& found) const {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      DateReading reading = std::move(found[i]);
      if (i + 1 < found.size() && linked(reading, found[i + 1])) {
        reading.range.end = found[i + 1].range.end;
        reading.time =
            TimeRange{reading.time->from, found[i + 1].time->to, found[i + 1].time->grain};
        reading.kind = QuantityKind::period;
        ++i;
      } else {
        open(reading);
      }
      found[kept++] = std::move(reading);
    }
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
  }

  [[nodiscard]] bool linked(const DateReading& first, const DateReading& second) const {
    if (!first.time || !second.time || !(first.time->from < second.time->from)) return false;
    if (first.kind == QuantityKind::time || second.kind == QuantityKind::time) return false;
    DateHit link = find(first.range.end, DateRole::to);
    if (!link) link = find(first.range.end, DateRole::until);
    if (!link) return false;
    std::uint32_t at = link.end;
    if (const DateHit article = find(at, DateRole::article)) at = article.end;
    if (at != second.range.begin) return false;
    if (view_.token(first.range.end).kind != TokenKind::word) return view_.glued(first.range.end);
    std::uint32_t before = first.range.begin;
    if (find_before(before, DateRole::article)) --before;
    return find_before(before, DateRole::between) || find_before(before, DateRole::from) ||
           find_before(before, DateRole::of);
  }

  /// "desde abril" has no end, "hasta 2030" no begin.
  void open(DateReading& reading) const {
    if (!reading.time || reading.kind == QuantityKind::time) return;
    std::uint32_t before = reading.range.begin;
    if (find_before(before, DateRole::article)) --before;
    const bool from = static_cast<bool>(find_before(before, DateRole::from));
    const bool until = static_cast<bool>(find_before(before, DateRole::until));
    if (!from && !until) return;
    reading.kind = QuantityKind::period;
    (from ? reading.time->to : reading.time->from).clear();
  }

  const QuantityView& view_;
  std::span<const NumberReading> numbers_;
  std::optional<chrono::sys_days> dateline_;
  std::size_t next_number_ = 0;
  std::uint32_t at_ = 0;        // where a date is tried
  std::uint32_t last_end_ = 0;  // of the last date found
};

}  // namespace

std::vector<DateReading> find_dates(const QuantityView& view,
                                    std::span<const NumberReading> numbers,
                                    std::optional<chrono::sys_days> dateline) {
  return DateScanner(view, numbers, dateline).scan();
}

}  // namespace cotejo
