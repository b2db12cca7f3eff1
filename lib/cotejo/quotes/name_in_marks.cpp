// Tests: tests/unit/quotes/find_quotes_test.cpp.
#include <cotejo/quotes/name_in_marks.hpp>

namespace cotejo {

bool is_written_as_name(const Analysis& analysis, TokenRange words) {
  if (analysis.rules().language().nouns_have_capitals) return false;
  constexpr Offset longest_particle = 3;  // bytes
  std::size_t capitals = 0;
  for (std::uint32_t at = words.begin; at < words.end; ++at) {
    const Token& token = analysis.tokens()[at];
    if (token.kind != TokenKind::word) continue;
    const bool capital =
        token.letter_case != TokenCase::lower && token.letter_case != TokenCase::none;
    if (!capital && token.span.length() > longest_particle) return false;
    if (capital) ++capitals;
  }
  return capitals > 1;
}

}  // namespace cotejo
