#include <cotejo/rules/clause_ends.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>

namespace cotejo {
namespace {

std::vector<std::uint8_t> find_stops(const Analysis& analysis,
                                     const std::vector<LayerSpan>& layers) {
  const std::uint64_t semicolon = fold_hash(";");
  std::vector<std::uint8_t> stops(analysis.tokens().size(), 0);
  for (std::size_t at = 0; at < stops.size(); ++at) {
    stops[at] = analysis.tokens()[at].hash == semicolon ? 1 : 0;
  }
  for (const LayerSpan& span : layers) {
    if (span.layer == clause_end_layer) stops[span.range.begin] = 1;
  }
  return stops;
}

}  // namespace

std::vector<std::uint32_t> find_clause_ends(const Analysis& analysis,
                                            const std::vector<LayerSpan>& layers) {
  const std::vector<std::uint8_t> stops = find_stops(analysis, layers);
  std::vector<std::uint32_t> ends(stops.size(), 0);
  // By quotation (0 = none around): the next stop to the right, if it stands in the same window.
  std::vector<std::uint32_t> next_stop(analysis.quotations().size() + 1, 0);
  for (const TokenRange window : analysis.windows()) {
    for (std::uint32_t at = window.end; at-- > window.begin;) {
      const Quotation* around = analysis.quotation_around(at);
      const std::size_t level =
          around == nullptr ? 0
                            : static_cast<std::size_t>(around - analysis.quotations().data()) + 1;
      std::uint32_t limit =
          around == nullptr ? window.end : std::min(around->inner.end, window.end);
      if (const std::uint32_t stop = next_stop[level]; stop > at && stop < limit) limit = stop;
      ends[at] = limit;
      const bool sentence_inside = around != nullptr && analysis.begins_sentence(at);
      if (stops[at] != 0 || sentence_inside) next_stop[level] = at;
    }
  }
  return ends;
}

}  // namespace cotejo
