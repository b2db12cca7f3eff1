// A build writes into ".NAME.building-PID" beside the corpus and exchanges the two directories in
// one system call. What a killed build left behind is removed by the next one.
// Tests: tests/unit/corpus/build_corpus_test.cpp.
#include <cotejo/corpus/build_corpus.hpp>

#include <cotejo/base/map_file.hpp>
#include <cotejo/base/sha256.hpp>
#include <cotejo/corpus/manifest.hpp>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <memory>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_segment_entries = (std::size_t{1} << posting_entry_bits) - 1;

Error io_error(const fs::path& path, int number) {
  return {.kind = ErrorKind::io,
          .message = std::generic_category().message(number),
          .file = path.string()};
}

Result<Done> write_file(const fs::path& path, std::string_view bytes) {
  struct Close {
    void operator()(FILE* file) const { static_cast<void>(std::fclose(file)); }
  };
  std::unique_ptr<FILE, Close> file(std::fopen(path.c_str(), "wbx"));
  if (!file) return io_error(path, errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  if (!written || std::fflush(file.get()) != 0 || ::fsync(::fileno(file.get())) != 0) {
    return io_error(path, errno);
  }
  if (std::fclose(file.release()) != 0) return io_error(path, errno);
  return Done{};
}

bool is_corpus(const fs::path& directory) {
  auto bytes = map_file(directory / manifest_name);
  return bytes && bytes->bytes().starts_with("cotejo-corpus ");
}

/// The directory a build writes into; removed when it goes, unless it was put in place.
class Workplace {
 public:
  static Result<Workplace> make(const fs::path& directory) {
    fs::path target = directory;
    if (target.filename().empty()) target = target.parent_path();  // "corpora/x/"
    fs::path parent = target.parent_path();
    if (parent.empty()) parent = ".";
    const std::string prefix = "." + target.filename().string() + ".building-";
    remove_leftovers(parent, prefix);
    std::error_code status;
    fs::create_directories(parent, status);
    Workplace place;
    place.path_ = parent / (prefix + std::to_string(::getpid()));
    place.target_ = target;
    fs::remove_all(place.path_, status);
    if (!fs::create_directory(place.path_, status)) return io_error(place.path_, status.value());
    return place;
  }

  ~Workplace() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  Workplace(Workplace&& other) noexcept
      : path_(std::exchange(other.path_, {})), target_(std::move(other.target_)) {}
  Workplace& operator=(Workplace&&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

  /// Puts it in place of the target, in one step. What stood there is removed afterwards.
  Result<Done> put_in_place() {
    std::error_code status;
    if (!fs::exists(target_, status)) {
      fs::rename(path_, target_, status);
      if (status) return io_error(target_, status.value());
      path_.clear();
      return Done{};
    }
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
      return io_error(target_, errno);
    }
    return Done{};
  }

 private:
  Workplace() = default;

  static void remove_leftovers(const fs::path& parent, const std::string& prefix) {
    std::error_code status;
    std::vector<fs::path> dead;
    for (const auto& item : fs::directory_iterator(parent, status)) {
      const std::string name = item.path().filename().string();
      if (!name.starts_with(prefix)) continue;
      pid_t owner = 0;
      std::from_chars(name.data() + prefix.size(), name.data() + name.size(), owner);
      if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) dead.push_back(item.path());
    }
    for (const fs::path& path : dead) fs::remove_all(path, status);
  }

  fs::path path_;
  fs::path target_;
};

/// Takes entries, writes segments.
class Build {
 public:
  Build(const fs::path& directory, const BuildOptions& options)
      : directory_(directory), options_(options) {
    file_.manifest.built_by = options.built_by;
    file_.manifest.by_kind.resize(names_of<EntryKind>.size());
  }

  Result<Done> add(const CorpusEntry& entry) {
    if (entry.id.empty()) {
      return Error{.kind = ErrorKind::bad_corpus,
                   .message = "entry " + std::to_string(file_.manifest.entries + 1) + " has no id"};
    }
    if (!ids_.insert(entry.id).second) {
      return Error{.kind = ErrorKind::bad_corpus,
                   .message = "two entries have the id \"" + entry.id + "\""};
    }
    count_entry(file_.manifest, entry);
    builder_.add(entry);
    if (builder_.entries() < max_segment_entries && builder_.words() < options_.segment_words) {
      return Done{};
    }
    return write_segment();
  }

  Result<BuildOutcome> finish() {
    if (builder_.entries() != 0) {
      if (auto written = write_segment(); !written) return written.error();
    }
    const std::string manifest = render_manifest(file_);
    if (auto written = write_file(directory_ / manifest_name, manifest); !written) {
      return written.error();
    }
    return BuildOutcome{.manifest = file_.manifest,
                        .segments = file_.files.size(),
                        .bytes = bytes_ + manifest.size()};
  }

 private:
  Result<Done> write_segment() {
    file_.manifest.words += builder_.words();
    const std::string bytes = builder_.finish();
    std::string number = std::to_string(file_.files.size());
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    CorpusFile file{"segment-" + number, bytes.size(), sha256(bytes)};
    bytes_ += bytes.size();
    auto written = write_file(directory_ / file.name, bytes);
    file_.files.push_back(std::move(file));
    return written;
  }

  fs::path directory_;
  BuildOptions options_;
  ManifestFile file_;
  SegmentBuilder builder_;
  std::unordered_set<std::string> ids_;
  std::size_t bytes_ = 0;
};

Result<BuildOutcome> build_into(const fs::path& directory, const NextEntry& next,
                                const BuildOptions& options) {
  Build build(directory, options);
  while (true) {
    auto entry = next();
    if (!entry) return entry.error();
    if (!*entry) return build.finish();
    if (auto added = build.add(**entry); !added) return added.error();
  }
}

}  // namespace

Result<BuildOutcome> build_corpus(const fs::path& directory, const NextEntry& next,
                                  const BuildOptions& options) {
  std::error_code status;
  if (fs::exists(directory, status) && !is_corpus(directory)) {
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "is there already and is no corpus; it is left as it is",
                 .file = directory.string()};
  }
  auto place = Workplace::make(directory);
  if (!place) return place.error();
  auto outcome = build_into(place->path(), next, options);
  if (!outcome) return outcome;
  if (auto put = place->put_in_place(); !put) return put.error();
  return outcome;
}

Result<BuildOutcome> add_to_corpus(const fs::path& directory, const NextEntry& next,
                                   const BuildOptions& options) {
  auto old = open_corpus(directory);
  if (!old) return old.error();
  std::uint32_t number = 0;
  const NextEntry old_then_new = [&]() -> Result<std::optional<CorpusEntry>> {
    if (number == old->size()) return next();
    auto entry = old->entry(number++);
    if (!entry) return entry.error();
    return std::optional(*std::move(entry));
  };
  return build_corpus(directory, old_then_new, options);
}

}  // namespace cotejo
