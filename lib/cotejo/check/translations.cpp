// Words are matched one to one between the quotation and every passage of one or two sentences. A
// word of the quotation weighs the more, the fewer passages have a counterpart of it. The score is
// twice what is matched over the weight of both sides (Dice), so that a long passage does not win
// by its length. Tests: tests/unit/check/translations_test.cpp.
#include <cotejo/check/translations.hpp>

#include <cotejo/corpus/search_entries.hpp>
#include <cotejo/text/sentences.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

constexpr double enough = 0.45;           // of the speaker's
constexpr double enough_of_anyone = 0.6;  // where no speaker is settled
constexpr std::size_t least_matches = 2;  // words that must have a counterpart
constexpr std::size_t most_passages = 20'000;
constexpr std::size_t topical_entries = 50;

struct Passage {
  std::uint32_t entry = 0;
  Span span;
  std::size_t words = 0;
  std::size_t matched = 0;
  std::vector<double> likeness;  ///< of each word of the quotation, 0 = no counterpart
};

/// Matches each word of the quotation with the likest one that is still free.
void match(const std::vector<GistWord>& quoted, const std::vector<GistWord>& words,
           Passage& passage) {
  std::vector<bool> taken(words.size());
  passage.words = words.size();
  passage.likeness.reserve(quoted.size());
  for (const GistWord& word : quoted) {
    double best = 0;
    std::size_t best_at = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const double here = taken[i] ? 0 : likeness(word, words[i]);
      if (here <= best) continue;
      best = here;
      best_at = i;
    }
    if (best_at < words.size()) {
      taken[best_at] = true;
      ++passage.matched;
    }
    passage.likeness.push_back(best);
  }
}

class PassageReader {
 public:
  PassageReader(const Glossary& glossary, const Corpus& corpus, const std::vector<GistWord>& quoted)
      : glossary_(glossary), corpus_(corpus), quoted_(quoted) {}

  /// Adds every sentence of the entry, alone and with the one behind it.
  void read(std::uint32_t number, const std::string& language) {
    const std::string_view text = corpus_.text(number);
    const auto sentences =
        breaker_of(language).find_sentences(text, {0, static_cast<Offset>(text.size())});
    std::vector<GistWord> before;
    for (std::size_t i = 0; i < sentences.size() && passages_.size() < most_passages; ++i) {
      std::vector<GistWord> words = glossary_.read(language, text, sentences[i]);
      add(number, sentences[i], words);
      if (i > 0) {
        before.insert(before.end(), words.begin(), words.end());
        add(number, hull(sentences[i - 1], sentences[i]), before);
      }
      before = std::move(words);
    }
  }

  [[nodiscard]] std::vector<Passage> take() { return std::move(passages_); }

 private:
  const SentenceBreaker& breaker_of(const std::string& language) {
    return breakers_.try_emplace(language, language, std::vector<std::string>{}).first->second;
  }

  void add(std::uint32_t entry, Span span, const std::vector<GistWord>& words) {
    Passage passage{.entry = entry, .span = span, .likeness = {}};
    match(quoted_, words, passage);
    passages_.push_back(std::move(passage));
  }

  const Glossary& glossary_;
  const Corpus& corpus_;
  const std::vector<GistWord>& quoted_;
  std::map<std::string, SentenceBreaker> breakers_;
  std::vector<Passage> passages_;
};

/// How much each word of the quotation tells the passages apart, from 0.3 to 1.3.
std::vector<double> weigh_words(const std::vector<Passage>& passages, std::size_t words) {
  const auto total = static_cast<double>(passages.size());
  std::vector<double> weights;
  for (std::size_t i = 0; i < words; ++i) {
    const auto holders = std::ranges::count_if(
        passages, [&](const Passage& passage) { return passage.likeness[i] > 0; });
    const double rarity =
        std::log((total + 1) / (1 + static_cast<double>(holders))) / std::log(total + 1);
    weights.push_back(0.3 + rarity);
  }
  return weights;
}

double score_of(const Passage& passage, const std::vector<double>& weights) {
  double matched = 0;
  double both = static_cast<double>(passage.words - passage.matched);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    matched += passage.likeness[i] * weights[i];
    both += weights[i] * (passage.likeness[i] > 0 ? 2 : 1);
  }
  return both == 0 ? 0 : 2 * matched / both;
}

/// Near the day sought counts for, far from it against.
double nearness(const Corpus& corpus, std::uint32_t entry, const SoughtSpeaker& speaker) {
  constexpr double same_day = 1.15;
  constexpr double old = 0.8;
  const std::int64_t day = day_of(corpus, entry);
  if (speaker.day == 0 || day == 0) return 1;
  if (day == speaker.day) return same_day;
  return speaker.is_recent(corpus, entry) ? 1 : old;
}

std::vector<std::uint32_t> candidates(const Corpus& corpus, std::string_view quoted,
                                      const SoughtSpeaker& speaker) {
  if (!speaker.names.empty()) return speaker.entries;
  std::vector<std::uint32_t> entries;
  for (const SearchHit& hit : search_entries(corpus, quoted, {.top = topical_entries})) {
    entries.push_back(hit.entry);
  }
  return entries;
}

}  // namespace

std::optional<Translation> find_translation(const Glossary& glossary, const Corpus& corpus,
                                            std::string_view quoted, std::string_view language,
                                            const SoughtSpeaker& speaker) {
  if (!glossary.knows(language)) return {};
  const std::vector<GistWord> gist =
      glossary.read(language, quoted, {0, static_cast<Offset>(quoted.size())});
  PassageReader reader(glossary, corpus, gist);
  for (const std::uint32_t number : candidates(corpus, quoted, speaker)) {
    const EntryHead& head = corpus.head(number);
    if (head.language == 0 || head.language == language_key(language)) continue;
    if (corpus.kind(number) != EntryKind::statement && corpus.kind(number) != EntryKind::document) {
      continue;
    }
    const std::string other = language_of(head.language);
    if (glossary.knows(other)) reader.read(number, other);
  }
  const std::vector<Passage> passages = reader.take();
  const std::vector<double> weights = weigh_words(passages, gist.size());
  std::optional<Translation> best;
  for (const Passage& passage : passages) {
    if (passage.matched < least_matches) continue;
    const double score = score_of(passage, weights) * nearness(corpus, passage.entry, speaker);
    if (score < (speaker.names.empty() ? enough_of_anyone : enough)) continue;
    if (!best || score > best->score) best = {passage.entry, passage.span, score};
  }
  if (best) best->score = std::min(best->score, 1.0);
  return best;
}

}  // namespace cotejo
