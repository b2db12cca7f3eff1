#ifndef COTEJO_TEXT_UTF8_HPP
#define COTEJO_TEXT_UTF8_HPP

#include <cotejo/base/span.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// The place of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

/// A code point and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  Offset length = 0;
};

/// The code point that begins at `at`. Pre: text is well-formed, at < text.size(), a boundary.
[[nodiscard]] CodePoint code_point_at(std::string_view text, Offset at);

/// The code point that ends before `at`. Pre: text is well-formed, 0 < at <= text.size(), a
/// boundary.
[[nodiscard]] CodePoint code_point_before(std::string_view text, Offset at);

/// Appends `value` in UTF-8. Pre: a scalar value.
void append_utf8(std::string& text, char32_t value);

/// True at the begin of a code point and at the end of the text.
[[nodiscard]] inline bool is_boundary(std::string_view text, Offset at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

/// The begin of `text`, of at most `most` bytes and whole code points. Pre: well-formed.
[[nodiscard]] std::string_view head_of(std::string_view text, std::size_t most);

/// How many code points `text` holds. Pre: well-formed.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// A place as people name it; both count from 1, columns in code points.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(LineColumn, LineColumn) = default;
};

/// Where byte `at` of `text` is. Linear in `at`.
[[nodiscard]] LineColumn line_column(std::string_view text, Offset at);

/// True for letters and marks that belong to words (general categories L and M).
[[nodiscard]] bool is_letter(char32_t value);
/// True for every digit (Nd).
[[nodiscard]] bool is_digit(char32_t value);
/// True for white space, the no-break kinds included.
[[nodiscard]] bool is_blank(char32_t value);
/// True for upper-case and title-case letters.
[[nodiscard]] bool is_upper(char32_t value);

/// `text` in Unicode normalisation form C. Pre: well-formed.
[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);

}  // namespace cotejo

#endif
