// cotejo-attribution: says who spoke and through whom.

#include "support/filter.hpp"
#include "support/option_rows.hpp"

#include <exception>

namespace {

cotejo::ProgramTable table() {
  return {.name = "cotejo-attribution",
          .summary = "say who spoke each quote, and through whom the words came",
          .arguments = "[FILE...]",
          .description =
              "Reads records or articles and adds the layers `sources` and `attributions`: every "
              "person or body that words are attributed to, once for each article, and for every "
              "quote its speakers and the agencies or media that passed the words on. What no rule "
              "settles has no speaker; it is never guessed. Quotes are looked for first where they "
              "are not there yet.\n\n"
              "A record that has attributions already gets new ones, and loses the layers that "
              "point into them. Without FILE, or with -, standard input is read.",
          .options = cotejo::filter_options(),
          .examples = {{"cotejo read article.txt | cotejo quotes | cotejo attribution",
                        "Records with speakers and relays"},
                       {"cotejo-attribution --format tsv article.txt | cut -f4 | sort | uniq -c",
                        "How often each speaker is quoted"}},
          .exit_status = std::string{cotejo::filter_exit_status}};
}

}  // namespace

int main(int count, char** values) try {
  return cotejo::run_filter(table(), cotejo::Stage::attribution,
                            cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-attribution", error.what());
  return cotejo::exit_failed;
}
