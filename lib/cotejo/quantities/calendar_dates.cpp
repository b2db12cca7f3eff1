// Dates in numbers, and days with their month. Tests: tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/date_forms.hpp>

#include <algorithm>
#include <string>

namespace cotejo::detail {

namespace chrono = std::chrono;

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2199;
constexpr std::uint32_t future_reach = 12;  // tokens beside a date in which a future counts

}  // namespace

std::optional<Draft> DateForms::read_numeric(std::uint32_t at) const {
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
    const bool rank = view_.glued(end) && view_.text(end) == "." &&
                      view_.numerals().find(end, NumeralRole::ordinal_suffix);
    if (!mark && !rank) return std::nullopt;
    ++end;
  }
  if (parts[2] < 100 && view_.text(end - 1).size() != 2) return std::nullopt;
  const auto day = day_of(parts, first.size() == 4);
  if (!day) return std::nullopt;
  return Draft{{at, end}, DayRange{*day, *day, Grain::day}};
}

bool DateForms::split_points(std::string_view text, std::array<int, 3>& parts) {
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

std::optional<int> DateForms::plain_number(std::uint32_t at) const {
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

std::optional<chrono::sys_days> DateForms::day_of(const std::array<int, 3>& parts,
                                                  bool year_first) const {
  if (year_first) return make_day(parts[0], parts[1], parts[2]);
  if (parts[2] < 100) {  // "05/05/89"
    constexpr int pivot = 50;
    const int century = parts[2] < pivot ? 2000 : 1900;
    return day_of({parts[0], parts[1], century + parts[2]}, false);
  }
  if (parts[2] < first_year || parts[2] > last_year) return std::nullopt;
  const bool month_first = view_.rules.date_rule().month_first && parts[0] <= 12;
  if (month_first) return make_day(parts[2], parts[0], parts[1]);
  return make_day(parts[2], parts[1], parts[0]);
}

std::optional<Draft> DateForms::read_day_month(std::uint32_t at) const {
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

std::optional<Draft> DateForms::read_day_of_weekday(std::uint32_t at,
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

std::uint32_t DateForms::skip_comma(std::uint32_t at) const {
  return view_.inside(at) && view_.text(at) == "," ? at + 1 : at;
}

DateHit DateForms::direction_at(std::uint32_t at, int& direction) const {
  if (const DateHit hit = find(at, DateRole::past)) return direction = -1, hit;
  if (const DateHit hit = find(at, DateRole::next)) return direction = 1, hit;
  if (const DateHit hit = find(at, DateRole::now)) return direction = 0, hit;
  return {};
}

bool DateForms::is_day(const NumberReading* number) {
  return number != nullptr && number->low && *number->low >= 1 && number->high &&
         *number->high <= 31 && !number->vague && number->magnitude == 0 &&
         number->form != NumberForm::fraction && number->form != NumberForm::ratio &&
         !number->needs_unit && *number->low == static_cast<int>(*number->low);
}

std::optional<Draft> DateForms::read_day_then_month(std::uint32_t at, int direction) const {
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

std::optional<Draft> DateForms::read_month_then_day(std::uint32_t at, int direction) const {
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

std::optional<int> DateForms::year_behind(std::uint32_t& end) const {
  std::uint32_t next = skip_comma(end);
  if (const DateHit of = find(next, DateRole::of)) next = of.end;
  if (view_.inside(next) && view_.text(next) == ",") next = skip_comma(next);
  const auto year = plain_number(next);
  if (!year || view_.text(next).size() != 4 || *year < first_year || *year > last_year)
    return relative_year(next, end);
  end = next + 1;
  return year;
}

std::optional<int> DateForms::relative_year(std::uint32_t at, std::uint32_t& end) const {
  if (const DateHit article = find(at, DateRole::article)) at = article.end;
  if (!dateline_ || !view_.inside(at)) return std::nullopt;
  const auto draft = read_unit(at);
  if (!draft || !draft->days || draft->days->grain != Grain::year) return std::nullopt;
  end = draft->range.end;
  return year_of(draft->days->from);
}

std::optional<DayRange> DateForms::days_of(const NumberReading& number, int month,
                                           std::optional<int> year, int direction) const {
  const int first = static_cast<int>(*number.low);
  const int last = static_cast<int>(*number.high);
  if (!year) {
    if (!dateline_) return std::nullopt;
    year = settle_year(direction, month, first);
    if (!year) return std::nullopt;
  }
  const auto from = make_day(*year, month, first);
  const auto to = make_day(*year, month, last);
  if (!from || !to) return std::nullopt;
  return DayRange{*from, *to, Grain::day};
}

std::optional<int> DateForms::settle_year(int direction, int month, int day) const {
  const int year = year_of(*dateline_);
  const auto here = make_day(year, month, day);
  if (!here) return std::nullopt;
  const bool forward = direction > 0 || (direction == 0 && looks_forward(at_));
  if (forward) return *here >= *dateline_ ? year : year + 1;
  return *here <= *dateline_ ? year : year - 1;
}

bool DateForms::looks_forward(std::uint32_t at) const {
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

bool DateForms::ends_clause(std::uint32_t at) const {
  const std::string_view text = view_.text(at);
  return text == ";" || text == ":" || text == "." || text == "(" || text == ")";
}

bool DateForms::is_future(std::uint32_t at) const {
  if (view_.is(at, WordUse::future)) return true;
  if (view_.token(at).letter_case == TokenCase::none) return false;
  const std::string_view word = view_.text(at);
  return std::ranges::any_of(view_.rules.date_rule().future, [&](const std::string& ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

}  // namespace cotejo::detail
