#ifndef COTEJO_RULES_PATTERN_WALKER_HPP
#define COTEJO_RULES_PATTERN_WALKER_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/pattern_graph.hpp>
#include <cotejo/rules/window_masks.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// Matches one pattern in some windows side by side.
///
/// Method. From the end of the pattern and of the window backwards it finds, for each node of the
/// pattern's graph, all positions from which it can still match: one mask operation a node and 64
/// positions (bit-parallel simulation of an automaton, after Baeza-Yates and Gonnet 1992, run in
/// reverse and over spans). A match is then walked forwards, at each choice the first way that can
/// succeed, so it never has to go back. Work: nodes × positions / 64, a few times for loops.
class PatternWalker {
 public:
  /// `masks` must outlive this.
  explicit PatternWalker(const WindowMasks& masks) : masks_(masks) {}

  /// Begins with a pattern and its graph, in the windows that `masks` shows now.
  void set(const Pattern& pattern, const PatternGraph& graph);
  /// The first position at or after `from`, among `allowed`, where it matches.
  [[nodiscard]] std::optional<std::uint32_t> next_begin(std::uint32_t from,
                                                        const WindowMasks::Words& allowed) const;
  /// Walks the match that begins at `begin`. Pre: there is one.
  void walk(std::uint32_t begin);

  /// Where the walked match ends, a position.
  [[nodiscard]] std::uint32_t end() const { return end_; }
  /// The walked match, in tokens, and what of it stands in the layer that the pattern emits.
  [[nodiscard]] PatternMatch match() const;
  [[nodiscard]] TokenRange emitted() const;
  /// Whether all matches are single tokens, which need not be walked.
  [[nodiscard]] bool matches_tokens() const;
  /// All positions among `allowed` where it matches.
  [[nodiscard]] WindowMasks::Words begins(const WindowMasks::Words& allowed) const;

 private:
  using Mask = WindowMasks::Mask;
  using Words = WindowMasks::Words;

  [[nodiscard]] bool has_way(std::size_t node, std::uint32_t position) const {
    return (ways_[node][position / 64] & WindowMasks::bit(position)) != 0;
  }
  [[nodiscard]] bool can_go_on(std::size_t pc, std::uint32_t position) const;
  /// Which words are looked at in one go: all, each by itself, or of a chained window one.
  struct AllWords;
  struct OneWord;
  template <typename Which>
  void settle(Which which);
  template <typename Which>
  void evaluate(const PatternGraph::Node& node, Which which, Words& found) const;
  template <typename Which>
  void before_spans(const PatternGraph::Node& node, Which which, Words& found) const;
  template <typename Which>
  void before_gap(const PatternGraph::Node& node, Which which, Words& found) const;
  [[nodiscard]] std::uint32_t end_of_span(std::uint32_t symbol, std::size_t pc,
                                          std::uint32_t position) const;
  [[nodiscard]] TokenRange in_tokens(TokenRange positions) const;

  const WindowMasks& masks_;
  const Pattern* pattern_ = nullptr;
  const PatternGraph* graph_ = nullptr;
  std::vector<Words> ways_;           // by node: from where the pattern can still match
  std::vector<TokenRange> captures_;  // of positions
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace cotejo

#endif
