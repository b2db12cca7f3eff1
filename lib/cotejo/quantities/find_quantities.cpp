// Sentence by sentence: numbers first, then dates, which may take numbers up; every number that is
// left becomes a quantity or is found to be none. Tests:
// tests/unit/quantities/find_quantities_test.cpp.
#include <cotejo/quantities/find_quantities.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/calendar.hpp>
#include <cotejo/quantities/find_dates.hpp>
#include <cotejo/quantities/quantity_builder.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace cotejo {
namespace {

/// "hace tres días" is a date with a number and a unit of its own.
void set_distance(const QuantityView& view, const DateReading& date, Quantity& quantity) {
  quantity.number = view.analysis.span_of(date.number);
  const LexiconHit unit = view.find(date.unit.begin, WordUse::unit);
  if (unit.range.length() == 0) return;
  const Lexeme& lexeme = view.analysis.lexeme(unit);
  const Unit& rule = view.rules.unit(unit.lexeme);
  quantity.unit = rule.code;
  quantity.low = quantity.high = *date.value * rule.times;
  const Span span = view.analysis.span_of(unit.range);
  quantity.counted = Counted{span, std::string(slice(view.analysis.text(), span)),
                             std::string(lexeme.lemma), "time"};
}

Quantity quantity_of(const QuantityView& view, const DateReading& date) {
  Quantity quantity;
  quantity.kind = date.kind;
  quantity.span = view.analysis.span_of(date.range);
  quantity.number = quantity.span;
  quantity.phrase = quantity.span;
  quantity.text = slice(view.analysis.text(), quantity.span);
  quantity.time = date.time;
  quantity.low = quantity.high = date.value;
  if (date.kind == QuantityKind::time) quantity.unit = "h";
  if (date.number.length() > 0) set_distance(view, date, quantity);
  quantity.rule = date.lexeme != no_lexeme
                      ? view.analysis.rules().lexicon().lexeme(date.lexeme).list
                      : view.rules.numbers().digits_rule();
  return quantity;
}

void add(std::vector<Quantity>& quantities, Quantity quantity) {
  if (!quantities.empty() && quantity.span.begin < quantities.back().span.end) return;
  quantities.push_back(std::move(quantity));
}

void find_in_sentence(const QuantityView& view, std::optional<std::chrono::sys_days> dateline,
                      std::vector<NumberReading>& numbers, std::vector<Quantity>& quantities) {
  read_numbers(view.analysis, view.rules.numbers(), view.range, numbers);
  const std::vector<DateReading> dates = find_dates(view, numbers, dateline);
  std::size_t date = 0;
  for (const NumberReading& number : numbers) {
    for (; date < dates.size() && dates[date].range.begin < number.range.end; ++date) {
      if (dates[date].range.end > number.range.begin) break;
      add(quantities, quantity_of(view, dates[date]));
    }
    const bool inside_date = date < dates.size() && dates[date].range.begin < number.range.end;
    if (inside_date) continue;
    if (auto quantity = build_quantity(view, number)) add(quantities, *std::move(quantity));
  }
  for (; date < dates.size(); ++date) add(quantities, quantity_of(view, dates[date]));
}

/// True if between two quantities stands nothing but one joint: "1.100 y 1.200 millones".
bool only_joined(const QuantityView& view, const Quantity& first, const Quantity& second) {
  if (first.span.end > second.number.begin) return false;
  const TokenRange between = view.analysis.tokens_in({first.span.end, second.number.begin});
  if (between.length() != 1) return false;
  const NumeralView numerals = view.numerals();
  return view.text(between.begin) == "," || numerals.find(between.begin, NumeralRole::connector) ||
         numerals.find(between.begin, NumeralRole::range_link);
}

/// True if what a quantity counts stands behind its number, so that another number may share it.
bool can_be_shared(const Quantity& quantity) {
  switch (quantity.kind) {
    case QuantityKind::percent:
      return quantity.span.end > quantity.number.end;
    case QuantityKind::count:
    case QuantityKind::money:
    case QuantityKind::measure:
    case QuantityKind::duration:
      return quantity.counted && quantity.counted->span.begin >= quantity.number.end;
    case QuantityKind::number:
    case QuantityKind::ordinal:
    case QuantityKind::percentage_point:
    case QuantityKind::age:
    case QuantityKind::ratio:
    case QuantityKind::fraction:
    case QuantityKind::date:
    case QuantityKind::period:
    case QuantityKind::time:
      return false;
  }
  return false;
}

/// The tokens between two quantities with their modifiers are a joint, a comma or both.
bool bounds_joined(const QuantityView& view, const Quantity& first, const Quantity& second) {
  if (first.phrase.end > second.phrase.begin) return false;
  const TokenRange between = view.analysis.tokens_in({first.phrase.end, second.phrase.begin});
  if (between.length() == 0 || between.length() > 2) return false;
  for (std::uint32_t at = between.begin; at < between.end; ++at) {
    if (view.text(at) != "," && !view.numerals().find(at, NumeralRole::connector)) return false;
  }
  return true;
}

/// One of them counts nothing, or both count the same.
bool count_the_same(const Quantity& first, const Quantity& second) {
  if (first.kind == QuantityKind::number || second.kind == QuantityKind::number) return true;
  if (first.kind != second.kind || first.unit != second.unit) return false;
  return !first.counted || !second.counted || first.counted->lemma == second.counted->lemma;
}

/// "más de 20 y menos de 30 barcos", "at least 20 and at most 30": one quantity with both bounds.
bool join_bounds(const QuantityView& view, Quantity& first, const Quantity& second) {
  if (!count_the_same(first, second) || first.time || second.time || first.slip || second.slip)
    return false;
  const auto low = first.low ? first.low : second.low;
  const auto high = first.high ? first.high : second.high;
  const bool lower_first = first.low && !first.high && !second.low && second.high;
  const bool upper_first = !first.low && first.high && second.low && !second.high;
  if (!(lower_first || upper_first) || !(*low < *high)) return false;
  if (!bounds_joined(view, first, second)) return false;
  const bool take_second = first.kind == QuantityKind::number;
  first.low = low;
  first.high = high;
  first.modifier = Modifier::between;
  first.number = hull(first.number, second.number);
  first.span = hull(first.span, second.span);
  first.phrase = hull(first.phrase, second.phrase);
  first.text = slice(view.analysis.text(), first.span);
  if (take_second) {
    first.kind = second.kind;
    first.unit = second.unit;
    first.counted = second.counted;
  }
  return true;
}

void join_all_bounds(const QuantityView& view, std::vector<Quantity>& quantities,
                     std::size_t first) {
  for (std::size_t i = first; i + 1 < quantities.size(); ++i) {
    if (!join_bounds(view, quantities[i], quantities[i + 1])) continue;
    quantities.erase(quantities.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// A number that counts nothing takes the unit and the noun of the one it is joined to: "12.000 y
/// 15.000 libras".
void share_nouns(const QuantityView& view, std::vector<Quantity>& quantities, std::size_t first) {
  for (std::size_t i = quantities.size(); i-- > first + 1;) {
    const Quantity& behind = quantities[i];
    Quantity& before = quantities[i - 1];
    if (before.kind != QuantityKind::number || !can_be_shared(behind)) continue;
    if (!only_joined(view, before, behind)) continue;
    before.kind = behind.kind;
    before.unit = behind.unit;
    before.counted = behind.counted;
  }
}

}  // namespace

Result<std::vector<Quantity>> find_quantities(const Document& document, const Analysis& analysis,
                                              const QuantityRules& rules) {
  std::vector<Quantity> quantities;
  quantities.reserve(analysis.sentences().size());
  std::vector<NumberReading> numbers;  // of one sentence; kept for its memory
  const auto dateline = document.date ? parse_day(*document.date) : std::nullopt;
  for (const TokenRange& sentence : analysis.sentences()) {
    const QuantityView view{analysis, rules, sentence};
    const std::size_t first = quantities.size();
    find_in_sentence(view, dateline, numbers, quantities);
    join_all_bounds(view, quantities, first);
    share_nouns(view, quantities, first);
  }
  return quantities;
}

Result<std::vector<Quantity>> find_quantities(const Document& document, const Analysis& analysis) {
  return find_quantities(document, analysis, QuantityRules(analysis.rules()));
}

}  // namespace cotejo
