#ifndef COTEJO_CHECK_ARTICLE_ARITHMETIC_HPP
#define COTEJO_CHECK_ARTICLE_ARITHMETIC_HPP

#include <cotejo/check/article_view.hpp>

#include <optional>
#include <string_view>

namespace cotejo {

/// What the arithmetic of a check comes to.
struct Sum {
  bool wrong = false;   ///< the article says something else, beyond roundings and hedges
  double expected = 0;  ///< what should have come out
};

/// Works out a condition of docs/findings.md ("not-share") from the numbers that a match captured;
/// nothing if the condition is not known. A number that is missing, open or not settled makes
/// nothing wrong.
[[nodiscard]] std::optional<Sum> work_out(const ArticleView& article, const PatternMatch& match,
                                          std::string_view condition);

}  // namespace cotejo

#endif
