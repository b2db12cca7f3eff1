#include "verify.hpp"

#include "filter.hpp"
#include "option_rows.hpp"
#include "progress.hpp"
#include "reference.hpp"
#include "report_pages.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view program = "cotejo verify";

ProgramTable table() {
  ProgramTable table{
      .name = std::string{program},
      .summary = "check the quotes and numbers of articles from end to end",
      .arguments = "[FILE...]",
      .description =
          "Reads articles, finds quotes, speakers, numbers and claims, checks them against a "
          "reference corpus or a few texts and the article against itself, and prints what an "
          "editor should look at, a line each: file:line:column: severity: text [code]. With -o "
          "the "
          "whole report is written as a page.\n\n"
          "It is the chain of cotejo-read, -quotes, -attribution, -quantities, -claims and -check "
          "in "
          "one process; --format jsonl prints the same bytes as that chain.",
      .options = filter_options_and(
          {"corpus", "against", "window", "today", "ui-language", "template", "fail-on"}),
      .examples = {{"cotejo verify article.txt", "What the article itself shows"},
                   {"cotejo verify article.txt --against speech.txt",
                    "Its quotes against the speech they come from"},
                   {"cotejo verify article.txt --corpus corpus.dir -o report.html",
                    "The findings, and a page for the editor"}},
      .exit_status = std::string{checker_exit_status}};
  for (OptionRow& row : table.options) {
    if (row.name == "jobs") row.fallback = "0";
    if (row.name == "format") row.fallback = "text";
    if (row.name == "output") {
      row.help =
          "Write the report to FILE, or a page each and an index if it is a directory or "
          "ends in /";
    }
  }
  return table;
}

// What the summary line says.
class Tally {
 public:
  void count(const Finished& finished) {
    const std::scoped_lock lock(mutex_);
    ++articles_;
    const auto counts = count_findings(finished.document);
    for (std::size_t i = 0; i < counts.size(); ++i) findings_.at(i) += counts.at(i);
  }

  [[nodiscard]] std::string summary() const {
    return plural(articles_, "article") + ": " + plural(findings_[0], "error") + ", " +
           plural(findings_[1], "warning") + ", " + plural(findings_[2], "note");
  }

 private:
  static std::string plural(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string{what} + (count == 1 ? "" : "s");
  }

  std::mutex mutex_;
  std::size_t articles_ = 0;
  std::array<std::size_t, 3> findings_{};
};

int fail(const Error& error) {
  say(program, error.to_string());
  return exit_failed;
}

// The lines that go to standard output, and the page if there is a place for it.
Result<Rendered> render_both(const Finished& finished,
                             const std::function<Result<Rendered>(const Finished&)>& lines,
                             ReportPages* pages) {
  auto rendered = lines(finished);
  if (!rendered || pages == nullptr) return rendered;
  auto page = pages->render(finished);
  if (!page) return page;
  rendered->files = std::move(page->files);
  return rendered;
}

Result<std::unique_ptr<ReportPages>> pages_of(const ParsedOptions& options, RuleService& rules) {
  if (!options.has("output")) return std::unique_ptr<ReportPages>();
  return ReportPages::make(options, rules, ReportFormat::html, page_place(options.value("output")));
}

int run(const ParsedOptions& options, Prepared& prepared, ReportPages* pages) {
  Tally tally;
  Progress progress("articles");
  prepared.work->render = [&,
                           lines = renderer_of(options, Stage::check)](const Finished& finished) {
    tally.count(finished);
    return render_both(finished, lines, pages);
  };
  const int status =
      run_over_inputs({.program = std::string{program},
                       .options = &options,
                       .work = &*prepared.work,
                       .header = options.value("format") == "tsv" ? table_header(Stage::check) : "",
                       .fail_on = fail_threshold(options),
                       .count = [&](const Worked&) { progress.step(); },
                       .to_standard_output = true,
                       .one_document = pages != nullptr && !pages->place().directory});
  progress.end();
  say(program, tally.summary());
  if (pages == nullptr || !pages->place().directory) return status;
  return std::max(status, write_side_file(program, pages->index()));
}

}  // namespace

int run_verify(const std::vector<std::string>& arguments) {
  const Started started = start(table(), arguments);
  if (!started.options) return started.status;
  const ParsedOptions& options = *started.options;
  Prepared prepared = prepare(table(), options, Stage::check);
  if (!prepared.work) return prepared.status;
  const auto corpus = open_reference(options, *prepared.rules);
  if (!corpus) return fail(corpus.error());
  const auto check = check_options_of(options);
  if (!check) return fail(check.error());
  prepared.work->context = {.corpus = corpus->get(), .check = *check};
  const auto pages = pages_of(options, *prepared.rules);
  if (!pages) return fail(pages.error());
  return run(options, prepared, pages->get());
}

}  // namespace cotejo
