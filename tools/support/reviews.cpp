#include "reviews.hpp"

#include "file_handle.hpp"

#include <cotejo/io/record_reader.hpp>
#include <cotejo/io/review_json.hpp>
#include <cotejo/report/fingerprint.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t review_limit = 64U << 20U;
constexpr std::size_t earlier_limit = 2048U << 20U;

Result<std::vector<ReviewLine>> read_review_file(const std::string& path) {
  const auto bytes = read_whole_file(path, review_limit);
  if (!bytes) return bytes.error();
  auto lines = read_review(*bytes);
  if (lines) return lines;
  Error error = lines.error();
  error.file = path;
  return error;
}

/// True if the rules have the interface's words.
bool has_words(const RuleSet& rules) {
  constexpr std::string_view id = "report.title";
  return rules.text(id) != id;
}

bool is_directory(const std::string& path) {
  std::error_code code;
  return std::filesystem::is_directory(path, code);
}

}  // namespace

Result<Reviews> Reviews::open(const ParsedOptions& options, RuleService& rules) {
  Reviews reviews(rules);
  reviews.language_ = options.maybe("ui-language");
  if (reviews.language_) {
    const auto words = rules.rules_for(*reviews.language_);
    if (!words) return words.error();
    if (!has_words(**words)) {
      return Error{.kind = ErrorKind::bad_usage,
                   .message = "--ui-language " + *reviews.language_ +
                              ": the rules have no words of the report in it"};
    }
  }
  reviews.today_ = options.maybe("today").value_or("");
  for (const std::string& path : options.values("review")) {
    if (auto error = reviews.read_review_path(path)) return *std::move(error);
  }
  if (const auto path = options.maybe("since")) {
    if (auto error = reviews.read_earlier_run(*path)) return *std::move(error);
  }
  return reviews;
}

std::optional<Error> Reviews::read_review_path(const std::string& path) {
  if (is_directory(path)) {
    directories_.push_back(path);
    return std::nullopt;
  }
  auto lines = read_review_file(path);
  if (!lines) return lines.error();
  std::ranges::move(*lines, std::back_inserter(lines_));
  return std::nullopt;
}

std::optional<Error> Reviews::read_earlier_run(const std::string& path) {
  const auto bytes = read_whole_file(path, earlier_limit);
  if (!bytes) return bytes.error();
  earlier_.emplace();
  RecordReader reader;
  std::string_view rest = *bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    const auto document = reader.read(line);
    if (!document) {
      Error error = document.error();
      error.file = path;
      error.line = number;
      return error;
    }
    for (FindingPrint& print : fingerprints(*document)) {
      (*earlier_)[document->id].insert(std::move(print.whole));
    }
    earlier_->try_emplace(document->id);
  }
  return std::nullopt;
}

Result<ReviewInput> Reviews::input_for(const Document& document) const {
  ReviewInput input{.lines = lines_, .today = today_, .known = std::nullopt};
  for (const std::string& directory : directories_) {
    const std::string path = directory + '/' + review_file_name(document.id);
    if (!std::filesystem::exists(path)) continue;
    auto lines = read_review_file(path);
    if (!lines) return lines.error();
    std::ranges::move(*lines, std::back_inserter(input.lines));
  }
  if (!earlier_) return input;
  // A run over one article may have been under another name.
  const auto found = earlier_->size() == 1 ? earlier_->begin() : earlier_->find(document.id);
  input.known = found == earlier_->end() ? Prints{} : found->second;
  return input;
}

Result<std::optional<Severity>> Reviews::worst_open(const Document& document) const {
  const auto words = words_for(document);
  if (!words) return words.error();
  const auto input = input_for(document);
  if (!input) return input.error();
  return cotejo::worst_open(document, **words, *input);
}

Result<const RuleSet*> Reviews::words_in(const std::string& language) const {
  auto words = rules_->rules_for(language_.value_or(language));
  if (!words || has_words(**words)) return words;
  for (const std::string& other : rules_->languages()) {
    auto others = rules_->rules_for(other);
    if (!others || has_words(**others)) return others;
  }
  return words;
}

Result<const RuleSet*> Reviews::words_for(const Document& document) const {
  return words_in(document.language.value_or(""));
}

}  // namespace cotejo
