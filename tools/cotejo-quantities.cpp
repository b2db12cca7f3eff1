// cotejo-quantities: finds numbers and what they count.

#include "support/filter.hpp"
#include "support/option_rows.hpp"

#include <exception>

namespace {

cotejo::ProgramTable table() {
  return {.name = "cotejo-quantities",
          .summary = "find numbers, what they count, and how they may be miswritten",
          .arguments = "[FILE...]",
          .description =
              "Reads records or articles and adds the layer `quantities`: every number, date, "
              "share, sum and measure with its value or range, its unit, what it counts, the words "
              "that hedge it, and a probable slip of the pen.\n\n"
              "A record that has quantities already gets new ones, and loses the layers that point "
              "into them. Without FILE, or with -, standard input is read.",
          .options = cotejo::filter_options(),
          .examples = {{"cotejo-quantities --format tsv article.txt", "A table, one number a line"},
                       {"cotejo-quantities article.txt | jq -c '.quantities[] | select(.slip)'",
                        "The numbers that are probably miswritten"}},
          .exit_status = std::string{cotejo::filter_exit_status}};
}

}  // namespace

int main(int count, char** values) try {
  return cotejo::run_filter(table(), cotejo::Stage::quantities,
                            cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-quantities", error.what());
  return cotejo::exit_failed;
}
