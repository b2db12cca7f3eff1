#ifndef COTEJO_REPORT_WORD_DIFF_HPP
#define COTEJO_REPORT_WORD_DIFF_HPP

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Where the words of a piece stand.
enum class DiffSide {
  both,     ///< printed as the source has them
  printed,  ///< only in the article
  original  ///< only in the source
};

/// A stretch of words of a word diff.
struct DiffPiece {
  DiffSide side = DiffSide::both;
  std::string text;    ///< as written: printed for `both` and `printed`, else as in the source
  bool glued = false;  ///< no blank stands before it

  friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

/// The printed words against the source's, word by word and folded, in reading order; where words
/// were exchanged, the source's come first.
///
/// A shortest edit script (Myers 1986), linear in the words for texts that resemble each other; two
/// texts with more than 200 differing words are given whole, one against the other.
[[nodiscard]] std::vector<DiffPiece> diff_words(std::string_view printed,
                                                std::string_view original);

}  // namespace cotejo

#endif
