// Months, parts of periods, and words that count from the dateline.
// Tests: tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/date_forms.hpp>

namespace cotejo::detail {

namespace chrono = std::chrono;

std::optional<Draft> DateForms::read_month(std::uint32_t at) const {
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

std::optional<DayRange> DateForms::month_near(int month, int direction) const {
  const bool this_month = direction == 0 && month == month_of(*dateline_);
  const auto year = this_month ? year_of(*dateline_) : settle_year(direction, month, 1);
  if (!year) return std::nullopt;
  return month_range(*year, month);
}

bool DateForms::led(std::uint32_t at) const {
  if (view_.token(at).letter_case == TokenCase::lower) return true;
  for (const DateRole role : {DateRole::at, DateRole::of, DateRole::from, DateRole::until,
                              DateRole::part, DateRole::to, DateRole::between}) {
    if (find_before(at, role)) return true;
  }
  return false;
}

std::optional<Draft> DateForms::read_part(std::uint32_t at) const {
  const DateHit part = find(at, DateRole::part);
  if (!part) return std::nullopt;
  std::uint32_t next = part.end;
  if (const DateHit article = find(next, DateRole::article)) next = article.end;
  for (const auto form :
       {&DateForms::read_month, &DateForms::read_unit, &DateForms::read_led_year}) {
    auto draft = (this->*form)(next);
    if (!draft) continue;
    draft->range.begin = at;
    draft->kind = QuantityKind::period;
    if (draft->days) draft->days = third_of(*draft->days, part.word->value);
    return draft;
  }
  return std::nullopt;
}

std::optional<Draft> DateForms::read_quarter(std::uint32_t at) const {
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
    year = settle_year(0, 3 * quarter - 2, 1);
  }
  if (year) draft.days = quarter_range(*year, quarter);
  return draft;
}

std::optional<Draft> DateForms::read_weekday(std::uint32_t at) const {
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

chrono::sys_days DateForms::weekday_near(int weekday, int direction, bool turned) const {
  const int here = weekday_of(*dateline_);
  const bool forward = direction > 0 || (direction == 0 && looks_forward(at_));
  int distance = forward ? (weekday - here + 7) % 7 : -((here - weekday + 7) % 7);
  if (distance == 0 && turned && direction != 0) distance = 7 * direction;
  return *dateline_ + chrono::days{distance};
}

std::optional<Draft> DateForms::read_offset(std::uint32_t at) const {
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

std::optional<Draft> DateForms::read_unit(std::uint32_t at) const {
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

std::optional<Draft> DateForms::read_ago(std::uint32_t at) const {
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

std::uint32_t DateForms::skip_hedges(std::uint32_t at) const {
  const LexiconHit hit = view_.find(at, WordUse::hedge);
  return hit.range.length() > 0 ? hit.range.end : at;
}

}  // namespace cotejo::detail
