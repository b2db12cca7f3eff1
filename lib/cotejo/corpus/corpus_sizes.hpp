#ifndef COTEJO_CORPUS_CORPUS_SIZES_HPP
#define COTEJO_CORPUS_CORPUS_SIZES_HPP

#include <cotejo/corpus/corpus.hpp>

#include <cstddef>

namespace cotejo {

/// Bytes of the parts of a corpus.
struct CorpusSizes {
  std::size_t all = 0;       ///< of its segments
  std::size_t entries = 0;   ///< the entries as they were given
  std::size_t words = 0;     ///< word hashes, for comparing word by word
  std::size_t shingles = 0;  ///< postings and their buckets, for finding quotes
  std::size_t topics = 0;    ///< stems and their postings, for topical search
};
[[nodiscard]] CorpusSizes sizes_of(const Corpus& corpus);

}  // namespace cotejo

#endif
