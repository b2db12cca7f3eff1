#ifndef COTEJO_READ_PAGE_HINTS_HPP
#define COTEJO_READ_PAGE_HINTS_HPP

#include <cotejo/read/html_page.hpp>

#include <cstdint>
#include <string_view>

namespace cotejo {

/// What an element is, as far as its tag, role, class and id say.
enum class PageHint : std::uint8_t {
  none,
  never,    ///< no text at all: scripts, styles, lists of choices
  hidden,   ///< not shown as text: buttons, dialogs, what is marked as hidden
  clutter,  ///< navigation, comments, related links, sharing, advertising …
  caption,  ///< words about a picture
  byline,   ///< who wrote it and when
  standfirst,
  body  ///< marked as the text of an article
};

/// What node `index` is, by its own tag and attributes alone.
[[nodiscard]] PageHint hint_of(const HtmlPage& page, std::uint32_t index);

/// What the words of a class or id attribute say: "post-meta" → byline. `none` if they are unknown.
[[nodiscard]] PageHint hint_of_names(std::string_view names);

}  // namespace cotejo

#endif
