// A relay stands in the sentence ("…, informó KCNA", "añadió el medio"), or it is inherited: the
// following sentences of speakers that the relay has already quoted go on being told by it, within
// the paragraph and into the next ones, until someone speaks whom it has not quoted, a crosshead
// comes, or two paragraphs pass without it. Relays are never carried backwards.
// Tests: tests/unit/attribution/relays_test.cpp.
#include <cotejo/attribution/relays.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace cotejo {
namespace {

constexpr double sure_in_paragraph = 0.75;
constexpr double sure_in_next_paragraph = 0.6;

bool is_medium(const Entity& entity) {
  return entity.kind == SourceKind::news_agency || entity.kind == SourceKind::media;
}

class RelayFinder {
 public:
  RelayFinder(const Document& document, const Analysis& analysis, const Entities& entities,
              const std::vector<Speakers>& speakers)
      : document_(document), analysis_(analysis), entities_(entities), speakers_(speakers) {}

  std::vector<std::vector<EntityRelay>> run() {
    const auto& quotes = *document_.quotes;
    std::vector<std::vector<EntityRelay>> all(quotes.size());
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      all[i] = explicit_relays(i);
      if (all[i].empty())
        inherit(i, all[i]);
      else
        remember(i, all[i]);
    }
    return all;
  }

 private:
  /// The speakers of the quotes around this one, the outermost first.
  [[nodiscard]] std::vector<EntityRelay> explicit_relays(std::size_t quote) const {
    const auto& quotes = *document_.quotes;
    std::vector<EntityRelay> relays;
    for (auto around = quotes[quote].inside; around; around = quotes[around->index].inside) {
      const Speakers& outer = speakers_[around->index];
      for (std::size_t i = outer.who.size(); i-- > 0;) {
        relays.push_back({outer.who[i], around->index, RelayHow::explicit_here, outer.confidence});
      }
    }
    std::ranges::reverse(relays);
    std::erase_if(relays,
                  [&](const EntityRelay& relay) { return is_speaker(relay.entity, quote); });
    return relays;
  }

  [[nodiscard]] bool is_speaker(std::uint32_t entity, std::size_t quote) const {
    return std::ranges::find(speakers_[quote].who, entity) != speakers_[quote].who.end();
  }

  [[nodiscard]] std::uint32_t paragraph_of(std::size_t quote) const {
    const TokenRange tokens = analysis_.tokens_in((*document_.quotes)[quote].content);
    if (tokens.length() == 0) return 0;
    return analysis_.paragraph_of_sentence()[analysis_.sentence_of(tokens.begin)];
  }

  /// Keeps the media through which a quote came, for the sentences that follow it.
  void remember(std::size_t quote, const std::vector<EntityRelay>& relays) {
    std::vector<EntityRelay> media = relays;
    std::erase_if(
        media, [&](const EntityRelay& relay) { return !is_medium(entities_.all[relay.entity]); });
    if (media.empty()) return;
    if (reach_.empty() || reach_.front().entity != media.front().entity) quoted_.clear();
    reach_ = std::move(media);
    reach_paragraph_ = paragraph_of(quote);
    quoted_.insert(speakers_[quote].who.begin(), speakers_[quote].who.end());
  }

  void inherit(std::size_t quote, std::vector<EntityRelay>& relays) {
    const std::vector<std::uint32_t>& who = speakers_[quote].who;
    if (reach_.empty() || who.empty()) return;
    const bool medium = std::ranges::any_of(
        who, [&](std::uint32_t entity) { return is_medium(entities_.all[entity]); });
    if (medium) return;  // the relay's own words, or another medium's
    const std::uint32_t paragraph = paragraph_of(quote);
    const bool known =
        std::ranges::all_of(who, [&](std::uint32_t e) { return quoted_.contains(e); });
    if (!known || paragraph > reach_paragraph_ + 1 || crosshead_between(paragraph)) {
      reach_.clear();
      return;
    }
    const double sure = paragraph == reach_paragraph_ ? sure_in_paragraph : sure_in_next_paragraph;
    for (EntityRelay relay : reach_) {
      relay.quote.reset();
      relay.how = RelayHow::inherited;
      relay.confidence = std::min(relay.confidence, sure);
      relays.push_back(relay);
    }
    reach_paragraph_ = paragraph;
  }

  [[nodiscard]] bool crosshead_between(std::uint32_t paragraph) const {
    const auto& paragraphs = *document_.paragraphs;
    for (std::uint32_t p = reach_paragraph_ + 1; p <= paragraph && p < paragraphs.size(); ++p) {
      if (paragraphs[p].role == ParagraphRole::crosshead) return true;
    }
    return false;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Entities& entities_;
  const std::vector<Speakers>& speakers_;
  std::vector<EntityRelay> reach_;  // the media that told the last quote, nearest first
  std::uint32_t reach_paragraph_ = 0;
  std::set<std::uint32_t> quoted_;  // whom the relay has quoted so far
};

}  // namespace

std::vector<std::vector<EntityRelay>> find_relays(const Document& document,
                                                  const Analysis& analysis,
                                                  const Entities& entities,
                                                  const std::vector<Speakers>& speakers) {
  return RelayFinder(document, analysis, entities, speakers).run();
}

}  // namespace cotejo
