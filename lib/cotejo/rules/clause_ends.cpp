#include <cotejo/rules/clause_ends.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>

namespace cotejo {

ClauseEnds::ClauseEnds(const Analysis& analysis)
    : analysis_(analysis),
      semicolon_(fold_hash(";")),
      next_stop_(analysis.quotations().size() + 1, 0) {}

std::span<const std::uint32_t> ClauseEnds::find(TokenRange window,
                                                std::span<const std::uint32_t> stops) {
  stops_.assign(window.length(), 0);
  for (const std::uint32_t stop : stops) stops_[stop - window.begin] = 1;
  ends_.resize(window.length());
  for (std::uint32_t at = window.end; at-- > window.begin;) {
    const Quotation* around = analysis_.quotation_around(at);
    std::uint32_t limit = window.end;
    std::size_t level = 0;
    if (around != nullptr) {
      limit = std::min(around->inner.end, window.end);
      level = static_cast<std::size_t>(around - analysis_.quotations().data()) + 1;
    }
    // A stop of a window before is not behind `at`.
    if (const std::uint32_t stop = next_stop_[level]; stop > at && stop < limit) limit = stop;
    ends_[at - window.begin] = limit;
    const bool semicolon = analysis_.tokens()[at].hash == semicolon_;
    const bool sentence_inside = around != nullptr && analysis_.begins_sentence(at);
    if (stops_[at - window.begin] != 0 || semicolon || sentence_inside) next_stop_[level] = at;
  }
  return ends_;
}

std::vector<std::uint32_t> find_clause_ends(const Analysis& analysis,
                                            std::span<const PatternMatch> stops) {
  std::vector<std::uint32_t> begins;
  for (const PatternMatch& stop : stops) begins.push_back(stop.emitted.begin);
  std::ranges::sort(begins);
  std::vector<std::uint32_t> all(analysis.tokens().size(), 0);
  ClauseEnds finder(analysis);
  for (const TokenRange window : analysis.windows()) {
    const auto begin = std::ranges::lower_bound(begins, window.begin);
    const auto end = std::ranges::lower_bound(begins, window.end);
    const auto ends = finder.find(window, std::span(begin, end));
    std::ranges::copy(ends, all.begin() + window.begin);
  }
  return all;
}

}  // namespace cotejo
