// A date is tried at every token that can begin one: digits, or a word of layer "date". The forms
// are few (numeric, day and month, month and year, a word with a direction, a distance, a year), so
// they are functions tried in a fixed order, the longest first; which words play which part is rule
// data. A second pass joins the two ends of a period. Tests:
// tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/find_dates.hpp>

#include <cotejo/quantities/date_forms.hpp>
#include <cotejo/quantities/find_clock.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace detail {

std::vector<DateReading> DateForms::scan() {
  std::vector<DateReading> found;
  for (std::uint32_t at = view_.range.begin; at < view_.range.end;) {
    while (next_number_ < numbers_.size() && numbers_[next_number_].range.end <= at) ++next_number_;
    auto reading = may_begin(at) ? read(at) : std::nullopt;
    if (reading && !found.empty() && reading->range.begin < found.back().range.end) reading.reset();
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

bool DateForms::may_begin(std::uint32_t at) const {
  if (view_.token(at).kind == TokenKind::digits) return true;
  for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
    if (view_.rules.use(hit.lexeme) == WordUse::date && begins_date(view_.rules.date(hit.lexeme)))
      return true;
  }
  return next_number_ < numbers_.size() && numbers_[next_number_].range.begin == at;
}

bool DateForms::begins_date(const DateWord& word) {
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

DateHit DateForms::find(std::uint32_t at, DateRole role) const {
  const LexiconHit hit = view_.find(at, WordUse::date, [&](const LexiconHit& candidate) {
    const DateWord& word = view_.rules.date(candidate.lexeme);
    if (word.role != role) return false;
    return !word.capital || view_.token(at).letter_case != TokenCase::lower;
  });
  if (hit.range.length() == 0) return {};
  return {&view_.rules.date(hit.lexeme), hit.range.end, hit.lexeme};
}

DateHit DateForms::find_before(std::uint32_t end, DateRole role) const {
  const LexiconHit hit = view_.find_before(end, WordUse::date, [&](const LexiconHit& candidate) {
    return view_.rules.date(candidate.lexeme).role == role;
  });
  if (hit.range.length() == 0) return {};
  return {&view_.rules.date(hit.lexeme), hit.range.begin, hit.lexeme};
}

const NumberReading* DateForms::number_at(std::uint32_t at) const {
  for (std::size_t i = next_number_; i < numbers_.size() && numbers_[i].range.begin <= at; ++i) {
    if (numbers_[i].range.begin == at) return &numbers_[i];
  }
  return nullptr;
}

std::optional<DateReading> DateForms::read(std::uint32_t at) {
  at_ = at;
  if (auto time = find_clock_time(view_, number_at(at), at)) return time;
  for (const auto form : {&DateForms::read_numeric, &DateForms::read_day_month,
                          &DateForms::read_part, &DateForms::read_quarter, &DateForms::read_weekday,
                          &DateForms::read_month, &DateForms::read_offset, &DateForms::read_unit,
                          &DateForms::read_ago, &DateForms::read_year}) {
    if (const auto draft = (this->*form)(at)) return finish(*draft);
  }
  return std::nullopt;
}

DateReading DateForms::finish(const Draft& draft) {
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

void DateForms::join_periods(std::vector<DateReading>& found) const {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    DateReading reading = std::move(found[i]);
    if (i + 1 < found.size() && linked(reading, found[i + 1])) {
      reading.range.end = found[i + 1].range.end;
      reading.time = TimeRange{reading.time->from, found[i + 1].time->to, found[i + 1].time->grain};
      reading.kind = QuantityKind::period;
      ++i;
    } else {
      open(reading);
    }
    found[kept++] = std::move(reading);
  }
  found.erase(found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
}

bool DateForms::linked(const DateReading& first, const DateReading& second) const {
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

void DateForms::open(DateReading& reading) const {
  if (!reading.time || reading.kind == QuantityKind::time) return;
  std::uint32_t before = reading.range.begin;
  if (find_before(before, DateRole::article)) --before;
  const bool from = static_cast<bool>(find_before(before, DateRole::from));
  const bool until = static_cast<bool>(find_before(before, DateRole::until));
  if (!from && !until) return;
  reading.kind = QuantityKind::period;
  (from ? reading.time->to : reading.time->from).clear();
}

}  // namespace detail

std::vector<DateReading> find_dates(const QuantityView& view,
                                    std::span<const NumberReading> numbers,
                                    std::optional<std::chrono::sys_days> dateline) {
  return detail::DateForms(view, numbers, dateline).scan();
}

}  // namespace cotejo
