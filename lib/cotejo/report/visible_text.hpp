#ifndef COTEJO_REPORT_VISIBLE_TEXT_HPP
#define COTEJO_REPORT_VISIBLE_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace cotejo {

/// `text` with every character that hides, turns or moves others written out: "[U+202E]".
///
/// These are the bidirectional controls, zero-width characters, fillers, tags, soft hyphens and all
/// control characters but line feed and tab. The two zero-width joiners stay behind a letter of a
/// script that is written with them (Arabic to Mongolian) and behind an emoji, where they are
/// spelling. Pre: well-formed UTF-8. Linear.
[[nodiscard]] std::string show_hidden(std::string_view text);

/// show_hidden on one line: line feeds and tabs become blanks. For terminals and tables.
[[nodiscard]] std::string show_on_one_line(std::string_view text);

/// show_hidden, and safe as HTML text and inside a quoted attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

/// `text`, or its first `max_bytes` bytes or a few less and an ellipsis; never cuts a code point.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t max_bytes);

/// `url` if it is an http or https address that may be linked, else "".
[[nodiscard]] std::string_view linkable(std::string_view url);

}  // namespace cotejo

#endif
