#ifndef COTEJO_RULES_PATTERN_GRAPH_HPP
#define COTEJO_RULES_PATTERN_GRAPH_HPP

#include <cotejo/rules/pattern.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace cotejo {

/// What has to be known of each position to match a pattern: the program without captures and
/// jumps, alternatives of one symbol each and what may not stand before a symbol in one node.
class PatternGraph {
 public:
  struct Node {
    enum class Kind : std::uint8_t {
      accept,
      consume,   ///< a span of one of symbols_of(), with none of excluded_of() at its begin; `next`
      guard,     ///< none of excluded_of(), then `next`
      gap,       ///< at most `most` tokens, then `next`
      at_begin,  ///< of the window, then `next`
      at_end,    ///< of the window, marks aside, then `next`
      either,    ///< `next` or `other`
      same       ///< `next`: the begin of a loop
    };
    Kind kind = Kind::accept;
    bool on_every_way = false;  ///< every match goes over it
    std::uint16_t most = 0;
    std::uint16_t next = 0;
    std::uint16_t other = 0;
    std::uint16_t loop_end = none;  ///< of a loop's begin: the first node that asks for it
    std::uint16_t excluded = 0;     ///< how many there are
    std::uint32_t symbols = 0;      ///< where they begin in the pool; the excluded come first
    std::uint32_t symbols_end = 0;
  };
  static constexpr std::uint16_t none = 0xFFFF;
  using Symbols = std::span<const std::uint32_t>;

  /// Linear in the program. Pre: less than 2^15 instructions, and no loop without a consumption.
  explicit PatternGraph(std::span<const Instruction> program);

  /// Node 0 is accept. What a node asks for stands before it, but for the begin of a loop, which
  /// stands behind the loop.
  [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }
  /// Those up to root() are what a match is made of; those behind it are alternatives by
  /// themselves that are only a part of a node.
  [[nodiscard]] std::uint16_t root() const { return root_; }
  /// The nodes with a loop_end.
  [[nodiscard]] std::span<const std::uint16_t> loop_begins() const { return loop_begins_; }
  /// The node that says from where an instruction can go on.
  [[nodiscard]] std::uint16_t node_of(std::size_t pc) const { return node_of_[pc]; }
  [[nodiscard]] Symbols excluded_of(const Node& node) const {
    return Symbols(pool_).subspan(node.symbols, node.excluded);
  }
  [[nodiscard]] Symbols symbols_of(const Node& node) const {
    return Symbols(pool_.data() + node.symbols + node.excluded, pool_.data() + node.symbols_end);
  }

 private:
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> pool_;
  std::vector<std::uint16_t> loop_begins_;
  std::vector<std::uint16_t> node_of_;  // by instruction
  std::uint16_t root_ = 0;
};

}  // namespace cotejo

#endif
