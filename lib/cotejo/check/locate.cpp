// The corpus proposes places by word hashes; the few best are read with the rules' eyes and aligned
// word by word. A quotation put together from two places is recognised by cutting it: for every
// cut, the cost of what stands before it anywhere plus the cost of what stands behind it anywhere,
// both from one pass of Sellers' algorithm forwards and one backwards. Tests: locate_test.cpp.
#include <cotejo/check/locate.hpp>

#include <cotejo/corpus/find_places.hpp>
#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/list_entries.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace cotejo {
namespace {

constexpr std::uint32_t margin_words = 60;     // read around a place
constexpr std::size_t aligned_places = 4;      // places that are aligned in full
constexpr double least_shared_content = 0.55;  // of the piece's content words, to resemble it

using Hashes = std::vector<std::uint32_t>;

bool holds_words(const Corpus& corpus, std::uint32_t entry) {
  const EntryKind kind = corpus.kind(entry);
  return kind == EntryKind::statement || kind == EntryKind::document;
}

/// Days since 1970-01-01 of 20250812; 0 if it is no day.
std::int64_t days_of_date(std::uint32_t date) {
  using namespace std::chrono;
  const year_month_day day{year{static_cast<int>(date / 10000)}, month{date / 100 % 100},
                           std::chrono::day{date % 100}};
  return day.ok() ? sys_days{day}.time_since_epoch().count() : 0;
}

/// How far an entry's date is from the day sought.
std::int64_t days_between(const Corpus& corpus, std::uint32_t entry, const SoughtSpeaker& speaker) {
  const std::int64_t day = day_of(corpus, entry);
  if (speaker.day == 0 || day == 0) return std::numeric_limits<std::int64_t>::max();
  return std::abs(speaker.day - day);
}

/// Sorts places of one cost: the speaker's first, recent first, near in time first.
std::tuple<bool, bool, std::int64_t, std::uint32_t> preference(const Corpus& corpus,
                                                               const SoughtSpeaker& speaker,
                                                               std::uint32_t entry) {
  return {!speaker.said(entry), !speaker.is_recent(corpus, entry),
          days_between(corpus, entry, speaker), entry};
}

Hashes hashes_of_piece(const Piece& piece) {
  // Bracketed words are not the speaker's.
  Hashes hashes;
  for (const CheckWord& word : piece.words) {
    if (word.bracketed) continue;
    for (const IndexWord& index_word : find_index_words(word.text)) {
      hashes.push_back(index_word.hash);
    }
  }
  return hashes;
}

/// Reads the text around words [begin, end) of an entry.
CheckText read_around(Lexis& lexis, const Corpus& corpus, std::uint32_t entry, std::uint32_t begin,
                      std::uint32_t end, Offset from) {
  const std::string_view text = corpus.text(entry);
  const std::vector<IndexWord> words = find_index_words(text);
  if (words.empty()) return {};
  const std::size_t first = begin > margin_words ? begin - margin_words : 0;
  const std::size_t last = std::min<std::size_t>(end + margin_words, words.size()) - 1;
  Span window{first == 0 ? 0 : words[first].span.begin,
              last + 1 == words.size() ? static_cast<Offset>(text.size()) : words[last].span.end};
  window.begin = std::max(window.begin, from);
  if (window.begin >= window.end) return {};
  return lexis.read(text, window);
}

Located align_at(Lexis& lexis, const Piece& piece, std::uint32_t entry, CheckText passage) {
  Located located{.entry = entry, .passage = std::move(passage), .alignment = {}, .span = {}};
  located.alignment = align_words(lexis, piece.words, located.passage.words);
  const Alignment& alignment = located.alignment;
  if (alignment.begin < alignment.end) {
    located.span = {located.passage.words[alignment.begin].span.begin,
                    located.passage.words[alignment.end - 1].span.end};
  }
  return located;
}

/// Content words of the piece that stand in the stretch it was laid on, as a share.
double shared_content(const Piece& piece, const Located& located) {
  std::size_t content = 0;
  std::size_t shared = 0;
  const auto begin = located.passage.words.begin();
  for (const CheckWord& word : piece.words) {
    if (!word.has_content() || word.bracketed) continue;
    ++content;
    const bool there = std::any_of(begin + static_cast<std::ptrdiff_t>(located.alignment.begin),
                                   begin + static_cast<std::ptrdiff_t>(located.alignment.end),
                                   [&](const CheckWord& o) { return is_same_word(o, word); });
    if (there) ++shared;
  }
  if (content == 0) return located.alignment.similarity;
  return static_cast<double>(shared) / static_cast<double>(content);
}

/// True if the place is near enough to be what was meant; of others' words, nearer still.
bool resembles(const Piece& piece, const Located& located, const SoughtSpeaker& speaker) {
  if (located.alignment.begin >= located.alignment.end) return false;
  const double shared = shared_content(piece, located);
  const double similarity = located.alignment.similarity;
  if (!speaker.said(located.entry)) return similarity >= 0.7 && shared >= 0.7;
  return shared >= least_shared_content && (similarity >= 0.45 || shared >= 0.75);
}

std::optional<Located> best_of(Lexis& lexis, const Corpus& corpus, const Piece& piece,
                               const SoughtSpeaker& speaker, const std::vector<Place>& places) {
  std::optional<Located> best;
  for (std::size_t i = 0; i < places.size() && i < aligned_places; ++i) {
    const Place& place = places[i];
    Located located = align_at(lexis, piece, place.entry,
                               read_around(lexis, corpus, place.entry, place.begin, place.end, 0));
    if (!resembles(piece, located, speaker)) continue;
    const auto rank = [&](const Located& it) {
      // Half a word is given to the speaker's own entries.
      const double cost = it.alignment.cost - (speaker.said(it.entry) ? 0.5 : 0);
      return std::tuple(cost, preference(corpus, speaker, it.entry));
    };
    if (!best || rank(located) < rank(*best)) best = std::move(located);
    // Places come by preference: behind one without a change by whom it should be, none is better.
    const bool of_speaker = speaker.entries.empty() || speaker.said(best->entry);
    if (best->alignment.cost == 0 && of_speaker) break;
  }
  return best;
}

/// The stretch of each of the speaker's recent entries that holds most of the piece's content
/// words, in whatever order. For quotations that share no four words in a row with their original.
std::vector<Place> find_loosely(const Corpus& corpus, const Piece& piece,
                                const SoughtSpeaker& speaker) {
  std::set<std::uint32_t> wanted;
  for (const CheckWord& word : piece.words) {
    if (!word.has_content() || word.bracketed) continue;
    for (const IndexWord& index_word : find_index_words(word.text)) wanted.insert(index_word.hash);
  }
  const std::size_t width = piece.words.size() + piece.words.size() / 2 + 1;
  std::vector<Place> places;
  if (wanted.size() < 2) return places;
  for (const std::uint32_t entry : speaker.in_window) {
    if (!holds_words(corpus, entry)) continue;
    const auto words = corpus.words(entry);
    std::vector<std::size_t> at;  // places of wanted words
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (wanted.contains(words[i])) at.push_back(i);
    }
    Place best{.entry = entry, .begin = 0, .end = 0, .distance = 0};
    std::size_t most = 0;
    for (std::size_t first = 0; first < at.size(); ++first) {
      std::set<std::uint32_t> here;
      std::size_t last = first;
      for (; last < at.size() && at[last] < at[first] + width; ++last) here.insert(words[at[last]]);
      if (here.size() <= most) continue;
      most = here.size();
      best.begin = static_cast<std::uint32_t>(at[first]);
      best.end = static_cast<std::uint32_t>(at[last - 1] + 1);
    }
    best.distance = static_cast<std::uint32_t>(wanted.size() - most);
    if (10 * most >= 6 * wanted.size()) places.push_back(best);
  }
  std::ranges::sort(places, {}, [](const Place& p) { return std::tuple(p.distance, p.entry); });
  return places;
}

