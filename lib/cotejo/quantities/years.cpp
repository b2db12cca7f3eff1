// Years and decades, and what tells them from counts.
// Tests: tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/date_forms.hpp>

#include <cotejo/quantities/noun_phrase.hpp>
#include <cotejo/text/fold.hpp>

namespace cotejo::detail {

namespace chrono = std::chrono;

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2199;

}  // namespace

std::optional<Draft> DateForms::read_year(std::uint32_t at) const {
  if (view_.glued(at) && !bracket_before(at) && !dash_before(at)) return std::nullopt;
  auto draft = read_led_year(at);
  if (!draft) return decade_word_before(at) ? read_decade(at) : std::nullopt;
  const std::uint32_t end = draft->range.end;
  if (find(end, DateRole::year_tail)) return draft;
  if (counted_behind(end)) return std::nullopt;
  const bool led = find_before(at, DateRole::year_lead) || bracket_before(at) || dash_before(at) ||
                   in_list_of_years(at);
  if (!led && (hedged(at) || !near_today(at))) return std::nullopt;
  if (decade_word_before(at)) return draft;  // "en el año 1492 zarpó"
  const bool noun_first = view_.rules.noun_phrase().noun_first;
  const bool may_count = noun_first || !near_today(at);  // "the 2003 cuts" is no count
  return may_count && plural_behind(end) ? std::nullopt : draft;
}

bool DateForms::near_today(std::uint32_t at) const {
  const std::string_view century = view_.text(at).substr(0, 2);
  return century == "19" || century == "20";
}

bool DateForms::hedged(std::uint32_t at) const {
  const LexiconHit hit = view_.find_before(at, WordUse::hedge, [&](const LexiconHit& candidate) {
    return !view_.rules.hedge(candidate.lexeme).no_article;
  });
  return hit.range.length() > 0;
}

bool DateForms::plural_behind(std::uint32_t at) const {
  return find_noun_phrase(view_, at, NounNumber::plural).has_value();
}

bool DateForms::in_list_of_years(std::uint32_t at) const {
  if (at < view_.range.begin + 2 || at != last_end_ + 1) return false;
  return view_.text(at - 1) == "," || find(at - 1, DateRole::to);
}

std::optional<Draft> DateForms::read_led_year(std::uint32_t at) const {
  const auto year = plain_number(at);
  if (!year || view_.text(at).size() != 4 || *year < first_year || *year > last_year)
    return std::nullopt;
  if (view_.glued(at + 1) && view_.is_word(at + 1)) {
    if (*year % 10 != 0 || view_.text(at + 1).size() > 1) return std::nullopt;
    return Draft{{at, at + 2}, decade_of(*year), QuantityKind::period, no_lexeme};
  }
  if (find(at + 1, DateRole::year_tail)) {
    return Draft{{at, at + 1}, year_range(*year), QuantityKind::period, no_lexeme};
  }
  if (view_.numerals().find_unit(at + 1).range.length() > 0) return std::nullopt;
  return Draft{{at, at + 1}, year_range(*year), QuantityKind::period, no_lexeme};
}

DayRange DateForms::decade_of(int year) {
  DayRange range = year_range(year);
  range.to = year_range(year + 9).to;
  range.grain = Grain::decade;
  return range;
}

std::optional<Draft> DateForms::read_decade(std::uint32_t at) const {
  const auto value = plain_number(at);
  if (!value || *value < 10 || *value > 90 || *value % 10 != 0) return std::nullopt;
  return Draft{{at, at + 1}, decade_of(1900 + *value), QuantityKind::period, no_lexeme};
}

bool DateForms::decade_word_before(std::uint32_t at) const {
  const DateHit unit = find_before(at, DateRole::unit);
  return unit && (unit.word->grain == Grain::year || unit.word->grain == Grain::decade);
}

bool DateForms::bracket_before(std::uint32_t at) const {
  return at > view_.range.begin && view_.text(at - 1) == "(";
}

bool DateForms::dash_before(std::uint32_t at) const {
  return at >= view_.range.begin + 2 && find(at - 1, DateRole::to) && plain_number(at - 2) &&
         view_.text(at - 2).size() == 4;
}

bool DateForms::counted_behind(std::uint32_t at) const { return view_.is(at, WordUse::counted); }

}  // namespace cotejo::detail
