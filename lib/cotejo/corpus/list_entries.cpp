#include <cotejo/corpus/list_entries.hpp>

#include <cotejo/corpus/index_words.hpp>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace cotejo {
namespace {

std::vector<std::uint32_t> name_words(std::string_view name) {
  return hashes_of(find_index_words(name));
}

bool is_same_words(const std::vector<std::uint32_t>& left,
                   const std::vector<std::uint32_t>& right) {
  const auto& shorter = left.size() <= right.size() ? left : right;
  const auto& longer = left.size() <= right.size() ? right : left;
  if (shorter.empty()) return false;
  const bool inside = std::ranges::all_of(
      shorter, [&](std::uint32_t word) { return std::ranges::find(longer, word) != longer.end(); });
  // "Kim" for "Kim Jong Un" too, where the family name comes first.
  return inside && (shorter.back() == longer.back() || shorter.front() == longer.front() ||
                    shorter.size() == longer.size());
}

/// A filter made ready for one segment.
class Sieve {
 public:
  explicit Sieve(const EntryFilter& filter)
      : kind_(filter.kind),
        language_(language_key(filter.language)),
        dated_(!filter.from.empty() || !filter.to.empty()),
        from_(std::max(day_number(filter.from), 1U)),
        to_(filter.to.empty() ? std::numeric_limits<std::uint32_t>::max() : day_number(filter.to)) {
  }

  [[nodiscard]] bool lets_through(const EntryHead& head) const {
    if (kind_ && head.kind != static_cast<std::uint8_t>(*kind_)) return false;
    if (language_ != 0 && head.language != language_) return false;
    return !dated_ || (from_ <= head.date && head.date <= to_);
  }

 private:
  std::optional<EntryKind> kind_;
  std::uint16_t language_;
  bool dated_;
  std::uint32_t from_;
  std::uint32_t to_;
};

/// The entries of one segment that somebody of that name spoke.
std::vector<std::uint32_t> spoken_by(const Segment& segment,
                                     const std::vector<std::uint32_t>& name) {
  std::vector<std::uint32_t> entries;
  for (std::uint32_t speaker = 0; speaker + 1 < segment.spoken_at.size(); ++speaker) {
    if (!is_same_words(name, name_words(segment.speaker_name(speaker)))) continue;
    const auto theirs = segment.spoken.subspan(
        segment.spoken_at[speaker], segment.spoken_at[speaker + 1] - segment.spoken_at[speaker]);
    entries.insert(entries.end(), theirs.begin(), theirs.end());
  }
  std::ranges::sort(entries);
  return entries;
}

}  // namespace

std::vector<std::uint32_t> list_entries(const Corpus& corpus, const EntryFilter& filter) {
  const Sieve sieve(filter);
  const std::vector<std::uint32_t> name = name_words(filter.speaker);
  std::vector<std::uint32_t> entries;
  for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
    const Segment& segment = corpus.segments()[s];
    const auto keep = [&](std::uint32_t entry) {
      if (sieve.lets_through(segment.heads[entry])) {
        entries.push_back(corpus.first_entries()[s] + entry);
      }
    };
    if (!filter.speaker.empty()) {
      std::ranges::for_each(spoken_by(segment, name), keep);
      continue;
    }
    for (std::uint32_t entry = 0; entry < segment.size(); ++entry) keep(entry);
  }
  return entries;
}

std::vector<std::uint32_t> list_figures(const Corpus& corpus, std::string_view measure) {
  const std::uint32_t key = key_of(measure);
  std::vector<std::uint32_t> entries;
  for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
    const Segment& segment = corpus.segments()[s];
    const auto measure_of = [&](std::uint32_t entry) { return segment.heads[entry].measure; };
    const auto range = std::ranges::equal_range(segment.figures, key, {}, measure_of);
    for (const std::uint32_t entry : range) entries.push_back(corpus.first_entries()[s] + entry);
  }
  return entries;
}

bool is_same_name(std::string_view left, std::string_view right) {
  return is_same_words(name_words(left), name_words(right));
}

}  // namespace cotejo
