// Shingles propose, Myers' bit vectors dispose. A shingle that stands in very many entries ("de los
// que se") is passed over while rarer ones have proposed enough. The distance is counted in whole
// words, 64 words of the pattern to a machine word (blocks as in Hyyrö 2003 for longer ones), about
// a nanosecond a word of the entry. Tests: tests/unit/corpus/find_places_test.cpp.
#include <cotejo/corpus/find_places.hpp>

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_map>

namespace cotejo {
namespace {

constexpr std::uint32_t entry_mask = (1U << posting_entry_bits) - 1;
/// Postings read at most, once something has been found.
constexpr std::size_t enough_postings = 20'000;
/// Candidates that share as many shingles as the last one are looked at too, up to so many times
/// more.
constexpr std::size_t ties = 8;

/// Distances of one pattern to the stretches of a text that end at each word.
class Matcher {
 public:
  explicit Matcher(std::vector<std::uint32_t> pattern)
      : size_(pattern.size()), blocks_((pattern.size() + 63) / 64) {
    const std::size_t slots = std::bit_ceil(2 * pattern.size() + 2);
    keys_.resize(slots);
    masks_.assign(slots * blocks_, 0);
    used_.assign(slots, 0);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      std::size_t slot = pattern[i] & (slots - 1);
      while (used_[slot] != 0 && keys_[slot] != pattern[i]) slot = (slot + 1) & (slots - 1);
      used_[slot] = 1;
      keys_[slot] = pattern[i];
      masks_[slot * blocks_ + i / 64] |= std::uint64_t{1} << (i % 64);
    }
    none_.assign(blocks_, 0);
    plus_.resize(blocks_);
    minus_.resize(blocks_);
    start();
  }

  void start() {
    std::ranges::fill(plus_, ~std::uint64_t{0});
    std::ranges::fill(minus_, 0);
    distance_ = static_cast<std::uint32_t>(size_);
  }

  /// The distance to the nearest stretch that ends behind `word`.
  std::uint32_t take(std::uint32_t word) {
    const std::uint64_t* equal = masks_of(word);
    int carry = 0;
    for (std::size_t b = 0; b + 1 < blocks_; ++b) carry = advance(b, equal[b], carry, 63);
    carry = advance(blocks_ - 1, equal[blocks_ - 1], carry, (size_ - 1) % 64);
    distance_ = static_cast<std::uint32_t>(static_cast<int>(distance_) + carry);
    return distance_;
  }

 private:
  const std::uint64_t* masks_of(std::uint32_t word) const {
    const std::size_t last = keys_.size() - 1;
    std::size_t slot = word & last;
    while (used_[slot] != 0) {
      if (keys_[slot] == word) return &masks_[slot * blocks_];
      slot = (slot + 1) & last;
    }
    return none_.data();
  }

  int advance(std::size_t block, std::uint64_t equal, int carry, std::size_t last_bit) {
    const std::uint64_t plus = plus_[block];
    const std::uint64_t minus = minus_[block];
    const std::uint64_t vertical = equal | minus;
    if (carry < 0) equal |= 1;
    const std::uint64_t horizontal = (((equal & plus) + plus) ^ plus) | equal;
    std::uint64_t up = minus | ~(horizontal | plus);
    std::uint64_t down = plus & horizontal;
    const int out =
        static_cast<int>((up >> last_bit) & 1U) - static_cast<int>((down >> last_bit) & 1U);
    up = up << 1U | static_cast<std::uint64_t>(carry > 0 ? 1 : 0);
    down = down << 1U | static_cast<std::uint64_t>(carry < 0 ? 1 : 0);
    plus_[block] = down | ~(vertical | up);
    minus_[block] = up & vertical;
    return out;
  }

  std::size_t size_;
  std::size_t blocks_;
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint8_t> used_;
  std::vector<std::uint64_t> masks_;
  std::vector<std::uint64_t> none_;
  std::vector<std::uint64_t> plus_;
  std::vector<std::uint64_t> minus_;
  std::uint32_t distance_ = 0;
};

/// Looks for one pattern in any number of texts.
class Finder {
 public:
  explicit Finder(std::span<const std::uint32_t> words)
      : words_(words.size()),
        forward_({words.begin(), words.end()}),
        backward_({words.rbegin(), words.rend()}) {}

  Place find(std::span<const std::uint32_t> text) {
    Place best{.entry = 0, .begin = 0, .end = 0, .distance = static_cast<std::uint32_t>(words_)};
    forward_.start();
    for (std::size_t i = 0; i < text.size() && best.distance != 0; ++i) {
      const std::uint32_t distance = forward_.take(text[i]);
      if (distance >= best.distance) continue;
      best.distance = distance;
      best.end = static_cast<std::uint32_t>(i + 1);
    }
    best.begin = begin_of(text, best);
    return best;
  }

 private:
  /// The shortest stretch that ends there and has that distance.
  std::uint32_t begin_of(std::span<const std::uint32_t> text, const Place& place) {
    backward_.start();
    for (std::size_t i = place.end; i > 0 && place.end - i < 2 * words_; --i) {
      if (backward_.take(text[i - 1]) == place.distance) return static_cast<std::uint32_t>(i - 1);
    }
    return place.end;
  }

