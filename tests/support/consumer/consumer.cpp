// What a program outside the project needs: one package, one target.
#include <cotejo/io/record_reader.hpp>
#include <cotejo/io/record_writer.hpp>
#include <cotejo/quotes/find_quotes.hpp>
#include <cotejo/read/read_article.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <cstdio>

int main(int count, char** values) {
  if (count != 2) return 2;
  auto library = cotejo::RuleLibrary::open({values[1]});
  if (!library) return std::puts(library.error().to_string().c_str()), 1;
  const auto rules = library->rules_for("es");
  if (!rules) return std::puts(rules.error().to_string().c_str()), 1;
  const cotejo::ArticleInput input{.bytes = "Ana Ruiz dijo: “No habrá obras”.\n",
                                   .path = "note.txt",
                                   .language = "es",
                                   .format = cotejo::InputFormat::text};
  auto document = cotejo::read_article(input, library->traits());
  if (!document) return std::puts(document.error().to_string().c_str()), 1;
  cotejo::Analyser analyser(**rules);
  const auto analysis = analyser.analyse(document->text, *document->paragraphs);
  auto quotes = cotejo::find_quotes(*document, analysis);
  if (!quotes || quotes->empty()) return 1;
  document->quotes = *quotes;
  return cotejo::read_record(cotejo::write_record(*document)) ? 0 : 1;
}
