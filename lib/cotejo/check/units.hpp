#ifndef COTEJO_CHECK_UNITS_HPP
#define COTEJO_CHECK_UNITS_HPP

#include <optional>
#include <string_view>

namespace cotejo {

/// How many `to` one `from` is, both by their UCUM codes: 1 [mi_i] is 1609.344 m. Nothing if either
/// is not known or they measure different things. Currencies are never converted.
[[nodiscard]] std::optional<double> unit_factor(std::string_view from, std::string_view to);

/// `value` of `from` in `to`, also degrees (Cel, [degF], K). Nothing as above.
[[nodiscard]] std::optional<double> converted(double value, std::string_view from,
                                              std::string_view to);

}  // namespace cotejo

#endif
