#include <cotejo/check/article_view.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace cotejo {
namespace {

constexpr std::array<std::string_view, 3> closing_marks{"”", "»", "›"};
constexpr std::array<std::string_view, 3> opening_marks{"“", "«", "‹"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::ranges::find(marks, text) != marks.end();
}

/// Apostrophes are no marks that anybody could close.
bool is_apostrophe(std::string_view text) { return text == "'" || text == "’" || text == "‘"; }

void find_unbalanced(const ArticleView& article) {
  const Analysis& analysis = article.analysis;
  for (const Quotation& quotation : analysis.quotations()) {
    const bool unclosed = quotation.state == Quotation::State::unclosed;
    const bool mismatched = quotation.state == Quotation::State::mismatched;
    if ((!unclosed && !mismatched) || quotation.range.length() == 0) continue;
    const std::string_view mark = analysis.text_of(quotation.range.begin);
    if (is_apostrophe(mark)) continue;
    article.findings.add(unclosed ? "mark-unclosed" : "mark-mismatched",
                         analysis.span_of(quotation.range),
                         {{"mark", std::string(mark)},
                          {"close", std::string(analysis.text_of(quotation.range.end - 1))}});
  }
}

bool is_lower_word(const ArticleView& article, std::uint32_t token) {
  const Token& word = article.analysis.tokens()[token];
  return word.kind == TokenKind::word && word.letter_case == TokenCase::lower &&
         count_code_points(article.analysis.text_of(token)) >= 2;
}

bool is_any_word(const ArticleView& article, std::uint32_t token) {
  const Token& word = article.analysis.tokens()[token];
  return word.kind == TokenKind::word && count_code_points(article.analysis.text_of(token)) >= 2;
}

/// True if the tokens around belong to an address: "a@b.org", "https://…".
bool is_address(const ArticleView& article, std::uint32_t token) {
  const std::uint32_t begin = token > 4 ? token - 4 : 0;
  const auto size = static_cast<std::uint32_t>(article.analysis.tokens().size());
  for (std::uint32_t t = begin; t < std::min(token + 5, size); ++t) {
    const std::string_view text = article.analysis.text_of(t);
    if (text == "@" || text == "/" || text == "_" || text == "=") return true;
  }
  return false;
}

/// Letter, mark, letter without a blank: "personas,diez", "futuro”,informó".
void find_missing_spaces(const ArticleView& article) {
  const auto tokens = article.analysis.tokens();
  for (std::uint32_t t = 1; t + 1 < tokens.size(); ++t) {
    const std::string_view mark = article.analysis.text_of(t);
    if (!tokens[t].glued || !tokens[t + 1].glued) continue;
    const bool comma = mark == "," || mark == ";" || mark == ":";
    const bool after_word = is_any_word(article, t - 1) && is_lower_word(article, t + 1);
    const bool after_close =
        is_one_of(article.analysis.text_of(t - 1), closing_marks) && is_any_word(article, t + 1);
    const bool stop = mark == "." && is_lower_word(article, t - 1) &&
                      tokens[t + 1].letter_case == TokenCase::capital &&
                      is_any_word(article, t + 1);
    const bool close = is_one_of(mark, closing_marks) && is_any_word(article, t + 1) &&
                       tokens[t - 1].kind != TokenKind::digits;
    const bool open = is_one_of(mark, opening_marks) && is_lower_word(article, t - 1) &&
                      is_any_word(article, t + 1);
    if (!(comma && (after_word || after_close)) && !stop && !close && !open) continue;
    if (is_address(article, t)) continue;
    const Span span{tokens[t - 1].span.begin, tokens[t + 1].span.end};
    article.findings.add("space-missing", span, {{"text", article.text(span)}});
  }
}

}  // namespace

void check_marks(const ArticleView& article) {
  find_unbalanced(article);
  find_missing_spaces(article);
}

}  // namespace cotejo
