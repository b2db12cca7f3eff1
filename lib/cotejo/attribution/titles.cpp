// A title is attached to the name that follows within its phrase ("el líder norcoreano, Kim Jong
// Un") or that stands before it behind a comma. Tests: tests/unit/attribution/entities_test.cpp.
#include <cotejo/attribution/titles.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace cotejo {
namespace {

constexpr std::array<LayerName, 5> title_stops{"verb", "cue", "conjunction", "complementiser",
                                               "aux"};
constexpr std::uint32_t longest_title_phrase = 10;

class TitleAttacher {
 public:
  TitleAttacher(const Analysis& analysis, Entities& entities)
      : analysis_(analysis), entities_(entities) {}

  void run() {
    for (std::size_t i = 0; i < entities_.mentions.size(); ++i) {
      Mention& role = entities_.mentions[i];
      if (role.form != Mention::Form::role) continue;
      role.body = body_of(i);
      if (is_part_of_next(i)) continue;
      if (const auto name = name_after(i))
        attach(role, *name);
      else if (const auto before = name_before(i))
        attach(role, *before);
    }
  }

 private:
  /// Whether a title's phrase can go over `at` on the way to its name.
  [[nodiscard]] bool may_stand_in_title(std::uint32_t at) const {
    const Token& token = analysis_.tokens()[at];
    if (token.kind != TokenKind::word || analysis_.begins_sentence(at)) return false;
    for (const LayerName layer : title_stops) {
      if (analysis_.hit_at(at, layer) != nullptr && analysis_.hit_at(at, "demonym") == nullptr &&
          token.letter_case == TokenCase::lower) {
        return false;
      }
    }
    return !begins_phrase(at);
  }

  /// A determiner begins the next noun phrase ("Präsident seine Haltung") unless a preposition
  /// stands before it or its case makes it part of the title.
  [[nodiscard]] bool begins_phrase(std::uint32_t at) const {
    const LexiconHit* hit = analysis_.hit_at(at, "determiner");
    if (hit == nullptr || analysis_.lexeme(*hit).attribute("case") == "genitive") return false;
    return analysis_.hit_at(at, "preposition") == nullptr &&
           analysis_.hit_at(at - 1, "preposition") == nullptr;
  }

  /// "Junta spokesman Min Zaw": the first of two nouns says what the second is of.
  [[nodiscard]] bool is_part_of_next(std::size_t role) const {
    const auto& mentions = entities_.mentions;
    return role + 1 < mentions.size() && mentions[role + 1].form == Mention::Form::role &&
           mentions[role + 1].range.begin == mentions[role].range.end &&
           mentions[role].lexeme->layer != "title";
  }

  /// "secretaria general de Podemos": the name that the title is of.
  [[nodiscard]] std::optional<std::uint32_t> body_of(std::size_t role) const {
    constexpr std::uint32_t near = 4;
    const auto& mentions = entities_.mentions;
    if (role + 1 >= mentions.size() || mentions[role + 1].form != Mention::Form::name) return {};
    const TokenRange name = mentions[role + 1].range;
    const std::uint32_t end = mentions[role].range.end;
    if (name.begin > end + near || analysis_.hit_at(name.begin, "place") != nullptr) return {};
    bool governed = false;
    for (std::uint32_t at = end; at < name.begin; ++at) {
      governed = governed || analysis_.hit_at(at, "of") != nullptr;
      if (!may_stand_in_title(at)) return {};
    }
    return governed ? mentions[role + 1].entity : std::nullopt;
  }

  [[nodiscard]] bool is_comma(std::uint32_t at) const { return analysis_.text_of(at) == ","; }

