#ifndef COTEJO_RULES_NAMES_HPP
#define COTEJO_RULES_NAMES_HPP

#include <cotejo/rules/analysis.hpp>

#include <vector>

namespace cotejo {

/// Finds stretches that look like names: capitalised words, joined by the language's particles
/// ("Corea del Norte") and by hyphens ("Jong-un"). At the begin of a sentence a capital alone says
/// nothing; there a word counts if it is capitalised elsewhere, or if the lexicon knows it as part
/// of a name or not at all. Returns ranges ascending, not overlapping. Linear.
///
/// Pre: tokens, sentences, quotations and lexicon hits of `analysis` are filled.
[[nodiscard]] std::vector<TokenRange> find_names(const Analysis& analysis);

}  // namespace cotejo

#endif
