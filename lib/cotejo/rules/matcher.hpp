#ifndef COTEJO_RULES_MATCHER_HPP
#define COTEJO_RULES_MATCHER_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/stage_program.hpp>
#include <cotejo/rules/token_classes.hpp>
#include <cotejo/rules/window_masks.hpp>

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// Runs the patterns of a rule set over analyses; keeps what it learns from one text to the next.
///
/// Method. Each token has a class, the set of symbols that stand at it (TokenClasses). Window by
/// window these become masks of positions (WindowMasks), from which it is told which patterns are
/// needed there (StageProgram). Each is matched by operations on whole masks (PatternWalker); what
/// a pass emits is added to the masks that the next pass sees.
class Matcher {
 public:
  /// Which patterns are run.
  enum class Search : std::uint8_t {
    likely,     ///< those that are needed in a window
    everywhere  ///< all in all windows: the same matches, slowly; for tests
  };

  /// `rules` must outlive the Matcher.
  explicit Matcher(const RuleSet& rules);

  /// Fills the classes of all tokens. Pre: all else of `analysis` is filled.
  void classify(Analysis& analysis);

  /// See find_patterns().
  std::vector<PatternMatch> find(const Analysis& analysis, std::string_view stage,
                                 std::span<const LayerSpan> layers = {},
                                 std::string_view wanted = {}, std::string_view also = {},
                                 Search search = Search::likely);

  /// Symbols whose regular expression was given up on some token so far: it took too long.
  [[nodiscard]] const std::set<std::uint32_t>& aborted() const { return classes_.aborted(); }

 private:
  class Run;

  TokenClasses classes_;
  std::vector<StageProgram> programs_;
  WindowMasks masks_;
};

}  // namespace cotejo

#endif
