#ifndef COTEJO_ATTRIBUTION_ATTRIBUTE_QUOTES_HPP
#define COTEJO_ATTRIBUTION_ATTRIBUTE_QUOTES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <vector>

namespace cotejo {

/// Who is cited in an article, and which quote is whose.
struct AttributedQuotes {
  std::vector<Source> sources;            ///< by first mention, those without one last
  std::vector<Attribution> attributions;  ///< one per quote, in its order
};

/// Says whose words each quote holds, and through whom they reached the article.
///
/// The words of a quote's source are read as names, roles or pronouns; an elided source is looked
/// for in the sentence, then among the speakers before it. A quote inside a report by another is
/// relayed by that other; a relay is inherited by following sentences of the same speakers until
/// the text leaves it. What cannot be settled has no speaker; nothing is guessed. Pre: paragraphs
/// and quotes of `document` are filled. Linear but for the number of names.
Result<AttributedQuotes> attribute_quotes(const Document& document, const Analysis& analysis);

}  // namespace cotejo

#endif