/// Least costs of the words before (or, backwards, behind) every cut, in one entry.
std::vector<std::uint32_t> cut_costs(const Hashes& pattern, std::span<const std::uint32_t> text) {
  const std::size_t n = pattern.size();
  std::vector<std::uint32_t> column(n + 1);
  std::iota(column.begin(), column.end(), 0U);
  std::vector<std::uint32_t> least = column;
  for (const std::uint32_t word : text) {
    std::uint32_t diagonal = column[0];
    for (std::size_t i = 1; i <= n; ++i) {
      const std::uint32_t replaced = diagonal + (pattern[i - 1] == word ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({replaced, column[i] + 1, column[i - 1] + 1});
      least[i] = std::min(least[i], column[i]);
    }
  }
  return least;
}

void take_least(std::vector<std::uint32_t>& least, const std::vector<std::uint32_t>& other) {
  for (std::size_t i = 0; i < least.size(); ++i) least[i] = std::min(least[i], other[i]);
}

/// Entries worth cutting for.
std::set<std::uint32_t> entries_near(const Corpus& corpus, const Hashes& hashes,
                                     const SoughtSpeaker& speaker) {
  std::set<std::uint32_t> entries;
  const std::span<const std::uint32_t> all(hashes);
  const std::size_t half = hashes.size() / 2;
  const std::size_t third = hashes.size() / 3;
  for (const auto part : {all, all.first(half), all.subspan(half), all.first(third),
                          all.subspan(hashes.size() - third)}) {
    std::size_t taken = 0;
    for (const Place& place :
         find_places(corpus, part, {.places = 4, .preferred = speaker.entries})) {
      if (taken++ < 4 && holds_words(corpus, place.entry)) entries.insert(place.entry);
    }
  }
  return entries;
}

}  // namespace

std::int64_t days_of(std::string_view iso_day) { return days_of_date(day_number(iso_day)); }

std::int64_t day_of(const Corpus& corpus, std::uint32_t entry) {
  return days_of_date(corpus.head(entry).date);
}

