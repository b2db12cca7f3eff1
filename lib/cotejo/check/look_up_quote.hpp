#ifndef COTEJO_CHECK_LOOK_UP_QUOTE_HPP
#define COTEJO_CHECK_LOOK_UP_QUOTE_HPP

#include <cotejo/check/edits.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/check/locate.hpp>
#include <cotejo/corpus/corpus.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace cotejo {

/// A piece and what was found for it.
struct Found {
  Piece piece;
  Located located;
  EditList edits;
  std::string cut_clause;        ///< what governs it and was cut off, "" = nothing
  bool joined_unmarked = false;  ///< the piece before it was printed as if it led here
};

/// All that is known of a quote when it is judged.
struct Inquiry {
  SoughtSpeaker speaker;
  std::vector<Found> found;
  std::vector<Piece> missing;
  std::size_t words = 0;
  std::string gap;  ///< what was left out where two places were joined
};

/// Looks up the pieces of a quote, in order: a piece behind an ellipsis first behind the one before
/// it, a piece that fits two places much better than one as two that are joined. `edits` and
/// `cut_clause` are left for the comparison.
[[nodiscard]] Inquiry look_up_quote(Lexis& lexis, const Corpus& corpus,
                                    const std::vector<Piece>& pieces, SoughtSpeaker speaker);

}  // namespace cotejo

#endif
