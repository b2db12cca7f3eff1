// Tests: tests/unit/rules/matcher_test.cpp compares it with a matcher written straight from the
// definition of the pattern language.
#include <cotejo/rules/pattern_walker.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace cotejo {
namespace {

using Op = Instruction::Op;

/// Two words of a mask in one.
__extension__ using Pair = unsigned __int128;

Pair pair_of(std::uint64_t low, std::uint64_t high) { return Pair{high} << 64U | low; }

/// `goal` and all positions from which it is reached over at most `most` < 64 tokens of `over`.
/// Right for the lower 64 of 128 positions, and for all 64 if none are behind them.
template <typename Bits>
Bits reach(Bits goal, Bits over, std::uint32_t most) {
  std::array<Bits, 6> runs{over};  // runs[i]: where 2^i tokens of `over` follow each other
  std::size_t known = 0;           // its last that is filled
  for (std::uint32_t reached = 0; reached < most;) {
    const std::uint32_t step = std::min(reached + 1, most - reached);
    const auto power = static_cast<std::size_t>(std::bit_width(step)) - 1;
    const std::uint32_t length = 1U << power;
    if (power > known) runs[++known] = runs[power - 1] & (runs[power - 1] >> (length / 2));
    goal |= runs[power] & (runs[power] >> (step - length)) & (goal >> step);
    reached += step;
  }
  return goal;
}

}  // namespace

struct PatternWalker::AllWords {
  static constexpr bool all = true;
  template <typename Use>
  void each(Use use) const {  // a number of times that the compiler knows
    for (std::size_t word = 0; word < WindowMasks::max_words; ++word) use(word);
  }
};

struct PatternWalker::OneWord {
  static constexpr bool all = false;
  std::size_t word = 0;
  template <typename Use>
  void each(Use use) const {
    use(word);
  }
};

void PatternWalker::set(const Pattern& pattern, const PatternGraph& graph) {
  pattern_ = &pattern;
  graph_ = &graph;
  const std::size_t nodes = graph.root() + std::size_t{1};
  if (ways_.size() < nodes) ways_.resize(nodes);
  ways_[graph.root()].fill(0);
  for (const std::uint16_t begin : graph.loop_begins()) ways_[begin].fill(0);
  if (!masks_.is_chained()) return settle(AllWords{});
  for (std::size_t word = masks_.words(); word-- > 0;) settle(OneWord{word});
}

/// Finds words of all masks. A loop is gone through again until its begin learns nothing new.
template <typename Which>
void PatternWalker::settle(Which which) {
  const auto nodes = graph_->nodes();
  const std::size_t end = graph_->root() + std::size_t{1};
  for (std::size_t i = 0; i < end; ++i) {
    const PatternGraph::Node& node = nodes[i];
    Words& known = ways_[i];
    if (node.loop_end != PatternGraph::none) {
      Words found;
      evaluate(node, which, found);
      Mask news = 0;
      which.each([&](std::size_t word) { news |= found[word] ^ known[word]; });
      which.each([&](std::size_t word) { known[word] = found[word]; });
      if (news != 0) i = node.loop_end - std::size_t{1};
      continue;
    }
    evaluate(node, which, known);
    if (!Which::all || !node.on_every_way) continue;
    Mask any = 0;
    which.each([&](std::size_t word) { any |= known[word]; });
    if (any == 0) {  // it cannot match at all
      ways_[end - 1].fill(0);
      return;
    }
  }
}

template <typename Which>
void PatternWalker::evaluate(const PatternGraph::Node& node, Which which, Words& found) const {
  using Kind = PatternGraph::Node::Kind;
  const Words& next = ways_[node.next];
  switch (node.kind) {
    case Kind::consume:
      before_spans(node, which, found);
      break;
    case Kind::either: {
      const Words& other = ways_[node.other];
      which.each([&](std::size_t word) { found[word] = next[word] | other[word]; });
      return;
    }
    case Kind::gap:
      return before_gap(node, which, found);
    case Kind::at_begin:
      which.each([&](std::size_t word) { found[word] = next[word] & masks_.begins()[word]; });
      return;
    case Kind::at_end:
      which.each([&](std::size_t word) { found[word] = next[word] & masks_.tails()[word]; });
      return;
    case Kind::accept:
      which.each([&](std::size_t word) { found[word] = masks_.all()[word]; });
      return;
    case Kind::guard:
    case Kind::same:
      which.each([&](std::size_t word) { found[word] = next[word]; });
      break;
  }
  Words excluded{};  // in registers
  for (const std::uint32_t symbol : graph_->excluded_of(node)) {
    if (!masks_.stands(symbol)) continue;
    const Words& single = masks_.single(symbol);
    which.each([&](std::size_t word) { excluded[word] |= single[word]; });
    if (!masks_.has_longer(symbol)) continue;
    const Words& longer = masks_.longer(symbol);
    which.each([&](std::size_t word) { excluded[word] |= longer[word]; });
  }
  which.each([&](std::size_t word) { found[word] &= ~excluded[word]; });
}

template <typename Which>
void PatternWalker::before_spans(const PatternGraph::Node& node, Which which, Words& found) const {
  Words singles{};  // in registers
  bool longer = false;
  for (const std::uint32_t symbol : graph_->symbols_of(node)) {
    if (!masks_.stands(symbol)) continue;
    longer = longer || masks_.has_longer(symbol);
    const Words& single = masks_.single(symbol);
    which.each([&](std::size_t word) { singles[word] |= single[word]; });
  }
  const Words& next = ways_[node.next];
  which.each([&](std::size_t word) {
    Mask behind = next[word] >> 1U;
    if (!Which::all && word + 1 < masks_.words()) behind |= next[word + 1] << 63U;
    found[word] = singles[word] & behind;
  });
  if (!longer) return;
  for (const std::uint32_t symbol : graph_->symbols_of(node)) {
    if (!masks_.has_longer(symbol)) continue;
    which.each([&](std::size_t word) {
      if (masks_.longer(symbol)[word] == 0) return;
      for (const WindowMasks::Spans& spans : masks_.spans(symbol, word)) {
        if (has_way(node.next, spans.end)) found[word] |= spans.begins;
      }
    });
  }
}

