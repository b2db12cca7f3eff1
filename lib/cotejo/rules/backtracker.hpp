#ifndef COTEJO_RULES_BACKTRACKER_HPP
#define COTEJO_RULES_BACKTRACKER_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/layer_index.hpp>
#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/pattern_needs.hpp>
#include <cotejo/rules/token_classes.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// All that patterns are matched against.
struct MatchView {
  const Analysis& analysis;
  TokenClasses& classes;
  std::span<const SymbolTest> tests;             ///< by symbol
  std::span<const std::uint32_t> token_classes;  ///< with the layers of the passes before
  const LayerIndex& layers;
  std::span<const std::uint32_t> clause_ends;  ///< empty if no pattern of the pass asks
  std::uint32_t anything;                      ///< SymbolRow::anything
};

/// Matches one pattern in one window, from the left, remembering which (choice, position) have
/// failed, so its work is bounded by their number (the bit-state method of RE2). A choice is only
/// one where the next token fits both ways.
class Backtracker {
 public:
  explicit Backtracker(const MatchView& view);

  /// Begins with a pattern and a window. Both live until the next call.
  void set(const Pattern& pattern, const PatternNeeds& needs, TokenRange window);
  /// Whether the pattern matches at `begin`. Calls for one pattern and window ascend.
  bool match_at(std::uint32_t begin);
  /// Where the last match ends.
  [[nodiscard]] std::uint32_t end() const { return end_; }
  /// The last match, which began at `begin`.
  [[nodiscard]] PatternMatch match(std::uint32_t begin) const;
  /// The first capture of that name in it, or an empty range.
  [[nodiscard]] TokenRange captured(std::string_view name) const;

 private:
  struct Job {
    std::uint32_t pc = 0;        // or the capture to restore
    std::uint32_t position = 0;  // or its old begin
    std::uint32_t old_end = 0;
    bool restore = false;
  };

  bool follow(std::uint32_t pc, std::uint32_t position);
  bool visit(std::uint32_t pc, std::uint32_t position);
  std::uint32_t consume(std::uint32_t symbol, std::uint32_t pc, std::uint32_t position);
  bool stands_at(std::uint32_t symbol, std::uint32_t position);
  void find_ends(std::uint32_t symbol, std::uint32_t position);
  void find_longer_ends(std::uint32_t symbol, std::uint32_t position);
  void add_end(std::uint32_t end);
  void capture(const Instruction& instruction, std::uint32_t position);
  void push_skips(std::uint32_t pc, std::uint32_t position, std::uint32_t most);
  [[nodiscard]] bool may_skip(std::uint32_t token, std::uint32_t from) const;
  [[nodiscard]] bool can_go_on(std::uint32_t pc, std::uint32_t position) const;
  void set_window(TokenRange window);

  const MatchView& view_;
  std::uint64_t semicolon_;
  const Pattern* pattern_ = nullptr;
  const PatternNeeds* needs_ = nullptr;
  TokenRange window_;
  std::uint32_t tail_begin_ = 0;  // from here to the window's end stand only marks
  std::vector<std::uint64_t> visited_;
  std::vector<Job> jobs_;
  std::vector<TokenRange> captures_;
  std::vector<std::uint32_t> ends_;
  std::uint32_t end_ = 0;
};

}  // namespace cotejo

#endif
