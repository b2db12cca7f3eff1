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
          "Reads records and renders each: one page of HTML that needs nothing else, or text for a "
          "terminal. It adds nothing to the records: what was not checked is said to be not "
          "checked.\n\n"
          "Several records need a directory for --output; it gets a page each and an index. The "
          "exit status tells of findings.",
      .options = cotejo::filter_options_and({"ui-language", "template", "fail-on"}),
      .examples = {{"cotejo-check article.txt | cotejo-report > report.html",
                    "A page of one article"},
                   {"cotejo-check *.txt | cotejo-report -o reports/", "A page each, and an index"},
                   {"cotejo-check article.txt | cotejo-report --format text", "The same as text"}},
      .exit_status = std::string{cotejo::checker_exit_status}};
  std::erase_if(table.options, [](const auto& row) { return row.name == "positions"; });
  for (cotejo::OptionRow& row : table.options) {
    if (row.name == "output")
      row.help =
          "Write to FILE, or a page each and an index if it is a "
          "directory or ends in /";
    if (row.name != "format") continue;
    row.help = "Render a page, text, or pass the records on";
    row.fallback = "html";
    row.choices = {"html", "text", "jsonl"};
  }
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
  const auto format = cotejo::value_named<cotejo::ReportFormat>(options.value("format"));
  const bool page = format == cotejo::ReportFormat::html;
  cotejo::PagePlace place;
  if (page) place = cotejo::page_place(options.value("output"));
  if (!place.directory) place.path.clear();  // a single file is the output itself
  const auto pages = cotejo::ReportPages::make(options, *prepared.rules,
                                               format.value_or(cotejo::ReportFormat::html), place);
  if (!pages) return fail(pages.error());
  (*pages)->set_colour(cotejo::colour_of(options));
  prepared.work->render =
      format ? [&](const cotejo::Finished& finished) { return (*pages)->render(finished); }
             : cotejo::renderer_of(options, cotejo::Stage::check);
  const int status = cotejo::run_over_inputs({.program = "cotejo-report",
                                              .options = &options,
                                              .work = &*prepared.work,
                                              .header = "",
                                              .fail_on = cotejo::fail_threshold(options),
                                              .count = {},
                                              .to_standard_output = place.directory,
                                              .one_document = page && !place.directory});
  if (!place.directory) return status;
  return std::max(status, cotejo::write_side_file("cotejo-report", (*pages)->index()));
}

}  // namespace

int main(int count, char** values) try {
  return run(cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-report", error.what());
  return cotejo::exit_failed;
}
