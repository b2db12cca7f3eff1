// Tests: tests/unit/claims/statements_test.cpp.
#include <cotejo/claims/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

namespace cotejo {
namespace {

constexpr std::uint32_t shortest_clause = 4;  // words of a reported clause
constexpr double nearly_all = 0.85;           // of a sentence's words

/// The quotes of a document by the begin of their content, looked at once from front to back.
class QuoteCursor {
 public:
  explicit QuoteCursor(const Document& document) : document_(document) {}

  /// Numbers of the quotes whose content shares text with `sentence`, until the next call. Pre:
  /// sentences ascend.
  [[nodiscard]] std::span<const std::size_t> quotes_in(Span sentence) {
    found_.clear();
    if (!document_.quotes) return found_;
    const auto& quotes = *document_.quotes;
    while (next_ < quotes.size() && quotes[next_].content.begin < sentence.end)
      open_.push_back(next_++);
    std::erase_if(open_, [&](std::size_t i) { return quotes[i].content.end <= sentence.begin; });
    for (const std::size_t i : open_) {
      if (quotes[i].content.overlaps(sentence)) found_.push_back(i);
    }
    return found_;
  }

 private:
  const Document& document_;
  std::size_t next_ = 0;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> found_;
};

class StatementFinder {
 public:
  StatementFinder(const Document& document, const Analysis& analysis)
      : document_(document), analysis_(analysis), cursor_(document) {}

  std::vector<Statement> find() {
    const auto sentences = analysis_.sentences();
    statements_.reserve(sentences.size());
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].length() > 0) add_sentence(i, sentences[i]);
    }
    return std::move(statements_);
  }

 private:
  void add_sentence(std::uint32_t number, TokenRange tokens) {
    const Span span = analysis_.span_of(tokens);
    const std::span<const std::size_t> quotes = cursor_.quotes_in(span);
    const std::size_t place = statements_.size();
    std::optional<std::size_t> whole;  // the innermost quote that has nearly all of the sentence
    for (const std::size_t i : quotes) {
      const Span part = common(span, (*document_.quotes)[i].content);
      const TokenRange range = analysis_.tokens_in(part);
      if (range.length() >= nearly_all * tokens.length()) {
        whole = i;
      } else if (range.length() >= shortest_clause) {
        statements_.push_back(statement(number, part, range, i));
      }
    }
    Statement sentence{span, tokens, number, std::nullopt, false};
    if (whole)
      sentence =
          statement(number, common(span, (*document_.quotes)[*whole].content),
                    analysis_.tokens_in(common(span, (*document_.quotes)[*whole].content)), *whole);
    statements_.insert(statements_.begin() + static_cast<std::ptrdiff_t>(place), sentence);
    if (statements_.size() == place + 1) return;
    std::stable_sort(statements_.begin() + static_cast<std::ptrdiff_t>(place), statements_.end(),
                     [](const Statement& a, const Statement& b) { return a.span < b.span; });
  }

  [[nodiscard]] static Span common(Span a, Span b) {
    return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
  }

  [[nodiscard]] Statement statement(std::uint32_t sentence, Span span, TokenRange tokens,
                                    std::size_t quote) const {
    Statement statement{span, tokens, sentence, std::nullopt, false};
    if (document_.attributions && quote < document_.attributions->size()) {
      statement.attribution = Id<Attribution>(quote);
      statement.attributed = !(*document_.attributions)[quote].speaker.empty();
    }
    return statement;
  }

  const Document& document_;
  const Analysis& analysis_;
  QuoteCursor cursor_;
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> find_statements(const Document& document, const Analysis& analysis) {
  return StatementFinder(document, analysis).find();
}

}  // namespace cotejo
