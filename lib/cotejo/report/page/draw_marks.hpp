#ifndef COTEJO_REPORT_PAGE_DRAW_MARKS_HPP
#define COTEJO_REPORT_PAGE_DRAW_MARKS_HPP

#include <cotejo/base/span.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A stretch of the article to be drawn.
struct Mark {
  Span span;           ///< empty = a place between two characters
  std::string open;    ///< start tag of its first piece, with its id
  std::string reopen;  ///< start tag of the further pieces
  std::string close;   ///< end tag
  std::string after;   ///< HTML behind its last piece: the number that points to its note
};

/// The article's text under `window` as HTML, with the marks that lie or reach into it.
///
/// Marks nest as they are given, outer first; one that begins inside another and ends outside it is
/// cut into pieces where the other ends, so that the tags nest and every letter stands under all
/// its marks. A mark that would stand more than 40 deep is drawn as a place. Pre: marks ascend in
/// reading order (Span). Linear in the text and, so long as few marks cross, in the marks.
[[nodiscard]] std::string draw_marks(std::string_view text, Span window,
                                     std::span<const Mark* const> marks);

/// For each window the marks that overlap it or, if empty, lie in it, in the order given. A mark is
/// given to at most 40 windows. Pre: windows ascend and do not overlap.
[[nodiscard]] std::vector<std::vector<const Mark*>> marks_by_window(std::span<const Mark> marks,
                                                                    std::span<const Span> windows);

}  // namespace cotejo

#endif
