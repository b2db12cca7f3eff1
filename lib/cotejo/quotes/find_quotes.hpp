#ifndef COTEJO_QUOTES_FIND_QUOTES_HPP
#define COTEJO_QUOTES_FIND_QUOTES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <vector>

namespace cotejo {

/// Finds reported speech as it is written: content, marks, the cue, the words that name the source.
///
/// Patterns of stage `quotes` that emit `report` say where a cue, a source and a content stand
/// together (rules/README.md); this function makes quotes of them: it lets no cue and no quotation
/// serve twice, cuts the content as the guidelines of PARC 3.0 do, nests reports, and adds the
/// quotations that no cue introduces if they can be speech.
///
/// Returns quotes by content, outer ones first, as the record wants them; empty if there are none.
/// Pre: document.paragraphs is filled and `analysis` is of document.text. Linear but for sorting.
Result<std::vector<Quote>> find_quotes(const Document& document, const Analysis& analysis);

}  // namespace cotejo

#endif
