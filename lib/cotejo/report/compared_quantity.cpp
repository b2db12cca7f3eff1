#include <cotejo/report/compared_quantity.hpp>

#include <algorithm>
#include <vector>

namespace cotejo {
namespace {

bool is_marked(const Document& document, const ClaimOutline& outline, const Quantity& quantity) {
  return std::ranges::any_of(outline.findings, [&](const Id<Finding> id) {
    const Finding& finding = (*document.findings)[id.index];
    return finding.verdict == outline.verdict && finding.span == quantity.span;
  });
}

bool is_within_a_published_value(const Document& document, const ClaimOutline& outline,
                                 const Quantity& quantity) {
  const double low = quantity.low ? *quantity.low : *quantity.high;
  const double high = quantity.high ? *quantity.high : *quantity.low;
  return std::ranges::any_of(outline.compared, [&](const Id<Evidence> id) {
    const auto& figure = (*document.evidence)[id.index].figure;
    return figure && low <= figure->high && figure->low <= high;
  });
}

}  // namespace

std::optional<Id<Quantity>> compared_quantity(const Document& document,
                                              const ClaimOutline& outline) {
  if (!outline.verdict || !document.quantities) return std::nullopt;
  std::vector<Id<Quantity>> candidates;
  for (const Id<Quantity> id : (*document.claims)[outline.claim.index].quantities) {
    const Quantity& quantity = (*document.quantities)[id.index];
    if (is_marked(document, outline, quantity)) return id;
    if ((quantity.low || quantity.high) && !quantity.time) candidates.push_back(id);
  }
  if (candidates.size() == 1) return candidates.front();
  const VerdictLabel label = (*document.verdicts)[outline.verdict->index].label;
  if (tone_of(label) != Tone::good) return std::nullopt;
  const auto agreeing = std::ranges::find_if(candidates, [&](const Id<Quantity> id) {
    return is_within_a_published_value(document, outline, (*document.quantities)[id.index]);
  });
  return agreeing == candidates.end() ? std::nullopt : std::optional(*agreeing);
}

}  // namespace cotejo
