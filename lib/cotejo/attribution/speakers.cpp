// A quote's source words are cut at conjunctions; each piece is a name, a role or a pronoun. Roles
// are looked for among the entities met before, scored by what they share (the same title, an office
// the role can stand for, gender, country), the nearest first. An elided source is the subject of the
// sentence, then whoever spoke last. On Spanish news 38 % of quotations have an elided subject and
// 28 % a role as speaker, so these two are the heart of it.
// Tests: tests/unit/attribution/speakers_test.cpp.
#include <cotejo/attribution/speakers.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace cotejo {
namespace {

constexpr double sure_name = 0.95;
constexpr double sure_role = 0.8;
constexpr double sure_described = 0.85;  // someone without a name, as the text says it
constexpr double sure_elided_here = 0.85;
constexpr double sure_elided_before = 0.75;
constexpr double sure_pronoun = 0.7;
constexpr double sure_carried = 0.6;
constexpr int enough_in_common = 2;

bool has(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

bool is_medium(const Entity& entity) {
  return entity.kind == SourceKind::news_agency || entity.kind == SourceKind::media;
}

/// Whether one of the offices that `role` can stand for is held: definite_for = "a|b".
bool stands_for(std::string_view offices, const Entity& entity) {
  while (!offices.empty()) {
    const std::size_t bar = std::min(offices.find('|'), offices.size());
    if (has(entity.offices, offices.substr(0, bar))) return true;
    offices.remove_prefix(std::min(bar + 1, offices.size()));
  }
  return false;
}

class SpeakerFinder {
 public:
  SpeakerFinder(const Document& document, const Analysis& analysis, Entities& entities)
      : document_(document), analysis_(analysis), entities_(entities) {}

  std::vector<Speakers> run() {
    const auto& quotes = *document_.quotes;
    std::vector<Speakers> all(quotes.size());
    // In the order the reader meets the cues, so that "before" means before.
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      if (quotes[i].source) all[i] = from_words(quotes[i]);
      else all[i] = quotes[i].cue ? elided(i, all) : without_cue(i, all);
      note_person(i, all[i]);
    }
    return all;
  }

 private:
  [[nodiscard]] TokenRange tokens_of(Span span) const { return analysis_.tokens_in(span); }

  /// Remembers who spoke last, for roles that nothing else tells apart ("el exmandatario").
  void note_person(std::size_t quote, const Speakers& speakers) {
    if (speakers.who.size() != 1) return;
    if (entities_.all[speakers.who.front()].kind != SourceKind::person) return;
    last_person_ = speakers.who.front();
    last_paragraph_ = paragraph_of((*document_.quotes)[quote].content);
  }

  // ---- a source in words

  Speakers from_words(const Quote& quote) {
    Speakers speakers;
    speakers.rule = quote.rule;
    speakers.confidence = sure_name;
    for (const TokenRange piece : pieces(tokens_of(*quote.source))) {
      add_piece(piece, speakers);
    }
    const bool relative = speakers.who.empty();
    if (relative) speakers.confidence = 0;
    return speakers;
  }

  /// "Putin y el líder norcoreano, Kim Jong Un" cut at the conjunctions that stand between mentions.
  [[nodiscard]] std::vector<TokenRange> pieces(TokenRange source) const {
    std::vector<TokenRange> cut;
    std::uint32_t begin = source.begin;
    for (std::uint32_t at = source.begin; at < source.end; ++at) {
      if (analysis_.hit_at(at, "conjunction") == nullptr || inside_name(at)) continue;
      if (entities_.inside({begin, at}).empty() || entities_.inside({at, source.end}).empty()) continue;
      cut.push_back({begin, at});
      begin = at + 1;
    }
    cut.push_back({begin, source.end});
    return cut;
  }

  [[nodiscard]] bool inside_name(std::uint32_t at) const {
    const std::size_t next = entities_.first_from(at + 1);
    return next > 0 && entities_.mentions[next - 1].range.contains(at);
  }

  void add_piece(TokenRange piece, Speakers& speakers) {
    const auto mentions = entities_.inside(piece);
    if (mentions.empty()) return add_described(piece, nullptr, speakers);
    if (const Mention* named = named_one(mentions)) return add(*named->entity, speakers);
    const bool compound = mentions.size() > 1 && is_compound(*mentions.front(), *mentions[1]);
    const Mention& first = compound ? *mentions[1] : *mentions.front();
    if (first.form == Mention::Form::pronoun) return add_pronoun(first, speakers);
    if (first.form == Mention::Form::role) return add_role(first, piece, speakers);
    add(*first.entity, speakers);
  }

  /// The entity that a piece names: one with its title beside it, else the first name if the piece
  /// does not begin with a role.
  [[nodiscard]] static const Mention* named_one(const std::vector<const Mention*>& mentions) {
    for (const Mention* mention : mentions) {
      if (mention->form == Mention::Form::role && mention->entity) return mention;
    }
    const Mention* first = mentions.front();
    const bool compound = mentions.size() > 1 && is_compound(*first, *mentions[1]);
    return first->form == Mention::Form::name && !compound ? first : nullptr;
  }

  static void add(std::uint32_t entity, Speakers& speakers) {
    if (std::ranges::find(speakers.who, entity) == speakers.who.end()) speakers.who.push_back(entity);
  }

  void settle(SpeakerHow how, double confidence, Speakers& speakers) {
    speakers.how = how;
    speakers.confidence = std::min(speakers.confidence, confidence);
  }

  // ---- roles and pronouns

  void add_role(const Mention& role, TokenRange piece, Speakers& speakers) {
    if (is_definite(role) && role.lexeme->layer != "unnamed-noun") {
      if (const auto entity = entity_for(role, piece)) {
        settle(SpeakerHow::description, sure_role, speakers);
        return add(*entity, speakers);
      }
      if (const auto person = person_before(role)) {
        settle(SpeakerHow::description, sure_carried, speakers);
        return add(*person, speakers);
      }
    }
    add_described(piece, &role, speakers);
  }

  /// A bare role ("la candidata") that no title explains: who spoke last, if that was in this
  /// paragraph or the two before it and gender allows it.
  [[nodiscard]] std::optional<std::uint32_t> person_before(const Mention& role) const {
    if (role.lexeme->layer != "title" || !last_person_ || is_qualified(role)) return std::nullopt;
    constexpr std::uint32_t near = 2;
    const std::uint32_t here =
        analysis_.paragraph_of_sentence()[analysis_.sentence_of(role.range.begin)];
    const std::string& gender = entities_.all[*last_person_].gender;
    const std::string_view wanted = role.lexeme->attribute("gender");
    const bool allowed = gender.empty() || wanted.empty() || gender == wanted;
    return allowed && here <= last_paragraph_ + near ? last_person_ : std::nullopt;
  }

  /// "la ministra de Sanidad": words behind the role say who is meant.
  [[nodiscard]] bool is_qualified(const Mention& role) const {
    const std::uint32_t next = role.range.end;
    return next < analysis_.tokens().size() &&
           (analysis_.hit_at(next, "preposition") != nullptr ||
            analysis_.hit_at(next, "demonym") != nullptr);
  }

  /// "el mandatario", "la agencia", not "un mandatario" nor "mandatarios".
  [[nodiscard]] bool is_definite(const Mention& role) const {
    if (role.lexeme->attribute("number") == "plural") return false;
    std::uint32_t begin = role.range.begin;
    const std::size_t index = entities_.first_from(begin);
    if (index > 0 && is_compound(entities_.mentions[index - 1], role)) {
      begin = entities_.mentions[index - 1].range.begin;
    }
    const LexiconHit* hit = analysis_.hit_at(begin, "determiner");
    if (hit == nullptr && begin > 0) hit = analysis_.hit_at(begin - 1, "determiner");
    return hit != nullptr && analysis_.lexeme(*hit).attribute("definite") != "no";
  }

  [[nodiscard]] std::string country_in(TokenRange piece) const {
    for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
      if (const LexiconHit* hit = analysis_.hit_at(at, "demonym")) {
        return std::string(analysis_.lexeme(*hit).attribute("place"));
      }
      if (const LexiconHit* hit = analysis_.hit_at(at, "place")) {
        return std::string(analysis_.lexeme(*hit).attribute("country"));
      }
    }
    return "";
  }

