// One walk over the tokens. The lexicon says what a word can be (person, source, place, title, …);
// names come from the analysis. Titles are attached to the name that follows within their phrase,
// or that stands before them behind a comma. Tests: tests/unit/attribution/entities_test.cpp.
#include <cotejo/attribution/entities.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cotejo {
namespace {

constexpr std::array<LayerName, 3> gazetteer_layers{"person", "source", "place"};
constexpr std::array<LayerName, 4> role_layers{"title", "media-noun", "organisation-noun",
                                               "unnamed-noun"};
constexpr std::array<LayerName, 5> title_stops{"verb", "cue", "conjunction", "complementiser",
                                               "aux"};
constexpr std::uint32_t longest_title_phrase = 10;

std::vector<std::string> split_at_bar(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    if (bar > 0) parts.emplace_back(text.substr(0, bar));
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return parts;
}

/// The sequence `part` stands in `whole` without a gap.
bool stands_in(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  return !part.empty() && part.size() <= whole.size() && !std::ranges::search(whole, part).empty();
}

class EntityFinder {
 public:
  explicit EntityFinder(const Analysis& analysis) : analysis_(analysis) {}

  Entities run() {
    const auto size = static_cast<std::uint32_t>(analysis_.tokens().size());
    for (std::uint32_t at = 0; at < size;) at = step(at);
    attach_titles();
    return std::move(found_);
  }

 private:
  /// Takes in what stands at `at`; returns where to go on.
  std::uint32_t step(std::uint32_t at) {
    if (analysis_.hits_at(at).empty() && analysis_.name_end(at) == 0) return at + 1;
    if (const std::uint32_t end = named_until(at);
        end > at && !is_pronoun({at, end}) && !is_written_role({at, end})) {
      add_name({at, end});
      return end;
    }
    for (const LayerName layer : role_layers) {
      if (const LexiconHit* hit = analysis_.hit_at(at, layer); hit != nullptr && !is_cue(at)) {
        add_role(*hit);
        return hit->range.end;
      }
    }
    if (const LexiconHit* hit = analysis_.hit_at(at, "pronoun")) {
      found_.mentions.push_back({Mention::Form::pronoun, hit->range, {}, &analysis_.lexeme(*hit), {}});
      return hit->range.end;
    }
    return at + 1;
  }

  /// "I" is written like a name and is none.
  [[nodiscard]] bool is_pronoun(TokenRange range) const {
    const LexiconHit* hit = analysis_.hit_at(range.begin, "pronoun");
    return hit != nullptr && hit->range == range && analysis_.text_of(range).size() == 1;
  }

  /// "el Presidente": a title with a capital, alone behind a determiner, is no name.
  [[nodiscard]] bool is_written_role(TokenRange range) const {
    const LexiconHit* hit = analysis_.hit_at(range.begin, "title");
    return hit != nullptr && hit->range.end >= range.end && gazetteer_hit(range) == nullptr &&
           range.begin > 0 && analysis_.hit_at(range.begin - 1, "determiner") != nullptr;
  }

  /// A finite cue that looks like a noun ("informa") is none unless a determiner stands before it.
  [[nodiscard]] bool is_cue(std::uint32_t at) const {
    const LexiconHit* hit = analysis_.hit_at(at, "cue");
    return hit != nullptr && analysis_.lexeme(*hit).attribute("form") == "finite" &&
           analysis_.hit_at(at, "unnamed-noun") == nullptr &&
           (at == 0 || analysis_.hit_at(at - 1, "determiner") == nullptr);
  }

  [[nodiscard]] bool is_capitalised(std::uint32_t at) const {
    const TokenCase letters = analysis_.tokens()[at].letter_case;
    return letters != TokenCase::lower && letters != TokenCase::none;
  }

  /// The end of the name at `at`: what the gazetteer knows, or what looks like a name. A known
  /// place before further capitals is a name of its own: "Rusia Vladimir Putin".
  [[nodiscard]] std::uint32_t named_until(std::uint32_t at) const {
    std::uint32_t known = at;
    for (const LayerName layer : gazetteer_layers) {
      const LexiconHit* hit = analysis_.hit_at(at, layer);
      if (hit != nullptr && is_capitalised(hit->range.end - 1))
        known = std::max(known, hit->range.end);
    }
    const std::uint32_t looks = analysis_.name_end(at);
    const bool place = known > at && analysis_.hit_at(at, "place") != nullptr;
    if (place && known < looks && known < analysis_.tokens().size() && is_capitalised(known)) {
      return known;
    }
    return std::max(known, looks);
  }

