#ifndef COTEJO_READ_PAGE_FACTS_HPP
#define COTEJO_READ_PAGE_FACTS_HPP

#include <cotejo/read/article_date.hpp>
#include <cotejo/read/html_page.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// Letters and digits alone, folded, with one blank for each run of anything else: what agrees when
/// two places show the same words.
[[nodiscard]] std::string bare_words(std::string_view text);

/// What a page says of its article beside the text. "" = not said.
struct PageFacts {
  std::string title;
  std::string byline;
  std::string outlet;
  std::string url;
  std::string description;
  std::string language;             ///< BCP 47
  std::optional<std::string> date;  ///< ISO 8601 day of publication
  std::uint32_t headline = 0;       ///< the node that shows the title; 0 = none found
};

/// Reads title, byline, outlet, address, language and date from meta elements, JSON-LD, headings
/// and the places where pages show them. Linear.
///
/// The title is the first-level heading that the page's own title or `og:title` confirms, else
/// those, without the outlet's name. The date is that of first publication where the page tells it
/// from later ones; next to nothing else, the one shown near the headline or in the address.
[[nodiscard]] PageFacts find_page_facts(const HtmlPage& page, const MonthNames& months);

}  // namespace cotejo

#endif