  /// "el líder norcoreano, Kim Jong Un": the name behind the title and what belongs to it. A name
  /// behind a preposition belongs to the title ("de Rusia"), so it is gone over.
  [[nodiscard]] std::optional<std::size_t> name_after(std::size_t role) const {
    const auto& mentions = entities_.mentions;
    std::uint32_t at = mentions[role].range.end;
    const std::uint32_t limit =
        std::min(at + longest_title_phrase, static_cast<std::uint32_t>(analysis_.tokens().size()));
    bool comma = false;
    bool governed = false;  // by a preposition of the title: "de la aerolínea Avior"
    for (std::size_t next = role + 1; at < limit;) {
      while (next < mentions.size() && mentions[next].range.begin < at) ++next;
      const bool named = next < mentions.size() && mentions[next].range.begin == at &&
                         mentions[next].form == Mention::Form::name;
      if (named && !governed) return next;
      if (named) {
        at = mentions[next].range.end;
        governed = false;
        continue;
      }
      if (comma) return std::nullopt;
      if (is_comma(at)) {
        comma = true;
        governed = false;
      } else if (!may_stand_in_title(at)) {
        return std::nullopt;
      }
      governed = governed || analysis_.hit_at(at, "preposition") != nullptr;
      ++at;
    }
    return std::nullopt;
  }

  /// "Ana Paz, alcaldesa de Vigo": the name before the comma before the title.
  [[nodiscard]] std::optional<std::size_t> name_before(std::size_t role) const {
    const std::uint32_t begin = entities_.mentions[role].range.begin;
    if (role == 0 || begin == 0 || !is_comma(begin - 1)) return std::nullopt;
    const Mention& before = entities_.mentions[role - 1];
    if (before.form != Mention::Form::name || before.range.end != begin - 1) return std::nullopt;
    return is_setting(before, entities_.mentions[role]) ? std::nullopt : std::optional(role - 1);
  }

  /// "En Palacio de Gobierno, la presidenta …": a name behind a preposition that is not known to be
  /// a person's says where, and with a determiner the title begins anew.
  [[nodiscard]] bool is_setting(const Mention& name, const Mention& role) const {
    const Entity& entity = entities_.all[*name.entity];
    if (entity.kind == SourceKind::person && entity.kind_is_known) return false;
    const std::uint32_t begin = name.range.begin;
    return begin > 0 && analysis_.hit_at(begin - 1, "preposition") != nullptr &&
           analysis_.hit_at(role.range.begin, "determiner") != nullptr;
  }

  void attach(Mention& role, std::size_t name) {
    const std::uint32_t number = *entities_.mentions[name].entity;
    Entity& entity = entities_.all[number];
    const Lexeme& lexeme = *role.lexeme;
    const bool person = lexeme.layer == "title";
    if (person && entity.gazetteer && entity.kind != SourceKind::person) return;
    role.entity = number;
    entity.titles.push_back(lexeme.lemma);
    if (role.body && *role.body != number) entity.bodies.push_back(*role.body);
    const std::string_view office = lexeme.attribute("office");
    if (!office.empty()) entity.offices.push_back(office);
    if (entity.gender.empty()) entity.gender = lexeme.attribute("gender");
    if (entity.country.empty()) entity.country = country_between(role, entities_.mentions[name]);
    if (!entity.gazetteer && !entity.kind_is_known && !lexeme.attribute("kind").empty()) {
      entity.kind = value_named<SourceKind>(lexeme.attribute("kind")).value_or(entity.kind);
      entity.kind_is_known = true;
    }
  }

  /// The country that a demonym or a place in the title's phrase names.
  [[nodiscard]] std::string_view country_between(const Mention& role, const Mention& name) const {
    const std::uint32_t begin = std::min(role.range.end, name.range.end);
    const std::uint32_t end = std::max(role.range.begin, name.range.begin);
    for (std::uint32_t at = begin; at < end; ++at) {
      if (const LexiconHit* hit = analysis_.hit_at(at, "demonym")) {
        return analysis_.lexeme(*hit).attribute("place");
      }
      if (const LexiconHit* hit = analysis_.hit_at(at, "place")) {
        return analysis_.lexeme(*hit).attribute("country");
      }
    }
    return "";
  }

  const Analysis& analysis_;
  Entities& entities_;
};

}  // namespace

void attach_titles(const Analysis& analysis, Entities& entities) {
  TitleAttacher(analysis, entities).run();
}

}  // namespace cotejo
