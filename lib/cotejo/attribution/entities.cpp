// One walk over the tokens. The lexicon says what a word can be (person, source, place, title, …);
// names come from the analysis. Titles are attached to the name that follows within their phrase,
// or that stands before them behind a comma. Tests: tests/unit/attribution/entities_test.cpp.
#include <cotejo/attribution/entities.hpp>

#include <cotejo/attribution/titles.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <unordered_map>

namespace cotejo {
namespace {

constexpr std::array<LayerName, 3> gazetteer_layers{"person", "source", "place"};
constexpr std::array<LayerName, 4> role_layers{"title", "media-noun", "organisation-noun",
                                               "unnamed-noun"};

/// The layers that can make a mention begin, as bits: a word of none of them and without a name is
/// passed over at once.
constexpr std::uint64_t bits_of_mentions = [] {
  std::uint64_t bits = LayerName("pronoun").bit();
  for (const LayerName layer : gazetteer_layers) bits |= layer.bit();
  for (const LayerName layer : role_layers) bits |= layer.bit();
  return bits;
}();

std::vector<std::string_view> split_at_bar(std::string_view text) {
  std::vector<std::string_view> parts;
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
    constexpr std::size_t tokens_a_mention = 6;
    found_.mentions.reserve(size / tokens_a_mention);
    for (std::uint32_t at = 0; at < size;) at = step(at);
    attach_titles(analysis_, found_);
    return std::move(found_);
  }

