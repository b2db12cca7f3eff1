#ifndef COTEJO_ATTRIBUTION_RELAYS_HPP
#define COTEJO_ATTRIBUTION_RELAYS_HPP

#include <cotejo/attribution/entities.hpp>
#include <cotejo/attribution/speakers.hpp>
#include <cotejo/model/document.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// One that passed a quote on, in entities.
struct EntityRelay {
  std::uint32_t entity = 0;
  std::optional<std::uint32_t> quote;  ///< the enclosing report
  RelayHow how = RelayHow::explicit_here;
  double confidence = 1;
};

/// Through whom each quote reached the article, nearest to the article first: the speakers of the
/// quotes around it, or the medium in whose reach its sentence lies.
[[nodiscard]] std::vector<std::vector<EntityRelay>> find_relays(
    const Document& document, const Analysis& analysis, const Entities& entities,
    const std::vector<Speakers>& speakers);

}  // namespace cotejo

#endif
