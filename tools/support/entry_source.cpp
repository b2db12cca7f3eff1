#include "entry_source.hpp"

#include <cotejo/io/entry_json.hpp>
#include <cotejo/io/entry_table.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

CorpusEntry entry_of(const Document& document) {
  CorpusEntry entry;
  entry.id = document.id;
  entry.kind = EntryKind::document;
  entry.outlet = document.meta.outlet;
  entry.date = document.date.value_or("");
  entry.language = document.language.value_or("");
  entry.title = document.meta.title;
  entry.url = document.meta.url;
  entry.text = document.text;
  return entry;
}

}  // namespace

std::vector<std::string> files_below(const std::vector<std::string>& arguments) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code code;
    if (!fs::is_directory(argument, code)) {
      files.push_back(argument);
      continue;
    }
    std::vector<std::string> found;
    for (const auto& item : fs::recursive_directory_iterator(argument, code)) {
      if (item.is_regular_file()) found.push_back(item.path().string());
    }
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

EntrySource::EntrySource(EntryInput input, RuleService& rules,
                         std::function<void(const std::string&)> tell)
    : input_(std::move(input)), rules_(&rules), tell_(std::move(tell)) {}

std::optional<CorpusEntry> EntrySource::next() {
  while (ready_.empty()) {
    if (lines_) {
      read_lines();
    } else if (next_file_ < input_.files.size()) {
      open_next();
    } else {
      return std::nullopt;
    }
  }
  CorpusEntry entry = std::move(ready_.front());
  ready_.pop_front();
  return entry;
}

void EntrySource::open_next() {
  path_ = input_.files[next_file_++];
  line_ = 0;
  auto file = open_for_reading(path_);
  if (!file) return pass_over(file.error());
  auto source = std::make_unique<ByteSource>(*std::move(file), input_.longest, [] {});
  const auto first = source->peek();
  if (!first) return pass_over(first.error());
  if (!*first) return pass_over({.kind = ErrorKind::bad_article, .message = "empty"});
  const std::string extension = fs::path{path_}.extension().string();
  if (*first == '{' && extension != ".json" && extension != ".jsonld") {
    lines_ = std::move(source);
    return;
  }
  const auto bytes = source->rest();
  if (!bytes) return pass_over(bytes.error());
  if (!*bytes) {
    return pass_over({.kind = ErrorKind::bad_article,
                      .message = "longer than " + std::to_string(input_.longest) + " bytes"});
  }
  if (extension == ".csv") return read_table(**bytes, ',');
  if (extension == ".tsv") return read_table(**bytes, '\t');
  if (*first == '{' || *first == '[') return read_json(**bytes);
  read_article(**bytes);
}

void EntrySource::read_lines() {
  auto line = lines_->next_line();
  if (!line || !*line) lines_.reset();
  if (!line) return pass_over(line.error());
  if (!*line) return;
  ++line_;
  if ((*line)->too_long) {
    return pass_over({.kind = ErrorKind::bad_record,
                      .message = "longer than " + std::to_string(input_.longest) + " bytes"});
  }
  if ((*line)->bytes.find_first_not_of(" \t\r") != std::string::npos) read_json((*line)->bytes);
}

void EntrySource::read_json(std::string_view bytes) {
  auto entries = read_entries(bytes);
  if (!entries) return pass_over(entries.error());
  for (CorpusEntry& entry : *entries) keep(std::move(entry));
}

void EntrySource::read_table(std::string_view bytes, char separator) {
  auto rows = separator == ',' ? parse_csv(bytes) : Result(parse_tsv(bytes));
  if (!rows) return pass_over(rows.error());
  auto entries = read_entry_table(*rows);
  if (!entries) return pass_over(entries.error());
  for (TableEntry& row : *entries) {
    if (row.entry) {
      keep(*std::move(row.entry));
    } else {
      pass_over(row.entry.error());
    }
  }
}

void EntrySource::read_article(const std::string& bytes) {
  ArticleInput input{.bytes = bytes,
                     .path = path_ == "-" ? "" : path_,
                     .language = std::nullopt,
                     .format = std::nullopt};
  if (!input_.language.empty()) input.language = input_.language;
  auto document = rules_->article_reader().read(input);
  if (!document) return pass_over(document.error());
  keep(entry_of(*document));
}

void EntrySource::keep(CorpusEntry entry) {
  if (entry.language.empty()) entry.language = input_.language;
  if (entry.licence.empty()) entry.licence = input_.licence;
  ready_.push_back(std::move(entry));
}

void EntrySource::pass_over(Error error) {
  ++passed_over_;
  error.file = path_ == "-" ? "standard input" : path_;
  if (error.line == 0) error.line = line_;
  tell_(error.to_string());
}

}  // namespace cotejo
