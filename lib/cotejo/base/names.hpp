#ifndef COTEJO_BASE_NAMES_HPP
#define COTEJO_BASE_NAMES_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace cotejo {

/// The written names of an enumeration's values, in the order of its enumerators, which count from
/// 0 without gaps. Specialised beside each enum that stands in a record or a rule file:
///
///     template <> inline constexpr std::array names_of<QuoteKind>{"direct"sv, "indirect"sv};
template <typename Enum>
inline constexpr std::array<std::string_view, 0> names_of{};

/// The written name of `value`.
template <typename Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
  return names_of<Enum>.at(static_cast<std::size_t>(value));
}

/// The value written as `name`, or nothing if there is none.
template <typename Enum>
[[nodiscard]] constexpr std::optional<Enum> value_named(std::string_view name) {
  for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
    if (names_of<Enum>[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace cotejo

#endif