  /// The nearest entity before the role that shares most with it.
  [[nodiscard]] std::optional<std::uint32_t> entity_for(const Mention& role, TokenRange piece) const {
    const std::string country = country_in(piece);
    std::optional<std::uint32_t> best;
    int best_score = enough_in_common - 1;
    std::size_t looked_at = 0;
    constexpr std::size_t far_enough = 200;
    for (std::size_t i = entities_.first_from(role.range.begin); i-- > 0 && looked_at < far_enough;) {
      ++looked_at;
      const auto& entity = entities_.mentions[i].entity;
      if (!entity) continue;
      const int score = in_common(*role.lexeme, country, entities_.all[*entity]);
      if (score > best_score) {
        best = *entity;
        best_score = score;
      }
    }
    return best;
  }

  [[nodiscard]] static int in_common(const Lexeme& role, std::string_view country,
                                     const Entity& entity) {
    const std::string_view gender = role.attribute("gender");
    const bool medium_noun = role.layer == "media-noun";
    if (medium_noun) return common_medium(role, country, entity);
    if (role.layer != "title" || entity.kind != SourceKind::person) return 0;
    if (!gender.empty() && !entity.gender.empty() && gender != entity.gender) return 0;
    if (!country.empty() && !entity.country.empty() && country != entity.country) return 0;
    int score = 0;
    if (has(entity.titles, role.lemma)) score += 3;
    if (stands_for(role.attribute("definite_for"), entity)) score += 2;
    if (!role.attribute("office").empty() && has(entity.offices, role.attribute("office"))) ++score;
    if (!country.empty() && country == entity.country) ++score;
    return score;
  }

