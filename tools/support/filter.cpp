#include "filter.hpp"

#include "help.hpp"
#include "ordered_run.hpp"
#include "output.hpp"
#include "rule_directories.hpp"
#include "tables.hpp"

#include <cotejo/io/splice.hpp>
#include <cotejo/rules/entry.hpp>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <set>
#include <thread>
#include <utility>

namespace cotejo {
namespace {

Error bad_usage(std::string message) {
  return {.kind = ErrorKind::bad_usage, .message = std::move(message)};
}

void write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::write(number, bytes.data(), bytes.size());
    if (put <= 0) return;  // nobody can be told
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_day(std::string_view text) {
  return text.size() == 10 && text.find_first_not_of("0123456789-") == std::string_view::npos &&
         text[4] == '-' && text[7] == '-';
}

Result<InputOptions> input_options(const ParsedOptions& options) {
  const auto longest = parse_size(options.value("max-record"));
  if (!longest) return bad_usage("--max-record " + options.value("max-record") + ": no size");
  InputOptions input{.files = options.arguments(),
                     .files_from = options.values("files-from"),
                     .name_end = options.has("null") ? '\0' : '\n',
                     .kind = InputKind::look,
                     .longest = *longest};
  if (input.files.empty() && input.files_from.empty()) input.files = {"-"};
  const std::string from = options.value("from");
  if (from == "text") input.kind = InputKind::text;
  if (from == "html") input.kind = InputKind::html;
  if (from == "jsonl") input.kind = InputKind::records;
  return input;
}

Result<std::size_t> job_count(const ParsedOptions& options) {
  const auto jobs = parse_count(options.value("jobs"));
  if (!jobs) return bad_usage("--jobs " + options.value("jobs") + ": no number");
  if (*jobs > 0) return *jobs;
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

Result<Output> open_output(const FilterRun& run) {
  const auto path = run.options->maybe("output");
  if (!path || run.to_standard_output || *path == "-") return Output();
  return Output::file(*path);
}

bool reaches(const std::optional<Severity>& worst, const std::optional<Severity>& limit) {
  return worst && limit && *worst <= *limit;
}

// Takes results in order: writes, tells what went wrong, remembers the exit status.
class Sink {
 public:
  Sink(const FilterRun& run, Output& output) : run_(&run), output_(&output) {}

  bool take(const Worked& worked) {
    if (run_->one_document && !worked.failed && ++documents_ > 1) {
      say(run_->program,
          "several records need -o DIR, an existing directory or a name ending in /");
      failed_ = true;
      abandoned_ = true;
      return false;
    }
    output_->write(worked.rendered.bytes);
    take_files(worked.rendered.files);
    if (run_->options->has("line-buffered")) output_->flush();
    for (const std::string& message : worked.messages) say(run_->program, message);
    for (const std::string& note : worked.notes) {
      if (notes_.insert(note).second) say(run_->program, "note: " + note);
    }
    if (worked.failed) failed_ = true;
    if (reaches(worked.worst, run_->fail_on)) found_ = true;
    if (run_->count) run_->count(worked);
    return !output_->stopped() && !worked.hopeless;
  }

  void write_files() {
    for (const SideFile& file : std::exchange(files_, {})) {
      if (write_side_file(run_->program, file) != exit_done) failed_ = true;
    }
  }

  // True if what has been written is not what was asked for.
  [[nodiscard]] bool abandoned() const { return abandoned_; }

  [[nodiscard]] int status() const {
    if (failed_) return exit_failed;
    return found_ ? exit_findings : exit_done;
  }

 private:
  // A page that may turn out not to be the only one waits for the end.
  void take_files(const std::vector<SideFile>& files) {
    files_.insert(files_.end(), files.begin(), files.end());
    if (!run_->one_document) write_files();
  }

  const FilterRun* run_;
  Output* output_;
  std::set<std::string> notes_;
  std::vector<SideFile> files_;
  std::size_t documents_ = 0;
  bool abandoned_ = false;
  bool failed_ = false;
  bool found_ = false;
};

// True if standard input is a terminal and no input is named: time to print the usage.
bool lacks_input(const ParsedOptions& options) {
  return options.arguments().empty() && !options.has("files-from") && ::isatty(STDIN_FILENO) != 0;
}

// The work that the options of every filter describe, without `render`.
Result<Work> work_of(const ParsedOptions& options, RuleService& rules,
                     std::optional<Stage> target) {
  const auto input = input_options(options);
  if (!input) return input.error();
  Work work;
  work.rules = &rules;
  work.target = target;
  work.language = options.maybe("language");
  work.date = options.maybe("date");
  work.kind = input->kind;
  if (work.language && work.language->empty()) return bad_usage("--language: empty");
  if (work.date && !is_day(*work.date)) {
    return bad_usage("--date " + *work.date + ": not a day of the form YYYY-MM-DD");
  }
  return work;
}

}  // namespace

void say(std::string_view program, std::string_view message) {
  write_all(STDERR_FILENO, std::string{program} + ": " + std::string{message} + "\n");
}

int print(std::string_view program, std::string_view text) {
  Output output;
  output.write(text);
  output.finish();
  if (!output.fault()) return exit_done;
  say(program, output.fault()->to_string());
  return exit_failed;
}

std::vector<std::string> arguments_of(int count, char** values) {
  return {values + std::min(count, 1), values + count};
}

Started start(const ProgramTable& table, const std::vector<std::string>& arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen by the failing write
  auto options = parse_options(table, split_words(environment("COTEJO_OPTIONS")), arguments);
  if (!options) {
    say(table.name, options.error().message);
    return {.options = std::nullopt, .status = exit_failed};
  }
  const auto answer = [&](std::string_view text) -> Started {
    return {.options = std::nullopt, .status = print(table.name, text)};
  };
  if (options->has("help")) return answer(render_help(table));
  if (const auto form = options->maybe("help-as")) return answer(render_help_as(table, *form));
  if (options->has("version")) {
    return answer(table.name + " " + std::string{program_version()} + "\n");
  }
  return {.options = *std::move(options)};
}

Colour colour_of(const ParsedOptions& options) {
  const std::string when = options.value("color");
  if (when == "always") return Colour::always;
  const bool plain = when == "never" || !environment("NO_COLOR").empty() || options.has("output");
  return plain || ::isatty(STDOUT_FILENO) == 0 ? Colour::never : Colour::always;
}

std::function<Result<Rendered>(const Finished&)> renderer_of(const ParsedOptions& options,
                                                             Stage stage) {
  const std::string format = options.value("format");
  if (format == "tsv") {
    return [stage](const Finished& finished) -> Result<Rendered> {
      return Rendered{table_rows(finished.document, stage)};
    };
  }
  if (format == "text") {
    return [stage, colour = colour_of(options)](const Finished& finished) -> Result<Rendered> {
      return Rendered{layer_for_people(finished.document, stage, colour)};
    };
  }
  const bool chars = options.value("positions") == "chars";
  return [chars](const Finished& finished) -> Result<Rendered> {
    return Rendered{
        (chars ? with_char_positions(finished.line, finished.document) : finished.line) + "\n"};
  };
}

std::optional<Severity> fail_threshold(const ParsedOptions& options) {
  return value_named<Severity>(options.value("fail-on"));
}

int run_over_inputs(const FilterRun& run) {
  const auto fail = [&](const Error& error) {
    say(run.program, error.to_string());
    return exit_failed;
  };
  auto input = input_options(*run.options);
  if (!input) return fail(input.error());
  const auto jobs = job_count(*run.options);
  if (!jobs) return fail(jobs.error());
  auto output = open_output(run);
  if (!output) return fail(output.error());
  output->write(run.header);
  Sink sink(run, *output);
  const auto flush = [&] { output->flush(); };
  Inputs inputs(*std::move(input), *jobs == 1 ? std::function<void()>(flush) : [] {});
  const OrderedRun order{.next = [&] { return inputs.next(); },
                         .take = [&](const Worked& worked) { return sink.take(worked); },
                         .idle = flush};
  if (*jobs == 1) {
    run_in_turn(*run.work, order);
  } else {
    run_in_parallel(*run.work, order, *jobs);
  }
  if (!sink.abandoned()) {
    sink.write_files();
    output->finish();
  }
  if (output->fault()) return fail(*output->fault());
  return sink.status();
}

int write_side_file(std::string_view program, const SideFile& file) {
  auto output = Output::file(file.name);
  if (output) {
    output->write(file.bytes);
    output->finish();
  }
  const std::optional<Error> fault = output ? output->fault() : output.error();
  if (!fault) return exit_done;
  say(program, fault->to_string());
  return exit_failed;
}

Prepared prepare(const ProgramTable& table, const ParsedOptions& options,
                 std::optional<Stage> target) {
  if (lacks_input(options)) {
    write_all(STDERR_FILENO, render_usage(table));
    return {};
  }
  auto rules = RuleService::open(options.values("rules"));
  if (!rules) {
    say(table.name, rules.error().to_string());
    return {};
  }
  auto work = work_of(options, **rules, target);
  if (!work) {
    say(table.name, work.error().to_string());
    return {};
  }
  return {.rules = *std::move(rules), .work = *std::move(work), .status = exit_done};
}

int run_filter(const ProgramTable& table, Stage stage, const std::vector<std::string>& arguments) {
  const Started started = start(table, arguments);
  if (!started.options) return started.status;
  const ParsedOptions& options = *started.options;
  Prepared prepared = prepare(table, options, stage);
  if (!prepared.work) return prepared.status;
  prepared.work->render = renderer_of(options, stage);
  const bool table_wanted = options.value("format") == "tsv";
  return run_over_inputs({.program = table.name,
                          .options = &options,
                          .work = &*prepared.work,
                          .header = table_wanted ? table_header(stage) : "",
                          .fail_on = std::nullopt});
}

}  // namespace cotejo
