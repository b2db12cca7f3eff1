// A quote's source words are cut at conjunctions; each piece is a name, a role or a pronoun. Roles
// are looked for among the entities met before, scored by what they share (the same title, an
// office the role can stand for, gender, country), the nearest first. An elided source is the
// subject of the sentence, then whoever spoke last. On Spanish news 38 % of quotations have an
// elided subject and 28 % a role as speaker, so these two are the heart of it. Tests:
// tests/unit/attribution/speakers_test.cpp.
#include <cotejo/attribution/speakers.hpp>

#include <cotejo/attribution/references.hpp>
#include <cotejo/attribution/source_words.hpp>
#include <cotejo/attribution/subjects.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace cotejo {
namespace {

constexpr double sure_name = 0.93;
constexpr double sure_elided_here = 0.75;
constexpr double sure_elided_before = 0.75;
constexpr double sure_carried = 0.65;
constexpr double sure_enough = 0.6;        // to be whom the next words may mean
constexpr double sure_subject_far = 0.45;  // what the sentences before are about
constexpr double sure_marked_here = 0.5;   // words marked in a sentence that reports nothing
constexpr double sure_by_mood = 0.4;       // whom a sentence is about whose mood alone reports

class SpeakerFinder {
 public:
  SpeakerFinder(const Document& document, const Analysis& analysis, Entities& entities)
      : document_(document),
        analysis_(analysis),
        entities_(entities),
        references_(analysis, entities),
        subjects_(analysis, entities, references_),
        words_(analysis, entities, references_) {}

  std::vector<Speakers> run() {
    const auto& quotes = *document_.quotes;
    all_.resize(quotes.size());
    // In the order the reader meets the cues, so that "before" means before.
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      now_ = i;
      if (quotes[i].source)
        all_[i] = from_words(quotes[i]);
      else
        all_[i] = quotes[i].cue ? elided(i) : without_cue(i);
      note_person(i, all_[i]);
    }
    return std::move(all_);
  }

 private:
  [[nodiscard]] TokenRange tokens_of(Span span) const { return analysis_.tokens_in(span); }

  /// Remembers who spoke last, for roles that nothing else tells apart ("el exmandatario").
  void note_person(std::size_t quote, const Speakers& speakers) {
    if (speakers.who.empty() || speakers.confidence < sure_enough) return;
    const bool one = speakers.who.size() == 1;
    if (!one || entities_.all[speakers.who.front()].kind != SourceKind::person) {
      last_.group = speakers.who;
      return;
    }
    last_.person = speakers.who.front();
    last_.paragraph = paragraph_of((*document_.quotes)[quote].content);
  }

  // ---- a source in words

  Speakers from_words(const Quote& quote) {
    Speakers speakers;
    speakers.rule = quote.rule;
    speakers.confidence = sure_name;
    for (const TokenRange piece : subjects_.pieces(tokens_of(*quote.source))) {
      words_.read(piece, context(), speakers);
    }
    const bool relative = speakers.who.empty();
    if (relative) speakers.confidence = 0;
    return speakers;
  }

  /// What the words of a source can refer to: who spoke last, who speaks around the quote at hand.
  [[nodiscard]] SourceContext context() const {
    const auto& around = (*document_.quotes)[now_].inside;
    return {last_, around ? std::span<const std::uint32_t>(all_[around->index].who)
                          : std::span<const std::uint32_t>{}};
  }

  // ---- elided sources

  [[nodiscard]] std::uint32_t paragraph_of(Span span) const {
    const TokenRange tokens = tokens_of(span);
    if (tokens.length() == 0) return 0;
    return analysis_.paragraph_of_sentence()[analysis_.sentence_of(tokens.begin)];
  }

  Speakers elided(std::size_t quote) {
    if (auto here = subject_before(*(*document_.quotes)[quote].cue)) return *std::move(here);
    return spoken_before(quote, SpeakerHow::elided, sure_elided_before);
  }

  std::optional<Speakers> subject_before(Span cue) {
    const TokenRange cue_tokens = tokens_of(cue);
    if (cue_tokens.length() == 0) return std::nullopt;
    const TokenRange sentence = analysis_.sentences()[analysis_.sentence_of(cue_tokens.begin)];
    return subject_of({sentence.begin, cue_tokens.begin});
  }

  /// The first of the possible subjects of a stretch that is somebody.
  std::optional<Speakers> subject_of(TokenRange stretch) {
    for (const auto& pieces : subjects_.of(stretch)) {
      if (is_reported(pieces.front())) continue;
      Speakers speakers;
      speakers.confidence = sure_elided_here;
      speakers.rule = "common.attribution.subject-of-sentence";
      for (const TokenRange piece : pieces) words_.read(piece, context(), speakers);
      speakers.how = SpeakerHow::elided;
      if (!speakers.who.empty()) return speakers;
    }
    return std::nullopt;
  }

