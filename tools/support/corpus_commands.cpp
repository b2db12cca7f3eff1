#include "corpus_commands.hpp"

#include "commands.hpp"
#include "corpus_changes.hpp"
#include "filter.hpp"
#include "help.hpp"
#include "inputs.hpp"
#include "option_rows.hpp"
#include "output.hpp"

#include <cotejo/corpus/corpus.hpp>
#include <cotejo/corpus/corpus_sizes.hpp>
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

// Where a command writes.
Result<Output> open_output(const ParsedOptions& options) {
  const auto path = options.maybe("output");
  return path ? Output::file(*path) : Result<Output>(Output());
}

int finish(Output& output, int status) {
  output.finish();
  return output.fault() ? fail_corpus(*output.fault()) : status;
}

std::size_t longest_line(const ParsedOptions& options) {
  return parse_size(options.value("max-record")).value_or(std::size_t{128} << 20U);
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

constexpr std::string_view corpus_needed = "the directory of one corpus is needed";

int write_entries(const ParsedOptions& options, const Corpus& corpus,
                  const std::vector<std::uint32_t>& numbers, const std::string& format) {
  auto output = open_output(options);
  if (!output) return fail_corpus(output.error());
  if (format == "tsv") output->write("id\tkind\tdate\tspeaker\ttitle\ttext\n");
  for (const std::uint32_t number : numbers) {
    const auto entry = corpus.entry(number);
    if (!entry) return fail_corpus(entry.error());
    output->write(list_line(*entry, format));
    if (output->stopped()) break;
  }
  return finish(*output, exit_done);
}

int list_in(const ParsedOptions& options, const std::string& format) {
  if (options.arguments().size() != 1) return fail_corpus(corpus_needed);
  const auto corpus = open_corpus(options.arguments().front());
  if (!corpus) return fail_corpus(corpus.error());
  return write_entries(options, *corpus, list_entries(*corpus, filter_of(options)), format);
}

int list(const ParsedOptions& options) { return list_in(options, options.value("format")); }

// What `build` reads, so that a corpus can be taken elsewhere or made anew.
int export_all(const ParsedOptions& options) { return list_in(options, "jsonl"); }

int show(const ParsedOptions& options) {
  const auto& arguments = options.arguments();
  if (arguments.size() < 2) return fail_corpus("a corpus and at least one id are needed");
  const auto corpus = open_corpus(arguments.front());
  if (!corpus) return fail_corpus(corpus.error());
  std::vector<std::uint32_t> numbers;
  for (auto id = arguments.begin() + 1; id != arguments.end(); ++id) {
    std::uint32_t number = 0;
    while (number < corpus->size() && corpus->id(number) != *id) ++number;
    if (number == corpus->size()) return fail_corpus("no entry has the id \"" + *id + "\"");
    numbers.push_back(number);
  }
  return write_entries(options, *corpus, numbers, "jsonl");
}

int stats(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail_corpus(corpus_needed);
  const auto corpus = open_corpus(options.arguments().front());
  if (!corpus) return fail_corpus(corpus.error());
  const CorpusManifest& manifest = corpus->manifest();
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    text.append(name).append(name.size() < 12 ? 12 - name.size() : 1, ' ').append(value + "\n");
  };
  line("built by", manifest.built_by);
  line("entries", std::to_string(manifest.entries));
  line("words", std::to_string(manifest.words));
  for (std::size_t i = 0; i < manifest.by_kind.size(); ++i) {
    line(names_of<EntryKind>.at(i), std::to_string(manifest.by_kind[i]));
  }
  line("dates", manifest.first_date + " to " + manifest.last_date);
  std::string languages;
  for (const std::string& language : manifest.languages) {
    languages += (languages.empty() ? "" : " ") + (language.empty() ? "-" : language);
  }
  line("languages", languages);
  line("segments", std::to_string(corpus->segments().size()));
  const CorpusSizes sizes = sizes_of(*corpus);
  line("bytes", std::to_string(sizes.all));
  line("  entries", std::to_string(sizes.entries));
  line("  words", std::to_string(sizes.words));
  line("  shingles", std::to_string(sizes.shingles));
  line("  topics", std::to_string(sizes.topics));
  Output output;
  output.write(text);
  return finish(output, exit_done);
}

