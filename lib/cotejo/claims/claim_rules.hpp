#ifndef COTEJO_CLAIMS_CLAIM_RULES_HPP
#define COTEJO_CLAIMS_CLAIM_RULES_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/result.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/rules/layer_name.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What must hold for a weight to apply: key `feature` of [[weight]].
enum class ClaimFeature : std::uint8_t {
  always,
  quantity,
  counted,
  term,
  measure,
  name,
  date,
  question,
  attributed,
  headline,
  short_text,
  pattern  ///< the weight has a token pattern instead
};
template <>
inline constexpr std::array names_of<ClaimFeature>{
    std::string_view{"always"},   std::string_view{"quantity"}, std::string_view{"counted"},
    std::string_view{"term"},     std::string_view{"measure"},  std::string_view{"name"},
    std::string_view{"date"},     std::string_view{"question"}, std::string_view{"attributed"},
    std::string_view{"headline"}, std::string_view{"short"},    std::string_view{"pattern"}};

/// One term of the check-worthiness sum (entry [[weight]]).
struct ClaimWeight {
  std::string rule;
  double weight = 0;
  ClaimFeature feature = ClaimFeature::always;
  std::uint32_t kinds = 0;                ///< of a quantity, bits by QuantityKind
  std::vector<std::uint16_t> categories;  ///< of counted, see ClaimRules::category
  std::uint64_t term = 0;                 ///< of term, the bit of its class
  double below = 0;                       ///< of short, words
};

/// What a figure measures (entry [[measure]]).
struct MeasureRule {
  std::string id;                         ///< the last part of the rule's id
  std::uint32_t kinds = 0;                ///< bits by QuantityKind
  std::vector<std::uint16_t> categories;  ///< see ClaimRules::category
  std::vector<std::string> units;
  bool needs_cue = false;
};

/// What a lexeme is for claims.
enum class ClaimUse : std::uint8_t { none, term, measure_cue, place, demonym, locative };

/// The token layers that say something for claims.
inline constexpr std::array claim_layers{LayerName("claim-term"), LayerName("measure-cue"),
                                         LayerName("place"), LayerName("demonym"),
                                         LayerName("locative")};

/// What a rule set says about claims, decoded once. Make one per rule set and keep it; making it is
/// linear in the lexicon.
class ClaimRules {
 public:
  explicit ClaimRules(const RuleSet& rules);

  [[nodiscard]] const std::vector<ClaimWeight>& weights() const { return weights_; }
  [[nodiscard]] const std::vector<MeasureRule>& measures() const { return measures_; }
  /// The measures that quantities of a kind can have, ascending numbers of measures().
  [[nodiscard]] const std::vector<std::uint16_t>& measures_of(QuantityKind kind) const {
    return measures_by_kind_[static_cast<std::size_t>(kind)];
  }
  /// The number of a category of counted things, from 1; 0 if no rule here names it.
  [[nodiscard]] std::uint16_t category(std::string_view name) const;
  /// True if a weight has a pattern, so that patterns must be run.
  [[nodiscard]] bool has_patterns() const { return has_patterns_; }
  [[nodiscard]] ClaimUse use(std::uint32_t lexeme) const { return places_[lexeme].use; }
  /// Of a term, the number of its class; of a cue, of its measure. Pre: use(lexeme) says so.
  [[nodiscard]] std::uint16_t number(std::uint32_t lexeme) const { return places_[lexeme].number; }

 private:
  struct Place {
    ClaimUse use = ClaimUse::none;
    std::uint16_t number = 0;
  };
  void read_measures(const RuleSet& rules);
  void read_weights(const RuleSet& rules);
  void add(const Lexeme& lexeme, Place& place);
  [[nodiscard]] std::uint16_t term_number(std::string_view name);
  [[nodiscard]] std::vector<std::uint16_t> categories_named(const std::vector<std::string>& names);

  std::vector<ClaimWeight> weights_;
  std::vector<MeasureRule> measures_;
  std::array<std::vector<std::uint16_t>, names_of<QuantityKind>.size()> measures_by_kind_;
  std::vector<std::string> categories_;
  std::vector<std::string> terms_;  // classes, at most 64
  std::vector<Place> places_;       // by lexeme
  bool has_patterns_ = false;
};

}  // namespace cotejo

#endif
