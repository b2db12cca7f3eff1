#ifndef COTEJO_QUANTITIES_QUANTITY_VIEW_HPP
#define COTEJO_QUANTITIES_QUANTITY_VIEW_HPP

#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/quantities/quantity_rules.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <string_view>

namespace cotejo {

/// The tokens of one sentence as the quantity rules see them.
struct QuantityView {
  const Analysis& analysis;
  const QuantityRules& rules;
  TokenRange range;

  [[nodiscard]] NumeralView numerals() const { return {analysis, rules.numbers(), range}; }
  [[nodiscard]] bool inside(std::uint32_t at) const { return range.contains(at); }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return analysis.tokens()[at]; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return analysis.text_of(at); }
  [[nodiscard]] bool glued(std::uint32_t at) const {
    return inside(at) && at > range.begin && token(at).glued;
  }
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return inside(at) && token(at).kind == TokenKind::word;
  }

  /// Cheap test: false if no lexeme of that use begins at `at`.
  [[nodiscard]] bool has(std::uint32_t at, WordUse use) const {
    return inside(at) && (analysis.layers_at(at) & layer_of(use).bit()) != 0;
  }

  /// The longest lexeme of that use that begins at `at` and for which `wanted` holds; length 0 =
  /// none.
  template <typename Wanted>
  [[nodiscard]] LexiconHit find(std::uint32_t at, WordUse use, Wanted wanted) const {
    LexiconHit best;
    if (!has(at, use)) return best;
    for (const LexiconHit& hit : analysis.hits_at(at)) {
      if (hit.layer == layer_of(use) && hit.range.end <= range.end && wanted(hit) &&
          hit.range.length() >= best.range.length()) {
        best = hit;
      }
    }
    return best;
  }
  [[nodiscard]] LexiconHit find(std::uint32_t at, WordUse use) const {
    return find(at, use, [](const LexiconHit&) { return true; });
  }
  /// The longest one that ends where `end` begins.
  template <typename Wanted>
  [[nodiscard]] LexiconHit find_before(std::uint32_t end, WordUse use, Wanted wanted) const {
    constexpr std::uint32_t longest = 5;
    for (std::uint32_t back = longest; back >= 1; --back) {
      if (end < range.begin + back || !has(end - back, use)) continue;
      const LexiconHit hit = find(end - back, use, [&](const LexiconHit& candidate) {
        return candidate.range.end == end && wanted(candidate);
      });
      if (hit.range.length() > 0) return hit;
    }
    return {};
  }
  [[nodiscard]] LexiconHit find_before(std::uint32_t end, WordUse use) const {
    return find_before(end, use, [](const LexiconHit&) { return true; });
  }
  [[nodiscard]] bool is(std::uint32_t at, WordUse use) const {
    return find(at, use).range.length() > 0;
  }
};

}  // namespace cotejo

#endif
