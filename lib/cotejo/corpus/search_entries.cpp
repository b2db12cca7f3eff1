// BM25 (Robertson and Zaragoza, 2009) over stems cut at a fixed number of letters, which serves all
// languages without their rules. Weighted fields: see SegmentBuilder. Words in a row count too: an
// entry that shares a four-word shingle with the query gets a bonus, so that a quotation finds its
// source first. Tests: tests/unit/corpus/search_entries_test.cpp.
#include <cotejo/corpus/search_entries.hpp>

#include <cotejo/corpus/find_places.hpp>
#include <cotejo/corpus/index_words.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace cotejo {
namespace {

constexpr double saturation = 1.2;    // k1
constexpr double length_share = 0.6;  // b
constexpr std::size_t passage_words = 40;

struct Query {
  std::map<std::uint32_t, double> stems;  // and how often they are asked for
};

std::span<const std::uint32_t> entries_of(const Segment& segment, std::uint32_t stem,
                                          std::size_t& first) {
  const auto found = std::ranges::lower_bound(segment.stems, stem);
  if (found == segment.stems.end() || *found != stem) return {};
  const auto number = static_cast<std::size_t>(found - segment.stems.begin());
  first = segment.stem_at[number];
  return segment.stem_entries.subspan(first, segment.stem_at[number + 1] - first);
}

double mean_length(const Corpus& corpus) {
  double sum = 0;
  std::size_t count = 0;
  for (const Segment& segment : corpus.segments()) {
    for (const float length : segment.lengths) {
      sum += static_cast<double>(length);
      if (length > 0) ++count;
    }
  }
  return count == 0 ? 1 : sum / static_cast<double>(count);
}

std::vector<double> score_entries(const Corpus& corpus, const Query& query) {
  std::vector<double> scores(corpus.size(), 0);
  const double mean = mean_length(corpus);
  const auto total = static_cast<double>(corpus.size());
  for (const auto& [stem, asked] : query.stems) {
    double holders = 0;
    for (const Segment& segment : corpus.segments()) {
      std::size_t first = 0;
      holders += static_cast<double>(entries_of(segment, stem, first).size());
    }
    const double rarity = std::log(1 + (total - holders + 0.5) / (holders + 0.5));
    for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
      const Segment& segment = corpus.segments()[s];
      std::size_t first = 0;
      const auto entries = entries_of(segment, stem, first);
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i] >= segment.size()) continue;
        const double times = segment.stem_weights[first + i] / 4.0;
        const double length = static_cast<double>(segment.lengths[entries[i]]) / mean;
        scores[corpus.first_entries()[s] + entries[i]] +=
            asked * rarity * times * (saturation + 1) /
            (times + saturation * (1 - length_share + length_share * length));
      }
    }
  }
  return scores;
}

/// Adds what words in a row are worth.
void add_places(const Corpus& corpus, std::string_view query, std::vector<double>& scores) {
  const std::vector<std::uint32_t> words = hashes_of(find_index_words(query));
  for (const Place& place : find_places(corpus, words)) {
    const double share =
        1 - static_cast<double>(place.distance) / static_cast<double>(words.size());
    scores[place.entry] *= 1 + share * share;
  }
}

Span find_passage(const Query& query, std::string_view text) {
  const std::vector<IndexWord> words = find_index_words(text);
  if (words.empty()) return {};
  const auto is_asked = [&](std::size_t i) { return query.stems.contains(words[i].stem) ? 1 : 0; };
  int here = 0;
  int most = -1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    here += is_asked(i);
    if (i >= passage_words) here -= is_asked(i - passage_words);
    if (here <= most) continue;
    most = here;
    begin = i + 1 < passage_words ? 0 : i + 1 - passage_words;
  }
  const std::size_t end = std::min(begin + passage_words, words.size());
  return {words[begin].span.begin, words[end - 1].span.end};
}

}  // namespace

std::vector<SearchHit> search_entries(const Corpus& corpus, std::string_view query,
                                      const SearchOptions& options) {
  Query asked;
  for (const IndexWord& word : find_index_words(query)) asked.stems[word.stem] = 1;
  std::vector<double> scores = score_entries(corpus, asked);
  add_places(corpus, query, scores);

  std::vector<SearchHit> hits;
  for (std::uint32_t entry = 0; entry < scores.size(); ++entry) {
    if (scores[entry] <= 0 || (options.kind && corpus.kind(entry) != *options.kind)) continue;
    hits.push_back({.entry = entry, .score = scores[entry], .passage = {}});
  }
  const auto top = static_cast<std::ptrdiff_t>(std::min(options.top, hits.size()));
  std::ranges::partial_sort(hits, hits.begin() + top, [](const SearchHit& l, const SearchHit& r) {
    return std::tuple(r.score, l.entry) < std::tuple(l.score, r.entry);
  });
  hits.resize(static_cast<std::size_t>(top));
  for (SearchHit& hit : hits) hit.passage = find_passage(asked, corpus.text(hit.entry));
  return hits;
}

}  // namespace cotejo
