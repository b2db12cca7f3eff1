#ifndef COTEJO_CORPUS_BUILD_CORPUS_HPP
#define COTEJO_CORPUS_BUILD_CORPUS_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cotejo {

/// Gives the next entry, nothing after the last, or the Error that ends the build.
using NextEntry = std::function<Result<std::optional<CorpusEntry>>()>;

struct BuildOptions {
  std::string built_by = "cotejo";  ///< kept in the manifest
  /// Index words after which a new segment begins. A segment is made in memory: about 30 bytes a
  /// word. Searching costs a little more for every segment.
  std::size_t segment_words = 64'000'000;
};

/// What was built.
struct BuildOutcome {
  CorpusManifest manifest;
  std::size_t segments = 0;
  std::size_t bytes = 0;  ///< of all files
};

/// What of other corpora goes into a corpus.
struct CorpusChange {
  std::vector<std::filesystem::path> from{};     ///< their entries are kept, in this order
  std::set<std::string, std::less<>> without{};  ///< ids of entries of theirs that are left out
  /// Of two entries of one id the later counts: one of a later corpus, a new one. Else an error.
  bool replace = false;
};

/// Makes the corpus `directory` of what `change` keeps of other corpora (of itself, too) and of all
/// entries that `next` gives, which stand behind. Linear in the new entries, and in the segments
/// that lose an entry; the others are taken over as they are. With `replace`, the new entries are
/// held in memory. Errors as build_corpus; bad_corpus if one of the others is none; bad_usage if an
/// entry to be left out is in none of them; io if another program is changing `directory`.
[[nodiscard]] Result<BuildOutcome> change_corpus(const std::filesystem::path& directory,
                                                 const CorpusChange& change, const NextEntry& next,
                                                 const BuildOptions& options = {});

/// Makes the corpus `directory` of all entries that `next` gives.
///
/// It is made in a directory beside it and put in its place by one rename when it is whole, so that
/// whoever reads `directory` sees the old corpus or the new one, also if the build is killed.
/// Error bad_usage if `directory` exists and is no corpus; bad_corpus if two entries share an id or
/// an entry has none; io if it cannot be written; whatever `next` returns.
[[nodiscard]] Result<BuildOutcome> build_corpus(const std::filesystem::path& directory,
                                                const NextEntry& next,
                                                const BuildOptions& options = {});

/// The same, of the entries that `directory` holds already and those of `next`. Error bad_corpus if
/// `directory` is no corpus.
[[nodiscard]] Result<BuildOutcome> add_to_corpus(const std::filesystem::path& directory,
                                                 const NextEntry& next,
                                                 const BuildOptions& options = {});

}  // namespace cotejo

#endif
