#include "corpus_changes.hpp"

#include "commands.hpp"
#include "entry_source.hpp"
#include "filter.hpp"
#include "help.hpp"
#include "progress.hpp"
#include "rule_service.hpp"

#include <cotejo/corpus/build_corpus.hpp>

#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view program = "cotejo-corpus";

const NextEntry no_entries = [] { return Result(std::optional<CorpusEntry>()); };

BuildOptions how_built() { return {.built_by = "cotejo " + std::string{program_version()}}; }

int say_outcome(const std::string& directory, const Result<BuildOutcome>& outcome) {
  if (!outcome) return fail_corpus(outcome.error());
  say(program, directory + ": " + std::to_string(outcome->manifest.entries) + " entries, " +
                   std::to_string(outcome->manifest.words) + " words, " +
                   std::to_string(outcome->bytes) + " bytes");
  return exit_done;
}

int change_with_inputs(const ParsedOptions& options, CorpusChange change) {
  auto rules = RuleService::open(options.values("rules"));
  if (!rules) return fail_corpus(rules.error());
  const std::string& directory = options.arguments().front();
  EntryInput input{
      .files = files_below({options.arguments().begin() + 1, options.arguments().end()}),
      .longest = parse_size(options.value("max-record")).value_or(std::size_t{128} << 20U),
      .language = options.value("language"),
      .licence = options.value("licence")};
  Progress progress("entries");
  EntrySource source(std::move(input), **rules,
                     [](const std::string& fault) { say(program, fault); });
  const NextEntry next = [&]() -> Result<std::optional<CorpusEntry>> {
    progress.step();
    return source.next();
  };
  change.replace = options.has("replace");
  const auto outcome = change_corpus(directory, change, next, how_built());
  progress.end();
  const int status = say_outcome(directory, outcome);
  return source.passed_over() > 0 ? exit_failed : status;
}

constexpr std::string_view inputs_needed = "a directory and at least one input are needed";

}  // namespace

int fail_corpus(const Error& error) { return fail_corpus(error.to_string()); }

int fail_corpus(std::string_view message) {
  say(program, message);
  return exit_failed;
}

int build_entries(const ParsedOptions& options) {
  if (options.arguments().size() < 2) return fail_corpus(inputs_needed);
  return change_with_inputs(options, {});
}

int add_entries(const ParsedOptions& options) {
  if (options.arguments().size() < 2) return fail_corpus(inputs_needed);
  return change_with_inputs(options, {.from = {options.arguments().front()}});
}

int remove_entries(const ParsedOptions& options) {
  const auto& arguments = options.arguments();
  if (arguments.size() < 2) return fail_corpus("a corpus and at least one id are needed");
  const CorpusChange change{.from = {arguments.front()},
                            .without = {arguments.begin() + 1, arguments.end()}};
  return say_outcome(arguments.front(),
                     change_corpus(arguments.front(), change, no_entries, how_built()));
}

int merge_corpora(const ParsedOptions& options) {
  const auto& arguments = options.arguments();
  if (arguments.size() < 2) return fail_corpus("a directory and at least one corpus are needed");
  const CorpusChange change{.from = {arguments.begin() + 1, arguments.end()},
                            .replace = options.has("replace")};
  return say_outcome(arguments.front(),
                     change_corpus(arguments.front(), change, no_entries, how_built()));
}

}  // namespace cotejo