  std::size_t words_;
  Matcher forward_;
  Matcher backward_;
};

struct Candidate {
  std::uint32_t entry = 0;
  std::uint32_t shared = 0;
  std::uint32_t missing = 0;  ///< shingles that were read and are not in it
  bool preferred = false;
};

/// The least distances so far. A changed word spoils four shingles at most, so an entry that lacks
/// many of them cannot be near.
class Nearest {
 public:
  [[nodiscard]] bool leaves_out(const Candidate& candidate) const {
    constexpr std::uint32_t farther = 2;  // places that much farther may still be wanted
    constexpr std::uint32_t spoiled = shingle_words;
    const std::uint32_t bound = (candidate.missing + spoiled - 1) / spoiled;
    return bound > (candidate.preferred ? preferred_ : any_) + farther;
  }
  void take(const Candidate& candidate, std::uint32_t distance) {
    any_ = std::min(any_, distance);
    if (candidate.preferred) preferred_ = std::min(preferred_, distance);
  }

 private:
  static constexpr std::uint32_t none = 1U << 30U;
  std::uint32_t any_ = none;
  std::uint32_t preferred_ = none;
};

/// Entries by how many different shingles they share with the words.
std::vector<Candidate> find_candidates(const Corpus& corpus, std::span<const std::uint32_t> words,
                                       const FindOptions& options) {
  std::vector<std::uint32_t> shingles;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    shingles.push_back(shingle_hash(words.subspan(i).first<shingle_words>()));
  }
  std::ranges::sort(shingles);
  const auto repeats = std::ranges::unique(shingles);
  shingles.erase(repeats.begin(), repeats.end());

  std::vector<Candidate> candidates;
  std::unordered_map<std::uint32_t, std::uint32_t> shared;
  for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
    const Segment& segment = corpus.segments()[s];
    std::vector<std::span<const std::uint32_t>> lists;
    for (const std::uint32_t shingle : shingles) lists.push_back(find_postings(segment, shingle));
    std::ranges::sort(lists, {}, [](const auto& list) { return list.size(); });
    std::size_t read = 0;
    std::uint32_t lists_read = 0;
    shared.clear();
    for (const auto& list : lists) {
      if (read != 0 && read + list.size() > enough_postings) break;
      read += list.size();
      ++lists_read;
      for (const std::uint32_t posting : list) {
        const std::uint32_t entry = posting & entry_mask;
        if (entry < segment.size()) ++shared[corpus.first_entries()[s] + entry];
      }
    }
    for (const auto& [entry, count] : shared) {
      candidates.push_back(
          {entry, count, lists_read - count, std::ranges::binary_search(options.preferred, entry)});
    }
  }
  return candidates;
}

}  // namespace

std::vector<Place> find_places(const Corpus& corpus, std::span<const std::uint32_t> words,
                               const FindOptions& options) {
  std::vector<Candidate> candidates = find_candidates(corpus, words, options);
  if (candidates.empty()) return {};
  std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
    return std::tuple(right.shared, !left.preferred, left.entry) <
           std::tuple(left.shared, !right.preferred, right.entry);
  });
  // The best, whoever said them, those that tie with the last of them, and beside them the best of
  // the preferred ones; without those that cannot come near the best.
  const std::size_t last = std::min(options.candidates, candidates.size());
  const std::uint32_t least = last == 0 ? 0 : candidates[last - 1].shared;
  Finder finder(words);
  std::vector<Place> places;
  std::size_t preferred = 0;
  Nearest nearest;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const bool tied = i < ties * options.candidates && candidate.shared == least;
    const bool wanted = i < last || tied || (candidate.preferred && preferred < options.candidates);
    if (!wanted || nearest.leaves_out(candidate)) continue;
    if (candidate.preferred) ++preferred;
    places.push_back(finder.find(corpus.words(candidate.entry)));
    places.back().entry = candidate.entry;
    nearest.take(candidate, places.back().distance);
  }
  std::ranges::sort(places, [](const Place& left, const Place& right) {
    return std::tuple(left.distance, left.entry) < std::tuple(right.distance, right.entry);
  });
  // As above: the nearest of all, and the nearest of the preferred.
  std::vector<Place> kept;
  preferred = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool is_preferred = std::ranges::binary_search(options.preferred, places[i].entry);
    if (i >= options.places && !(is_preferred && preferred < options.places)) continue;
    if (is_preferred) ++preferred;
    kept.push_back(places[i]);
  }
  return kept;
}

std::vector<Place> find_words_in(const Corpus& corpus, std::span<const std::uint32_t> words,
                                 std::span<const std::uint32_t> entries) {
  std::vector<Place> places;
  if (words.empty()) return places;
  for (const std::uint32_t entry : entries) {
    const auto text = corpus.words(entry);
    for (auto at = text.begin();; ++at) {
      const auto found = std::search(at, text.end(), words.begin(), words.end());
      if (found == text.end()) break;
      const auto begin = static_cast<std::uint32_t>(found - text.begin());
      places.push_back({.entry = entry,
                        .begin = begin,
                        .end = begin + static_cast<std::uint32_t>(words.size()),
                        .distance = 0});
      at = found;
    }
  }
  return places;
}

Place find_nearest(std::span<const std::uint32_t> words, std::span<const std::uint32_t> text) {
  return Finder(words).find(text);
}

}  // namespace cotejo
