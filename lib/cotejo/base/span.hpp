#ifndef COTEJO_BASE_SPAN_HPP
#define COTEJO_BASE_SPAN_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo {

/// A byte position in a text of at most 4 GiB.
using Offset = std::uint32_t;

/// A half-open byte stretch [begin, end) of a text, on code point boundaries.
///
///     text   H o l a ,   m u n d o
///     byte   0 1 2 3 4 5 6 7 8 9 10      "mundo" is Span{6, 11}
///
/// Empty (begin == end) marks a place between two characters. As in stand-off annotation and the
/// W3C text position selector, but counted in bytes of UTF-8.
struct Span {
  Offset begin = 0;
  Offset end = 0;

  [[nodiscard]] constexpr Offset length() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Offset at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  /// True if the two share at least one byte.
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }

  friend constexpr bool operator==(Span, Span) = default;
  /// Reading order: by begin ascending, then end descending, so that the outer comes first.
  friend constexpr std::strong_ordering operator<=>(Span left, Span right) {
    if (left.begin != right.begin) return left.begin <=> right.begin;
    return right.end <=> left.end;
  }
};

/// The smallest span that holds both.
[[nodiscard]] constexpr Span hull(Span left, Span right) {
  return {left.begin < right.begin ? left.begin : right.begin,
          left.end > right.end ? left.end : right.end};
}

/// The bytes of `text` under `span`. The view lives as long as `text`. Pre: span.end <= text size.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.length());
}

/// The span of `part`, a view into `whole`.
[[nodiscard]] inline Span span_of(std::string_view whole, std::string_view part) {
  const auto begin = static_cast<Offset>(part.data() - whole.data());
  return {begin, begin + static_cast<Offset>(part.size())};
}

}  // namespace cotejo

#endif
