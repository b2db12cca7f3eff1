#ifndef COTEJO_READ_TEXT_BLOCKS_HPP
#define COTEJO_READ_TEXT_BLOCKS_HPP

#include <cotejo/read/html_page.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cotejo {

/// A stretch of a page that is shown as one paragraph.
struct TextBlock {
  std::uint32_t node = 0;        ///< the nearest element around it that is no part of a line
  std::uint32_t last = 0;        ///< the last node of its text
  std::string text;              ///< blanks run together, none at the ends; not empty
  std::size_t letters = 0;       ///< letters and digits; an ideograph counts as four
  std::size_t link_letters = 0;  ///< those of them inside links
  std::size_t bold_letters = 0;  ///< those of them in bold
  std::size_t commas = 0;        ///< commas and stops inside the text
};

/// The blocks of a page in reading order, without those in nodes for which `left_out` is set.
/// Pre: left_out has a place per node. Linear.
[[nodiscard]] std::vector<TextBlock> find_blocks(const HtmlPage& page,
                                                 const std::vector<char>& left_out);

}  // namespace cotejo

#endif
