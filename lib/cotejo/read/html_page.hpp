#ifndef COTEJO_READ_HTML_PAGE_HPP
#define COTEJO_READ_HTML_PAGE_HPP

#include <cotejo/base/span.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The elements that reading tells apart. `text` is a run of characters, `data` a script that holds
/// JSON-LD; all others, in the order of their names, stand for the element of that name.
// clang-format off
enum class Tag : std::uint8_t {
  other, text, data,
  a, abbr, acronym, address, article, aside, audio, b, bdi, bdo, big, blockquote, body, br,
  button, canvas, caption, center, cite, code, dd, del, details, dfn, dialog, div, dl, dt, em,
  embed, fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header,
  hgroup, hr, html, i, iframe, img, input, ins, kbd, label, li, link, main, map, mark, math, menu,
  meta, nav, noscript, object, ol, option, p, picture, pre, q, rp, rt, ruby, s, samp, script,
  section, select, small, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td,
  template_, textarea, tfoot, th, thead, time, title, tr, tt, u, ul, var, video, wbr
};
// clang-format on

/// A set of tags.
class TagSet {
 public:
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) holds_[static_cast<std::size_t>(tag)] = true;
  }
  [[nodiscard]] constexpr bool contains(Tag tag) const {
    return holds_[static_cast<std::size_t>(tag)];
  }

 private:
  std::array<bool, 128> holds_{};
};

/// The attributes that are kept, in the order of their names.
// clang-format off
enum class HtmlAttributeName : std::uint8_t {
  aria_hidden, class_, content, datetime, hidden, href, id, itemprop, itemtype,
  lang, name, property, rel, role, style, title, type
};
// clang-format on

/// One element or run of text. Nodes stand in document order, so the nodes inside node n are
/// those from n + 1 to end - 1.
struct HtmlNode {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;  ///< of node 0, the root, itself
  std::uint32_t end = 0;     ///< one past the last node inside
  Span text;                 ///< of text and data, in HtmlPage::strings
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes_end = 0;
};

/// An attribute that was kept.
struct HtmlAttribute {
  HtmlAttributeName name = HtmlAttributeName::class_;
  Span value;  ///< in HtmlPage::strings; at most 4,096 bytes of it
};

/// A parsed page as flat arrays: no recursion is needed to walk it, however deep it is.
struct HtmlPage {
  std::vector<HtmlNode> nodes;  ///< node 0 is a root that no tag stands for
  std::vector<HtmlAttribute> attributes;
  std::string strings;

  [[nodiscard]] std::string_view text_of(const HtmlNode& node) const {
    return slice(strings, node.text);
  }
  /// The value of an attribute of node `index`, or "" if it does not have it.
  [[nodiscard]] std::string_view value(std::uint32_t index, HtmlAttributeName name) const;
  [[nodiscard]] bool has(std::uint32_t index, HtmlAttributeName name) const;
  /// The text inside node `index`, blanks run together; of much text its begin, some 2,000 bytes.
  [[nodiscard]] std::string inner_text(std::uint32_t index) const;
};

/// True for elements that stand inside a line of text.
[[nodiscard]] bool is_inline(Tag tag);

/// Parses any bytes as HTML, as forgiving as a browser. Pre: `page` is well-formed UTF-8 without
/// NUL. What is nested deeper than 2,000 levels is kept as if it were not nested. Linear.
[[nodiscard]] HtmlPage parse_html(std::string page);

/// Appends `text` to `line` with each run of blanks as one blank, none at the begin of the line.
/// No-break blanks stay.
void append_collapsed(std::string& line, std::string_view text);

}  // namespace cotejo

#endif