template <typename Which>
void PatternWalker::before_gap(const PatternGraph::Node& node, Which which, Words& found) const {
  const Words& next = ways_[node.next];
  const Words& over = masks_.gap_goes_on();
  which.each([&](std::size_t word) {
    Mask behind_first = 0;
    if (!Which::all && word + 1 < masks_.words()) {
      const Pair reached = reach(pair_of(next[word], next[word + 1]),
                                 pair_of(over[word], over[word + 1]), node.most - 1U);
      behind_first = static_cast<Mask>(reached >> 1U);
    } else {
      behind_first = reach(next[word], over[word], node.most - 1U) >> 1U;
    }
    found[word] = next[word] | (masks_.gap_begins()[word] & behind_first);
  });
}

/// Whether the pattern can still match from an instruction on.
bool PatternWalker::can_go_on(std::size_t pc, std::uint32_t position) const {
  const std::uint16_t node = graph_->node_of(pc);
  if (node <= graph_->root()) return has_way(node, position);
  Words found;
  const std::size_t word = position / 64;
  evaluate(graph_->nodes()[node], OneWord{word}, found);
  return (found[word] & WindowMasks::bit(position)) != 0;
}

std::optional<std::uint32_t> PatternWalker::next_begin(std::uint32_t from,
                                                       const WindowMasks::Words& allowed) const {
  const Words& ways = ways_[graph_->root()];
  for (std::size_t word = from / 64; word < masks_.words(); ++word) {
    Mask begins = ways[word] & allowed[word];
    if (word == from / 64) begins &= ~Mask{0} << (from % 64);
    if (begins != 0) {
      return static_cast<std::uint32_t>(word * 64) +
             static_cast<std::uint32_t>(std::countr_zero(begins));
    }
  }
  return std::nullopt;
}

void PatternWalker::walk(std::uint32_t begin) {
  begin_ = begin;
  captures_.assign(pattern_->captures.size(), {0, 0});
  std::uint32_t position = begin;
  for (std::size_t pc = 0;; ++pc) {
    const Instruction& instruction = pattern_->program[pc];
    switch (instruction.op) {
      case Op::consume:
        position = end_of_span(instruction.argument, pc, position);
        break;
      case Op::skip:
        while (!can_go_on(pc + 1, position)) ++position;
        break;
      case Op::split:
        if (!can_go_on(pc + 1, position)) pc = instruction.target - std::size_t{1};
        break;
      case Op::jump:
        pc = instruction.target - std::size_t{1};
        break;
      case Op::open:
        captures_[instruction.argument].begin = position;
        break;
      case Op::close:
        captures_[instruction.argument].end = position;
        break;
      case Op::at_begin:
      case Op::at_end:
      case Op::not_here:
        break;
      case Op::accept:
        end_ = position;
        return;
    }
  }
}

/// The end of the longest span from which the pattern can go on.
std::uint32_t PatternWalker::end_of_span(std::uint32_t symbol, std::size_t pc,
                                         std::uint32_t position) const {
  const std::size_t word = position / 64;
  std::uint32_t longest = position + 1;
  if ((masks_.longer(symbol)[word] & WindowMasks::bit(position)) == 0) return longest;
  for (const WindowMasks::Spans& spans : masks_.spans(symbol, word)) {
    const bool begins_here = (spans.begins & WindowMasks::bit(position)) != 0;
    if (begins_here && spans.end > longest && can_go_on(pc + 1, spans.end)) longest = spans.end;
  }
  return longest;
}

TokenRange PatternWalker::in_tokens(TokenRange positions) const {
  return {masks_.token_at(positions.begin), masks_.token_at(positions.end)};
}

TokenRange PatternWalker::emitted() const {
  const auto& names = pattern_->captures;
  const auto emit = std::ranges::find(names, pattern_->emit);
  if (emit == names.end()) return in_tokens({begin_, end_});
  const TokenRange captured = captures_[static_cast<std::size_t>(emit - names.begin())];
  return in_tokens(captured.begin < captured.end ? captured : TokenRange{begin_, end_});
}

PatternMatch PatternWalker::match() const {
  PatternMatch match{pattern_, in_tokens({begin_, end_}), emitted(), {}};
  match.captures.reserve(captures_.size());
  for (std::size_t i = 0; i < captures_.size(); ++i) {
    if (captures_[i].end > captures_[i].begin) {
      match.captures.push_back({pattern_->captures[i], in_tokens(captures_[i])});
    }
  }
  if (match.captures.size() > 1) std::ranges::sort(match.captures, {}, &Capture::range);
  return match;
}

bool PatternWalker::matches_tokens() const {
  const PatternGraph::Node& root = graph_->nodes()[graph_->root()];
  constexpr std::uint16_t accept = 0;
  return root.kind == PatternGraph::Node::Kind::consume && root.next == accept &&
         std::ranges::none_of(graph_->symbols_of(root),
                              [&](std::uint32_t symbol) { return masks_.has_longer(symbol); });
}

WindowMasks::Words PatternWalker::begins(const WindowMasks::Words& allowed) const {
  Words begins{};
  for (std::size_t word = 0; word < masks_.words(); ++word) {
    begins[word] = ways_[graph_->root()][word] & allowed[word];
  }
  return begins;
}

}  // namespace cotejo
