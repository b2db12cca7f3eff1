#include "rules_commands.hpp"

#include "commands.hpp"
#include "file_handle.hpp"
#include "filter.hpp"
#include "inputs.hpp"
#include "option_rows.hpp"
#include "output.hpp"
#include "rule_directories.hpp"
#include "rule_service.hpp"

#include <cotejo/io/layers.hpp>
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/examples.hpp>
#include <cotejo/rules/explain.hpp>
#include <cotejo/rules/lint.hpp>
#include <cotejo/rules/read_rule_file.hpp>
#include <cotejo/rules/rule_files.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <variant>

namespace cotejo {
namespace {

constexpr std::string_view program = "cotejo-rules";
constexpr std::size_t file_limit = 64U << 20U;

int fail(const Error& error) {
  say(program, error.to_string());
  return exit_failed;
}

int print(std::string_view text, int status) {
  Output output;
  output.write(text);
  output.finish();
  return output.fault() ? fail(*output.fault()) : status;
}

std::vector<std::filesystem::path> directories_of(const ParsedOptions& options) {
  std::vector<std::filesystem::path> paths;
  for (const RuleDirectory& directory : find_rule_directories(options.values("rules"))) {
    paths.push_back(directory.path);
  }
  return paths;
}

bool reaches(const Diagnostic& diagnostic, const std::string& limit) {
  const auto severity = value_named<FaultSeverity>(limit);
  return severity && diagnostic.severity <= *severity;
}

int lint(const ParsedOptions& options) {
  std::vector<std::filesystem::path> directories = directories_of(options);
  for (const std::string& directory : options.arguments()) directories.emplace_back(directory);
  const auto faults = lint_rules(directories);
  if (!faults) return fail(faults.error());
  const std::string limit = options.value("fail-on");
  const bool found =
      std::ranges::any_of(*faults, [&](const Diagnostic& fault) { return reaches(fault, limit); });
  return print(faults->empty() ? "" : render(*faults) + "\n", found ? exit_findings : exit_done);
}

// The rule sets that a command is about: of the languages named, else of all.
Result<std::vector<const RuleSet*>> rule_sets_of(const ParsedOptions& options, RuleService& rules) {
  std::vector<std::string> languages{options.value("language")};
  if (!options.has("language")) languages = rules.languages();
  std::vector<const RuleSet*> sets;
  for (const std::string& language : languages) {
    const auto set = rules.rules_for(language);
    if (!set) return set.error();
    sets.push_back(*set);
  }
  return sets;
}

int test(const ParsedOptions& options) {
  const auto rules = RuleService::open(options.values("rules"), RuleOrigin::parsed);
  if (!rules) return fail(rules.error());
  const auto sets = rule_sets_of(options, **rules);
  if (!sets) return fail(sets.error());
  std::string text;
  bool failed = false;
  for (const RuleSet* const set : *sets) {
    ExampleReport report = run_examples(*set);
    if (!report.failures.empty()) text += render(report.failures) + "\n";
    failed = failed || !report.failures.empty();
    text += set->language().code + ": " + std::to_string(report.examples) + " examples of " +
            std::to_string(report.rules) + " rules, " + std::to_string(report.failures.size()) +
            " failed\n";
  }
  return print(text, failed ? exit_findings : exit_done);
}

std::string place_of(const RulePlace& place) {
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

// The entries of all rule files in force by their ids, as they are written; of one id, that of the
// highest directory.
using WrittenRules = std::map<std::string, RuleEntry>;

std::optional<Error> add_pack(const std::filesystem::path& folder, WrittenRules& rules) {
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  const auto paths = rule_files_in(folder);
  if (!paths) return paths.error();
  for (const std::filesystem::path& path : *paths) {
    auto file = load_rule_file(path);
    if (!file) return file.error();
    for (const RuleField& field : file->disabled) {
      if (const auto* const id = std::get_if<std::string>(&field.value)) rules.erase(*id);
    }
    for (RuleEntry& entry : file->entries) {
      std::string id = entry.id;
      rules.insert_or_assign(std::move(id), std::move(entry));
    }
  }
  return std::nullopt;
}

Result<WrittenRules> written_rules(const ParsedOptions& options) {
  WrittenRules rules;
  const auto wanted = options.maybe("language");
  for (const std::filesystem::path& directory : directories_of(options)) {
    if (auto error = add_pack(directory / common_folder, rules)) return *error;
    const auto packs = packs_in(directory);
    if (!packs) return packs.error();
    for (const std::filesystem::path& pack : *packs) {
      if (wanted && pack.filename() != *wanted) continue;
      if (auto error = add_pack(pack, rules)) return *error;
    }
  }
  return rules;
}

int list(const ParsedOptions& options) {
  const auto rules = written_rules(options);
  if (!rules) return fail(rules.error());
  std::string text;
  for (const auto& [id, entry] : *rules) {
    text += id + "\t" + entry.kind + "\t" + place_of(entry.place) + "\n";
  }
  return print(text, exit_done);
}

// The lines of an entry: from its place to the next table or the end.
Result<std::string> source_of(const RuleEntry& entry) {
  const auto bytes = read_whole_file(entry.place.file, file_limit);
  if (!bytes) return bytes.error();
  std::string text;
  std::size_t number = 0;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (++number < entry.place.line) continue;
    if (number > entry.place.line && line.starts_with("[[")) break;
    text += std::string{line} + "\n";
  }
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

int show(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail({.message = "the id of one rule is needed"});
  const auto rules = written_rules(options);
  if (!rules) return fail(rules.error());
  const std::string& id = options.arguments().front();
  if (const auto found = rules->find(id); found != rules->end()) {
    const auto source = source_of(found->second);
    if (!source) return fail(source.error());
    return print("# " + id + "  " + place_of(found->second.place) + "\n" + *source, exit_done);
  }
  std::vector<std::string_view> ids;
  for (const auto& [known, entry] : *rules) ids.push_back(known);
  const std::string_view nearest = nearest_name(id, ids);
  const std::string hint =
      nearest.empty() ? std::string{} : "; did you mean " + std::string{nearest} + "?";
  return fail({.message = "no rule " + id + hint});
}

int where(const ParsedOptions& options) {
  std::string text;
  for (const RuleDirectory& directory : find_rule_directories(options.values("rules"))) {
    text += directory.path.lexically_normal().string() + "\t" + directory.origin + "\n";
  }
  return print(text, exit_done);
}

int hash(const ParsedOptions& options) {
  const auto rules = RuleService::open(options.values("rules"));
  if (!rules) return fail(rules.error());
  const auto sets = rule_sets_of(options, **rules);
  if (!sets) return fail(sets.error());
  std::string text;
  for (const RuleSet* const set : *sets) text += set->language().code + "\t" + set->hash() + "\n";
  return print(text, exit_done);
}

int explain_text(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail({.message = "one text is needed"});
  const std::string& text = options.arguments().front();
  const auto rules = RuleService::open(options.values("rules"));
  if (!rules) return fail(rules.error());
  std::string language = options.value("language");
  if (language.empty()) language = (*rules)->language_detector().detect(text).value_or("");
  const auto set = (*rules)->rules_for(language);
  if (!set) return fail(set.error());
  const auto paragraphs = (*rules)->article_reader().read_paragraphs(text, language);
  if (!paragraphs) return fail(paragraphs.error());
  Analyser analyser(**set);
  return print(explain(analyser.analyse(text, *paragraphs), options.value("stage")), exit_done);
}

std::string shown(const Lexeme& lexeme) {
  std::string text(lexeme.list);
  text.append("\t").append(lexeme.layer).append("\t").append(lexeme.lemma);
  for (const Attribute& attribute : lexeme.attributes) {
    text.append("\t").append(attribute.key).append("=").append(attribute.value);
  }
  return text;
}

// What the word is, in each language.
int expand(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail({.message = "one word or phrase is needed"});
  const std::string& word = options.arguments().front();
  const auto rules = RuleService::open(options.values("rules"));
  if (!rules) return fail(rules.error());
  const auto sets = rule_sets_of(options, **rules);
  if (!sets) return fail(sets.error());
  std::string text;
  for (const RuleSet* const set : *sets) {
    std::vector<Token> tokens;
    std::vector<Lexicon::Hit> hits;
    Tokeniser(set->language().tokens).tokenise(word, {0, static_cast<Offset>(word.size())}, tokens);
    set->lexicon().find(tokens, hits);
    for (const Lexicon::Hit& hit : hits) {
      if (hit.length != tokens.size()) continue;
      text += set->language().code + "\t" + shown(set->lexicon().lexeme(hit.lexeme)) + "\n";
    }
  }
  return print(text, exit_done);
}

int compile(const ParsedOptions& options) {
  if (options.arguments().size() != 2) {
    return fail({.message = "a rule directory and a folder for its compiled rules are needed"});
  }
  const auto done = compile_rules({options.arguments().front()}, options.arguments().back());
  return done ? exit_done : fail(done.error());
}

std::vector<OptionRow> rows(std::vector<std::string_view> names) {
  names.insert(names.begin(), "rules");
  names.insert(names.end(), {"help-as", "version", "help"});
  std::vector<OptionRow> picked = pick_options(names);
  for (OptionRow& row : picked) {
    if (row.name == "language") row.help = "Only the rules for this language";
    if (row.name == "fail-on")
      row.help =
          "Exit with status 1 if there is a fault of this severity "
          "or above";
  }
  return picked;
}

SubCommand command(std::string name, std::string summary, std::string arguments,
                   std::string description, std::vector<OptionRow> options,
                   std::vector<ShellExample> examples,
                   std::function<int(const ParsedOptions&)> run) {
  ProgramTable table{.name = std::string{program} + " " + name,
                     .summary = std::move(summary),
                     .arguments = std::move(arguments),
                     .description = std::move(description),
                     .options = std::move(options),
                     .examples = std::move(examples),
                     .exit_status =
                         "0  done\n1  faults were found (lint, test)\n2  something could "
                         "not be done"};
  return {std::move(name), std::move(table), std::move(run)};
}

std::vector<SubCommand> commands() {
  return {
      command(
          "lint", "report every fault of the rule files", "[DIR...]",
          "Looks at every rule file in force, and at those of the directories named, and reports "
          "every fault with its line and a caret under the place.",
          rows({"fail-on"}), {{"cotejo rules lint --fail-on warning", "Also what is poor"}}, lint),
      command("test", "run the examples that stand beside the rules", "",
              "Runs every match and no_match example of every rule in force.", rows({"language"}),
              {{"cotejo rules test --language es", "The examples of Spanish rules"}}, test),
      command("list", "list the rules in force", "",
              "Lists all entries: id, kind, and where it stands; of an id in several directories, "
              "the one that goes before the others.",
              rows({"language"}),
              {{"cotejo rules list --language es | grep quotes", "The rules of a stage"}}, list),
      command("show", "show one rule", "ID", "Shows a rule as it is written, and where.",
              rows({"language"}), {{"cotejo rules show es.quotes.say", "A rule by its id"}}, show),
      command("where", "list the rule directories in force", "",
              "Lists the rule directories in force, lowest first, and why they are.", rows({}),
              {{"cotejo rules where", "Where rules come from"}}, where),
      command("hash", "print the hash of the rules of each language", "",
              "Prints the hash that records carry.", rows({"language"}),
              {{"cotejo rules hash --language es", "To compare with a record"}}, hash),
      command("explain", "show what the rules see in a text", "\"TEXT\"",
              "Shows the tokens of a text with their layers, and every match of the patterns.",
              rows({"language", "stage"}),
              {{"cotejo rules explain --stage quotes 'Ana dijo que no.'", "Why a quote is found"}},
              explain_text),
      command("expand", "say what the rules know of a word", "\"WORD\"",
              "Says which lists hold a word or phrase, with its dictionary form and properties.",
              rows({"language"}), {{"cotejo rules expand dijeron", "What a verb form is"}}, expand),
      command(
          "compile", "compile a rule directory, for a quick start", "DIR FOLDER",
          "Writes the rules of every language of the rule directory DIR into FOLDER, in the form "
          "that tools load without parsing. They look for it at ../share/cotejo/compiled beside "
          "themselves, where the build puts that of the shipped rules, and use it for a language "
          "if the rule files in force for it are the very ones it was made from.",
          pick_options({"help-as", "version", "help"}),
          {{"cotejo rules compile share/cotejo/rules share/cotejo/compiled",
            "After a change of the shipped rules"}},
          compile)};
}

ProgramTable whole() {
  return {
      .name = std::string{program},
      .summary = "look at, test and explain the rules in force",
      .arguments = "COMMAND [ARGUMENT...]",
      .description =
          "Rules are files under rule directories; they hold everything that knows a "
          "language. A later directory goes before an earlier one.",
      .options = pick_options({"help-as", "version", "help"}),
      .examples = {},
      .exit_status = "0  done\n1  faults were found (lint, test)\n2  something could not be done"};
}

}  // namespace

int run_rules(const std::vector<std::string>& arguments) {
  return run_command(whole(), commands(), arguments);
}

}  // namespace cotejo
