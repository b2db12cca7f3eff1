#ifndef COTEJO_TOOLS_SUPPORT_STAGES_HPP
#define COTEJO_TOOLS_SUPPORT_STAGES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/check/check_document.hpp>
#include <cotejo/io/layers.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <optional>
#include <vector>

namespace cotejo {

/// What stages need beside the document.
struct StageContext {
  const Corpus* corpus = nullptr;  ///< null = none given
  CheckOptions check{};
};

/// Fills the layers of one stage. Pre: the stages it needs have run; not for `read`, which has no
/// analysis yet.
[[nodiscard]] std::optional<Error> run_stage(Stage stage, Document& document,
                                             const Analysis& analysis, const StageContext& context);

/// The stages whose layers a stage reads, in the order they run.
[[nodiscard]] std::vector<Stage> stages_needed_by(Stage stage);

/// What is to run so that `document` gets fresh layers of `target`: the stages it needs that have
/// not run, then itself.
[[nodiscard]] std::vector<Stage> stages_to_run(Stage target, const Document& document);

}  // namespace cotejo

#endif
