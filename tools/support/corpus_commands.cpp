#include "corpus_commands.hpp"

#include "commands.hpp"
#include "entry_source.hpp"
#include "filter.hpp"
#include "help.hpp"
#include "inputs.hpp"
#include "option_rows.hpp"
#include "output.hpp"
#include "rule_service.hpp"

#include <cotejo/corpus/build_corpus.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/corpus/list_entries.hpp>
#include <cotejo/corpus/search_entries.hpp>
#include <cotejo/io/entry_json.hpp>
#include <cotejo/io/entry_table.hpp>
#include <cotejo/io/json_text.hpp>
#include <cotejo/io/query.hpp>
#include <cotejo/report/visible_text.hpp>

#include <charconv>
#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view program = "cotejo-corpus";
constexpr std::size_t shown_text = 100;

int fail(const Error& error) {
  say(program, error.to_string());
  return exit_failed;
}

int fail(std::string_view message) {
  say(program, message);
  return exit_failed;
}

// Where a command writes.
Result<Output> open_output(const ParsedOptions& options) {
  const auto path = options.maybe("output");
  return path ? Output::file(*path) : Result<Output>(Output());
}

int finish(Output& output, int status) {
  output.finish();
  return output.fault() ? fail(*output.fault()) : status;
}

std::size_t longest_line(const ParsedOptions& options) {
  return parse_size(options.value("max-record")).value_or(std::size_t{128} << 20U);
}

int build(const ParsedOptions& options, bool afresh) {
  if (options.arguments().size() < 2) return fail("a directory and at least one input are needed");
  auto rules = RuleService::open(options.values("rules"));
  if (!rules) return fail(rules.error());
  const std::string& directory = options.arguments().front();
  EntryInput input{
      .files = files_below({options.arguments().begin() + 1, options.arguments().end()}),
      .longest = longest_line(options),
      .language = options.value("language"),
      .licence = options.value("licence")};
  EntrySource source(std::move(input), **rules,
                     [](const std::string& fault) { say(program, fault); });
  const NextEntry next = [&]() -> Result<std::optional<CorpusEntry>> { return source.next(); };
  const BuildOptions how{.built_by = "cotejo " + std::string{program_version()}};
  const auto outcome =
      afresh ? build_corpus(directory, next, how) : add_to_corpus(directory, next, how);
  if (!outcome) return fail(outcome.error());
  say(program, directory + ": " + std::to_string(outcome->manifest.entries) + " entries, " +
                   std::to_string(outcome->manifest.words) + " words, " +
                   std::to_string(outcome->bytes) + " bytes");
  return source.passed_over() > 0 ? exit_failed : exit_done;
}

EntryFilter filter_of(const ParsedOptions& options) {
  return {.kind = value_named<EntryKind>(options.value("kind")),
          .speaker = options.value("speaker"),
          .from = options.value("since"),
          .to = options.value("until"),
          .language = options.value("language")};
}

// What an entry says, on one line.
std::string gist(const CorpusEntry& entry) {
  if (!entry.figure) return shortened(show_on_one_line(entry.text), shown_text);
  const Figure& figure = *entry.figure;
  std::string text;
  for (const std::string* const part : {&figure.measure, &figure.subject, &figure.place}) {
    if (!part->empty()) text += *part + " ";
  }
  if (!figure.from.empty() || !figure.to.empty()) text += figure.from + "/" + figure.to;
  for (const auto& bound : {figure.low, figure.high}) {
    if (!bound) continue;
    text += ' ';
    append_json_number(text, *bound);
  }
  return show_on_one_line(text + " " + figure.unit);
}

std::string list_line(const CorpusEntry& entry, std::string_view format) {
  if (format == "jsonl") return write_entry(entry) + "\n";
  if (format == "tsv") {
    return tsv_cell(entry.id) + "\t" + std::string{name_of(entry.kind)} + "\t" +
           tsv_cell(entry.date) + "\t" + tsv_cell(entry.speaker) + "\t" + tsv_cell(entry.title) +
           "\t" + tsv_cell(entry.figure ? gist(entry) : entry.text) + "\n";
  }
  return show_on_one_line(entry.id) + "  " + std::string{name_of(entry.kind)} + "  " + entry.date +
         "  " + show_on_one_line(entry.speaker.empty() ? entry.outlet : entry.speaker) + "  " +
         gist(entry) + "\n";
}