  [[nodiscard]] const LexiconHit* gazetteer_hit(TokenRange range) const {
    for (const LayerName layer : gazetteer_layers) {
      const LexiconHit* hit = analysis_.hit_at(range.begin, layer);
      if (hit != nullptr && hit->range.end == range.end) return hit;
    }
    return nullptr;
  }

  void add_name(TokenRange range) {
    const LexiconHit* hit = gazetteer_hit(range);
    std::vector<std::uint64_t> words;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      words.push_back(analysis_.tokens()[at].hash);
    }
    const std::uint32_t number = hit != nullptr ? entity_of(analysis_.lexeme(*hit), range, words)
                                                : entity_named(range, words);
    found_.mentions.push_back({Mention::Form::name, range, number, nullptr, {}});
  }

  std::uint32_t entity_of(const Lexeme& lexeme, TokenRange range,
                          const std::vector<std::uint64_t>& words) {
    const std::string id(lexeme.attribute("id").empty() ? lexeme.lemma : lexeme.attribute("id"));
    const auto known = by_id_.find(id);
    if (known != by_id_.end()) {
      lengthen(known->second, range, words);
      return known->second;
    }
    Entity entity;
    entity.name = analysis_.text_of(range);
    entity.gazetteer = id;
    entity.gender = lexeme.attribute("gender");
    entity.country = lexeme.attribute("country");
    entity.offices = split_at_bar(lexeme.attribute("offices"));
    entity.words = words;
    entity.kind_is_known = true;
    entity.kind =
        lexeme.layer == "place"
            ? SourceKind::government
            : value_named<SourceKind>(lexeme.attribute("kind")).value_or(SourceKind::person);
    entity.control = value_named<SourceControl>(lexeme.attribute("control"));
    by_id_.emplace(id, found_.all.size());
    return add(std::move(entity));
  }

  std::uint32_t entity_named(TokenRange range, const std::vector<std::uint64_t>& words) {
    // Both a part of a longer name and a longer form of a name share a word with it: the last one.
    auto& sharing = by_word_[words.back()];
    for (std::size_t i = sharing.size(); i-- > 0;) {
      const Entity& entity = found_.all[sharing[i]];
      const bool part = stands_in(words, entity.words);
      const bool whole = !part && stands_in(entity.words, words) &&
                         entity.words.back() == words.back() && !entity.gazetteer;
      if (!part && !whole) continue;
      if (part && entity.gazetteer && entity.kind != SourceKind::person) continue;
      const std::uint32_t same = sharing[i];
      lengthen(same, range, words);
      return same;
    }
    Entity entity;
    entity.name = analysis_.text_of(range);
    entity.words = words;
    if (const LexiconHit* given = analysis_.hit_at(range.begin, "given-name")) {
      entity.gender = analysis_.lexeme(*given).attribute("gender");
      entity.kind_is_known = true;
    }
    return add(std::move(entity));
  }

  std::uint32_t add(Entity entity) {
    const auto number = static_cast<std::uint32_t>(found_.all.size());
    for (const std::uint64_t word : entity.words) by_word_[word].push_back(number);
    found_.all.push_back(std::move(entity));
    return number;
  }

  void lengthen(std::uint32_t number, TokenRange range, const std::vector<std::uint64_t>& words) {
    Entity& entity = found_.all[number];
    if (words.size() <= entity.words.size()) return;
    for (const std::uint64_t word : words) {
      if (std::ranges::find(entity.words, word) == entity.words.end())
        by_word_[word].push_back(number);
    }
    entity.words = words;
    entity.name = analysis_.text_of(range);
  }

  void add_role(const LexiconHit& hit) {
    TokenRange range = hit.range;
    if (range.begin > 0 && analysis_.hit_at(range.begin - 1, "determiner") != nullptr)
      --range.begin;
    found_.mentions.push_back({Mention::Form::role, range, {}, &analysis_.lexeme(hit), {}});
  }

  // ---- titles

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

  void attach_titles() {
    for (std::size_t i = 0; i < found_.mentions.size(); ++i) {
      Mention& role = found_.mentions[i];
      if (role.form != Mention::Form::role) continue;
      role.body = body_of(i);
      if (const auto name = name_after(i))
        attach(role, *name);
      else if (const auto before = name_before(i))
        attach(role, *before);
    }
  }

