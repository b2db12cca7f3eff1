// Segments are never changed: a change of a corpus writes the new ones, takes over those of which
// every entry stays (as links where they lie in the corpus itself) and writes anew those of which
// one goes. Tests: tests/unit/corpus/build_corpus_test.cpp.
#include <cotejo/corpus/build_corpus.hpp>

#include <cotejo/base/map_file.hpp>
#include <cotejo/base/sha256.hpp>
#include <cotejo/corpus/manifest.hpp>
#include <cotejo/corpus/workplace.hpp>

#include <algorithm>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_segment_entries = (std::size_t{1} << posting_entry_bits) - 1;

using Ids = std::unordered_set<std::string_view>;

bool is_corpus(const fs::path& directory) {
  auto bytes = map_file(directory / manifest_name);
  return bytes && bytes->bytes().starts_with("cotejo-corpus ");
}

Error doubled(std::string_view id) {
  return {.kind = ErrorKind::bad_corpus,
          .message = "two entries have the id \"" + std::string(id) + "\""};
}

/// Takes entries and segments, writes segments and at last the manifest.
class Build {
 public:
  Build(const Workplace& place, const BuildOptions& options) : place_(place), options_(options) {
    file_.manifest.built_by = options.built_by;
    file_.manifest.by_kind.resize(names_of<EntryKind>.size());
  }

  Result<Done> add(const CorpusEntry& entry) {
    count_entry(file_.manifest, entry);
    builder_.add(entry);
    if (builder_.entries() < max_segment_entries && builder_.words() < options_.segment_words) {
      return Done{};
    }
    return end_segment();
  }

  /// Writes what has been added as a segment.
  Result<Done> end_segment() {
    if (builder_.entries() == 0) return Done{};
    file_.manifest.words += builder_.words();
    const std::string bytes = builder_.finish();
    CorpusFile file{next_name(), bytes.size(), sha256(bytes)};
    auto written = place_.write(file.name, bytes);
    file_.files.push_back(std::move(file));
    return written;
  }

  /// Takes over a whole segment of another corpus: by a link to `path`, else by its bytes.
  Result<Done> keep(const Segment& segment, const CorpusFile& old, std::string_view bytes,
                    const std::optional<fs::path>& path) {
    if (auto ended = end_segment(); !ended) return ended;
    for (const EntryHead& head : segment.heads) count_entry(file_.manifest, head);
    file_.manifest.words += segment.words.size();
    CorpusFile file{next_name(), old.size, old.sha256};
    std::error_code unlinked;
    if (path) fs::create_hard_link(*path, place_.path() / file.name, unlinked);
    auto written = path && !unlinked ? Result<Done>(Done{}) : place_.write(file.name, bytes);
    file_.files.push_back(std::move(file));
    return written;
  }

  Result<BuildOutcome> finish() {
    if (auto ended = end_segment(); !ended) return ended.error();
    const std::string manifest = render_manifest(file_);
    if (auto written = place_.write(manifest_name, manifest); !written) return written.error();
    std::size_t bytes = manifest.size();
    for (const CorpusFile& file : file_.files) bytes += file.size;
    return BuildOutcome{.manifest = file_.manifest, .segments = file_.files.size(), .bytes = bytes};
  }

 private:
  [[nodiscard]] std::string next_name() const {
    std::string number = std::to_string(file_.files.size());
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    return "segment-" + number;
  }

  const Workplace& place_;
  BuildOptions options_;
  ManifestFile file_;
  SegmentBuilder builder_;
};

/// Reads all new entries.
Result<std::vector<CorpusEntry>> read_all(const NextEntry& next) {
  std::vector<CorpusEntry> entries;
  while (true) {
    auto entry = next();
    if (!entry) return entry.error();
    if (!*entry) return entries;
    entries.push_back(*std::move(*entry));
  }
}

class Change {
 public:
  Change(fs::path directory, const CorpusChange& change, const Workplace& place,
         const BuildOptions& options)
      : directory_(std::move(directory)), change_(change), build_(place, options) {}

  Result<BuildOutcome> run(const NextEntry& next) {
    for (const fs::path& path : change_.from) {
      auto corpus = open_corpus(path);
      if (!corpus) return corpus.error();
      corpora_.push_back(*std::move(corpus));
    }
    if (auto without = leave_out(); !without) return without.error();
    if (change_.replace) return replace_with(next);
    if (auto kept = keep_corpora({}); !kept) return kept.error();
    return add_all(next);
  }

