#ifndef COTEJO_CHECK_EDITS_HPP
#define COTEJO_CHECK_EDITS_HPP

#include <cotejo/check/align.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/model/evidence.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// What became of the words.
struct EditList {
  std::vector<Edit> edits;  ///< in the order of the quotation
  bool altered = false;     ///< at least one change is not allowed in a quotation
  bool benign = false;      ///< at least one allowed change: marked, a spelling, a filler
};

/// Names every difference between a quotation and the stretch of the original it was laid on:
/// what kind it is and how severe, by the word classes of the rules (table in VERDICTS: negation,
/// number, modal, hedge, scope, opposite and name are high; contraction, typo and function-word
/// low).
[[nodiscard]] EditList find_edits(const Lexis& lexis, std::span<const CheckWord> quoted,
                                  std::span<const CheckWord> original, const Alignment& alignment);

/// The severity that goes with a kind, unless the change was marked.
[[nodiscard]] EditSeverity severity_of(EditKind kind);

}  // namespace cotejo

#endif