  /// "secretaria general de Podemos": the name that a preposition behind the title governs.
  [[nodiscard]] std::optional<std::uint32_t> body_of(std::size_t role) const {
    constexpr std::uint32_t near = 4;
    const auto& mentions = found_.mentions;
    if (role + 1 >= mentions.size() || mentions[role + 1].form != Mention::Form::name) return {};
    const TokenRange name = mentions[role + 1].range;
    const std::uint32_t end = mentions[role].range.end;
    if (name.begin > end + near || analysis_.hit_at(name.begin, "place") != nullptr) return {};
    bool governed = false;
    for (std::uint32_t at = end; at < name.begin; ++at) {
      governed = governed || analysis_.hit_at(at, "preposition") != nullptr;
      if (!may_stand_in_title(at)) return {};
    }
    return governed ? mentions[role + 1].entity : std::nullopt;
  }

  [[nodiscard]] bool is_comma(std::uint32_t at) const { return analysis_.text_of(at) == ","; }

  /// "el líder norcoreano, Kim Jong Un": the name behind the title and what belongs to it. A name
  /// behind a preposition belongs to the title ("de Rusia"), so it is gone over.
  [[nodiscard]] std::optional<std::size_t> name_after(std::size_t role) const {
    const auto& mentions = found_.mentions;
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
    const std::uint32_t begin = found_.mentions[role].range.begin;
    if (role == 0 || begin == 0 || !is_comma(begin - 1)) return std::nullopt;
    const Mention& before = found_.mentions[role - 1];
    if (before.form != Mention::Form::name || before.range.end != begin - 1) return std::nullopt;
    return is_setting(before, found_.mentions[role]) ? std::nullopt : std::optional(role - 1);
  }

  /// "En Palacio de Gobierno, la presidenta …": a name behind a preposition that is not known to be
  /// a person's says where, and with a determiner the title begins anew.
  [[nodiscard]] bool is_setting(const Mention& name, const Mention& role) const {
    const Entity& entity = found_.all[*name.entity];
    if (entity.kind == SourceKind::person && entity.kind_is_known) return false;
    const std::uint32_t begin = name.range.begin;
    return begin > 0 && analysis_.hit_at(begin - 1, "preposition") != nullptr &&
           analysis_.hit_at(role.range.begin, "determiner") != nullptr;
  }

  void attach(Mention& role, std::size_t name) {
    const std::uint32_t number = *found_.mentions[name].entity;
    Entity& entity = found_.all[number];
    const Lexeme& lexeme = *role.lexeme;
    const bool person = lexeme.layer == "title";
    if (person && entity.gazetteer && entity.kind != SourceKind::person) return;
    role.entity = number;
    entity.titles.emplace_back(lexeme.lemma);
    if (role.body && *role.body != number) entity.bodies.push_back(*role.body);
    const std::string_view office = lexeme.attribute("office");
    if (!office.empty()) entity.offices.emplace_back(office);
    if (entity.gender.empty()) entity.gender = lexeme.attribute("gender");
    if (entity.country.empty()) entity.country = country_between(role, found_.mentions[name]);
    if (!entity.gazetteer && !entity.kind_is_known && !lexeme.attribute("kind").empty()) {
      entity.kind = value_named<SourceKind>(lexeme.attribute("kind")).value_or(entity.kind);
      entity.kind_is_known = true;
    }
  }

  /// The country that a demonym or a place in the title's phrase names.
  [[nodiscard]] std::string country_between(const Mention& role, const Mention& name) const {
    const std::uint32_t begin = std::min(role.range.end, name.range.end);
    const std::uint32_t end = std::max(role.range.begin, name.range.begin);
    for (std::uint32_t at = begin; at < end; ++at) {
      if (const LexiconHit* hit = analysis_.hit_at(at, "demonym")) {
        return std::string(analysis_.lexeme(*hit).attribute("place"));
      }
      if (const LexiconHit* hit = analysis_.hit_at(at, "place")) {
        return std::string(analysis_.lexeme(*hit).attribute("country"));
      }
    }
    return "";
  }

  const Analysis& analysis_;
  Entities found_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_word_;  // entities by a word
};

}  // namespace

std::size_t Entities::first_from(std::uint32_t token) const {
  const auto first = std::ranges::partition_point(
      mentions, [&](const Mention& mention) { return mention.range.begin < token; });
  return static_cast<std::size_t>(first - mentions.begin());
}

std::vector<const Mention*> Entities::inside(TokenRange range) const {
  std::vector<const Mention*> found;
  for (std::size_t i = first_from(range.begin); i < mentions.size(); ++i) {
    if (mentions[i].range.begin >= range.end) break;
    found.push_back(&mentions[i]);
  }
  return found;
}

Entities find_entities(const Analysis& analysis) { return EntityFinder(analysis).run(); }

}  // namespace cotejo
