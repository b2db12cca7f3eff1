#ifndef COTEJO_CORPUS_MANIFEST_HPP
#define COTEJO_CORPUS_MANIFEST_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/corpus/corpus.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Name of the file that says that a directory is a corpus, written last.
inline constexpr std::string_view manifest_name = "manifest";
/// Version of the form of the files of a corpus.
inline constexpr int corpus_format = 1;

/// The manifest as it stands in the directory.
struct ManifestFile {
  CorpusManifest manifest;
  std::vector<CorpusFile> files;
};

/// `key value` lines; the last is the SHA-256 of those before it.
[[nodiscard]] std::string render_manifest(const ManifestFile& manifest);
/// Error bad_corpus if it is damaged or of another version.
[[nodiscard]] Result<ManifestFile> parse_manifest(std::string_view bytes);

/// Counts an entry in, as it is or by its head.
void count_entry(CorpusManifest& manifest, const CorpusEntry& entry);
void count_entry(CorpusManifest& manifest, const EntryHead& head);

}  // namespace cotejo

#endif