  [[nodiscard]] static int common_medium(const Lexeme& role, std::string_view country,
                                         const Entity& entity) {
    if (!entity.kind_is_known || entity.kind == SourceKind::person) return 0;
    const auto kind = value_named<SourceKind>(role.attribute("kind"));
    const bool fits = kind == entity.kind || (kind == SourceKind::media && is_medium(entity)) ||
                      (kind == SourceKind::organization && !is_medium(entity) &&
                       entity.kind != SourceKind::government);
    if (!fits) return 0;
    return country.empty() || country == entity.country ? 2 : 0;
  }

  /// The nearest person before the pronoun that gender allows: one that is known to be a person, or
  /// that spoke before.
  void add_pronoun(const Mention& pronoun, Speakers& speakers) {
    const std::string_view gender = pronoun.lexeme->attribute("gender");
    for (std::size_t i = entities_.first_from(pronoun.range.begin); i-- > 0;) {
      const auto& number = entities_.mentions[i].entity;
      if (!number) continue;
      const Entity& entity = entities_.all[*number];
      if (entity.kind != SourceKind::person) continue;
      if (!entity.kind_is_known && number != last_person_) continue;
      if (!gender.empty() && !entity.gender.empty() && gender != entity.gender) continue;
      settle(SpeakerHow::pronoun, sure_pronoun, speakers);
      return add(*number, speakers);
    }
  }

  // ---- those without a name

  /// Someone known only by the words of `piece`: one entity per wording.
  void add_described(TokenRange piece, const Mention* role, Speakers& speakers) {
    TokenRange words = piece;
    while (words.begin < words.end && analysis_.hit_at(words.begin, "determiner") != nullptr) {
      ++words.begin;
    }
    while (words.end > words.begin &&
           analysis_.tokens()[words.end - 1].kind == TokenKind::punctuation) {
      --words.end;
    }
    if (words.length() == 0) return;
    const std::string name(analysis_.text_of(words));
    const auto known = described_.find(name);
    const std::uint32_t number = known != described_.end() ? known->second : describe(name, piece, role);
    settle(SpeakerHow::explicit_here, sure_described, speakers);
    add(number, speakers);
  }

  std::uint32_t describe(const std::string& name, TokenRange piece, const Mention* role) {
    Entity entity;
    entity.name = name;
    entity.kind = SourceKind::unnamed;
    if (role != nullptr) {
      const Lexeme& lexeme = *role->lexeme;
      entity.gender = lexeme.attribute("gender");
      if (!is_unnamed(*role)) {
        entity.kind = value_named<SourceKind>(lexeme.attribute("kind")).value_or(SourceKind::person);
      }
      entity.country = country_in(piece);
      if (is_medium(entity)) entity.control = control_in(piece);
    }
    entity.kind_is_known = true;
    entities_.all.push_back(std::move(entity));
    const auto number = static_cast<std::uint32_t>(entities_.all.size() - 1);
    described_.emplace(name, number);
    return number;
  }

