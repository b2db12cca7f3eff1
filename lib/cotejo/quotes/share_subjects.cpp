#include <cotejo/quotes/share_subjects.hpp>

#include <span>

namespace cotejo {
namespace {

/// The nearest report before `late` that is coordinated with it, or null. `earlier` are those of
/// its window whose cues stand before its own, in order.
const Candidate* coordinated_before(const Analysis& analysis,
                                    std::span<const Candidate* const> earlier,
                                    const Candidate& late) {
  const std::uint32_t cue = late.cue->begin;
  for (std::size_t i = earlier.size(); i-- > 0;) {
    const std::uint32_t early_cue = earlier[i]->cue->begin;
    if (earlier[i]->says(cue)) continue;
    if (analysis.quotation_around(early_cue) != analysis.quotation_around(cue)) continue;
    const bool inside_another = std::ranges::any_of(
        earlier, [&](const Candidate* one) { return one->says(early_cue) && !one->says(cue); });
    if (!inside_another) return earlier[i];
  }
  return nullptr;
}

}  // namespace

void share_subjects(const Analysis& analysis, std::vector<Candidate>& candidates) {
  std::vector<Candidate*> by_cue;
  for (Candidate& candidate : candidates) {
    if (candidate.cue) by_cue.push_back(&candidate);
  }
  std::ranges::sort(by_cue, {}, [](const Candidate* one) { return one->cue->begin; });
  std::size_t window_first = 0;
  for (std::size_t i = 0; i < by_cue.size(); ++i) {
    Candidate& late = *by_cue[i];
    const std::uint32_t begin = window_of(analysis, late.cue->begin).begin;
    while (by_cue[window_first]->cue->begin < begin) ++window_first;
    if (!late.shares_subject || late.source) continue;
    const std::vector<const Candidate*> earlier(
        by_cue.begin() + static_cast<std::ptrdiff_t>(window_first),
        by_cue.begin() + static_cast<std::ptrdiff_t>(i));
    const Candidate* early = coordinated_before(analysis, earlier, late);
    late.source = early != nullptr ? early->source : late.subject;
  }
}

}  // namespace cotejo
