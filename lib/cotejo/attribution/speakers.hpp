#ifndef COTEJO_ATTRIBUTION_SPEAKERS_HPP
#define COTEJO_ATTRIBUTION_SPEAKERS_HPP

#include <cotejo/attribution/entities.hpp>
#include <cotejo/model/attribution.hpp>
#include <cotejo/model/document.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cotejo {

/// Who speaks in one quote, in entities, and how that was settled.
struct Speakers {
  std::vector<std::uint32_t> who;  ///< ascending by mention; empty = nobody could be settled
  SpeakerHow how = SpeakerHow::explicit_here;
  double confidence = 0;
  std::string rule;
};

/// Settles the speakers of all quotes of a document, in their order. Adds entities to `entities`
/// for those known only by a role ("la prensa estatal") or not by name ("fuentes diplomáticas").
[[nodiscard]] std::vector<Speakers> find_speakers(const Document& document,
                                                  const Analysis& analysis, Entities& entities);

}  // namespace cotejo

#endif
