#ifndef COTEJO_TOOLS_SUPPORT_STAGES_HPP
#define COTEJO_TOOLS_SUPPORT_STAGES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/check/check_document.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/claims/claim_rules.hpp>
#include <cotejo/io/layers.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/quantities/quantity_rules.hpp>
#include <cotejo/rules/analysis.hpp>

#include <optional>
#include <vector>

namespace cotejo {

/// What stages need beside the document.
struct StageContext {
  const Corpus* corpus = nullptr;  ///< null = none given
  CheckOptions check{};
};

/// What stages make of a rule set, made when first asked for. Kept between documents; not for use
/// by two threads at once.
class StageRules {
 public:
  /// `rules` must outlive this.
  explicit StageRules(const RuleSet& rules) : rules_(&rules) {}

  [[nodiscard]] const QuantityRules& quantities() {
    return quantities_ ? *quantities_ : quantities_.emplace(*rules_);
  }
  [[nodiscard]] const ClaimRules& claims() { return claims_ ? *claims_ : claims_.emplace(*rules_); }
  [[nodiscard]] Lexis& lexis() { return lexis_ ? *lexis_ : lexis_.emplace(*rules_); }

 private:
  const RuleSet* rules_;
  std::optional<QuantityRules> quantities_;
  std::optional<ClaimRules> claims_;
  std::optional<Lexis> lexis_;
};

/// Fills the layers of one stage. Pre: the stages it needs have run; not for `read`, which has no
/// analysis yet.
[[nodiscard]] std::optional<Error> run_stage(Stage stage, Document& document,
                                             const Analysis& analysis, StageRules& rules,
                                             const StageContext& context);

/// The stages whose layers a stage reads, in the order they run.
[[nodiscard]] std::vector<Stage> stages_needed_by(Stage stage);

/// What is to be done so that a document gets fresh layers of one stage.
struct StagePlan {
  std::vector<Stage> stages;  ///< in the order they run
  LayerSet cut;               ///< layers that go first, if they are there
};

/// The stages that `target` needs and that have not run, then `target`. A layer that is there stays
/// as it is, but for those of `target` and all that point into them.
[[nodiscard]] StagePlan plan_stages(Stage target, LayerSet present);

}  // namespace cotejo

#endif
