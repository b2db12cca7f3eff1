#ifndef COTEJO_BASE_ID_HPP
#define COTEJO_BASE_ID_HPP

#include <compare>
#include <cstddef>
#include <cstdint>

namespace cotejo {

/// The place of a T in its layer of a document, counted from 0. Typed, so that the number of a
/// quote is never taken for the number of a source.
template <typename T>
struct Id {
  std::uint32_t index = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t place) : index(static_cast<std::uint32_t>(place)) {}

  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace cotejo

#endif
