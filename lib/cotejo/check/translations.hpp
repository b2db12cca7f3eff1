#ifndef COTEJO_CHECK_TRANSLATIONS_HPP
#define COTEJO_CHECK_TRANSLATIONS_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/check/glossary.hpp>
#include <cotejo/check/locate.hpp>
#include <cotejo/corpus/corpus.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace cotejo {

/// Words in another language of which a quotation is probably a rendering.
struct Translation {
  std::uint32_t entry = 0;
  Span span;         ///< a sentence or two of the entry's text
  double score = 0;  ///< from 0 to 1: how much of either is in the other
};

/// The passage of the corpus, in another language than `language`, that is most like the quotation
/// by what survives translation: numbers, names, words of one meaning and words that begin alike.
/// What all of the speaker's sentences have counts little, and passages near the date sought are
/// preferred. Without a settled speaker, among the entries nearest by topic. Nothing if no passage
/// is like enough: there may still be an original. Linear in what is held of the speaker.
[[nodiscard]] std::optional<Translation> find_translation(const Glossary& glossary,
                                                          const Corpus& corpus,
                                                          std::string_view quoted,
                                                          std::string_view language,
                                                          const SoughtSpeaker& speaker);

}  // namespace cotejo

#endif