 private:
  /// Ids to leave out must be there.
  Result<Done> leave_out() {
    std::size_t found = 0;
    for (const Corpus& corpus : corpora_) {
      for (std::uint32_t entry = 0; entry < corpus.size() && !change_.without.empty(); ++entry) {
        if (change_.without.contains(corpus.id(entry))) ++found;
      }
    }
    if (found >= change_.without.size()) return Done{};
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "not all of the entries to remove are in it",
                 .file = directory_.string()};
  }

  /// New entries go before old ones of the same id, later corpora before earlier ones.
  Result<BuildOutcome> replace_with(const NextEntry& next) {
    auto entries = read_all(next);
    if (!entries) return entries.error();
    Ids newer;
    std::vector<bool> kept(entries->size());
    for (std::size_t i = entries->size(); i > 0; --i) {
      kept[i - 1] = newer.insert((*entries)[i - 1].id).second;
    }
    if (auto old = keep_corpora(newer); !old) return old.error();
    std::size_t at = 0;
    return add_all([&]() -> Result<std::optional<CorpusEntry>> {
      while (at < entries->size() && !kept[at]) ++at;
      if (at == entries->size()) return std::optional<CorpusEntry>();
      return std::optional((*entries)[at++]);
    });
  }

  Result<BuildOutcome> add_all(const NextEntry& next) {
    for (std::size_t number = 1;; ++number) {
      auto entry = next();
      if (!entry) return entry.error();
      if (!*entry) return build_.finish();
      const std::string& id = (*entry)->id;
      if (id.empty()) {
        return Error{.kind = ErrorKind::bad_corpus,
                     .message = "entry " + std::to_string(number) + " has no id"};
      }
      if (ids_.contains(id) || !new_ids_.insert(id).second) return doubled(id);
      if (auto added = build_.add(**entry); !added) return added.error();
    }
  }

  /// Takes over what stays of the corpora. `newer`: ids that go before those of the corpora.
  Result<Done> keep_corpora(Ids newer) {
    std::vector<std::vector<bool>> dropped(corpora_.size());
    for (std::size_t c = corpora_.size(); c > 0; --c) {
      const Corpus& corpus = corpora_[c - 1];
      dropped[c - 1].resize(corpus.size());
      for (std::uint32_t entry = 0; entry < corpus.size(); ++entry) {
        const std::string_view id = corpus.id(entry);
        const bool out = change_.without.contains(id);
        const bool old = !out && !newer.insert(id).second;
        if (old && !change_.replace) return doubled(id);
        dropped[c - 1][entry] = out || old;
        if (!out && !old) ids_.insert(id);
      }
    }
    for (std::size_t c = 0; c < corpora_.size(); ++c) {
      for (std::size_t s = 0; s < corpora_[c].segments().size(); ++s) {
        if (auto kept = keep_segment(c, s, dropped[c]); !kept) return kept;
      }
    }
    return Done{};
  }

  Result<Done> keep_segment(std::size_t which, std::size_t s, const std::vector<bool>& dropped) {
    const Corpus& corpus = corpora_[which];
    const Segment& segment = corpus.segments()[s];
    const auto first = corpus.first_entries()[s];
    const auto last = first + static_cast<std::uint32_t>(segment.size());
    const auto begin = dropped.begin();
    if (std::none_of(begin + first, begin + last, [](bool drop) { return drop; })) {
      const CorpusFile& file = corpus.files()[s];
      std::optional<fs::path> path;  // only what is locked cannot change meanwhile
      if (change_.from[which] == directory_) path = directory_ / file.name;
      return build_.keep(segment, file, corpus.bytes(s), path);
    }
    for (std::uint32_t number = first; number < last; ++number) {
      if (dropped[number]) continue;
      auto entry = corpus.entry(number);
      if (!entry) return entry.error();
      if (auto added = build_.add(*entry); !added) return added;
    }
    return build_.end_segment();
  }

  fs::path directory_;
  const CorpusChange& change_;
  Build build_;
  std::vector<Corpus> corpora_;
  Ids ids_;  // of what was taken over
  std::unordered_set<std::string> new_ids_;
};

}  // namespace

Result<BuildOutcome> change_corpus(const fs::path& directory, const CorpusChange& change,
                                   const NextEntry& next, const BuildOptions& options) {
  std::error_code status;
  if (fs::exists(directory, status) && !is_corpus(directory)) {
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "is there already and is no corpus; it is left as it is",
                 .file = directory.string()};
  }
  auto place = Workplace::make(directory);
  if (!place) return place.error();
  auto outcome = Change(directory, change, *place, options).run(next);
  if (!outcome) return outcome;
  if (auto put = place->put_in_place(); !put) return put.error();
  return outcome;
}

Result<BuildOutcome> build_corpus(const fs::path& directory, const NextEntry& next,
                                  const BuildOptions& options) {
  return change_corpus(directory, {}, next, options);
}

Result<BuildOutcome> add_to_corpus(const fs::path& directory, const NextEntry& next,
                                   const BuildOptions& options) {
  return change_corpus(directory, {.from = {directory}}, next, options);
}

}  // namespace cotejo
