#ifndef COTEJO_REPORT_COLUMNS_HPP
#define COTEJO_REPORT_COLUMNS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// How many columns `text` takes on a terminal: none for combining marks, two for East Asian wide
/// characters and emoji (UAX #11), one for the rest. Pre: well-formed UTF-8 without controls.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// `text` broken at blanks into lines of at most `width` columns; a longer word is cut. Line feeds
/// count as blanks, and several blanks as one; no-break blanks do not break. Pre: width > 1.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, std::size_t width);

/// The same with `indent` before and a line feed behind each line, together at most `width`
/// columns;
/// "" if `text` holds nothing but blanks. Pre: width > columns of indent + 1.
[[nodiscard]] std::string wrap_lines(std::string_view text, std::size_t width,
                                     std::string_view indent);

}  // namespace cotejo

#endif
