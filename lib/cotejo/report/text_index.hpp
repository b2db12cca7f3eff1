#ifndef COTEJO_REPORT_TEXT_INDEX_HPP
#define COTEJO_REPORT_TEXT_INDEX_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/text/utf8.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace cotejo {

/// Lines, columns and code points of any places of one text, in any order. Building it is linear in
/// the text; asking is not more than a few hundred bytes' work.
class TextIndex {
 public:
  /// `text` must outlive the index. Pre: well-formed UTF-8.
  explicit TextIndex(std::string_view text);

  /// How many code points stand before byte `at`. Pre: at <= text size, on a boundary.
  [[nodiscard]] std::size_t code_points_before(Offset at) const;
  /// Line and column of byte `at`, both from 1, columns in code points.
  [[nodiscard]] LineColumn place(Offset at) const;

 private:
  std::string_view text_;
  std::vector<Offset> lines_;        // where each line begins
  std::vector<std::size_t> counts_;  // code points that begin before each block of bytes
};

}  // namespace cotejo

#endif
