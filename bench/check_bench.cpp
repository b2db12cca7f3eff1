// How fast an article is checked against itself, and its quotes against a corpus. Prints one JSON
// line a job.
#include "bench.hpp"
#include "documents.hpp"
#include "newswire.hpp"

#include <cotejo/check/check_document.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/rules/rule_library.hpp>
#include <cotejo/text/sentences.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

constexpr std::size_t article_count = 300;
constexpr std::size_t entry_count = 5000;

/// A document whose layers are there and empty.
Document empty_layers(Document document) {
  document.quotes.emplace();
  document.sources.emplace();
  document.attributions.emplace();
  document.quantities.emplace();
  return document;
}

/// Makes a direct quote of the first sentence of every paragraph.
void quote_sentences(Document& document) {
  Source speaker;
  speaker.name = "Speaker 7";
  document.sources->push_back(speaker);
  for (const Paragraph& paragraph : *document.paragraphs) {
    if (paragraph.sentences.empty()) continue;
    Quote quote;
    quote.content = paragraph.sentences.front();
    quote.parts = quote.marks = {quote.content};
    Attribution attribution;
    attribution.quote = Id<Quote>(document.quotes->size());
    attribution.speaker.emplace_back(std::size_t{0});
    document.quotes->push_back(std::move(quote));
    document.attributions->push_back(std::move(attribution));
  }
}

/// Drops every ninth word, so that quotes are found altered.
std::string altered(const std::string& text) {
  std::string kept;
  std::size_t word = 0;
  for (const char c : text) {
    if (c == ' ') ++word;
    if (word % 9 != 8 || c == '\n') kept += c;
  }
  return kept;
}

void measure(const std::string& language, const RuleSet& rules) {
  const SentenceBreaker breaker(language, rules.language().tokens.abbreviations);
  std::vector<CorpusEntry> entries;
  for (std::size_t i = 0; i < entry_count; ++i) {
    CorpusEntry entry;
    entry.id = std::to_string(i);
    entry.speaker = "Speaker " + std::to_string(i % 50);
    entry.date = "2025-08-10";
    entry.text = bench::newswire(language, 2000, i + 1);
    entries.push_back(std::move(entry));
  }
  const auto corpus = make_corpus(entries);
  Analyser analyser(rules);
  Lexis lexis(rules);
  for (const bool changed : {false, true}) {
    std::size_t bytes = 0;
    std::size_t quotes = 0;
    double itself = 0;
    double against = 0;
    for (std::size_t i = 0; i < article_count; ++i) {
      const std::string& text = entries[i * 7 % entry_count].text;
      Document document =
          empty_layers(bench::document_of(language, changed ? altered(text) : text, breaker));
      bytes += document.text.size();
      const Analysis analysis = analyser.analyse(document.text, *document.paragraphs);
      const double begin = bench::processor_seconds();
      (void)check_document(document, analysis, lexis, nullptr);
      const double middle = bench::processor_seconds();
      quote_sentences(document);
      quotes += document.quotes->size();
      (void)check_document(document, analysis, lexis, &*corpus);
      itself += middle - begin;
      against += bench::processor_seconds() - middle;
    }
    const std::string kind = changed ? " altered" : " exact";
    bench::print({language + kind + " article against itself", bytes, itself});
    std::printf(R"({"name":"%s%s quotes against %zu entries","quotes":%zu,"us_per_quote":%.1f})"
                "\n",
                language.c_str(), kind.c_str(), entry_count, quotes,
                against / static_cast<double>(quotes) * 1e6);
  }
}

}  // namespace

int main() {
  auto library = cotejo::RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
  if (!library) return 2;
  for (const char* language : {"es", "en"}) {
    const auto rules = library->rules_for(language);
    if (!rules) {
      std::fputs(rules.error().to_string().c_str(), stderr);
      return 2;
    }
    measure(language, **rules);
  }
  return 0;
}
