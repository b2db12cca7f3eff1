#include <cotejo/attribution/attribute_quotes.hpp>

#include <cotejo/attribution/entities.hpp>
#include <cotejo/attribution/relays.hpp>
#include <cotejo/attribution/speakers.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

/// Turns the entities that speak or relay into sources, and gives each its number.
class SourceTable {
 public:
  SourceTable(const Analysis& analysis, const Entities& entities)
      : analysis_(analysis), entities_(entities), numbers_(entities.all.size()) {}

  void use(std::uint32_t entity) { used_.push_back(entity); }
  void mention(std::uint32_t entity, Span span) { extra_.emplace_back(entity, span); }

  std::vector<Source> build() {
    std::ranges::sort(used_);
    const auto rest = std::ranges::unique(used_);
    used_.erase(rest.begin(), rest.end());
    std::vector<std::pair<std::uint32_t, Source>> made;
    made.reserve(used_.size());
    for (const std::uint32_t entity : used_) made.emplace_back(entity, source_of(entity));
    add_mentions(made);
    std::vector<std::size_t> order(made.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
      const auto& mentions = made[i].second.mentions;
      return mentions.empty() ? Span{~Offset{0}, ~Offset{0}} : mentions.front();
    });
    std::vector<Source> sources;
    sources.reserve(made.size());
    for (const std::size_t i : order) {
      numbers_[made[i].first] = Id<Source>(sources.size());
      sources.push_back(std::move(made[i].second));
    }
    return sources;
  }

  [[nodiscard]] Id<Source> number(std::uint32_t entity) const { return *numbers_[entity]; }

 private:
  [[nodiscard]] Source source_of(std::uint32_t number) const {
    const Entity& entity = entities_.all[number];
    Source source;
    source.name = entity.name;
    source.kind = entity.kind;
    source.entity = entity.gazetteer;
    const bool medium = entity.kind == SourceKind::news_agency || entity.kind == SourceKind::media;
    if (medium) source.control = entity.control.value_or(SourceControl::unknown);
    return source;
  }

  void add_mentions(std::vector<std::pair<std::uint32_t, Source>>& made) const {
    std::vector<Source*> by_entity(entities_.all.size(), nullptr);
    for (auto& [entity, source] : made) by_entity[entity] = &source;
    for (const Mention& mention : entities_.mentions) {
      if (!mention.entity || mention.form != Mention::Form::name) continue;
      if (Source* source = by_entity[*mention.entity]) {
        source->mentions.push_back(analysis_.span_of(mention.range));
      }
    }
    for (const auto& [entity, span] : extra_) {
      if (Source* source = by_entity[entity]) source->mentions.push_back(span);
    }
    for (auto& [entity, source] : made) {
      std::ranges::sort(source.mentions);
      const auto rest = std::ranges::unique(source.mentions);
      source.mentions.erase(rest.begin(), rest.end());
    }
  }

  const Analysis& analysis_;
  const Entities& entities_;
  std::vector<std::optional<Id<Source>>> numbers_;
  std::vector<std::uint32_t> used_;
  std::vector<std::pair<std::uint32_t, Span>> extra_;
};

/// Scores are written with three decimals; what is kept is what is written.
double rounded(double score) { return std::round(score * 1000) / 1000; }

}  // namespace

Result<AttributedQuotes> attribute_quotes(const Document& document, const Analysis& analysis) {
  if (!document.quotes || document.quotes->empty()) return AttributedQuotes{};
  Entities entities = find_entities(analysis);
  const std::vector<Speakers> speakers = find_speakers(document, analysis, entities);
  const auto relays = find_relays(document, analysis, entities, speakers);

  SourceTable table(analysis, entities);
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const Quote& quote = (*document.quotes)[i];
    for (const std::uint32_t entity : speakers[i].who) {
      table.use(entity);
      const bool described =
          speakers[i].how == SpeakerHow::explicit_here && speakers[i].who.size() == 1;
      const bool only_words = entities.all[entity].words.empty();
      if (described && only_words && quote.source) table.mention(entity, *quote.source);
    }
    for (const EntityRelay& relay : relays[i]) table.use(relay.entity);
  }

  AttributedQuotes made;
  made.sources = table.build();
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    Attribution attribution;
    attribution.quote = Id<Quote>(i);
    attribution.resolved = speakers[i].how;
    attribution.confidence = rounded(speakers[i].confidence);
    attribution.rule = speakers[i].rule;
    for (const std::uint32_t entity : speakers[i].who) {
      attribution.speaker.push_back(table.number(entity));
    }
    for (const EntityRelay& relay : relays[i]) {
      attribution.reported_by.push_back(
          {table.number(relay.entity),
           relay.quote ? std::optional(Id<Quote>(*relay.quote)) : std::nullopt, relay.how,
           rounded(relay.confidence)});
    }
    made.attributions.push_back(std::move(attribution));
  }
  return made;
}

}  // namespace cotejo