  /// "fuentes diplomáticas", "analistas": nobody that could be asked.
  [[nodiscard]] bool is_unnamed(const Mention& role) const {
    const std::uint32_t head = role.range.end - 1;
    if (role.lexeme->layer == "unnamed-noun") return true;
    return !is_definite(role) && analysis_.hit_at(head, "unnamed-noun") != nullptr;
  }

  /// "la prensa estatal": who controls a medium, if its own words say so.
  [[nodiscard]] std::optional<SourceControl> control_in(TokenRange piece) const {
    for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
      if (const LexiconHit* hit = analysis_.hit_at(at, "control-adjective")) {
        return value_named<SourceControl>(analysis_.lexeme(*hit).attribute("control"));
      }
    }
    return SourceControl::unknown;
  }

  // ---- elided sources

  [[nodiscard]] std::uint32_t paragraph_of(Span span) const {
    const TokenRange tokens = tokens_of(span);
    if (tokens.length() == 0) return 0;
    return analysis_.paragraph_of_sentence()[analysis_.sentence_of(tokens.begin)];
  }

  Speakers elided(std::size_t quote, const std::vector<Speakers>& all) {
    if (auto here = subject_before(*(*document_.quotes)[quote].cue)) return *std::move(here);
    return spoken_before(quote, all, SpeakerHow::elided, sure_elided_before);
  }

  std::optional<Speakers> subject_before(Span cue) {
    const TokenRange cue_tokens = tokens_of(cue);
    if (cue_tokens.length() == 0) return std::nullopt;
    const TokenRange sentence = analysis_.sentences()[analysis_.sentence_of(cue_tokens.begin)];
    return subject_of({sentence.begin, cue_tokens.begin});
  }

  /// The first mention of a stretch of a sentence that no preposition governs and no quotation holds,
  /// and those coordinated with it. A dateline ("BRUSELAS -") is no subject.
  std::optional<Speakers> subject_of(TokenRange stretch) {
    const auto mentions = entities_.inside(stretch);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const Mention& mention = *mentions[i];
      if (governed(mention.range.begin) || is_dateline(mention) ||
          analysis_.quotation_around(mention.range.begin) != nullptr) {
        continue;
      }
      Speakers speakers;
      speakers.confidence = sure_elided_here;
      speakers.rule = "common.attribution.subject-of-sentence";
      add_piece(hull_with_next(mentions, i), speakers);
      for (; i + 1 < mentions.size() && coordinated(*mentions[i], *mentions[i + 1]); ++i) {
        add_piece(mentions[i + 1]->range, speakers);
      }
      speakers.how = SpeakerHow::elided;
      if (!speakers.who.empty()) return speakers;
    }
    return std::nullopt;
  }

  /// A name that a role follows at once is part of the role: "the NATO secretary general".
  [[nodiscard]] static TokenRange hull_with_next(const std::vector<const Mention*>& mentions,
                                                 std::size_t i) {
    TokenRange range = mentions[i]->range;
    if (i + 1 < mentions.size() && is_compound(*mentions[i], *mentions[i + 1])) {
      range.end = mentions[i + 1]->range.end;
    }
    return range;
  }

  [[nodiscard]] static bool is_compound(const Mention& name, const Mention& role) {
    return name.form == Mention::Form::name && role.form == Mention::Form::role &&
           role.lexeme->layer == "title" && role.range.begin == name.range.end;
  }

  [[nodiscard]] bool is_dateline(const Mention& mention) const {
    const std::uint32_t next = mention.range.end;
    if (!analysis_.begins_sentence(mention.range.begin) || next >= analysis_.tokens().size()) {
      return false;
    }
    const std::string_view mark = analysis_.text_of(next);
    return analysis_.tokens()[next].kind == TokenKind::punctuation && mark != ",";
  }

  [[nodiscard]] bool governed(std::uint32_t at) const {
    if (at == 0) return false;
    if (analysis_.hit_at(at - 1, "preposition") != nullptr) return true;
    return at > 1 && analysis_.hit_at(at - 1, "determiner") != nullptr &&
           analysis_.hit_at(at - 2, "preposition") != nullptr;
  }

  [[nodiscard]] bool coordinated(const Mention& left, const Mention& right) const {
    return right.range.begin == left.range.end + 1 &&
           analysis_.hit_at(left.range.end, "conjunction") != nullptr;
  }

  /// Whoever spoke last: the nearest quote before that is not around this one, in this paragraph or
  /// the one before.
  Speakers spoken_before(std::size_t quote, const std::vector<Speakers>& all, SpeakerHow how,
                         double confidence) {
    const auto& quotes = *document_.quotes;
    const std::uint32_t paragraph = paragraph_of(quotes[quote].content);
    const std::uint32_t sentence = sentence_of(quotes[quote].content);
    for (std::size_t i = quote; i-- > 0;) {
      if (all[i].who.empty() || quotes[i].content.contains(quotes[quote].content)) continue;
      const std::uint32_t before = paragraph_of(quotes[i].content);
      if (before + 1 < paragraph) break;
      if (is_relay_only(i, all)) continue;
      if (auto nearer = subject_between(sentence_of(quotes[i].content), sentence)) return *nearer;
      Speakers speakers = all[i];
      const bool same = before == paragraph;
      speakers.how = same ? how : SpeakerHow::carried;
      speakers.confidence = std::min(speakers.confidence, same ? confidence : sure_carried);
      speakers.rule = "common.attribution.speaker-before";
      return speakers;
    }
    return subject_between(std::nullopt, sentence).value_or(Speakers{});
  }

  [[nodiscard]] std::uint32_t sentence_of(Span span) const {
    const TokenRange tokens = tokens_of(span);
    return tokens.length() == 0 ? 0 : analysis_.sentence_of(tokens.begin);
  }

  /// The subject of the sentence before `sentence`, if that is in the same paragraph, behind sentence
  /// `spoken`, and names a person or a body: "La ministra cerró la puerta. “No”, advirtió."
  std::optional<Speakers> subject_between(std::optional<std::uint32_t> spoken, std::uint32_t sentence) {
    if (sentence == 0 || (spoken && *spoken + 1 >= sentence)) return std::nullopt;
    const auto paragraphs = analysis_.paragraph_of_sentence();
    if (paragraphs[sentence - 1] != paragraphs[sentence]) return std::nullopt;
    auto speakers = subject_of(analysis_.sentences()[sentence - 1]);
    if (!speakers || !entities_.all[speakers->who.front()].kind_is_known) return std::nullopt;
    speakers->confidence = std::min(speakers->confidence, sure_elided_before);
    speakers->rule = "common.attribution.subject-before";
    return speakers;
  }

  /// A quote whose speaker is a medium that only passes on what another says.
  [[nodiscard]] bool is_relay_only(std::size_t quote, const std::vector<Speakers>& all) const {
    const auto& quotes = *document_.quotes;
    const bool medium = std::ranges::all_of(all[quote].who, [&](std::uint32_t entity) {
      return is_medium(entities_.all[entity]);
    });
    if (!medium) return false;
    for (std::size_t i = quote + 1; i < quotes.size(); ++i) {
      if (quotes[i].content.begin >= quotes[quote].content.end) break;
      if (quotes[i].inside && quotes[i].inside->index == quote) return true;
    }
    return false;
  }

  // ---- marks without a cue

  /// A quotation that is a sentence of its own goes on with whoever spoke before. Words marked inside
  /// a sentence that reports nothing are nobody's.
  Speakers without_cue(std::size_t quote, const std::vector<Speakers>& all) {
    const Quote& lonely = (*document_.quotes)[quote];
    if (lonely.kind != QuoteKind::direct) return {};
    if (auto announced = announced_by(lonely)) return *std::move(announced);
    return spoken_before(quote, all, SpeakerHow::carried, sure_carried);
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
  std::unordered_map<std::string, std::uint32_t> described_;
  std::optional<std::uint32_t> last_person_;
  std::uint32_t last_paragraph_ = 0;
};

}  // namespace

std::vector<Speakers> find_speakers(const Document& document, const Analysis& analysis,
                                    Entities& entities) {
  return SpeakerFinder(document, analysis, entities).run();
}

}  // namespace cotejo