 private:
  /// Takes in what stands at `at`; returns where to go on.
  std::uint32_t step(std::uint32_t at) {
    const bool possible = (analysis_.layers_at(at) & bits_of_mentions) != 0;
    if (!possible && analysis_.name_end(at) == 0) return at + 1;
    if (const std::uint32_t end = named_until(at);
        end > at && !is_pronoun({at, end}) && !is_written_role({at, end})) {
      add_name({at, end});
      return end;
    }
    for (const LayerName layer : role_layers) {
      if (const LexiconHit* hit = analysis_.hit_at(at, layer); hit != nullptr && !is_cue(*hit)) {
        add_role(*hit);
        return hit->range.end;
      }
    }
    if (const LexiconHit* hit = analysis_.hit_at(at, "pronoun")) {
      found_.mentions.push_back(
          {Mention::Form::pronoun, hit->range, {}, &analysis_.lexeme(*hit), {}});
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

  /// A finite cue that looks like a noun ("informa") is none unless a determiner stands before it
  /// or it begins a longer one ("state broadcaster").
  [[nodiscard]] bool is_cue(const LexiconHit& role) const {
    const std::uint32_t at = role.range.begin;
    const LexiconHit* hit = analysis_.hit_at(at, "cue");
    return hit != nullptr && hit->range.end >= role.range.end &&
           analysis_.lexeme(*hit).attribute("form") == "finite" &&
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
    words_.clear();
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      words_.push_back(analysis_.tokens()[at].hash);
    }
    const std::uint32_t number = hit != nullptr ? entity_of(*hit, range) : entity_named(range);
    found_.mentions.push_back({Mention::Form::name, range, number, nullptr, {}});
  }

  std::uint32_t entity_of(const LexiconHit& hit, TokenRange range) {
    const auto met = by_lexeme_.find(hit.lexeme);
    if (met != by_lexeme_.end()) {
      lengthen(met->second, range);
      return met->second;
    }
    const Lexeme& lexeme = analysis_.lexeme(hit);
    const std::string_view own = lexeme.attribute("id");
    const std::string_view id = own.empty() ? lexeme.lemma : own;
    const auto [known, is_new] = by_id_.try_emplace(id, found_.all.size());
    by_lexeme_.emplace(hit.lexeme, known->second);
    if (!is_new) {
      lengthen(known->second, range);
      return known->second;
    }
    Entity entity;
    entity.name = analysis_.text_of(range);
    entity.gazetteer = id;
    entity.gender = lexeme.attribute("gender");
    entity.country = lexeme.attribute("country");
    entity.offices = split_at_bar(lexeme.attribute("offices"));
    entity.words = words_;
    entity.kind_is_known = true;
    entity.kind =
        lexeme.layer == "place"
            ? SourceKind::government
            : value_named<SourceKind>(lexeme.attribute("kind")).value_or(SourceKind::person);
    entity.control = value_named<SourceControl>(lexeme.attribute("control"));
    return add(std::move(entity));
  }

  std::uint32_t entity_named(TokenRange range) {
    // Both a part of a longer name and a longer form of a name share a word with it: the last one.
    const auto sharing = by_word_.find(words_.back());
    for (std::uint32_t i = sharing == by_word_.end() ? 0 : sharing->second; i != 0;) {
      const auto [same, before] = sharing_[i - 1];
      i = before;
      const Entity& entity = found_.all[same];
      const bool part = stands_in(words_, entity.words);
      const bool whole = !part && stands_in(entity.words, words_) &&
                         entity.words.back() == words_.back() && !entity.gazetteer;
      if (!part && !whole) continue;
      if (part && entity.gazetteer && entity.kind != SourceKind::person) continue;
      lengthen(same, range);
      return same;
    }
    Entity entity;
    entity.name = analysis_.text_of(range);
    entity.words = words_;
    if (const LexiconHit* given = analysis_.hit_at(range.begin, "given-name")) {
      entity.gender = analysis_.lexeme(*given).attribute("gender");
      entity.kind_is_known = true;
    }
    return add(std::move(entity));
  }

  std::uint32_t add(Entity entity) {
    const auto number = static_cast<std::uint32_t>(found_.all.size());
    for (const std::uint64_t word : entity.words) share(word, number);
    found_.all.push_back(std::move(entity));
    return number;
  }

  /// Notes that an entity's name has a word.
  void share(std::uint64_t word, std::uint32_t number) {
    std::uint32_t& last = by_word_[word];
    sharing_.push_back({number, last});
    last = static_cast<std::uint32_t>(sharing_.size());
  }

  void lengthen(std::uint32_t number, TokenRange range) {
    Entity& entity = found_.all[number];
    if (words_.size() <= entity.words.size()) return;
    for (const std::uint64_t word : words_) {
      if (std::ranges::find(entity.words, word) == entity.words.end()) share(word, number);
    }
    entity.words = words_;
    entity.name = analysis_.text_of(range);
  }

  void add_role(const LexiconHit& hit) {
    TokenRange range = hit.range;
    if (range.begin > 0 && analysis_.hit_at(range.begin - 1, "determiner") != nullptr)
      --range.begin;
    found_.mentions.push_back({Mention::Form::role, range, {}, &analysis_.lexeme(hit), {}});
  }

  const Analysis& analysis_;
  Entities found_;
  std::array<std::byte, 16384> first_memory_;  // enough for the maps of most articles
  std::pmr::monotonic_buffer_resource memory_{first_memory_.data(), first_memory_.size()};
  std::pmr::unordered_map<std::string_view, std::uint32_t> by_id_{&memory_};
  std::pmr::unordered_map<std::uint32_t, std::uint32_t> by_lexeme_{&memory_};
  // The entities whose names have a word: the last of them, each with the one before.
  struct Sharing {
    std::uint32_t entity;
    std::uint32_t before;  // place in sharing_ + 1, or 0
  };
  std::pmr::unordered_map<std::uint64_t, std::uint32_t> by_word_{&memory_};  // place + 1
  std::vector<Sharing> sharing_;
  std::vector<std::uint64_t> words_;  // of the name at hand
};

}  // namespace

std::size_t Entities::first_from(std::uint32_t token) const {
  const auto first = std::ranges::partition_point(
      mentions, [&](const Mention& mention) { return mention.range.begin < token; });
  return static_cast<std::size_t>(first - mentions.begin());
}

std::span<const Mention> Entities::inside(TokenRange range) const {
  const std::size_t first = first_from(range.begin);
  std::size_t end = first;
  while (end < mentions.size() && mentions[end].range.begin < range.end) ++end;
  return std::span(mentions).subspan(first, end - first);
}

Entities find_entities(const Analysis& analysis) { return EntityFinder(analysis).run(); }

}  // namespace cotejo
