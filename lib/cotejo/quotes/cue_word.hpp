#ifndef COTEJO_QUOTES_CUE_WORD_HPP
#define COTEJO_QUOTES_CUE_WORD_HPP

#include <cotejo/rules/analysis.hpp>

namespace cotejo {

/// The word of a cue that says what kind of report it is: the last one of layer `cue`, `cue-noun`
/// or `lead`; null if it has none. Of a form that several verbs share, a separable one is meant
/// only where its particle (attribute `particle`) follows in the sentence: "teilte … mit".
[[nodiscard]] const LexiconHit* cue_word(const Analysis& analysis, TokenRange cue);

}  // namespace cotejo

#endif
