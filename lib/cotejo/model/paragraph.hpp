#ifndef COTEJO_MODEL_PARAGRAPH_HPP
#define COTEJO_MODEL_PARAGRAPH_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a paragraph does in the article, in newsroom terms.
enum class ParagraphRole { headline, standfirst, crosshead, body, caption };
template <>
inline constexpr std::array names_of<ParagraphRole>{
    std::string_view{"headline"}, std::string_view{"standfirst"}, std::string_view{"crosshead"},
    std::string_view{"body"}, std::string_view{"caption"}};

/// One paragraph of the article, without its line break.
struct Paragraph {
  Span span;
  ParagraphRole role = ParagraphRole::body;
  std::vector<Span> sentences;  ///< ascending, inside `span`, without the blanks between them

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

}  // namespace cotejo

#endif
