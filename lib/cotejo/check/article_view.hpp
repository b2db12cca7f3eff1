#ifndef COTEJO_CHECK_ARTICLE_VIEW_HPP
#define COTEJO_CHECK_ARTICLE_VIEW_HPP

#include <cotejo/check/messages.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The article as its own checks see it.
struct ArticleView {
  const Document& document;
  const Analysis& analysis;
  FindingList& findings;

  /// The tokens of a quantity.
  [[nodiscard]] TokenRange tokens_of(const Quantity& quantity) const {
    return analysis.tokens_in(quantity.span);
  }
  [[nodiscard]] std::string text(Span span) const {
    return std::string(slice(document.text, span));
  }
  /// True if the token is the punctuation mark, sign or word `text`.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view text) const {
    return token < analysis.tokens().size() && analysis.text_of(token) == text;
  }
};

/// The words of a text of stage check, folded: `words_of(rules, "conjunctions")` for
/// "check.conjunctions"; empty if the rules do not have it.
[[nodiscard]] std::set<std::string, std::less<>> words_of(const RuleSet& rules,
                                                          std::string_view name);

/// The one value of a quantity that says it exactly, or nothing.
[[nodiscard]] std::optional<double> exact_value(const Quantity& quantity);
/// Its value, whatever is said around it; of a range nothing.
[[nodiscard]] std::optional<double> any_value(const Quantity& quantity);

/// True if it is a bare number or counts things one by one.
[[nodiscard]] bool is_count(const Quantity& quantity);
/// True if it says how much or how many of something there is: no bare number, no date, no rank.
[[nodiscard]] bool is_figure(const Quantity& quantity);

/// How far off a number may be by rounding: half of its last digit that is not 0, at most a
/// twentieth. 1500 may be 50 off, 4.1 may be 0.05 off.
[[nodiscard]] double rounding_of(double value);

/// mark-unbalanced, space-missing.
void check_marks(const ArticleView& article);
/// quantity-conflict.
void check_conflicts(const ArticleView& article);
/// number-slip, number-ambiguous, sum-mismatch, count-mismatch, unit-mismatch.
void check_quantities(const ArticleView& article);
/// What the patterns of the rules find, with or without arithmetic: see docs/findings.md.
void check_patterns(const ArticleView& article);
/// date-mismatch.
void check_dates(const ArticleView& article);
/// quote-unattributed, unnamed-source, state-media-only, single-source, name-inconsistent.
void check_sources(const ArticleView& article);

}  // namespace cotejo

#endif
