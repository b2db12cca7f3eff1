// How fast articles are read. Prints one JSON line a job (bench.hpp).
//   read_bench [PAGE.html…]      pages beside the plain text made here
#include "bench.hpp"
#include "newswire.hpp"

#include <cotejo/read/read_article.hpp>
#include <cotejo/text/sentences.hpp>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

LanguageTraits language() {
  LanguageTraits traits;
  traits.code = "es";
  traits.function_words = {"el", "la", "de", "que", "y", "en", "un", "una", "los", "las"};
  traits.tokens.abbreviations = {"Sr.", "Sra.", "EE.", "UU.", "Dr.", "art.", "núm."};
  return traits;
}

std::size_t total_bytes(const std::vector<std::string>& inputs) {
  std::size_t bytes = 0;
  for (const std::string& input : inputs) bytes += input.size();
  return bytes;
}

void measure(const char* name, const std::vector<std::string>& inputs, InputFormat format,
             std::optional<std::string> given_language) {
  const LanguageTraits spanish = language();
  const ArticleReader reader({&spanish, 1});
  std::size_t sentences = 0;
  const double seconds = bench::seconds_of(3, [&] {
    for (const std::string& bytes : inputs) {
      const auto document = reader.read({bytes, "a.txt", given_language, format});
      if (!document) continue;
      for (const Paragraph& paragraph : *document->paragraphs) {
        sentences += paragraph.sentences.size();
      }
    }
  });
  std::string all;
  for (const std::string& bytes : inputs) all += bytes;
  bench::print({name, total_bytes(inputs), seconds}, bench::copy_seconds(all));
}

void measure_sentences(const std::string& text) {
  const LanguageTraits spanish = language();
  const SentenceBreaker breaker("es", spanish.tokens.abbreviations);
  std::size_t found = 0;
  const double seconds = bench::seconds_of(3, [&] {
    found = breaker.find_sentences(text, {0, static_cast<Offset>(text.size())}).size();
  });
  bench::print({"sentences", text.size(), seconds}, bench::copy_seconds(text));
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> articles;
  for (std::uint64_t seed = 1; seed <= 6000; ++seed) {
    articles.push_back(bench::newswire("es", 3000, seed));
  }
  measure("plain text", articles, InputFormat::text, "es");
  measure("plain text, language detected", articles, InputFormat::text, std::nullopt);
  measure_sentences(bench::newswire("es", 20000000, 1));

  std::vector<std::string> pages;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (!pages.empty()) measure("pages", pages, InputFormat::html, std::nullopt);
  return 0;
}
