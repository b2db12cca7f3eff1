#ifndef COTEJO_CORPUS_SEARCH_ENTRIES_HPP
#define COTEJO_CORPUS_SEARCH_ENTRIES_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cotejo {

/// An entry found for a topic.
struct SearchHit {
  std::uint32_t entry = 0;
  double score = 0;  ///< higher is nearer; comparable within one search only
  Span passage;  ///< the stretch of its text that holds most of what was asked, at most 40 words

  friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct SearchOptions {
  std::optional<EntryKind> kind{};
  std::size_t top = 10;
};

/// The entries nearest to `query` by topic, best first, then by number: BM25 over the stems of
/// text, title and body; web addresses in the query are passed over, joined words are parted. For
/// claims and fact-checks; quotes are found by find_places. Empty if no word of the query is in the
/// corpus.
[[nodiscard]] std::vector<SearchHit> search_entries(const Corpus& corpus, std::string_view query,
                                                    const SearchOptions& options = {});

}  // namespace cotejo

#endif
