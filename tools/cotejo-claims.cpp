// cotejo-claims: finds statements that can be checked.

#include "support/filter.hpp"
#include "support/option_rows.hpp"

#include <exception>

namespace {

cotejo::ProgramTable table() {
  return {.name = "cotejo-claims",
          .summary = "find statements that can be checked, and how much they want it",
          .arguments = "[FILE...]",
          .description =
              "Reads records or articles and adds the layer `claims`: sentences and reported words "
              "that can be checked, with what is measured, of whom, where and when, and a "
              "check-worthiness from 0 to 1 with the reasons for it. Layers that it needs are "
              "filled first where they are not there yet.\n\n"
              "A record that has claims already gets new ones, and loses the layers that point "
              "into them. Without FILE, or with -, standard input is read.",
          .options = cotejo::filter_options(),
          .examples = {{"cotejo-claims --format tsv article.txt | sort -k3,3nr | head",
                        "The claims that want checking most"},
                       {"cotejo-claims --format text article.txt", "The claims, to be read"}},
          .exit_status = std::string{cotejo::filter_exit_status}};
}

}  // namespace

int main(int count, char** values) try {
  return cotejo::run_filter(table(), cotejo::Stage::claims, cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-claims", error.what());
  return cotejo::exit_failed;
}
