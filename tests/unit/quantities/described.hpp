#ifndef COTEJO_TESTS_UNIT_QUANTITIES_DESCRIBED_HPP
#define COTEJO_TESTS_UNIT_QUANTITIES_DESCRIBED_HPP

#include <cotejo/quantities/find_quantities.hpp>

#include <unit/numbers/analysed.hpp>

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::test {

/// The quantities of a sentence by the project's own rules. `date` "" = no dateline.
inline std::vector<Quantity> quantities_in(std::string_view language, std::string_view text,
                                           std::string_view date = "") {
  const Analysed analysed(language, text);
  Document document;
  document.text = analysed.text;
  document.paragraphs = analysed.paragraphs;
  if (!date.empty()) document.date = std::string(date);
  return *find_quantities(document, analysed.analysis);
}

inline void describe_number(std::ostringstream& out, const Quantity& quantity) {
  for (std::size_t i = 0; i < quantity.alternatives.size(); ++i) {
    out << (i > 0 ? "|" : " ") << quantity.alternatives[i];
  }
  if (!quantity.low && !quantity.high) return;
  out << ' ';
  if (quantity.low == quantity.high) {
    out << *quantity.low;
    return;
  }
  if (quantity.low) out << *quantity.low;
  out << "..";
  if (quantity.high) out << *quantity.high;
}

/// One quantity in one line: kind, number, modifier, unit, <what is counted> category, time, slip.
inline std::string describe(const Quantity& quantity) {
  std::ostringstream out;
  out.precision(15);
  out << name_of(quantity.kind);
  describe_number(out, quantity);
  if (quantity.modifier != Modifier::exact) out << ' ' << name_of(quantity.modifier);
  if (quantity.unit) out << ' ' << *quantity.unit;
  if (quantity.counted) out << " <" << quantity.counted->text << '>';
  if (quantity.counted && !quantity.counted->category.empty())
    out << ' ' << quantity.counted->category;
  if (quantity.time) out << ' ' << quantity.time->from << ".." << quantity.time->to;
  if (quantity.slip) out << " slip:" << name_of(quantity.slip->kind);
  return out.str();
}

inline std::string describe(const std::vector<Quantity>& quantities) {
  std::string all;
  for (const Quantity& quantity : quantities) all += (all.empty() ? "" : "; ") + describe(quantity);
  return all;
}

}  // namespace cotejo::test

#endif
