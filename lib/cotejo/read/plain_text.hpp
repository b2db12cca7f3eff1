#ifndef COTEJO_READ_PLAIN_TEXT_HPP
#define COTEJO_READ_PLAIN_TEXT_HPP

#include <cotejo/model/paragraph.hpp>
#include <cotejo/read/article_date.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// `text` with "\n" alone as line break: CR LF, CR and the separators U+2028 and U+2029 become it.
[[nodiscard]] std::string with_plain_line_breaks(std::string text);

/// The paragraphs of a text and what they do, without sentences.
///
/// A paragraph is a line; where lines are broken at a fixed width and blank lines part them, it is
/// the lines between two blank ones. Lines of blanks are none. The first is the headline if it is
/// short and has no full stop, and others follow; a shorter one set apart behind it the standfirst;
/// later short ones without final mark, before a longer one, crossheads; a short one that ends in a
/// credit ("… / A. Name", "© …") a caption. Linear.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

/// The day of the dateline: "Seúl, 12 ago 2025" on a line of its own, or "MADRID, 4 de marzo de
/// 2025 (Agencia)." at the begin of a paragraph. Looks at the first paragraphs alone. Nothing if
/// there is none or it has no year.
[[nodiscard]] std::optional<std::string> find_dateline(std::string_view text,
                                                       std::span<const Paragraph> paragraphs,
                                                       const MonthNames& months);

}  // namespace cotejo

#endif