  /// Whether the words are part of what somebody said before the quote at hand, and it is not.
  [[nodiscard]] bool is_reported(TokenRange words) const {
    const auto& quotes = *document_.quotes;
    const Span span = analysis_.span_of(words);
    constexpr std::size_t near = 16;
    for (std::size_t i = now_; i-- > 0 && i + near >= now_;) {
      if (quotes[i].content.contains(span) && !quotes[i].content.contains(quotes[now_].content)) {
        return true;
      }
    }
    return false;
  }

  /// Whoever spoke last: the nearest quote before that is not around this one, in this paragraph or
  /// the one before.
  Speakers spoken_before(std::size_t quote, SpeakerHow how, double confidence) {
    const auto& quotes = *document_.quotes;
    const std::uint32_t paragraph = paragraph_of(quotes[quote].content);
    const std::uint32_t sentence = sentence_of(quotes[quote].content);
    for (std::size_t i = quote; i-- > 0;) {
      if (all_[i].who.empty() || quotes[i].content.contains(quotes[quote].content)) continue;
      if (is_said_in_words(i)) continue;
      const std::uint32_t before = paragraph_of(quotes[i].content);
      if (before + 1 < paragraph) break;
      if (is_relay_only(i)) continue;
      if (auto nearer = subject_between(sentence_of(quotes[i].content), sentence)) return *nearer;
      if (before != paragraph) {
        if (auto nearer = subject_far_before(sentence, 0)) return *nearer;
      }
      Speakers speakers = all_[i];
      const bool same = before == paragraph;
      speakers.how = same ? how : SpeakerHow::carried;
      speakers.confidence = std::min(speakers.confidence, same ? confidence : sure_carried);
      speakers.rule = "common.attribution.speaker-before";
      return speakers;
    }
    if (auto nearer = subject_between(std::nullopt, sentence)) return *nearer;
    return subject_far_before(sentence, 2).value_or(Speakers{});
  }

  /// The person whom the nearest sentence before is about that is about one, in this paragraph or
  /// the `near` ones before it.
  std::optional<Speakers> subject_far_before(std::uint32_t sentence, std::uint32_t near) {
    const auto paragraphs = analysis_.paragraph_of_sentence();
    for (std::uint32_t at = sentence; at-- > 0 && paragraphs[at] + near >= paragraphs[sentence];) {
      auto speakers = subject_of(analysis_.sentences()[at]);
      if (!speakers || !is_known_person(speakers->who.front())) continue;
      speakers->how = SpeakerHow::carried;
      speakers->confidence = sure_subject_far;
      speakers->rule = "common.attribution.subject-before";
      return speakers;
    }
    return std::nullopt;
  }

  /// Known to be somebody, and by name.
  [[nodiscard]] bool is_named(std::uint32_t entity) const {
    return entities_.all[entity].kind_is_known && !entities_.all[entity].words.empty();
  }

  [[nodiscard]] bool is_known_person(std::uint32_t entity) const {
    return entities_.all[entity].kind == SourceKind::person && entities_.all[entity].kind_is_known;
  }

  [[nodiscard]] std::uint32_t sentence_of(Span span) const {
    const TokenRange tokens = tokens_of(span);
    return tokens.length() == 0 ? 0 : analysis_.sentence_of(tokens.begin);
  }

  /// The subject of the sentence before `sentence`, if that is in the same paragraph, behind
  /// sentence `spoken`, and names a person or a body: "La ministra cerró la puerta. “No”,
  /// advirtió."
  std::optional<Speakers> subject_between(std::optional<std::uint32_t> spoken,
                                          std::uint32_t sentence) {
    if (sentence == 0 || (spoken && *spoken + 1 >= sentence)) return std::nullopt;
    const auto paragraphs = analysis_.paragraph_of_sentence();
    if (paragraphs[sentence - 1] != paragraphs[sentence]) return std::nullopt;
    auto speakers = subject_of(analysis_.sentences()[sentence - 1]);
    if (!speakers || !is_named(speakers->who.front())) return std::nullopt;
    speakers->confidence = std::min(speakers->confidence, sure_elided_before);
    speakers->rule = "common.attribution.subject-before";
    return speakers;
  }

  /// A report inside someone's own words: who speaks there does not speak in the article.
  [[nodiscard]] bool is_said_in_words(std::size_t quote) const {
    const auto& inside = (*document_.quotes)[quote].inside;
    return inside && (*document_.quotes)[inside->index].kind == QuoteKind::direct;
  }

