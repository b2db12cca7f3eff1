#include <cotejo/report/overlaps.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

bool meets(Span one, Span span) {
  if (one.empty()) return span.begin <= one.begin && one.begin <= span.end;
  return one.overlaps(span);
}

}  // namespace

Overlaps::Overlaps(std::vector<Span> spans) : spans_(std::move(spans)) {
  Offset furthest = 0;
  for (const Span span : spans_) furthest_.push_back(furthest = std::max(furthest, span.end));
}

std::vector<std::size_t> Overlaps::with(Span span) const {
  std::vector<std::size_t> found;
  // furthest_ never falls, so the first span that can reach `span` is found by halving.
  const auto first = std::ranges::lower_bound(furthest_, span.begin);
  for (auto at = static_cast<std::size_t>(first - furthest_.begin());
       at < spans_.size() && spans_[at].begin <= span.end; ++at) {
    if (meets(spans_[at], span)) found.push_back(at);
  }
  return found;
}

}  // namespace cotejo