int verify_corpus(const ParsedOptions& options) {
  if (options.arguments().size() != 1) return fail_corpus(corpus_needed);
  const std::string& directory = options.arguments().front();
  const auto corpus = open_corpus(directory, {.trust = CorpusTrust::checksums});
  if (!corpus) return fail_corpus(corpus.error());
  for (std::uint32_t number = 0; number < corpus->size(); ++number) {
    if (const auto entry = corpus->entry(number); !entry) return fail_corpus(entry.error());
  }
  Output output;
  output.write(directory + ": " + std::to_string(corpus->size()) + " entries in " +
               std::to_string(corpus->segments().size()) + " segments, all as they were written\n");
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
  if (!file) return fail_corpus(file.error());
  ByteSource lines(*std::move(file), longest, [&] { output.flush(); });
  int status = exit_done;
  for (std::size_t number = 1;; ++number) {
    const auto line = lines.next_line();
    if (!line) return fail_corpus(line.error());
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
    status = fail_corpus(error);
  }
}

int search(const ParsedOptions& options) {
  const auto queries = options.maybe("queries");
  if (options.arguments().size() != (queries ? 1U : 2U)) {
    return fail_corpus(
        "a corpus and what to look for are needed: DIR \"words\", or DIR --queries FILE");
  }
  SearchOptions how{.kind = value_named<EntryKind>(options.value("kind")), .top = 0};
  const std::string top = options.value("top");
  const auto [stop, error] = std::from_chars(top.data(), top.data() + top.size(), how.top);
  if (error != std::errc{} || stop != top.data() + top.size())
    return fail_corpus("--top " + top + ": no number");
  const auto corpus = open_corpus(options.arguments().front());
  if (!corpus) return fail_corpus(corpus.error());
  auto output = open_output(options);
  if (!output) return fail_corpus(output.error());
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
  const std::vector<std::string_view> input{"language", "licence", "replace", "max-record",
                                            "rules"};
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
       build_entries},
      {"add",
       command(
           "add", "add entries to a corpus", "DIR INPUT...",
           "Adds entries to the corpus DIR, in one step. What is there is not written anew.\n\n" +
               kinds,
           options_and(input, ""),
           {{"cotejo corpus add speeches.dir today.jsonl", "One more day"},
            {"cotejo corpus add speeches.dir today.jsonl --replace",
             "Entries that were corrected"}}),
       add_entries},
      {"remove",
       command("remove", "remove entries from a corpus", "DIR ID...",
               "Removes the entries of these ids from the corpus DIR, in one step: all or none.",
               options_and({}, ""),
               {{"cotejo corpus remove speeches.dir today-1", "One entry less"}}),
       remove_entries},
      {"merge",
       command("merge", "make one corpus of several", "DIR CORPUS...",
               "Makes the corpus DIR of all entries of other corpora, which stay as they are. DIR "
               "may be one of them.",
               options_and({"replace"}, ""),
               {{"cotejo corpus merge all.dir speeches.dir corpus.dir", "Two desks, one corpus"}}),
       merge_corpora},
      {"list",
       command("list", "list the entries of a corpus", "DIR",
               "Lists the entries of a corpus, all or those that fit.",
               options_and({"kind", "speaker", "since", "until", "language", "format", "output"},
                           "text"),
               {{"cotejo corpus list speeches.dir --speaker Putin --since 2025-01-01",
                 "What somebody said this year"}}),
       list},
      {"show",
       command("show", "show entries of a corpus", "DIR ID...",
               "Writes the entries of these ids whole, as JSON Lines.", options_and({"output"}, ""),
               {{"cotejo corpus show speeches.dir speeches/monday | jq -r .text",
                 "The words of one entry"}}),
       show},
      {"export",
       command("export", "write a corpus as JSON Lines", "DIR",
               "Writes the entries of a corpus, all or those that fit, as the JSON Lines that "
               "build reads.",
               options_and({"kind", "speaker", "since", "until", "language", "output"}, ""),
               {{"cotejo corpus export speeches.dir -o speeches.jsonl", "A copy for elsewhere"}}),
       export_all},
      {"stats",
       command("stats", "say what a corpus holds", "DIR",
               "Says what a corpus holds, and how many bytes each part of it takes.",
               options_and({}, ""),
               {{"cotejo corpus stats speeches.dir", "Size, kinds and dates"}}),
       stats},
      {"verify",
       command(
           "verify", "check that no byte of a corpus is damaged", "DIR",
           "Checks every byte of a corpus against the checksums in its manifest, and that every "
           "entry can be read.",
           options_and({}, ""),
           {{"cotejo corpus verify speeches.dir", "After a disk gave trouble"}}),
       verify_corpus},
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
          .summary = "build, change, list and search a reference corpus",
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
