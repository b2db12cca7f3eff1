// cotejo-report: renders what was found for an editor.

#include "support/filter.hpp"
#include "support/option_rows.hpp"
#include "support/report_pages.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace {

cotejo::ProgramTable table() {
  cotejo::ProgramTable table{
      .name = "cotejo-report",
      .summary = "render what was found in an article for its editor",
      .arguments = "[FILE...]",
      .description =
          "Reads records and renders each: one page of HTML that needs nothing else, text for a "
          "terminal, Markdown, the number ledger as CSV, or the findings as SARIF 2.1.0, W3C Web "
          "Annotations, drafts of schema.org ClaimReview for what was accepted, or "
          "file:line:column lines. It adds nothing to the records: what was not checked is said to "
          "be not checked.\n\n"
          "Several records need a directory for --output; it gets a file each, of pages an index "
          "too. The exit status tells of findings that nobody has decided yet: decisions are made "
          "in the page, downloaded, and read back with --review; waivers for the whole house are "
          "rules.",
      .options = cotejo::filter_options_and(
          {"ui-language", "template", "review", "since", "today", "fail-on"}),
      .examples =
          {{"cotejo-check article.txt | cotejo-report > report.html", "A page of one article"},
           {"cotejo-check *.txt | cotejo-report -o reports/", "A page each, and an index"},
           {"cotejo-check article.txt | cotejo-report --format text", "The same as text"},
           {"cotejo-check article.txt | cotejo-report --review article.review.jsonl > r.html",
            "With the decisions made so far"},
           {"cotejo-check article.txt | cotejo-report --since old.jsonl --format lines",
            "Only what an earlier run did not find"},
           {"cotejo-check article.txt | cotejo-report --template mine.mustache",
            "Anything else, from a template of one's own"}},
      .exit_status = std::string{cotejo::checker_exit_status}};
  std::erase_if(table.options, [](const auto& row) { return row.name == "positions"; });
  for (cotejo::OptionRow& row : table.options) {
    if (row.name == "output")
      row.help =
          "Write to FILE, or a file each, of pages an index too, if it is a directory or ends in /";
    if (row.name != "format") continue;
    row.help = "Render in this form, or pass the records on (jsonl)";
    row.fallback = "html";
    row.choices.assign(cotejo::names_of<cotejo::ReportFormat>.begin(),
                       cotejo::names_of<cotejo::ReportFormat>.end());
    row.choices.emplace_back("jsonl");
  }
  cotejo::describe_since(table.options);
  return table;
}

int fail(const cotejo::Error& error) {
  cotejo::say("cotejo-report", error.to_string());
  return cotejo::exit_failed;
}

int run(const std::vector<std::string>& arguments) {
  const cotejo::Started started = cotejo::start(table(), arguments);
  if (!started.options) return started.status;
  const cotejo::ParsedOptions& options = *started.options;
  cotejo::Prepared prepared = cotejo::prepare(table(), options, std::nullopt);
  if (!prepared.work) return prepared.status;
  const auto reviews = cotejo::Reviews::open(options, *prepared.rules);
  if (!reviews) return fail(reviews.error());
  prepared.work->worst = [&](const auto& document) { return reviews->worst_open(document); };

  const auto format = cotejo::value_named<cotejo::ReportFormat>(options.value("format"));
  cotejo::ReportPlace place;
  if (format) place = cotejo::report_place(options.value("output"));
  if (!place.directory) place.path.clear();  // a single file is the output itself
  const auto pages = cotejo::ReportPages::make(options, *reviews,
                                               format.value_or(cotejo::ReportFormat::html), place);
  if (!pages) return fail(pages.error());
  (*pages)->set_colour(cotejo::colour_of(options));
  prepared.work->render =
      format ? [&](const cotejo::Finished& finished) { return (*pages)->render(finished); }
             : cotejo::renderer_of(options, cotejo::Stage::check);
  const bool in_files = place.directory;
  const int status = cotejo::run_over_inputs(
      {.program = "cotejo-report",
       .options = &options,
       .work = &*prepared.work,
       .header = format && !in_files ? std::string(cotejo::header_of(*format)) : "",
       .fail_on = cotejo::fail_threshold(options),
       .count = {},
       .to_standard_output = in_files,
       .one_document = format && cotejo::stands_alone(*format) && !in_files});
  return std::max(status, cotejo::write_index("cotejo-report", **pages));
}

}  // namespace

int main(int count, char** values) try {
  return run(cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-report", error.what());
  return cotejo::exit_failed;
}