bool SoughtSpeaker::said(std::uint32_t entry) const {
  return names.empty() || std::ranges::binary_search(entries, entry);
}

bool SoughtSpeaker::is_recent(const Corpus& corpus, std::uint32_t entry) const {
  const std::int64_t said_on = day_of(corpus, entry);
  return day == 0 || said_on == 0 || said_on >= day - window_days;
}

SoughtSpeaker seek_speaker(const Corpus& corpus, std::vector<std::string> names,
                           std::string_view day, int window_days) {
  SoughtSpeaker speaker{.names = std::move(names)};
  speaker.day = days_of(day);
  speaker.window_days = window_days;
  for (const std::string& name : speaker.names) {
    const auto theirs = list_entries(corpus, {.speaker = name});
    speaker.entries.insert(speaker.entries.end(), theirs.begin(), theirs.end());
  }
  std::ranges::sort(speaker.entries);
  const auto repeats = std::ranges::unique(speaker.entries);
  speaker.entries.erase(repeats.begin(), repeats.end());
  std::ranges::copy_if(speaker.entries, std::back_inserter(speaker.in_window),
                       [&](std::uint32_t entry) {
                         return holds_words(corpus, entry) && speaker.is_recent(corpus, entry);
                       });
  return speaker;
}

std::optional<Located> locate_piece(Lexis& lexis, const Corpus& corpus, const Piece& piece,
                                    const SoughtSpeaker& speaker) {
  const Hashes hashes = hashes_of_piece(piece);
  if (hashes.empty()) return {};
  if (hashes.size() < shingle_words) {
    const auto places = find_words_in(corpus, hashes, speaker.in_window);
    return places.empty() ? std::nullopt : best_of(lexis, corpus, piece, speaker, places);
  }
  std::vector<Place> places = find_places(corpus, hashes, {.preferred = speaker.entries});
  std::erase_if(places, [&](const Place& place) { return !holds_words(corpus, place.entry); });
  std::ranges::stable_sort(places, {}, [&](const Place& place) {
    const double distance = place.distance - (speaker.said(place.entry) ? 0.5 : 0);
    return std::tuple(distance, preference(corpus, speaker, place.entry));
  });
  if (auto best = best_of(lexis, corpus, piece, speaker, places)) return best;
  return best_of(lexis, corpus, piece, speaker, find_loosely(corpus, piece, speaker));
}

std::optional<Located> locate_in_entry(Lexis& lexis, const Corpus& corpus, const Piece& piece,
                                       std::uint32_t entry, Offset from) {
  const Hashes hashes = hashes_of_piece(piece);
  if (hashes.empty()) return {};
  const std::vector<IndexWord> words = find_index_words(corpus.text(entry));
  const auto first =
      std::ranges::lower_bound(words, from, {}, [](const IndexWord& w) { return w.span.begin; });
  const auto skipped = static_cast<std::size_t>(first - words.begin());
  const Place place = find_nearest(hashes, corpus.words(entry).subspan(skipped));
  if (place.distance * 2 > hashes.size()) return {};
  const auto shift = static_cast<std::uint32_t>(skipped);
  Located located =
      align_at(lexis, piece, entry,
               read_around(lexis, corpus, entry, place.begin + shift, place.end + shift, from));
  return located.alignment.similarity >= 0.5 ? std::optional(std::move(located)) : std::nullopt;
}

std::optional<std::size_t> find_splice(const Corpus& corpus, const Piece& piece,
                                       const SoughtSpeaker& speaker, double whole_cost) {
  constexpr std::size_t least_half = 3;
  constexpr double joint_cost = 1.9;  // what a cut must save
  Hashes hashes;
  std::vector<std::size_t> word_of;  // the piece's word of each hash
  for (std::size_t w = 0; w < piece.words.size(); ++w) {
    for (const IndexWord& index_word : find_index_words(piece.words[w].text)) {
      hashes.push_back(index_word.hash);
      word_of.push_back(w);
    }
  }
  const std::size_t n = hashes.size();
  if (n < 2 * least_half) return {};
  Hashes backwards(hashes.rbegin(), hashes.rend());
  std::vector<std::uint32_t> before(n + 1, std::numeric_limits<std::uint32_t>::max() / 2);
  std::vector<std::uint32_t> behind = before;
  for (const std::uint32_t entry : entries_near(corpus, hashes, speaker)) {
    const auto words = corpus.words(entry);
    take_least(before, cut_costs(hashes, words));
    const Hashes reversed(words.rbegin(), words.rend());
    take_least(behind, cut_costs(backwards, reversed));
  }
  std::optional<std::size_t> cut;
  double least = whole_cost - joint_cost;
  for (std::size_t i = least_half; i + least_half <= n; ++i) {
    const double marked = piece.words[word_of[i]].after_mark ? 0.1 : 0;
    const double cost = before[i] + behind[n - i] - marked;
    if (cost >= least) continue;
    least = cost;
    cut = word_of[i];
  }
  return cut;
}

}  // namespace cotejo
