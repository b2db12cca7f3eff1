#ifndef COTEJO_QUANTITIES_QUANTITY_BUILDER_HPP
#define COTEJO_QUANTITIES_QUANTITY_BUILDER_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <optional>

namespace cotejo {

/// The quantity that a number of the sentence is: its unit or sign, what it counts, what modifies
/// it.
///
/// Nothing if the number names something ("la resolución 2270"), is a score, or needs a unit that
/// is not there.
[[nodiscard]] std::optional<Quantity> build_quantity(const QuantityView& view,
                                                     const NumberReading& number);

}  // namespace cotejo

#endif
