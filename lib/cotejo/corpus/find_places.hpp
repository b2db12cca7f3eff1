#ifndef COTEJO_CORPUS_FIND_PLACES_HPP
#define COTEJO_CORPUS_FIND_PLACES_HPP

#include <cotejo/corpus/corpus.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cotejo {

/// A stretch of an entry's index words that is like a sequence of words looked for.
struct Place {
  std::uint32_t entry = 0;
  std::uint32_t begin = 0;     ///< first word, counted in the entry
  std::uint32_t end = 0;       ///< behind its last word
  std::uint32_t distance = 0;  ///< words to change, add or drop to get one from the other

  friend bool operator==(const Place&, const Place&) = default;
};

struct FindOptions {
  std::size_t candidates = 64;  ///< entries that are looked at word by word
  std::size_t places = 16;      ///< at most so many are returned
  /// Entries that come first among those that share as many shingles; ascending.
  std::span<const std::uint32_t> preferred{};
};

/// Finds where `words` stand in the corpus, altered or not.
///
/// Candidates are the entries that share the most four-word shingles with `words`, each screened
/// with Myers' bit-parallel distance (J. ACM 46, 1999) over its stored words. Returns one place an
/// entry, the nearest first, then by entry; empty if no entry shares four words in a row with them
/// (so for fewer than four words always: see find_words_in). 30 µs among a million entries.
[[nodiscard]] std::vector<Place> find_places(const Corpus& corpus,
                                             std::span<const std::uint32_t> words,
                                             const FindOptions& options = {});

/// Where `words` stand in a row, unaltered, in the given entries: every place, by entry.
[[nodiscard]] std::vector<Place> find_words_in(const Corpus& corpus,
                                               std::span<const std::uint32_t> words,
                                               std::span<const std::uint32_t> entries);

/// The stretch of `text` nearest to `words`: the first one of the least distance. `entry` is 0.
/// Pre: `words` not empty. Linear in `text` for each 64 words.
[[nodiscard]] Place find_nearest(std::span<const std::uint32_t> words,
                                 std::span<const std::uint32_t> text);

}  // namespace cotejo

#endif
