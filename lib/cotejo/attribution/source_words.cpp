// The words that name a source are a name, a role or a pronoun, or none of these. On Spanish news
// 28 % of the speakers are named by a role alone. Tests: tests/unit/attribution/speakers_test.cpp.
#include <cotejo/attribution/source_words.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

constexpr double sure_role = 0.8;
constexpr double sure_described = 0.85;  // someone without a name, as the text says it
constexpr double sure_last = 0.6;        // a bare role for whoever spoke last
constexpr double sure_pronoun = 0.7;
constexpr double sure_open_pronoun = 0.5;  // the words are sure, the person is not

/// The entity that a piece names: one with its title beside it, else the first name if the piece
/// does not begin with a role.
const Mention* named_one(std::span<const Mention> mentions) {
  for (const Mention& mention : mentions) {
    if (mention.form == Mention::Form::role && mention.entity) return &mention;
  }
  const Mention& first = mentions.front();
  const bool compound = mentions.size() > 1 && is_compound(first, mentions[1]);
  return first.form == Mention::Form::name && !compound ? &first : nullptr;
}

void add(std::uint32_t entity, Speakers& speakers) {
  if (std::ranges::find(speakers.who, entity) == speakers.who.end()) speakers.who.push_back(entity);
}

void settle(SpeakerHow how, double confidence, Speakers& speakers) {
  speakers.how = how;
  speakers.confidence = std::min(speakers.confidence, confidence);
}

bool is_self(const Mention& pronoun) {
  return pronoun.lexeme->attribute("person") == "1" &&
         pronoun.lexeme->attribute("number") == "singular";
}

}  // namespace

void SourceWords::read(TokenRange piece, const SourceContext& context, Speakers& speakers) {
  auto mentions = entities_.inside(piece);
  while (mentions.size() > 1 && is_owner(mentions.front())) mentions = mentions.subspan(1);
  if (mentions.empty()) return add_described(piece, nullptr, speakers);
  if (const Mention* named = named_one(mentions)) return add(*named->entity, speakers);
  const bool compound = mentions.size() > 1 && is_compound(mentions.front(), mentions[1]);
  const Mention& first = compound ? mentions[1] : mentions.front();
  if (first.form == Mention::Form::pronoun) {
    if (first.range.begin == piece.begin) return add_pronoun(first, context, speakers);
    return add_described({piece.begin, first.range.begin}, nullptr, speakers);
  }
  if (first.form == Mention::Form::role) return add_role(first, piece, context, speakers);
  add(*first.entity, speakers);
}

/// "Vigo’s Ana Paz": a name with a clitic behind it only says whose the next is.
bool SourceWords::is_owner(const Mention& mention) const {
  const std::uint32_t next = mention.range.end;
  if (mention.form != Mention::Form::name || next >= analysis_.tokens().size()) return false;
  const Token& token = analysis_.tokens()[next];
  const Token& last = analysis_.tokens()[next - 1];
  return token.kind == TokenKind::word && token.span.begin == last.span.end;
}

void SourceWords::add_role(const Mention& role, TokenRange piece, const SourceContext& context,
                           Speakers& speakers) {
  if (references_.is_definite(role) && role.lexeme->layer != "unnamed-noun") {
    if (const auto entity = references_.of_role(role, piece)) {
      settle(SpeakerHow::description, sure_role, speakers);
      return add(*entity, speakers);
    }
    if (const auto person = references_.of_bare_role(role, piece, context.last)) {
      settle(SpeakerHow::description, sure_last, speakers);
      return add(*person, speakers);
    }
  }
  add_described(piece, &role, speakers);
}

void SourceWords::add_pronoun(const Mention& pronoun, const SourceContext& context,
                              Speakers& speakers) {
  const bool self = is_self(pronoun) && !context.around.empty();
  const std::vector<std::uint32_t> meant =
      self ? std::vector(context.around.begin(), context.around.end())
           : references_.of_pronoun(pronoun, context.last);
  if (meant.empty()) return add_open_pronoun(pronoun, speakers);
  settle(SpeakerHow::pronoun, sure_pronoun, speakers);
  for (const std::uint32_t entity : meant) add(entity, speakers);
}

/// A pronoun that means nobody met before stands for itself, anew each time: somebody without a
/// name.
void SourceWords::add_open_pronoun(const Mention& pronoun, Speakers& speakers) {
  Entity somebody;
  somebody.name = analysis_.text_of(pronoun.range);
  somebody.kind = SourceKind::unnamed;
  somebody.kind_is_known = true;
  somebody.gender = pronoun.lexeme->attribute("gender");
  entities_.all.push_back(std::move(somebody));
  settle(SpeakerHow::pronoun, sure_open_pronoun, speakers);
  add(static_cast<std::uint32_t>(entities_.all.size() - 1), speakers);
}

/// Someone known only by the words of `piece`: one entity per wording.
void SourceWords::add_described(TokenRange piece, const Mention* role, Speakers& speakers) {
  TokenRange words = piece;
  while (words.begin < words.end && analysis_.hit_at(words.begin, "determiner") != nullptr) {
    ++words.begin;
  }
  while (words.end > words.begin &&
         analysis_.tokens()[words.end - 1].kind == TokenKind::punctuation) {
    --words.end;
  }
  if (words.length() == 0) return;
  const std::string_view name = analysis_.text_of(words);
  const auto known = described_.find(name);
  const std::uint32_t number =
      known != described_.end() ? known->second : describe(name, piece, role);
  settle(SpeakerHow::explicit_here, sure_described, speakers);
  add(number, speakers);
}

std::uint32_t SourceWords::describe(std::string_view name, TokenRange piece, const Mention* role) {
  entities_.all.push_back(references_.described_as(name, piece, role));
  const auto number = static_cast<std::uint32_t>(entities_.all.size() - 1);
  described_.emplace(name, number);
  return number;
}

}  // namespace cotejo
