#ifndef COTEJO_REPORT_OVERLAPS_HPP
#define COTEJO_REPORT_OVERLAPS_HPP

#include <cotejo/base/span.hpp>

#include <cstddef>
#include <vector>

namespace cotejo {

/// Answers which of many spans overlap another, without looking at them all.
class Overlaps {
 public:
  /// Pre: `spans` ascend by begin.
  explicit Overlaps(std::vector<Span> spans);

  /// The numbers of the spans that share a byte with `span`, ascending; an empty one is counted if
  /// it lies in `span` or at its ends. Logarithmic, plus those that begin before `span` ends and
  /// behind the begin of the longest that reaches into it.
  [[nodiscard]] std::vector<std::size_t> with(Span span) const;

 private:
  std::vector<Span> spans_;
  std::vector<Offset> furthest_;  // the greatest end of the spans up to and with this one
};

}  // namespace cotejo

#endif
