// Tests: tests/unit/quotes/find_quotes_test.cpp.
#include <cotejo/quotes/cue_word.hpp>

#include <algorithm>
#include <array>

namespace cotejo {
namespace {

constexpr std::array<LayerName, 3> cue_layers{"cue", "cue-noun", "lead"};
constexpr std::uint32_t farthest_particle = 24;

bool has_particle_behind(const Analysis& analysis, std::uint32_t verb, std::string_view particle) {
  const std::uint32_t end =
      std::min({analysis.sentences()[analysis.sentence_of(verb)].end, verb + farthest_particle});
  for (std::uint32_t at = verb + 1; at < end; ++at) {
    if (analysis.text_of(at) == particle) return true;
  }
  return false;
}

/// The hit of a layer at `token` that the rest of the sentence allows, the longest first.
const LexiconHit* hit_in_sentence(const Analysis& analysis, std::uint32_t token, LayerName layer) {
  const auto hits = analysis.hits_at(token);
  const LexiconHit* any = nullptr;
  const LexiconHit* whole = nullptr;
  for (std::size_t i = hits.size(); i-- > 0;) {
    if (hits[i].layer != layer) continue;
    const std::string_view particle = analysis.lexeme(hits[i]).attribute("particle");
    if (any == nullptr) any = &hits[i];
    if (particle.empty() && whole == nullptr) whole = &hits[i];
    if (!particle.empty() && has_particle_behind(analysis, token, particle)) return &hits[i];
  }
  return whole != nullptr ? whole : any;
}

}  // namespace

const LexiconHit* cue_word(const Analysis& analysis, TokenRange cue) {
  for (std::uint32_t at = cue.end; at-- > cue.begin;) {
    for (const LayerName layer : cue_layers) {
      if (analysis.hit_at(at, layer) != nullptr) return hit_in_sentence(analysis, at, layer);
    }
  }
  return nullptr;
}

}  // namespace cotejo
