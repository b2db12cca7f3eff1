#ifndef COTEJO_CORPUS_STEMS_HPP
#define COTEJO_CORPUS_STEMS_HPP

#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/snowball.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace cotejo {

/// How this program stems words for topical search, kept in a corpus's manifest: "snowball" or
/// "letters". A corpus stemmed another way cannot be searched.
[[nodiscard]] std::string_view stem_method();

/// Stems of one language's words for topical search: by Snowball where there is a stemmer, else the
/// first letters. Remembers every word it has seen, so not for use by two threads at once.
class Stems {
 public:
  explicit Stems(std::string_view language) : snowball_(language) {}

  /// The hash of the stem of `word`, a word of `text`.
  [[nodiscard]] std::uint32_t of(std::string_view text, const IndexWord& word);

 private:
  Snowball snowball_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;  // by fold_hash
};

}  // namespace cotejo

#endif
