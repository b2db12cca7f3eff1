#include "stages.hpp"

#include <cotejo/attribution/attribute_quotes.hpp>
#include <cotejo/claims/find_claims.hpp>
#include <cotejo/io/record_writer.hpp>
#include <cotejo/quantities/find_quantities.hpp>
#include <cotejo/quotes/find_quotes.hpp>

#include <array>
#include <cassert>
#include <utility>

namespace cotejo {
namespace {

using RunStage = std::optional<Error> (*)(Document&, const Analysis&, StageRules&,
                                          const StageContext&);

// Puts what a stage found where it belongs.
template <typename Found, typename Keep>
std::optional<Error> keep(Result<Found> found, Keep keep_it) {
  if (!found) return found.error();
  keep_it(*std::move(found));
  return std::nullopt;
}

std::optional<Error> run_quotes(Document& document, const Analysis& analysis, StageRules&,
                                const StageContext&) {
  return keep(find_quotes(document, analysis),
              [&](std::vector<Quote> quotes) { document.quotes = std::move(quotes); });
}

std::optional<Error> run_attribution(Document& document, const Analysis& analysis, StageRules&,
                                     const StageContext&) {
  return keep(attribute_quotes(document, analysis), [&](AttributedQuotes found) {
    document.sources = std::move(found.sources);
    document.attributions = std::move(found.attributions);
  });
}

std::optional<Error> run_quantities(Document& document, const Analysis& analysis, StageRules& rules,
                                    const StageContext&) {
  return keep(
      find_quantities(document, analysis, rules.quantities()),
      [&](std::vector<Quantity> quantities) { document.quantities = std::move(quantities); });
}

std::optional<Error> run_claims(Document& document, const Analysis& analysis, StageRules& rules,
                                const StageContext&) {
  return keep(find_claims(document, analysis, rules.claims()),
              [&](std::vector<Claim> claims) { document.claims = std::move(claims); });
}

std::optional<Error> run_check(Document& document, const Analysis& analysis, StageRules& rules,
                               const StageContext& context) {
  return keep(check_document(document, analysis, rules.lexis(), context.corpus, context.check),
              [&](CheckOutcome outcome) {
                document.evidence = std::move(outcome.evidence);
                document.verdicts = std::move(outcome.verdicts);
                document.findings = std::move(outcome.findings);
              });
}

// By Stage. The one list of what runs: completion of absent layers, the filters and verify use it.
constexpr std::array<RunStage, stage_count> stage_functions{
    nullptr, run_quotes, run_attribution, run_quantities, run_claims, run_check};

// The layers that go when a stage runs on a document with the layers `present`.
LayerSet layers_replaced_by(Stage stage, LayerSet present) {
  // Of several layers, some may be there.
  if ((present & layers_of(stage)).any()) return layers_cut_by(stage);
  // Attributions count the quotes: without quotes they are empty, and nothing points into them.
  if (stage == Stage::quotes) return layers_of(Stage::attribution);
  return {};
}

}  // namespace

std::optional<Error> run_stage(Stage stage, Document& document, const Analysis& analysis,
                               StageRules& rules, const StageContext& context) {
  const RunStage function = stage_functions.at(static_cast<std::size_t>(stage));
  assert(function != nullptr);
  if (auto error = function(document, analysis, rules, context)) return error;
  const LayerSet layers = layers_of(stage);
  for (std::size_t i = 0; i < layer_count; ++i) {
    if (layers.test(i)) settle_scores(document, static_cast<Layer>(i));
  }
  return std::nullopt;
}

std::vector<Stage> stages_needed_by(Stage stage) {
  switch (stage) {
    case Stage::read:
      return {};
    case Stage::quotes:
    case Stage::quantities:
      return {Stage::read};
    case Stage::attribution:
      return {Stage::read, Stage::quotes};
    case Stage::claims:
      return {Stage::read, Stage::quotes, Stage::attribution, Stage::quantities};
    case Stage::check:
      return {Stage::read, Stage::quotes, Stage::attribution, Stage::quantities, Stage::claims};
  }
  return {};
}

StagePlan plan_stages(Stage target, LayerSet present) {
  StagePlan plan;
  const auto add = [&](Stage stage) {
    const LayerSet cut = layers_replaced_by(stage, present);
    plan.cut |= cut;
    plan.stages.push_back(stage);
    present = (present & ~cut) | layers_of(stage);
  };
  for (const Stage stage : stages_needed_by(target)) {
    if ((present & layers_of(stage)) != layers_of(stage)) add(stage);
  }
  add(target);
  return plan;
}

}  // namespace cotejo
