// BM25 (Robertson and Zaragoza, 2009) over stems. The query is stemmed in every language of the
// corpus, since nothing says which is its own. Rare words count more than BM25 gives them, so that
// the small words of any language need no list. Weighted fields: see SegmentBuilder. Words in a row
// count too: an entry that shares a four-word shingle with the query gets a bonus, so that a
// quotation finds its source first. Tests: tests/unit/corpus/search_entries_test.cpp.
#include <cotejo/corpus/search_entries.hpp>

#include <cotejo/corpus/find_places.hpp>
#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/query_words.hpp>
#include <cotejo/corpus/stems.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace cotejo {
namespace {

constexpr double saturation = 1.2;    // k1
constexpr double length_share = 0.6;  // b
constexpr std::size_t passage_words = 40;

constexpr double rarity_power = 1.4;
constexpr double closeness_power = 6;  // half the words in a row are worth next to nothing

using Asked = std::set<std::uint32_t>;  // stems

/// The stemmers of the corpus's languages.
std::vector<Stems> stemmers_of(const Corpus& corpus) {
  std::vector<Stems> stemmers;
  for (const std::string& language : corpus.manifest().languages) stemmers.emplace_back(language);
  return stemmers;
}

Asked stems_in(std::string_view text, std::vector<Stems>& stemmers) {
  Asked stems;
  for (const IndexWord& word : find_index_words(text)) {
    for (Stems& stemmer : stemmers) stems.insert(stemmer.of(text, word));
  }
  return stems;
}

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

/// How much a stem tells the entries apart; 0 if none has it.
double rarity_of(const Corpus& corpus, std::uint32_t stem) {
  double holders = 0;
  for (const Segment& segment : corpus.segments()) {
    std::size_t first = 0;
    holders += static_cast<double>(entries_of(segment, stem, first).size());
  }
  if (holders == 0) return 0;
  const auto total = static_cast<double>(corpus.size());
  return std::pow(std::log(1 + (total - holders + 0.5) / (holders + 0.5)), rarity_power);
}

std::vector<double> score_entries(const Corpus& corpus, const Asked& asked) {
  std::vector<double> scores(corpus.size(), 0);
  const double mean = mean_length(corpus);
  for (const std::uint32_t stem : asked) {
    const double rarity = rarity_of(corpus, stem);
    for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
      const Segment& segment = corpus.segments()[s];
      std::size_t first = 0;
      const auto entries = entries_of(segment, stem, first);
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i] >= segment.size()) continue;
        const double times = segment.stem_weights[first + i] / 4.0;
        const double length = static_cast<double>(segment.lengths[entries[i]]) / mean;
        scores[corpus.first_entries()[s] + entries[i]] +=
            rarity * times * (saturation + 1) /
            (times + saturation * (1 - length_share + length_share * length));
      }
    }
  }
  return scores;
}

/// The parts of a query that may be quoted by themselves: its sentences, roughly.
std::vector<std::string_view> parts_of(std::string_view query) {
  std::vector<std::string_view> parts;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find_first_of(".!?\n"), query.size());
    parts.push_back(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return parts;
}

/// Adds what words in a row are worth: a part of the query that stands in an entry word by word is
/// worth as much as all its words are at most.
void add_places(const Corpus& corpus, std::string_view query, std::vector<Stems>& stemmers,
                std::vector<double>& scores) {
  for (const std::string_view part : parts_of(query)) {
    const std::vector<std::uint32_t> words = hashes_of(find_index_words(part));
    const std::vector<Place> places = find_places(corpus, words);
    if (places.empty()) continue;
    double worth = 0;
    for (const std::uint32_t stem : stems_in(part, stemmers)) worth += rarity_of(corpus, stem);
    for (const Place& place : places) {
      const double share =
          1 - static_cast<double>(place.distance) / static_cast<double>(words.size());
      scores[place.entry] += worth * (saturation + 1) * std::pow(share, closeness_power);
    }
  }
}

Span find_passage(const Asked& asked, std::vector<Stems>& stemmers, std::string_view text) {
  const std::vector<IndexWord> words = find_index_words(text);
  if (words.empty()) return {};
  const auto is_asked = [&](std::size_t i) {
    return std::ranges::any_of(
               stemmers, [&](Stems& stems) { return asked.contains(stems.of(text, words[i])); })
               ? 1
               : 0;
  };
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
  std::vector<Stems> stemmers = stemmers_of(corpus);
  const Asked asked = stems_in(plain_query(query), stemmers);
  std::vector<double> scores = score_entries(corpus, asked);
  add_places(corpus, query, stemmers, scores);

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
  for (SearchHit& hit : hits) hit.passage = find_passage(asked, stemmers, corpus.text(hit.entry));
  return hits;
}

}  // namespace cotejo
