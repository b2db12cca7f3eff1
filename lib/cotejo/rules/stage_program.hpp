#ifndef COTEJO_RULES_STAGE_PROGRAM_HPP
#define COTEJO_RULES_STAGE_PROGRAM_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/pattern_graph.hpp>
#include <cotejo/rules/token_classes.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// All patterns of one stage, pass by pass, and which of them are worth running in a window.
class StageProgram {
 public:
  struct Pass {
    std::uint32_t begin = 0;  ///< its patterns: members [begin, end)
    std::uint32_t end = 0;
  };
  struct Member {
    const Pattern* pattern = nullptr;
    std::vector<std::uint32_t> required;   ///< symbols of which every match holds a span
    std::vector<std::uint32_t> looked_at;  ///< symbols; clause_end() if one is the clause
    std::vector<std::uint32_t> emitted;    ///< symbols that its spans fit, and clause_end()
    bool uses_clauses = false;
  };

  /// `patterns` are all of `stage`, by pass, and must outlive this.
  StageProgram(std::string stage, std::span<const Pattern> patterns, const RuleSet& rules,
               TokenClasses& classes);

  [[nodiscard]] const std::string& stage() const { return stage_; }
  [[nodiscard]] std::span<const Pass> passes() const { return passes_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(members_.size()); }
  [[nodiscard]] const Member& member(std::uint32_t number) const { return members_[number]; }
  /// The graph of a member's pattern, which is made when it is first asked for.
  [[nodiscard]] const PatternGraph& graph(std::uint32_t number);
  /// How many symbols the rules have.
  [[nodiscard]] std::size_t symbols() const { return looked_at_.size() - 1; }
  /// The symbols of the clause, most often one or none.
  [[nodiscard]] std::span<const std::uint32_t> clause_symbols() const { return clause_symbols_; }
  /// Whether any pattern looks at `symbol`.
  [[nodiscard]] bool looks_at(std::uint32_t symbol) const { return looked_at_[symbol] != 0; }
  /// Those of the symbols of a token class that patterns look at. Lives until the next call.
  [[nodiscard]] TokenClasses::Symbols symbols_of(std::uint32_t token_class,
                                                 const TokenClasses& classes);

  /// For each pattern whether it is needed in a window where the symbols of `standing` stand: it
  /// emits layer `wanted` and may match, or its spans may be looked at by one that does. All that
  /// may match, if `wanted` is empty. Lives until the next call.
  [[nodiscard]] std::span<const std::uint8_t> find_needed(std::span<const std::uint32_t> standing,
                                                          std::string_view wanted);

 private:
  [[nodiscard]] std::uint32_t clause_end() const {
    return static_cast<std::uint32_t>(looked_at_.size()) - 1;
  }
  void add(const Pattern& pattern, TokenClasses& classes);
  void find_possible(std::span<const std::uint32_t> standing);
  void keep_wanted(std::string_view wanted);

  std::string stage_;
  std::vector<Member> members_;
  std::vector<std::optional<PatternGraph>> graphs_;  // by member
  std::vector<Pass> passes_;
  std::vector<std::uint32_t> clause_symbols_;
  std::vector<std::uint8_t> looked_at_;                    // by symbol, and clause_end()
  std::vector<std::vector<std::uint32_t>> class_symbols_;  // by token class, as far as known
  std::vector<std::uint8_t> needed_;                       // scratch: by pattern,
  std::vector<std::uint8_t> held_;                         // by symbol, and clause_end()
  std::vector<std::uint8_t> asked_;
};

}  // namespace cotejo

#endif
