#ifndef COTEJO_REPORT_PLACES_HPP
#define COTEJO_REPORT_PLACES_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/text/utf8.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// Lines and columns of many places of one text. Asked in ascending order it goes over the text
/// once; asked for an earlier place it begins again.
class PlaceFinder {
 public:
  /// `text` must outlive the finder. Pre: well-formed UTF-8.
  explicit PlaceFinder(std::string_view text) : text_(text) {}

  /// Line and column of byte `at`, both from 1, columns in code points. Pre: at <= text size.
  [[nodiscard]] LineColumn find(Offset at);

 private:
  std::string_view text_;
  Offset at_ = 0;
  LineColumn place_;
};

/// "line:column".
[[nodiscard]] std::string to_string(LineColumn place);

}  // namespace cotejo

#endif
