#ifndef COTEJO_CORPUS_CORPUS_HPP
#define COTEJO_CORPUS_CORPUS_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/corpus/segment.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a corpus says of itself.
struct CorpusManifest {
  std::string built_by;  ///< program and version
  std::size_t entries = 0;
  std::size_t words = 0;             ///< index words of all texts
  std::vector<std::size_t> by_kind;  ///< entries of each EntryKind
  std::string first_date;            ///< ISO 8601 day, "" if no entry has one
  std::string last_date;
  std::vector<std::string> languages;  ///< of the entries, two letters each, sorted; "" = not known
};

/// One file of a corpus.
struct CorpusFile {
  std::string name;
  std::size_t size = 0;
  std::string sha256;
};

/// How much of a corpus is looked at when it is opened.
enum class CorpusTrust {
  structure,  ///< sizes, offsets and versions; a changed letter in a text goes unseen
  checksums   ///< every byte, by SHA-256: about 3 s a gigabyte
};
struct OpenOptions {
  CorpusTrust trust = CorpusTrust::structure;
};

/// A reference corpus, open for reading: entries numbered from 0 in the order they were added.
/// Safe for any number of threads at once.
class Corpus {
 public:
  [[nodiscard]] const CorpusManifest& manifest() const { return manifest_; }
  [[nodiscard]] std::size_t size() const { return manifest_.entries; }

  /// Pre for all of these: number < size().
  /// Error bad_corpus if its bytes are damaged.
  [[nodiscard]] Result<CorpusEntry> entry(std::uint32_t number) const;
  [[nodiscard]] const EntryHead& head(std::uint32_t number) const;
  [[nodiscard]] EntryKind kind(std::uint32_t number) const;
  [[nodiscard]] std::string_view id(std::uint32_t number) const;
  [[nodiscard]] std::string_view speaker(std::uint32_t number) const;
  [[nodiscard]] std::string_view text(std::uint32_t number) const;
  /// Index words of its text.
  [[nodiscard]] std::span<const std::uint32_t> words(std::uint32_t number) const;

  /// Its segments, and the number of the first entry of each.
  [[nodiscard]] std::span<const Segment> segments() const { return segments_; }
  [[nodiscard]] std::span<const std::uint32_t> first_entries() const { return first_entries_; }
  /// The file of each segment, and its bytes. No files if the corpus is in memory.
  [[nodiscard]] std::span<const CorpusFile> files() const { return files_; }
  [[nodiscard]] std::string_view bytes(std::size_t segment) const;

 private:
  friend Result<Corpus> open_corpus(const std::filesystem::path&, OpenOptions);
  friend Result<Corpus> make_corpus(std::span<const CorpusEntry>);

  struct Bytes;  // a mapped file, or memory
  struct BytesDeleter {
    void operator()(Bytes* bytes) const;
  };
  struct Place {
    const Segment& segment;
    std::uint32_t number;
  };
  [[nodiscard]] Place place(std::uint32_t number) const;
  Result<Done> add_segment(std::unique_ptr<Bytes, BytesDeleter> bytes);

  static Result<Corpus> open_once(const std::filesystem::path& directory, OpenOptions options);

  CorpusManifest manifest_;
  std::vector<CorpusFile> files_;
  std::vector<std::unique_ptr<Bytes, BytesDeleter>> bytes_;
  std::vector<Segment> segments_;
  std::vector<std::uint32_t> first_entries_;
};

/// Opens the corpus in `directory`, also while another program changes it: then as it was before or
/// as it is afterwards. Error bad_corpus if it is missing, unfinished, damaged or of
/// another version; the message says which file.
[[nodiscard]] Result<Corpus> open_corpus(const std::filesystem::path& directory,
                                         OpenOptions options = {});

/// A corpus in memory, for checking against a few texts. Error bad_corpus if two entries share an
/// id.
[[nodiscard]] Result<Corpus> make_corpus(std::span<const CorpusEntry> entries);

}  // namespace cotejo

#endif
