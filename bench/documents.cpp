#include "documents.hpp"

#include "newswire.hpp"

#include <algorithm>
#include <utility>

namespace cotejo::bench {

std::vector<Paragraph> paragraphs_of(std::string_view text, const SentenceBreaker& breaker) {
  std::vector<Paragraph> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span span{static_cast<Offset>(begin), static_cast<Offset>(end)};
    if (!span.empty()) {
      paragraphs.push_back({span, ParagraphRole::body, breaker.find_sentences(text, span)});
    }
    begin = end + 1;
  }
  return paragraphs;
}

Document document_of(const std::string& language, std::string text,
                     const SentenceBreaker& breaker) {
  Document document;
  document.language = language;
  document.date = "2025-08-13";
  document.text = std::move(text);
  document.paragraphs = paragraphs_of(document.text, breaker);
  return document;
}

std::vector<Document> documents(const std::string& language, const RuleSet& rules,
                                std::size_t count) {
  constexpr std::size_t bytes = 3000;
  const SentenceBreaker breaker(language, rules.language().tokens.abbreviations);
  std::vector<Document> all;
  all.reserve(count);
  for (std::size_t seed = 1; seed <= count; ++seed) {
    all.push_back(document_of(language, newswire(language, bytes, seed), breaker));
  }
  return all;
}

}  // namespace cotejo::bench
