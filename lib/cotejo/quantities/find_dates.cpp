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

namespace {

constexpr std::uint32_t bit(DateRole role) { return 1U << static_cast<unsigned>(role); }

constexpr std::uint32_t direction_roles =
    bit(DateRole::past) | bit(DateRole::next) | bit(DateRole::now);
constexpr std::uint32_t beginning_roles =
    direction_roles | bit(DateRole::month) | bit(DateRole::weekday) | bit(DateRole::day_offset) |
    bit(DateRole::unit) | bit(DateRole::ago) | bit(DateRole::part);

}  // namespace

std::vector<DateReading> DateForms::scan() {
  std::vector<DateReading> found;
  for (std::uint32_t at = view_.range.begin; at < view_.range.end;) {
    while (next_number_ < numbers_.size() && numbers_[next_number_].range.end <= at) ++next_number_;
    const std::uint32_t beginnings = beginnings_at(at);
    if (beginnings == 0) {
      ++at;
      continue;
    }
    auto reading = read(at, beginnings);
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

std::uint32_t DateForms::beginnings_at(std::uint32_t at) const {
  std::uint32_t beginnings = view_.token(at).kind == TokenKind::digits ? digits_bit : 0;
  if (next_number_ < numbers_.size() && numbers_[next_number_].range.begin == at) {
    beginnings |= number_bit;
  }
  if (!view_.has(at, WordUse::date)) return beginnings;
  for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
    if (hit.layer == layer_of(WordUse::date)) {
      beginnings |= bit(view_.rules.date_role(hit.lexeme)) & beginning_roles;
    }
  }
  return beginnings;
}

DateHit DateForms::find(std::uint32_t at, DateRole role) const {
  if (!view_.has(at, WordUse::date)) return {};
  const LexiconHit hit = view_.find(at, WordUse::date, [&](const LexiconHit& candidate) {
    if (view_.rules.date_role(candidate.lexeme) != role) return false;
    return !view_.rules.date(candidate.lexeme).capital ||
           view_.token(at).letter_case != TokenCase::lower;
  });
  if (hit.range.length() == 0) return {};
  return {&view_.rules.date(hit.lexeme), hit.range.end, hit.lexeme};
}

DateHit DateForms::find_before(std::uint32_t end, DateRole role) const {
  const LexiconHit hit = view_.find_before(end, WordUse::date, [&](const LexiconHit& candidate) {
    return view_.rules.date_role(candidate.lexeme) == role;
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

std::optional<DateReading> DateForms::read(std::uint32_t at, std::uint32_t beginnings) {
  struct Form {
    std::optional<Draft> (DateForms::*read)(std::uint32_t) const;
    std::uint32_t beginnings;  // what it can begin with
  };
  static constexpr std::array forms{
      Form{&DateForms::read_numeric, digits_bit},
      Form{&DateForms::read_day_month,
           number_bit | direction_roles | bit(DateRole::weekday) | bit(DateRole::month)},
      Form{&DateForms::read_part, bit(DateRole::part)},
      Form{&DateForms::read_quarter, number_bit},
      Form{&DateForms::read_weekday, direction_roles | bit(DateRole::weekday)},
      Form{&DateForms::read_month, direction_roles | bit(DateRole::month)},
      Form{&DateForms::read_offset, bit(DateRole::day_offset)},
      Form{&DateForms::read_unit, direction_roles | bit(DateRole::unit)},
      Form{&DateForms::read_ago, number_bit | bit(DateRole::ago)},
      Form{&DateForms::read_year, digits_bit}};
  at_ = at;
  if ((beginnings & (digits_bit | number_bit)) != 0) {
    if (auto time = find_clock_time(view_, number_at(at), at)) return time;
  }
  for (const Form& form : forms) {
    if ((beginnings & form.beginnings) == 0) continue;
    if (const auto draft = (this->*form.read)(at)) return finish(*draft);
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
