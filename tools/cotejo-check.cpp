// cotejo-check: checks quotes and numbers against a corpus and the article against itself.

#include "support/filter.hpp"
#include "support/option_rows.hpp"
#include "support/reference.hpp"
#include "support/tables.hpp"

#include <exception>
#include <utility>

namespace {

cotejo::ProgramTable table() {
  return {
      .name = "cotejo-check",
      .summary =
          "check quotes and numbers against a reference corpus, and an article against "
          "itself",
      .arguments = "[FILE...]",
      .description =
          "Reads records or articles and adds the layers `evidence`, `verdicts` and `findings`: "
          "the passages of the corpus that quotes and claims come from, how the article stands "
          "to them, and what an editor should look at. It never says that something is true or "
          "false. Layers that it needs are filled first where they are not there yet.\n\n"
          "Without --corpus and --against the article is checked against itself only: numbers "
          "that do not add up, slips of the pen, quotes without a speaker.",
      .options = cotejo::filter_options_and({"corpus", "against", "window", "today", "fail-on"}),
      .examples = {{"cotejo-check --format text article.txt",
                    "The article's own faults, a line each"},
                   {"cotejo-quotes article.txt | cotejo-check --corpus corpus.dir",
                    "Records with "
                    "verdicts"},
                   {"cotejo-check --format text article.txt --against speech.txt",
                    "Quotes against the speech they come from"}},
      .exit_status = std::string{cotejo::checker_exit_status}};
}

int fail(const cotejo::Error& error) {
  cotejo::say("cotejo-check", error.to_string());
  return cotejo::exit_failed;
}

int run(const std::vector<std::string>& arguments) {
  const cotejo::Started started = cotejo::start(table(), arguments);
  if (!started.options) return started.status;
  const cotejo::ParsedOptions& options = *started.options;
  cotejo::Prepared prepared = cotejo::prepare(table(), options, cotejo::Stage::check);
  if (!prepared.work) return prepared.status;
  const auto corpus = cotejo::open_reference(options, *prepared.rules);
  if (!corpus) return fail(corpus.error());
  const auto check = cotejo::check_options_of(options);
  if (!check) return fail(check.error());
  prepared.work->context = {.corpus = corpus->get(), .check = *check};
  prepared.work->render = cotejo::renderer_of(options, cotejo::Stage::check);
  const bool table_wanted = options.value("format") == "tsv";
  return cotejo::run_over_inputs(
      {.program = "cotejo-check",
       .options = &options,
       .work = &*prepared.work,
       .header = table_wanted ? cotejo::table_header(cotejo::Stage::check) : "",
       .fail_on = cotejo::fail_threshold(options)});
}

}  // namespace

int main(int count, char** values) try {
  return run(cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-check", error.what());
  return cotejo::exit_failed;
}