int list(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail("the directory of one corpus is needed");
  const auto corpus = open_corpus(options.arguments().front());
  if (!corpus) return fail(corpus.error());
  auto output = open_output(options);
  if (!output) return fail(output.error());
  const std::string format = options.value("format");
  if (format == "tsv") output->write("id\tkind\tdate\tspeaker\ttitle\ttext\n");
  for (const std::uint32_t number : list_entries(*corpus, filter_of(options))) {
    const auto entry = corpus->entry(number);
    if (!entry) return fail(entry.error());
    output->write(list_line(*entry, format));
    if (output->stopped()) break;
  }
  return finish(*output, exit_done);
}

int info(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail("the directory of one corpus is needed");
  const auto corpus = open_corpus(options.arguments().front(), {.trust = CorpusTrust::checksums});
  if (!corpus) return fail(corpus.error());
  const CorpusManifest& manifest = corpus->manifest();
  std::string text = "built by  " + manifest.built_by + "\nentries   " +
                     std::to_string(manifest.entries) + "\nwords     " +
                     std::to_string(manifest.words) + "\n";
  for (std::size_t i = 0; i < manifest.by_kind.size(); ++i) {
    const std::string name{names_of<EntryKind>.at(i)};
    text += name + std::string(12 - name.size(), ' ') + std::to_string(manifest.by_kind[i]) + "\n";
  }
  text += "dates     " + manifest.first_date + " to " + manifest.last_date + "\n";
  Output output;
  output.write(text);
  return finish(output, exit_done);
}

std::string hits_as_json(const Corpus& corpus, const std::string& id,
                         const std::vector<SearchHit>& hits) {
  std::string line = "{\"id\":";
  append_json_string(line, id);
  line += ",\"hits\":[";
  for (const SearchHit& hit : hits) {
    if (line.back() != '[') line += ',';
    line += "{\"entry\":";
    append_json_string(line, corpus.id(hit.entry));
    line += ",\"score\":";
    append_json_score(line, hit.score);
    line += ",\"span\":";
    append_json_span(line, hit.passage);
    line += ",\"passage\":";
    append_json_string(line, slice(corpus.text(hit.entry), hit.passage));
    line += '}';
  }
  return line + "]}\n";
}

std::string hits_for_people(const Corpus& corpus, const std::vector<SearchHit>& hits) {
  std::string text;
  for (const SearchHit& hit : hits) {
    text += show_on_one_line(corpus.id(hit.entry)) + "  " +
            show_on_one_line(corpus.speaker(hit.entry)) + "\n    " +
            show_on_one_line(slice(corpus.text(hit.entry), hit.passage)) + "\n";
  }
  return text;
}

// One search after the other, in the form asked for.
class Searcher {
 public:
  Searcher(const Corpus& corpus, const ParsedOptions& options, Output& output, SearchOptions search)
      : corpus_(&corpus),
        output_(&output),
        search_(search),
        json_(options.value("format") == "jsonl") {}

  void run(const std::string& id, const std::string& text) {
    const auto hits = search_entries(*corpus_, text, search_);
    output_->write(json_ ? hits_as_json(*corpus_, id, hits) : hits_for_people(*corpus_, hits));
  }

 private:
  const Corpus* corpus_;
  Output* output_;
  SearchOptions search_;
  bool json_;
};

int run_queries(const std::string& path, std::size_t longest, Output& output, Searcher& searcher) {
  auto file = open_for_reading(path);
  if (!file) return fail(file.error());
  ByteSource lines(*std::move(file), longest, [&] { output.flush(); });
  int status = exit_done;
  for (std::size_t number = 1;; ++number) {
    const auto line = lines.next_line();
    if (!line) return fail(line.error());
    if (!*line || output.stopped()) return status;
    const auto query =
        (*line)->too_long
            ? Result<Query>(Error{.kind = ErrorKind::bad_record, .message = "too long"})
            : read_query((*line)->bytes);
    if (query) {
      searcher.run(query->id, query->text);
      continue;
    }
    Error error = query.error();
    error.file = path;
    error.line = number;
    status = fail(error);
  }
}

