#ifndef COTEJO_TESTS_CORPUS_SAMPLES_HPP
#define COTEJO_TESTS_CORPUS_SAMPLES_HPP

#include <cotejo/corpus/build_corpus.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// A statement of the samples the tests use.
inline cotejo::CorpusEntry statement(std::string id, std::string speaker, std::string date,
                                     std::string text) {
  cotejo::CorpusEntry entry;
  entry.id = std::move(id);
  entry.speaker = std::move(speaker);
  entry.date = std::move(date);
  entry.text = std::move(text);
  entry.language = "es";
  return entry;
}

inline cotejo::CorpusEntry figure(std::string id, std::string measure, double value) {
  cotejo::CorpusEntry entry;
  entry.id = std::move(id);
  entry.kind = cotejo::EntryKind::figure;
  entry.figure = cotejo::Figure{};
  entry.figure->measure = std::move(measure);
  entry.figure->low = entry.figure->high = value;
  return entry;
}

/// Gives the entries one after the other.
inline cotejo::NextEntry each_of(std::vector<cotejo::CorpusEntry> entries) {
  return [entries = std::move(entries),
          at = std::size_t{0}]() mutable -> cotejo::Result<std::optional<cotejo::CorpusEntry>> {
    if (at == entries.size()) return std::optional<cotejo::CorpusEntry>();
    return std::optional(entries[at++]);
  };
}

/// A directory of its own for a test, removed afterwards.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("cotejo-" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

#endif
