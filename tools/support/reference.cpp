#include "reference.hpp"

#include "entry_source.hpp"
#include "inputs.hpp"

#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

Error bad_usage(std::string message) {
  return {.kind = ErrorKind::bad_usage, .message = std::move(message)};
}

Result<Corpus> corpus_of_texts(const std::vector<std::string>& files, std::size_t longest,
                               RuleService& rules) {
  std::string faults;
  EntrySource source(
      {.files = files_below(files), .longest = longest, .language = {}, .licence = {}}, rules,
      [&](const std::string& fault) { faults += (faults.empty() ? "" : "\n") + fault; });
  std::vector<CorpusEntry> entries;
  while (auto entry = source.next()) entries.push_back(*std::move(entry));
  if (!faults.empty()) return bad_usage("--against: " + faults);
  if (entries.empty()) return bad_usage("--against: no text");
  return make_corpus(entries);
}

}  // namespace

Result<std::unique_ptr<Corpus>> open_reference(const ParsedOptions& options, RuleService& rules) {
  const auto directory = options.maybe("corpus");
  const auto texts = options.values("against");
  if (directory && !texts.empty()) return bad_usage("--corpus and --against exclude each other");
  if (!directory && texts.empty()) return std::unique_ptr<Corpus>();
  const std::size_t longest = parse_size(options.value("max-record")).value_or(0);
  auto corpus = directory ? open_corpus(*directory) : corpus_of_texts(texts, longest, rules);
  if (!corpus) return corpus.error();
  return std::make_unique<Corpus>(*std::move(corpus));
}

Result<CheckOptions> check_options_of(const ParsedOptions& options) {
  CheckOptions check;
  check.today = options.maybe("today");
  const auto window = options.maybe("window");
  if (!window) return check;
  const auto [stop, error] =
      std::from_chars(window->data(), window->data() + window->size(), check.window_days);
  if (error != std::errc{} || stop != window->data() + window->size() || check.window_days < 0) {
    return bad_usage("--window " + *window + ": not a number of days");
  }
  return check;
}

}  // namespace cotejo
