#ifndef COTEJO_NUMBERS_RANGES_HPP
#define COTEJO_NUMBERS_RANGES_HPP

#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/numbers/read_numbers.hpp>

#include <vector>

namespace cotejo {

/// Joins neighbours that are the two ends of a range into one reading, and gives the lower end the
/// magnitude or unit it shares with the upper one: "de 5 a 6 mil", "entre 1 y 2 millones".
///
/// Ends that fall are no range; nor is what something changed from and to. Lone ones ("uno") that
/// are no end are taken out. Linear.
void join_ranges(const NumeralView& view, std::vector<NumberReading>& readings);

}  // namespace cotejo

#endif
