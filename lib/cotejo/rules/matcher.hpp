#ifndef COTEJO_RULES_MATCHER_HPP
#define COTEJO_RULES_MATCHER_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/backtracker.hpp>
#include <cotejo/rules/stage_program.hpp>
#include <cotejo/rules/token_classes.hpp>

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace cotejo {

/// Runs the patterns of a rule set over analyses; keeps what it learns from one text to the next.
///
/// Method. Each token has a class, the set of symbols that stand at it (TokenClasses). The class
/// says which patterns may begin there, and all classes of a window together which patterns may
/// match in it at all and which of those are needed (StageProgram). Only those are run, only from
/// there, by a matcher whose work is bounded (Backtracker). What a pass emits changes the classes
/// that the next pass sees.
class Matcher {
 public:
  /// Where patterns are tried.
  enum class Search : std::uint8_t {
    likely,     ///< where they may match
    everywhere  ///< at every token: the same matches, slowly; for tests
  };

  /// `rules` must outlive the Matcher.
  explicit Matcher(const RuleSet& rules);

  /// Fills the classes of all tokens. Pre: all else of `analysis` is filled.
  void classify(Analysis& analysis);

  /// See find_patterns().
  std::vector<PatternMatch> find(const Analysis& analysis, std::string_view stage,
                                 std::vector<LayerSpan>& layers, std::string_view wanted = {},
                                 Search search = Search::likely);

  /// Symbols whose regular expression was given up on some token so far: it took too long.
  [[nodiscard]] const std::set<std::uint32_t>& aborted() const { return classes_.aborted(); }

 private:
  struct Run;
  void run_pass(StageProgram& program, const StageProgram::Pass& pass, Run& run);
  void run_everywhere(const StageProgram& program, const StageProgram::Pass& pass, Run& run);
  void take_in_layers(Run& run);
  [[nodiscard]] MatchView view_of(const Run& run);

  TokenClasses classes_;
  std::vector<SymbolTest> tests_;  // by symbol
  std::vector<StageProgram> programs_;
};

}  // namespace cotejo

#endif
