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
#include <utility>

namespace cotejo {
namespace {

Quantity quantity_of(const QuantityView& view, const DateReading& date) {
  Quantity quantity;
  quantity.kind = date.kind;
  quantity.span = view.analysis.span_of(date.range);
  quantity.number = quantity.span;
  quantity.phrase = quantity.span;
  quantity.text = slice(view.analysis.text(), quantity.span);
  quantity.time = date.time;
  if (date.hour) {
    quantity.low = quantity.high = date.hour;
    quantity.unit = "h";
  }
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
                      std::vector<Quantity>& quantities) {
  const std::vector<NumberReading> numbers =
      read_numbers(view.analysis, view.rules.numbers(), view.range);
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

}  // namespace

Result<std::vector<Quantity>> find_quantities(const Document& document, const Analysis& analysis,
                                              const QuantityRules& rules) {
  std::vector<Quantity> quantities;
  const auto dateline = document.date ? parse_day(*document.date) : std::nullopt;
  for (const TokenRange& sentence : analysis.sentences()) {
    find_in_sentence({analysis, rules, sentence}, dateline, quantities);
  }
  return quantities;
}

Result<std::vector<Quantity>> find_quantities(const Document& document, const Analysis& analysis) {
  return find_quantities(document, analysis, QuantityRules(analysis.rules()));
}

}  // namespace cotejo
