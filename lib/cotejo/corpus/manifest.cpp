#include <cotejo/corpus/manifest.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/segment.hpp>
#include <cotejo/corpus/stems.hpp>

#include <algorithm>
#include <charconv>

namespace cotejo {
namespace {

constexpr std::string_view first_line = "cotejo-corpus";
constexpr std::string_view sum_key = "sha256";

Error damaged(std::string message) {
  return {.kind = ErrorKind::bad_corpus, .message = std::move(message)};
}

std::string_view take_until(std::string_view& rest, char mark) {
  const std::size_t at = std::min(rest.find(mark), rest.size());
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return taken;
}

std::size_t number_in(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// 20250812 is "2025-08-12".
std::string write_day(std::uint32_t date) {
  std::string day = std::to_string(date);
  day.insert(0, day.size() < 8 ? 8 - day.size() : 0, '0');
  return day.insert(6, 1, '-').insert(4, 1, '-');
}

void take_line(ManifestFile& file, std::string_view key, std::string_view value) {
  CorpusManifest& manifest = file.manifest;
  if (key == "built-by") manifest.built_by = value;
  if (key == "entries") manifest.entries = number_in(value);
  if (key == "words") manifest.words = number_in(value);
  if (key == "first-date") manifest.first_date = value;
  if (key == "last-date") manifest.last_date = value;
  if (key == "language") manifest.languages.emplace_back(value);
  if (const auto kind = value_named<EntryKind>(key)) {
    manifest.by_kind[static_cast<std::size_t>(*kind)] = number_in(value);
  }
  if (key == "file") {
    const std::string_view sum = take_until(value, ' ');
    const std::string_view size = take_until(value, ' ');
    file.files.push_back({std::string(value), number_in(size), std::string(sum)});
  }
}

}  // namespace

std::string render_manifest(const ManifestFile& file) {
  const CorpusManifest& manifest = file.manifest;
  std::string text;
  const auto line = [&](std::string_view key, const std::string& value) {
    text.append(key).append(" ").append(value).append("\n");
  };
  line(first_line, std::to_string(corpus_format));
  line("index-words", std::to_string(index_words_version));
  line("stems", std::string(stem_method()));
  line("built-by", manifest.built_by);
  line("entries", std::to_string(manifest.entries));
  line("words", std::to_string(manifest.words));
  for (std::size_t kind = 0; kind < manifest.by_kind.size(); ++kind) {
    line(names_of<EntryKind>[kind], std::to_string(manifest.by_kind[kind]));
  }
  line("first-date", manifest.first_date);
  line("last-date", manifest.last_date);
  for (const std::string& language : manifest.languages) line("language", language);
  for (const CorpusFile& each : file.files) {
    line("file", each.sha256 + " " + std::to_string(each.size) + " " + each.name);
  }
  return text + std::string(sum_key) + " " + sha256(text) + "\n";
}

Result<ManifestFile> parse_manifest(std::string_view bytes) {
  const std::size_t sum_at = bytes.rfind(std::string("\n") + std::string(sum_key) + " ");
  if (sum_at == std::string_view::npos) return damaged("damaged: the manifest has no checksum");
  std::string_view rest = bytes.substr(0, sum_at + 1);
  std::string_view sum = bytes.substr(sum_at + 2 + sum_key.size());
  if (take_until(sum, '\n') != sha256(rest)) {
    return damaged("damaged: the manifest does not have its checksum");
  }
  ManifestFile file;
  file.manifest.by_kind.resize(names_of<EntryKind>.size());
  while (!rest.empty()) {
    std::string_view value = take_until(rest, '\n');
    const std::string_view key = take_until(value, ' ');
    if (key == first_line && number_in(value) != corpus_format) {
      return damaged("corpus format " + std::string(value) + ", this program reads " +
                     std::to_string(corpus_format) + "; build it anew");
    }
    if (key == "index-words" && number_in(value) != index_words_version) {
      return damaged("index words of version " + std::string(value) + ", this program has " +
                     std::to_string(index_words_version) + "; build it anew");
    }
    if (key == "stems" && value != stem_method()) {
      return damaged("words stemmed by " + std::string(value) + ", this program stems by " +
                     std::string(stem_method()) + "; build it anew");
    }
    take_line(file, key, value);
  }
  return file;
}

void count_entry(CorpusManifest& manifest, const CorpusEntry& entry) {
  count_entry(manifest, EntryHead{.date = day_number(entry.date),
                                  .kind = static_cast<std::uint8_t>(entry.kind),
                                  .language = language_key(entry.language)});
}

void count_entry(CorpusManifest& manifest, const EntryHead& head) {
  ++manifest.entries;
  manifest.by_kind.resize(names_of<EntryKind>.size());
  if (head.kind < manifest.by_kind.size()) ++manifest.by_kind[head.kind];
  const std::string language = language_of(head.language);
  const auto place = std::ranges::lower_bound(manifest.languages, language);
  if (place == manifest.languages.end() || *place != language) {
    manifest.languages.insert(place, language);
  }
  if (head.date == 0) return;
  const std::string date = write_day(head.date);
  if (manifest.first_date.empty() || date < manifest.first_date) manifest.first_date = date;
  if (date > manifest.last_date) manifest.last_date = date;
}

}  // namespace cotejo
