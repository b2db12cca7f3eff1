// cotejo-quotes: finds reported speech.

#include "support/filter.hpp"
#include "support/option_rows.hpp"

#include <exception>

namespace {

cotejo::ProgramTable table() {
  return {
      .name = "cotejo-quotes",
      .summary = "find reported speech in articles: who is said to have said what, in which words",
      .arguments = "[FILE...]",
      .description =
          "Reads records or articles and adds the layer `quotes` to each: direct, indirect and "
          "mixed quotes with their content, the words between quotation marks, the cue that "
          "reports and the words that name the source.\n\n"
          "A record that has quotes already gets new ones, and loses the layers that point into "
          "them. Without FILE, or with -, standard input is read.",
      .options = cotejo::filter_options(),
      .examples = {{"cotejo read article.txt | cotejo quotes", "Records with quotes"},
                   {"cotejo-quotes --format tsv article.txt", "A table, one quote a line"},
                   {"cotejo-quotes --format text article.txt", "The quotes, to be read"}},
      .exit_status = std::string{cotejo::filter_exit_status}};
}

}  // namespace

int main(int count, char** values) try {
  return cotejo::run_filter(table(), cotejo::Stage::quotes, cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-quotes", error.what());
  return cotejo::exit_failed;
}
