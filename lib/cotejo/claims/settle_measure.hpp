#ifndef COTEJO_CLAIMS_SETTLE_MEASURE_HPP
#define COTEJO_CLAIMS_SETTLE_MEASURE_HPP

#include <cotejo/claims/claim_rules.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <limits>
#include <span>

namespace cotejo {

/// A word of a sentence that says something about claims.
struct ClaimMark {
  ClaimUse use = ClaimUse::none;
  LexiconHit hit;
};

inline constexpr std::uint16_t no_measure = std::numeric_limits<std::uint16_t>::max();

/// What a quantity measures, a place in rules.measures(), or no_measure: what it counts, its kind
/// and unit must fit, and the cues among `marks`, the marks of its sentence, decide between
/// measures that fit. `category` is the number of what it counts (ClaimRules::category); `at` is
/// its first token, of no matter without marks.
[[nodiscard]] std::uint16_t settle_measure(const ClaimRules& rules,
                                           std::span<const ClaimMark> marks,
                                           const Quantity& quantity, std::uint16_t category,
                                           std::uint32_t at);

}  // namespace cotejo

#endif
