#ifndef COTEJO_QUANTITIES_NOUN_PHRASE_HPP
#define COTEJO_QUANTITIES_NOUN_PHRASE_HPP

#include <cotejo/model/quantity.hpp>
#include <cotejo/quantities/quantity_view.hpp>

#include <cstdint>
#include <optional>

namespace cotejo {

/// What must be counted: "20 soldados" needs a plural, "el 20 % de la población" does not.
enum class NounNumber { plural, any };

/// The noun phrase that begins at token `at`, as what a number counts.
///
/// It ends before function words, punctuation, and what the language's rule says cannot belong to
/// it. The head's lemma and category come from layer "counted"; without a hit there the lemma is
/// "". Nothing if no noun begins here.
[[nodiscard]] std::optional<Counted> find_noun_phrase(const QuantityView& view, std::uint32_t at,
                                                      NounNumber number);

}  // namespace cotejo

#endif
