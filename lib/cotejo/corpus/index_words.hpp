#ifndef COTEJO_CORPUS_INDEX_WORDS_HPP
#define COTEJO_CORPUS_INDEX_WORDS_HPP

#include <cotejo/base/span.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace cotejo {

/// Version of find_index_words, kept in a corpus's manifest: a corpus made with another one cannot
/// be searched.
inline constexpr int index_words_version = 1;

/// A word as the index knows it.
struct IndexWord {
  std::uint32_t hash = 0;  ///< of the word folded without accents
  Span span;

  friend bool operator==(const IndexWord&, const IndexWord&) = default;
};

/// Splits `text` into the words of the index: runs of letters, and runs of digits with the marks
/// between them left out ("14.000" is 14000). Apostrophes and hyphens part words. Depends on no
/// rule file, so that a corpus outlives any change of the rules. Pre: well-formed UTF-8. Linear.
[[nodiscard]] std::vector<IndexWord> find_index_words(std::string_view text);

/// The hash of the first letters of each word, a stem that serves every language alike.
/// For topical search; `stem_letters` of them, digits whole.
inline constexpr int stem_letters = 6;
[[nodiscard]] std::vector<std::uint32_t> find_index_stems(std::string_view text);

/// The hashes alone.
[[nodiscard]] std::vector<std::uint32_t> hashes_of(const std::vector<IndexWord>& words);

}  // namespace cotejo

#endif
