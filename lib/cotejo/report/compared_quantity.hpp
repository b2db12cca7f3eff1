#ifndef COTEJO_REPORT_COMPARED_QUANTITY_HPP
#define COTEJO_REPORT_COMPARED_QUANTITY_HPP

#include <cotejo/report/outline.hpp>

#include <optional>

namespace cotejo {

/// The number that a claim's verdict is on, where the record lets it be told: the one that the
/// verdict's finding marks, else the claim's only number with a value, else, if the verdict agrees,
/// the first that lies within a published value. Nothing without a verdict.
[[nodiscard]] std::optional<Id<Quantity>> compared_quantity(const Document& document,
                                                            const ClaimOutline& outline);

}  // namespace cotejo

#endif
