// A role is looked for among the entities met before, scored by what they share with it: the same
// title, an office the role can stand for, gender, country. A pronoun of the singular is the person
// before it that is nearest, speaks, is the subject of its sentence and has the pronoun's gender;
// one of the plural or neuter is whoever spoke last that is no single person.
// Tests: tests/unit/attribution/attribute_quotes_test.cpp.
#include <cotejo/attribution/references.hpp>

#include <algorithm>
#include <string_view>

namespace cotejo {
namespace {

constexpr int enough_in_common = 2;
constexpr std::size_t far_enough = 200;

// What makes a person before a pronoun the one it means.
constexpr int for_speaking = 3;
constexpr int for_subject = 2;
constexpr int for_gender = 2;
constexpr int for_known_kind = 1;
constexpr int against_each_sentence = 1;
constexpr int against_governed = 1;
constexpr int cannot_be = -1000;
constexpr int least_fitness = -6;

bool has(const std::vector<std::string_view>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
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

bool agree(std::string_view one, std::string_view other) {
  return one.empty() || other.empty() || one == other;
}

/// The entity holds offices, but none that the role names or can stand for.
bool contradicts(const Lexeme& role, const Entity& entity) {
  const std::string_view office = role.attribute("office");
  // Whoever was president can be anything now.
  if (role.attribute("beside") == "any" && !entity.gazetteer) return false;
  return !office.empty() && !entity.offices.empty() && !has(entity.offices, office) &&
         !stands_for(role.attribute("definite_for"), entity);
}

int common_medium(const Lexeme& role, std::string_view country, const Entity& entity) {
  if (!entity.kind_is_known || entity.kind == SourceKind::person) return 0;
  const auto kind = value_named<SourceKind>(role.attribute("kind"));
  const bool fits = kind == entity.kind || (kind == SourceKind::media && is_medium(entity)) ||
                    (kind == SourceKind::organization && !is_medium(entity) &&
                     entity.kind != SourceKind::government);
  if (!fits) return 0;
  return country.empty() || country == entity.country ? 2 : 0;
}

/// "el líder de la Lonja" is nobody who is known to lead something else.
bool of_another_body(const Mention& role, const Entity& entity) {
  if (!role.body) return false;
  const bool same = std::ranges::find(entity.bodies, *role.body) != entity.bodies.end();
  return !same && (!entity.bodies.empty() || !has(entity.titles, role.lexeme->lemma));
}

int in_common(const Mention& mention, std::string_view country, const Entity& entity) {
  const Lexeme& role = *mention.lexeme;
  if (role.layer == "media-noun") return common_medium(role, country, entity);
  if (role.layer != "title" || entity.kind != SourceKind::person) return 0;
  if (!agree(role.attribute("gender"), entity.gender)) return 0;
  if (!agree(country, entity.country) || of_another_body(mention, entity)) return 0;
  int score = 0;
  if (has(entity.titles, role.lemma)) score += 3;
  if (stands_for(role.attribute("definite_for"), entity)) score += 2;
  if (!role.attribute("office").empty() && has(entity.offices, role.attribute("office"))) ++score;
  if (!country.empty() && country == entity.country) ++score;
  return score;
}

}  // namespace

bool is_compound(const Mention& name, const Mention& role) {
  return name.form == Mention::Form::name && role.form == Mention::Form::role &&
         role.lexeme->layer == "title" && role.range.begin == name.range.end;
}

bool is_medium(const Entity& entity) {
  return entity.kind == SourceKind::news_agency || entity.kind == SourceKind::media;
}

std::optional<std::uint32_t> References::of_role(const Mention& role, TokenRange piece) const {
  const std::string_view country = country_in(piece);
  std::optional<std::uint32_t> best;
  int best_score = enough_in_common - 1;
  std::size_t looked_at = 0;
  for (std::size_t i = entities_.first_from(role.range.begin); i-- > 0 && looked_at < far_enough;) {
    ++looked_at;
    const auto& entity = entities_.mentions[i].entity;
    if (!entity) continue;
    const int score = in_common(role, country, entities_.all[*entity]);
    if (score > best_score) {
      best = *entity;
      best_score = score;
    }
  }
  return best;
}

std::optional<std::uint32_t> References::of_bare_role(const Mention& role, TokenRange piece,
                                                      const LastSpoken& last) const {
  const Lexeme& lexeme = *role.lexeme;
  if (lexeme.layer != "title" || is_qualified(role)) return std::nullopt;
  if (!country_in(piece).empty()) return std::nullopt;
  constexpr std::uint32_t near = 2;
  const std::uint32_t here = paragraph_of(role.range.begin);
  if (last.person && here <= last.paragraph + near) {
    const Entity& entity = entities_.all[*last.person];
    if (agree(entity.gender, lexeme.attribute("gender")) && !contradicts(lexeme, entity)) {
      return last.person;
    }
  }
  return person_for(role, last);
}

std::uint32_t References::paragraph_of(std::uint32_t token) const {
  return analysis_.paragraph_of_sentence()[analysis_.sentence_of(token)];
}

/// "la ministra de Sanidad": words behind the role say who is meant; "de 47 años" does not.
bool References::is_qualified(const Mention& role) const {
  const std::uint32_t next = role.range.end;
  const auto tokens = analysis_.tokens();
  if (next >= tokens.size()) return false;
  if (analysis_.hit_at(next, "demonym") != nullptr) return true;
  const bool number = next + 1 < tokens.size() && tokens[next + 1].kind == TokenKind::digits;
  return analysis_.hit_at(next, "preposition") != nullptr && !number;
}

bool References::is_definite(const Mention& role) const {
  if (role.lexeme->attribute("number") == "plural") return false;
  std::uint32_t begin = role.range.begin;
  const std::size_t index = entities_.first_from(begin);
  if (index > 0 && is_compound(entities_.mentions[index - 1], role)) {
    begin = entities_.mentions[index - 1].range.begin;
  }
  const LexiconHit* hit = analysis_.hit_at(begin, "determiner");
  if (hit == nullptr && begin > 0) hit = analysis_.hit_at(begin - 1, "determiner");
  if (hit == nullptr) return role.lexeme->attribute("bare") == "definite";
  return analysis_.lexeme(*hit).attribute("definite") != "no";
}

std::string_view References::country_in(TokenRange piece) const {
  for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
    if (const LexiconHit* hit = analysis_.hit_at(at, "demonym")) {
      return analysis_.lexeme(*hit).attribute("place");
    }
    if (const LexiconHit* hit = analysis_.hit_at(at, "place")) {
      return analysis_.lexeme(*hit).attribute("country");
    }
  }
  return "";
}

Entity References::described_as(std::string_view name, TokenRange piece,
                                const Mention* role) const {
  Entity entity;
  entity.name = name;
  entity.kind_is_known = true;
  const bool named = role == nullptr ? names_one(piece.begin) : !is_unnamed(*role);
  entity.kind = named ? SourceKind::person : SourceKind::unnamed;
  if (role == nullptr) return entity;
  const Lexeme& lexeme = *role->lexeme;
  entity.gender = lexeme.attribute("gender");
  entity.titles.push_back(lexeme.lemma);
  if (const auto office = lexeme.attribute("office"); !office.empty()) {
    entity.offices.push_back(office);
  }
  if (named) entity.kind = value_named<SourceKind>(lexeme.attribute("kind")).value_or(entity.kind);
  entity.country = country_in(piece);
  if (is_medium(entity)) entity.control = control_in(piece);
  return entity;
}

/// "la cofradía": words that begin with a definite article say which one, though the rules do not
/// know what it is; "un vecino" and "los expertos" do not.
bool References::names_one(std::uint32_t begin) const {
  const LexiconHit* hit = analysis_.hit_at(begin, "determiner");
  if (hit == nullptr) return false;
  const Lexeme& determiner = analysis_.lexeme(*hit);
  return determiner.attribute("definite") != "no" && determiner.attribute("number") != "plural";
}

/// "fuentes diplomáticas", "analistas": nobody that could be asked.
bool References::is_unnamed(const Mention& role) const {
  if (role.lexeme->layer == "unnamed-noun") return true;
  return !is_definite(role) && analysis_.hit_at(role.range.end - 1, "unnamed-noun") != nullptr;
}

/// "la prensa estatal": who controls a medium, if its own words say so.
std::optional<SourceControl> References::control_in(TokenRange piece) const {
  for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
    if (const LexiconHit* hit = analysis_.hit_at(at, "control-adjective")) {
      return value_named<SourceControl>(analysis_.lexeme(*hit).attribute("control"));
    }
  }
  return SourceControl::unknown;
}

