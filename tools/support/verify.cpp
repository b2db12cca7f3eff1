#include "verify.hpp"

#include "filter.hpp"
#include "option_rows.hpp"
#include "progress.hpp"
#include "reference.hpp"
#include "report_pages.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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
      .options = filter_options_and({"corpus", "against", "window", "today", "ui-language",
                                     "template", "review", "since", "fail-on"}),
      .examples = {{"cotejo verify article.txt", "What the article itself shows"},
                   {"cotejo verify article.txt --against speech.txt",
                    "Its quotes against the speech they come from"},
                   {"cotejo verify article.txt --corpus corpus.dir -o report.html",
                    "The findings, and a page for the editor"},
                   {"cotejo verify *.txt -o reports/", "A page each, and an index"},
                   {"cotejo verify article.txt --review article.review.jsonl -o report.html",
                    "With the decisions made so far"}},
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
  describe_since(table.options);
  return table;
}

// What the summary line says.
class Tally {
 public:
  void count(const Document& document) {
    const std::scoped_lock lock(mutex_);
    ++articles_;
    if (!document.findings) return;
    for (const Finding& finding : *document.findings) {
      ++findings_.at(static_cast<std::size_t>(finding.severity));
    }
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
                             const std::function<Result<Rendered>(const Finished&)>& output,
                             ReportPages* pages) {
  auto rendered = output(finished);
  if (!rendered || pages == nullptr) return rendered;
  auto page = pages->render(finished);
  if (!page) return page;
  rendered->files = std::move(page->files);
  return rendered;
}

Result<std::unique_ptr<ReportPages>> pages_of(const ParsedOptions& options,
                                              const Reviews& reviews) {
  if (!options.has("output")) return std::unique_ptr<ReportPages>();
  return ReportPages::make(options, reviews, ReportFormat::html,
                           report_place(options.value("output")));
}

using Renderer = std::function<Result<Rendered>(const Finished&)>;

// What goes to standard output: records and tables as of cotejo-check; lines with what was decided.
Result<Renderer> output_of(const ParsedOptions& options, const Reviews& reviews) {
  if (options.value("format") != "text") return renderer_of(options, Stage::check);
  auto lines = ReportPages::make(options, reviews, ReportFormat::lines, {});
  if (!lines) return lines.error();
  (*lines)->set_colour(colour_of(options));
  return Renderer([pages = std::shared_ptr<ReportPages>(*std::move(lines))](const auto& finished) {
    return pages->render(finished);
  });
}

// How many articles there will be, where the command line says it.
std::optional<std::size_t> expected_articles(const ParsedOptions& options) {
  if (options.has("files-from") || options.arguments().empty()) return std::nullopt;
  return options.arguments().size();
}

int run(const ParsedOptions& options, Work& work, const Renderer& output, ReportPages* pages) {
  Tally tally;
  Progress progress("articles", expected_articles(options));
  work.render = [&](const Finished& finished) {
    tally.count(finished.document);
    return render_both(finished, output, pages);
  };
  const int status =
      run_over_inputs({.program = std::string{program},
                       .options = &options,
                       .work = &work,
                       .header = options.value("format") == "tsv" ? table_header(Stage::check) : "",
                       .fail_on = fail_threshold(options),
                       .count = [&](const Worked&) { progress.step(); },
                       .to_standard_output = true,
                       .one_document = pages != nullptr && !pages->place().directory});
  progress.end();
  say(program, tally.summary());
  return pages == nullptr ? status : std::max(status, write_index(program, *pages));
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
  const auto reviews = Reviews::open(options, *prepared.rules);
  if (!reviews) return fail(reviews.error());
  prepared.work->worst = [&](const auto& document) { return reviews->worst_open(document); };
  const auto output = output_of(options, *reviews);
  if (!output) return fail(output.error());
  const auto pages = pages_of(options, *reviews);
  if (!pages) return fail(pages.error());
  return run(options, *prepared.work, *output, pages->get());
}

}  // namespace cotejo
