#ifndef COTEJO_QUANTITIES_FIND_QUANTITIES_HPP
#define COTEJO_QUANTITIES_FIND_QUANTITIES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/quantities/quantity_rules.hpp>
#include <cotejo/rules/analysis.hpp>

#include <vector>

namespace cotejo {

/// Finds numbers with what they count: "unos 14 mil soldados"; dates, periods, times of day.
///
/// Returns quantities ascending by span, not overlapping; empty if there are none. Dates that are
/// relative are settled against document.date; without it their `time` is empty. Pre: `analysis`
/// was made of document.text and its paragraphs. Terms and span limits as in MeasEval (SemEval-2021
/// task 8). Linear in the text.
[[nodiscard]] Result<std::vector<Quantity>> find_quantities(const Document& document,
                                                            const Analysis& analysis,
                                                            const QuantityRules& rules);

/// The same, with rules decoded for this one document. Costs a pass over the lexicon more; who
/// reads many documents keeps a QuantityRules.
[[nodiscard]] Result<std::vector<Quantity>> find_quantities(const Document& document,
                                                            const Analysis& analysis);

}  // namespace cotejo

#endif