bool References::governed(std::uint32_t at) const {
  if (at == 0) return false;
  if (analysis_.hit_at(at - 1, "preposition") != nullptr) return true;
  return at > 1 && analysis_.hit_at(at - 1, "determiner") != nullptr &&
         analysis_.hit_at(at - 2, "preposition") != nullptr;
}

std::vector<std::uint32_t> References::of_pronoun(const Mention& pronoun,
                                                  const LastSpoken& last) const {
  const Lexeme& lexeme = *pronoun.lexeme;
  const std::string_view grammatical = lexeme.attribute("person");
  if (!grammatical.empty() && grammatical != "3") return {};
  const bool no_person =
      lexeme.attribute("number") == "plural" || lexeme.attribute("gender") == "n";
  if (no_person && !last.group.empty()) return last.group;
  const auto person = no_person ? body_for(pronoun) : person_for(pronoun, last);
  return person ? std::vector<std::uint32_t>{*person} : std::vector<std::uint32_t>{};
}

std::optional<std::uint32_t> References::person_for(const Mention& pronoun,
                                                    const LastSpoken& last) const {
  std::optional<std::uint32_t> best;
  int best_fitness = least_fitness;
  std::size_t looked_at = 0;
  for (std::size_t i = entities_.first_from(pronoun.range.begin);
       i-- > 0 && looked_at < far_enough;) {
    ++looked_at;
    const Mention& candidate = entities_.mentions[i];
    if (!candidate.entity) continue;
    const int fit = fitness(candidate, pronoun, last);
    if (fit > best_fitness) {
      best = *candidate.entity;
      best_fitness = fit;
    }
  }
  return best;
}

