// cotejo-read: makes records of articles.

#include "support/filter.hpp"
#include "support/option_rows.hpp"

#include <exception>

namespace {

cotejo::ProgramTable table() {
  return {
      .name = "cotejo-read",
      .summary = "make records of articles: text, paragraphs, sentences, date, language",
      .arguments = "[FILE...]",
      .description =
          "Reads articles, plain text or HTML, and writes a record for each: the text, its "
          "paragraphs with their roles and sentences, the dateline, the language, and what the "
          "file says of itself. Of HTML, what is not the article is left out. Records that come in "
          "keep their text and get paragraphs.\n\n"
          "The language is the one given, that of the file, or the one whose common words are "
          "used. Without FILE, or with -, standard input is read.",
      .options = cotejo::filter_options(),
      .examples = {{"cotejo-read article.html", "A record of a page"},
                   {"cotejo read --format text article.html", "The text that positions count in"},
                   {"find . -name '*.txt' -print0 | cotejo-read -0 --files-from -",
                    "Records of all articles below a directory"}},
      .exit_status = std::string{cotejo::filter_exit_status}};
}

}  // namespace

int main(int count, char** values) try {
  return cotejo::run_filter(table(), cotejo::Stage::read, cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-read", error.what());
  return cotejo::exit_failed;
}