int search(const ParsedOptions& options) {
  const auto queries = options.maybe("queries");
  if (options.arguments().size() != (queries ? 1U : 2U)) {
    return fail("a corpus and what to look for are needed: DIR \"words\", or DIR --queries FILE");
  }
  SearchOptions how{.kind = value_named<EntryKind>(options.value("kind")), .top = 0};
  const std::string top = options.value("top");
  const auto [stop, error] = std::from_chars(top.data(), top.data() + top.size(), how.top);
  if (error != std::errc{} || stop != top.data() + top.size())
    return fail("--top " + top + ": no number");
  const auto corpus = open_corpus(options.arguments().front());
  if (!corpus) return fail(corpus.error());
  auto output = open_output(options);
  if (!output) return fail(output.error());
  Searcher searcher(*corpus, options, *output, how);
  if (queries) {
    return finish(*output, run_queries(*queries, longest_line(options), *output, searcher));
  }
  searcher.run("", options.arguments().back());
  return finish(*output, exit_done);
}

std::vector<OptionRow> options_and(std::vector<std::string_view> names, std::string_view format) {
  names.insert(names.end(), {"help-as", "version", "help"});
  std::vector<OptionRow> rows = pick_options(names);
  for (OptionRow& row : rows) {
    if (row.name == "format") row.fallback = format;
    if (row.name == "format") row.help = "Write JSON Lines, a table, or text for people";
  }
  return rows;
}

ProgramTable command(std::string name, std::string summary, std::string arguments,
                     std::string description, std::vector<OptionRow> rows,
                     std::vector<ShellExample> examples) {
  return {.name = std::string{program} + " " + std::move(name),
          .summary = std::move(summary),
          .arguments = std::move(arguments),
          .description = std::move(description),
          .options = std::move(rows),
          .examples = std::move(examples),
          .exit_status = std::string{filter_exit_status}};
}

std::vector<SubCommand> commands() {
  const std::vector<std::string_view> input{"language", "licence", "max-record", "rules"};
  const std::string kinds =
      "INPUT is JSON Lines of entries, CSV or TSV with a header, schema.org ClaimReview, plain "
      "text "
      "or HTML; a directory stands for all files below it. What cannot be read is told and passed "
      "over.";
  return {
      {"build",
       command("build", "make a corpus of entries", "DIR INPUT...",
               "Makes the corpus DIR afresh. A corpus that is there is replaced in one step; "
               "anything else that is there is left alone, with an error.\n\n" +
                   kinds,
               options_and(input, ""),
               {{"cotejo corpus build speeches.dir speeches/*.txt --language es",
                 "A corpus of the texts in a directory"}}),
       [](const ParsedOptions& options) { return build(options, true); }},
      {"add",
       command("add", "add entries to a corpus", "DIR INPUT...",
               "Adds entries to the corpus DIR, in one step.\n\n" + kinds, options_and(input, ""),
               {{"cotejo corpus add speeches.dir today.jsonl", "One more day"}}),
       [](const ParsedOptions& options) { return build(options, false); }},
      {"list",
       command("list", "list the entries of a corpus", "DIR",
               "Lists the entries of a corpus, all or those that fit.",
               options_and({"kind", "speaker", "since", "until", "language", "format", "output"},
                           "text"),
               {{"cotejo corpus list speeches.dir --speaker Putin --since 2025-01-01",
                 "What somebody said this year"}}),
       list},
      {"info",
       command("info", "say what a corpus holds", "DIR",
               "Says what a corpus holds, and checks that no byte of it is damaged.",
               options_and({}, ""), {{"cotejo corpus info speeches.dir", "Size, kinds and dates"}}),
       info},
      {"search",
       command("search", "search a corpus by topic", "DIR [\"WORDS\"]",
               "Lists the entries nearest to some words, best first.",
               options_and({"queries", "kind", "top", "format", "output", "max-record"}, "text"),
               {{"cotejo corpus search speeches.dir \"tropas en la frontera\"",
                 "What there is on a "
                 "topic"}}),
       search}};
}

ProgramTable whole() {
  return {.name = std::string{program},
          .summary = "build, list and search a reference corpus",
          .arguments = "COMMAND [ARGUMENT...]",
          .description =
              "Reference corpora are what articles are checked against: statements, "
              "documents, published figures and earlier fact-checks.",
          .options = pick_options({"help-as", "version", "help"}),
          .examples = {},
          .exit_status = std::string{filter_exit_status}};
}

}  // namespace

int run_corpus(const std::vector<std::string>& arguments) {
  return run_command(whole(), commands(), arguments);
}

}  // namespace cotejo
