#ifndef COTEJO_BENCH_DOCUMENTS_HPP
#define COTEJO_BENCH_DOCUMENTS_HPP

#include <cotejo/model/document.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/sentences.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::bench {

/// The paragraphs of a text with one a line, with their sentences.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::string_view text,
                                                   const SentenceBreaker& breaker);

/// A document as `read` makes it of plain text: paragraphs, and no other layer.
[[nodiscard]] Document document_of(const std::string& language, std::string text,
                                   const SentenceBreaker& breaker);

/// So many documents of newswire, each of some three kilobytes.
[[nodiscard]] std::vector<Document> documents(const std::string& language, const RuleSet& rules,
                                              std::size_t count);

}  // namespace cotejo::bench

#endif
