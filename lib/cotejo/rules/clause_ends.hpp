#ifndef COTEJO_RULES_CLAUSE_ENDS_HPP
#define COTEJO_RULES_CLAUSE_ENDS_HPP

#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// The layer of clauses, whose spans are not emitted but found here.
constexpr std::string_view clause_layer = "clause";
/// The layer whose spans end clauses.
constexpr std::string_view clause_end_layer = "clause-end";

/// Where clauses end, in the windows of one text, ascending.
class ClauseEnds {
 public:
  /// `analysis` must outlive this.
  explicit ClauseEnds(const Analysis& analysis);

  /// Where the clause that begins at each token of `window` ends: before the next of `stops`, the
  /// tokens at which spans of `clause-end` begin, or semicolon of the same quotation; else where
  /// its quotation, its sentence inside a quotation, or the window ends. Linear. Lives until the
  /// next call.
  [[nodiscard]] std::span<const std::uint32_t> find(TokenRange window,
                                                    std::span<const std::uint32_t> stops);

 private:
  const Analysis& analysis_;
  std::uint64_t semicolon_;
  std::vector<std::uint32_t> next_stop_;  // by quotation around (0 = none), to the right
  std::vector<std::uint8_t> stops_;       // by token of the window
  std::vector<std::uint32_t> ends_;
};

/// The same for all tokens of the text, with what the matches `stops` emit.
[[nodiscard]] std::vector<std::uint32_t> find_clause_ends(const Analysis& analysis,
                                                          std::span<const PatternMatch> stops);

}  // namespace cotejo

#endif
