// Tests: tests/unit/claims/find_claims_test.cpp.
#include <cotejo/claims/settle_measure.hpp>

#include <algorithm>

namespace cotejo {
namespace {

/// 1 beside the number, falling to 0 with distance; 0 without a cue in the sentence.
double cue_nearness(const ClaimRules& rules, std::span<const ClaimMark> marks,
                    std::uint16_t measure, std::uint32_t at) {
  double best = 0;
  for (const ClaimMark& mark : marks) {
    if (mark.use != ClaimUse::measure_cue || rules.number(mark.hit.lexeme) != measure) continue;
    const std::uint32_t token = mark.hit.range.begin;
    const double distance = token > at ? token - at : at - token;
    best = std::max(best, 1 / (1 + distance / 8));
  }
  return best;
}

bool has_unit(const MeasureRule& measure, const Quantity& quantity) {
  if (measure.units.empty()) return true;
  return quantity.unit && std::ranges::find(measure.units, *quantity.unit) != measure.units.end();
}

/// How well a measure of the quantity's kind fits; 0 = not at all.
double fit(const ClaimRules& rules, std::span<const ClaimMark> marks, std::uint16_t number,
           const Quantity& quantity, std::uint16_t category, std::uint32_t at) {
  const MeasureRule& measure = rules.measures()[number];
  if (!has_unit(measure, quantity)) return 0;
  const bool counted =
      category != 0 && std::ranges::find(measure.categories, category) != measure.categories.end();
  const bool other = !counted && quantity.counted && !quantity.counted->category.empty();
  if (!measure.categories.empty() && other && measure.needs_cue) return 0;
  const double cue = cue_nearness(rules, marks, number, at);
  if (cue == 0 && (measure.needs_cue || !counted)) return 0;
  return (counted ? 1 : 0) + 1.5 * cue;
}

}  // namespace

std::uint16_t settle_measure(const ClaimRules& rules, std::span<const ClaimMark> marks,
                             const Quantity& quantity, std::uint16_t category, std::uint32_t at) {
  std::uint16_t best = no_measure;
  double best_score = 0;
  for (const std::uint16_t i : rules.measures_of(quantity.kind)) {
    const double score = fit(rules, marks, i, quantity, category, at);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

}  // namespace cotejo
