// How fast a reference corpus is built, opened and asked. Prints one JSON line a job; the last ones
// give latencies in microseconds and how many altered quotes were found at their place.
#include "bench.hpp"
#include "newswire.hpp"

#include <cotejo/corpus/build_corpus.hpp>
#include <cotejo/corpus/find_places.hpp>
#include <cotejo/corpus/search_entries.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

constexpr std::size_t entry_bytes = 2000;
constexpr std::size_t quote_words = 12;
constexpr std::size_t queries = 1000;

CorpusEntry entry_of(std::size_t number) {
  CorpusEntry entry;
  entry.id = std::to_string(number);
  entry.speaker = "Speaker " + std::to_string(number % 500);
  entry.language = number % 2 == 0 ? "es" : "en";
  entry.text = bench::newswire(entry.language, entry_bytes, number + 1);
  return entry;
}

std::size_t build(const std::filesystem::path& path, std::size_t entries) {
  std::vector<CorpusEntry> all;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < entries; ++i) {
    all.push_back(entry_of(i));
    bytes += all.back().text.size();
  }
  std::size_t built_bytes = 0;
  const double seconds = bench::seconds_of(1, [&] {
    std::size_t next = 0;
    const auto built = build_corpus(path, [&]() -> Result<std::optional<CorpusEntry>> {
      if (next == all.size()) return std::optional<CorpusEntry>();
      return std::optional(all[next++]);
    });
    if (built) built_bytes = built->bytes;
  });
  bench::print({"build", bytes, seconds});
  std::printf(R"({"name":"size","entries":%zu,"text_bytes":%zu,"corpus_bytes":%zu,"ratio":%.2f})"
              "\n",
              entries, bytes, built_bytes,
              static_cast<double>(built_bytes) / static_cast<double>(bytes));
  return bytes;
}

/// Twelve words of some entry, `changes` of them replaced.
std::vector<std::uint32_t> quote_of(const Corpus& corpus, std::uint32_t entry, int changes,
                                    std::mt19937& random) {
  const auto words = corpus.words(entry);
  const std::size_t begin = random() % (words.size() - quote_words);
  std::vector<std::uint32_t> quote(
      words.begin() + static_cast<std::ptrdiff_t>(begin),
      words.begin() + static_cast<std::ptrdiff_t>(begin + quote_words));
  std::vector<std::size_t> places(quote_words);
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::ranges::shuffle(places, random);
  for (int i = 0; i < changes; ++i) {
    quote[places[static_cast<std::size_t>(i)]] = static_cast<std::uint32_t>(random());
  }
  return quote;
}

void print_latencies(const std::string& name, std::vector<double> seconds, std::size_t found) {
  std::ranges::sort(seconds);
  const auto at = [&](double share) {
    const auto place = static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1));
    return seconds[place] * 1e6;
  };
  std::printf(R"({"name":"%s","queries":%zu,"found":%zu,"p50_us":%.1f,"p99_us":%.1f})"
              "\n",
              name.c_str(), seconds.size(), found, at(0.5), at(0.99));
}

void look_up(const Corpus& corpus, int changes) {
  std::mt19937 random(42);
  std::vector<double> seconds;
  std::size_t found = 0;
  for (std::size_t i = 0; i < queries; ++i) {
    const auto entry = static_cast<std::uint32_t>(random() % corpus.size());
    if (corpus.words(entry).size() <= quote_words) continue;
    const auto quote = quote_of(corpus, entry, changes, random);
    const double begin = bench::processor_seconds();
    const auto places = find_places(corpus, quote);
    seconds.push_back(bench::processor_seconds() - begin);
    const bool there = std::ranges::any_of(places, [&](const Place& place) {
      return place.entry == entry || place.distance <= static_cast<std::uint32_t>(changes);
    });
    if (there) ++found;
  }
  print_latencies("lookup, " + std::to_string(changes) + " of 12 words changed", seconds, found);
}

void search(const Corpus& corpus) {
  std::mt19937 random(7);
  std::vector<double> seconds;
  std::size_t found = 0;
  for (std::size_t i = 0; i < queries / 10; ++i) {
    const auto entry = static_cast<std::uint32_t>(random() % corpus.size());
    const std::string query(corpus.text(entry).substr(0, 120));
    const double begin = bench::processor_seconds();
    const auto hits = search_entries(corpus, query);
    seconds.push_back(bench::processor_seconds() - begin);
    if (!hits.empty() && hits.front().entry == entry) ++found;
  }
  print_latencies("topical search", seconds, found);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t entries = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20000;
  const auto path = std::filesystem::temp_directory_path() / "cotejo-corpus-bench";
  build(path, entries);
  std::optional<Corpus> corpus;
  const double opening = bench::seconds_of(3, [&] {
    auto opened = open_corpus(path);
    if (opened) corpus = *std::move(opened);
  });
  if (!corpus) return 2;
  std::printf(R"({"name":"open","seconds":%.6f})"
              "\n",
              opening);
  for (const int changes : {0, 1, 2, 3}) look_up(*corpus, changes);
  search(*corpus);
  std::filesystem::remove_all(path);
  return 0;
}
