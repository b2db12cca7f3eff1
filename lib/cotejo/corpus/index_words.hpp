#ifndef COTEJO_CORPUS_INDEX_WORDS_HPP
#define COTEJO_CORPUS_INDEX_WORDS_HPP

#include <cotejo/base/span.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace cotejo {

/// Version of find_index_words, kept in a corpus's manifest: a corpus made with another one cannot
/// be searched.
inline constexpr int index_words_version = 2;

/// How many letters of a word are its stem where nothing better is known: see Stems.
inline constexpr int stem_letters = 6;

/// A word as the index knows it.
struct IndexWord {
  std::uint32_t hash = 0;  ///< of the word folded without accents
  std::uint32_t stem = 0;  ///< of its first letters, of digits all: see stem_letters
  Span span;

  friend bool operator==(const IndexWord&, const IndexWord&) = default;
};

/// Splits `text` into the words of the index: runs of letters, and runs of digits with the marks
/// between them left out ("14.000" is 14000). Apostrophes and hyphens part words. Depends on no
/// rule file, so that a corpus outlives any change of the rules. Pre: well-formed UTF-8. Linear.
[[nodiscard]] std::vector<IndexWord> find_index_words(std::string_view text);

/// The hash of a word that is folded without accents.
[[nodiscard]] std::uint32_t hash_word(std::string_view folded);

/// The hashes alone, of words or of stems.
[[nodiscard]] std::vector<std::uint32_t> hashes_of(const std::vector<IndexWord>& words);
[[nodiscard]] std::vector<std::uint32_t> stems_of(const std::vector<IndexWord>& words);

}  // namespace cotejo

#endif