  /// A quote whose speaker is a medium that only passes on what another says.
  [[nodiscard]] bool is_relay_only(std::size_t quote) const {
    const auto& quotes = *document_.quotes;
    const bool medium = std::ranges::all_of(
        all_[quote].who, [&](std::uint32_t entity) { return is_medium(entities_.all[entity]); });
    if (!medium) return false;
    for (std::size_t i = quote + 1; i < quotes.size(); ++i) {
      if (quotes[i].content.begin >= quotes[quote].content.end) break;
      if (quotes[i].inside && quotes[i].inside->index == quote) return true;
    }
    return false;
  }

  // ---- marks without a cue

  /// A report without a cue that is more than marked words: a sentence whose mood says that it goes
  /// on with what somebody said.
  [[nodiscard]] static bool goes_on(const Quote& quote) {
    return quote.kind == QuoteKind::indirect ||
           (quote.kind == QuoteKind::mixed &&
            (quote.marks.empty() || quote.marks.front() != quote.content));
  }

  /// Whoever the sentence is about before such a report, or whoever spoke before the sentence.
  Speakers by_mood(std::size_t quote) {
    auto speakers = subject_before((*document_.quotes)[quote].content);
    if (!speakers) return spoken_before(quote, SpeakerHow::carried, sure_carried);
    speakers->confidence = sure_by_mood;
    return *std::move(speakers);
  }

  /// A quotation that is a sentence of its own goes on with whoever spoke before. Words marked
  /// inside a sentence that reports nothing belong to the speaker of other marked words in it, or
  /// to the person the sentence is about.
  Speakers without_cue(std::size_t quote) {
    const Quote& lonely = (*document_.quotes)[quote];
    if (goes_on(lonely)) return by_mood(quote);
    if (lonely.kind != QuoteKind::direct) return marked_inside(quote);
    if (auto announced = announced_by(lonely)) return *std::move(announced);
    if (auto named = named_behind(lonely)) return *std::move(named);
    return spoken_before(quote, SpeakerHow::carried, sure_carried);
  }

  Speakers marked_inside(std::size_t quote) {
    const auto& quotes = *document_.quotes;
    const std::uint32_t sentence = sentence_of(quotes[quote].content);
    for (std::size_t i = quote; i-- > 0 && sentence_of(quotes[i].content) == sentence;) {
      if (all_[i].who.empty() || quotes[i].marks.empty()) continue;
      Speakers speakers = all_[i];
      speakers.how = SpeakerHow::carried;
      speakers.confidence = std::min(speakers.confidence, sure_carried);
      speakers.rule = "common.attribution.speaker-before";
      return speakers;
    }
    auto speakers = subject_before(quotes[quote].content);
    if (!speakers || !is_known_person(speakers->who.front())) return {};
    speakers->confidence = sure_marked_here;
    return *std::move(speakers);
  }

  std::optional<Speakers> named_behind(const Quote& lonely) {
    const TokenRange words = tokens_of(lonely.content);
    if (words.length() == 0) return std::nullopt;
    const auto name = subjects_.named_behind(analysis_.sentence_of(words.end - 1));
    if (!name) return std::nullopt;
    Speakers speakers;
    speakers.confidence = sure_carried;
    speakers.rule = "common.attribution.name-behind";
    words_.read(*name, context(), speakers);
    speakers.how = SpeakerHow::carried;
    if (speakers.who.empty()) return std::nullopt;
    return speakers;
  }

  /// "Ana Paz continued:" at the end of the paragraph before.
  std::optional<Speakers> announced_by(const Quote& lonely) {
    const TokenRange words = tokens_of(lonely.content);
    if (words.begin < 2) return std::nullopt;
    const std::uint32_t before = words.begin - 2;  // over the opening mark
    if (analysis_.text_of(before) != ":") return std::nullopt;
    auto speakers = subject_before(analysis_.tokens()[before].span);
    if (speakers) speakers->how = SpeakerHow::carried;
    return speakers;
  }

  const Document& document_;
  const Analysis& analysis_;
  Entities& entities_;
  const References references_;
  const Subjects subjects_;
  SourceWords words_;
  std::vector<Speakers> all_;  // those of the quotes before the one at hand
  LastSpoken last_;
  std::size_t now_ = 0;  // the quote at hand
};

}  // namespace

std::vector<Speakers> find_speakers(const Document& document, const Analysis& analysis,
                                    Entities& entities) {
  return SpeakerFinder(document, analysis, entities).run();
}

}  // namespace cotejo