/// The nearest body before a pronoun that no preposition governs: "the court … it".
std::optional<std::uint32_t> References::body_for(const Mention& pronoun) const {
  constexpr std::size_t near = 20;
  std::size_t looked_at = 0;
  for (std::size_t i = entities_.first_from(pronoun.range.begin); i-- > 0 && looked_at < near;) {
    ++looked_at;
    const Mention& candidate = entities_.mentions[i];
    if (!candidate.entity || governed(candidate.range.begin)) continue;
    if (analysis_.quotation_around(candidate.range.begin) != nullptr) continue;
    const Entity& entity = entities_.all[*candidate.entity];
    if (entity.kind != SourceKind::person && entity.kind_is_known) return candidate.entity;
  }
  return std::nullopt;
}

/// How well the pronoun could mean the one mentioned: nearness, gender, and whether that one speaks
/// or is what its sentence is about. Names inside another's words are not who goes on speaking.
int References::fitness(const Mention& candidate, const Mention& pronoun,
                        const LastSpoken& last) const {
  const Entity& entity = entities_.all[*candidate.entity];
  const bool speaks = last.person == candidate.entity;
  if (entity.kind != SourceKind::person || (!entity.kind_is_known && !speaks)) return cannot_be;
  const std::string_view gender = pronoun.lexeme->attribute("gender");
  if (!agree(gender, entity.gender) || contradicts(*pronoun.lexeme, entity)) return cannot_be;
  // Whom no title introduced is not taken up by a role.
  const bool titled = !entity.titles.empty() || entity.gazetteer;
  if (pronoun.form == Mention::Form::role && !speaks && !titled) return cannot_be;
  const std::uint32_t begin = candidate.range.begin;
  const Quotation* around = analysis_.quotation_around(begin);
  if (around != nullptr && around != analysis_.quotation_around(pronoun.range.begin)) {
    return cannot_be;
  }
  const std::uint32_t sentence = analysis_.sentence_of(begin);
  const std::uint32_t away = analysis_.sentence_of(pronoun.range.begin) - sentence;
  int fit = -against_each_sentence * static_cast<int>(away);
  if (speaks) fit += for_speaking;
  if (!gender.empty() && gender == entity.gender) fit += for_gender;
  if (entity.kind_is_known) fit += for_known_kind;
  const bool inside = governed(begin);
  if (inside) fit -= against_governed;
  const std::uint32_t first = analysis_.sentences()[sentence].begin;
  const std::size_t index = entities_.first_from(first);
  if (!inside && &entities_.mentions[index] == &candidate) fit += for_subject;
  return fit;
}

}  // namespace cotejo
