#ifndef COTEJO_READ_MAIN_TEXT_HPP
#define COTEJO_READ_MAIN_TEXT_HPP

#include <cotejo/model/paragraph.hpp>
#include <cotejo/read/html_page.hpp>
#include <cotejo/read/page_facts.hpp>

#include <string>
#include <vector>

namespace cotejo {

/// A paragraph of the article in a page.
struct PageParagraph {
  std::string text;
  ParagraphRole role = ParagraphRole::body;
};

/// The article of a page: its text without navigation, related links, comments and the like.
struct MainText {
  std::vector<PageParagraph> paragraphs;  ///< in page order, the headline left out
};

/// Finds the article of `page`, of which `facts` tell the headline and the summary.
/// Empty if the page holds no text. Linear.
[[nodiscard]] MainText find_main_text(const HtmlPage& page, const PageFacts& facts);

}  // namespace cotejo

#endif
