#include <cotejo/corpus/corpus.hpp>

#include <cotejo/base/map_file.hpp>
#include <cotejo/base/sha256.hpp>
#include <cotejo/corpus/entry_bytes.hpp>
#include <cotejo/corpus/manifest.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace cotejo {

struct Corpus::Bytes {
  MappedFile file;
  std::string memory;
  [[nodiscard]] std::string_view view() const { return memory.empty() ? file.bytes() : memory; }
};

void Corpus::BytesDeleter::operator()(Bytes* bytes) const { delete bytes; }

Corpus::Place Corpus::place(std::uint32_t number) const {
  const auto after = std::ranges::upper_bound(first_entries_, number);
  const auto which = static_cast<std::size_t>(after - first_entries_.begin()) - 1;
  return {segments_[which], number - first_entries_[which]};
}

Result<CorpusEntry> Corpus::entry(std::uint32_t number) const {
  const Place at = place(number);
  if (auto entry = take_entry(at.segment.bytes_of(at.number))) return *std::move(entry);
  return Error{.kind = ErrorKind::bad_corpus,
               .message = "damaged: entry " + std::to_string(number) + " cannot be read"};
}

const EntryHead& Corpus::head(std::uint32_t number) const {
  const Place at = place(number);
  return at.segment.heads[at.number];
}

EntryKind Corpus::kind(std::uint32_t number) const {
  const std::uint8_t kind = head(number).kind;
  return static_cast<EntryKind>(std::min<std::size_t>(kind, names_of<EntryKind>.size() - 1));
}

std::string_view Corpus::id(std::uint32_t number) const {
  const Place at = place(number);
  return take_id(at.segment.bytes_of(at.number));
}

std::string_view Corpus::speaker(std::uint32_t number) const {
  const Place at = place(number);
  return at.segment.speaker_name(at.segment.heads[at.number].speaker);
}

std::string_view Corpus::text(std::uint32_t number) const {
  const Place at = place(number);
  return take_text(at.segment.bytes_of(at.number));
}

std::span<const std::uint32_t> Corpus::words(std::uint32_t number) const {
  const Place at = place(number);
  return at.segment.words_of(at.number);
}

Result<Done> Corpus::add_segment(std::unique_ptr<Bytes, BytesDeleter> bytes) {
  auto segment = view_segment(bytes->view());
  if (!segment) return segment.error();
  const std::size_t before =
      segments_.empty() ? 0 : first_entries_.back() + segments_.back().size();
  first_entries_.push_back(static_cast<std::uint32_t>(before));
  segments_.push_back(*segment);
  bytes_.push_back(std::move(bytes));
  return Done{};
}

std::string_view Corpus::bytes(std::size_t segment) const { return bytes_[segment]->view(); }

Result<Corpus> open_corpus(const std::filesystem::path& directory, OpenOptions options) {
  // While it is read, another program may put a new form of it in its place.
  constexpr int attempts = 5;
  auto corpus = Corpus::open_once(directory, options);
  std::error_code status;
  for (int i = 1; i < attempts && !corpus; ++i) {
    const auto before = std::filesystem::last_write_time(directory / manifest_name, status);
    corpus = Corpus::open_once(directory, options);
    const bool stands =
        std::filesystem::last_write_time(directory / manifest_name, status) == before;
    if (stands && !corpus) break;
  }
  return corpus;
}

Result<Corpus> Corpus::open_once(const std::filesystem::path& directory, OpenOptions options) {
  const std::filesystem::path manifest_path = directory / manifest_name;
  const auto in_file = [](Error error, const std::filesystem::path& path) {
    error.kind = ErrorKind::bad_corpus;
    error.file = path.string();
    return error;
  };
  std::error_code status;
  if (!std::filesystem::is_regular_file(manifest_path, status)) {
    return Error{.kind = ErrorKind::bad_corpus,
                 .message = "no corpus here: it has no file \"manifest\"",
                 .file = directory.string()};
  }
  auto manifest_bytes = map_file(manifest_path);
  if (!manifest_bytes) return in_file(manifest_bytes.error(), manifest_path);
  auto manifest = parse_manifest(manifest_bytes->bytes());
  if (!manifest) return in_file(manifest.error(), manifest_path);

  Corpus corpus;
  corpus.manifest_ = manifest->manifest;
  for (const CorpusFile& file : manifest->files) {
    const std::filesystem::path path = directory / file.name;
    auto mapped = map_file(path);
    if (!mapped) return in_file(mapped.error(), path);
    const bool checked = options.trust == CorpusTrust::checksums;
    if (mapped->bytes().size() != file.size ||
        (checked && sha256(mapped->bytes()) != file.sha256)) {
      return in_file({.message = "damaged: not the bytes the manifest names"}, path);
    }
    std::unique_ptr<Corpus::Bytes, Corpus::BytesDeleter> bytes(
        new Corpus::Bytes{.file = *std::move(mapped), .memory = {}});
    if (auto added = corpus.add_segment(std::move(bytes)); !added) {
      return in_file(added.error(), path);
    }
    corpus.files_.push_back(file);
  }
  const std::size_t entries =
      corpus.segments_.empty() ? 0 : corpus.first_entries_.back() + corpus.segments_.back().size();
  if (entries != corpus.size()) {
    return in_file({.message = "damaged: another number of entries than it names"}, manifest_path);
  }
  return corpus;
}

Result<Corpus> make_corpus(std::span<const CorpusEntry> entries) {
  Corpus corpus;
  SegmentBuilder builder;
  std::set<std::string_view> ids;
  for (const CorpusEntry& entry : entries) {
    if (!ids.insert(entry.id).second) {
      return Error{.kind = ErrorKind::bad_corpus,
                   .message = "two entries have the id \"" + entry.id + "\""};
    }
    builder.add(entry);
    count_entry(corpus.manifest_, entry);
  }
  corpus.manifest_.by_kind.resize(names_of<EntryKind>.size());
  corpus.manifest_.words = builder.words();
  if (entries.empty()) return corpus;
  std::unique_ptr<Corpus::Bytes, Corpus::BytesDeleter> bytes(
      new Corpus::Bytes{.file = {}, .memory = builder.finish()});
  if (auto added = corpus.add_segment(std::move(bytes)); !added) return added.error();
  return corpus;
}

}  // namespace cotejo
