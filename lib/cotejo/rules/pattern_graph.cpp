#include <cotejo/rules/pattern_graph.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace cotejo {
namespace {

using Op = Instruction::Op;
using Kind = PatternGraph::Node::Kind;
constexpr std::uint16_t none = PatternGraph::none;

/// A node while the graph is made.
struct Draft {
  PatternGraph::Node node;
  std::vector<std::uint32_t> excluded;
  std::vector<std::uint32_t> symbols;
};

/// Makes the nodes from the last instruction to the first, each after what it asks for.
class Drafter {
 public:
  explicit Drafter(std::span<const Instruction> program)
      : program_(program), node_of_(program.size(), 0), loop_begin_(program.size(), none) {}

  void run() {
    for (auto pc = static_cast<std::uint32_t>(program_.size()); pc-- > 0;) {
      node_of_[pc] = make(program_[pc], pc);
      if (loop_begin_[pc] != none) close_loop(pc);
    }
  }

  std::vector<Draft> drafts;
  std::vector<std::uint16_t> order;  // of the drafts, each after what it asks for

  [[nodiscard]] const std::vector<std::uint16_t>& node_of() const { return node_of_; }

 private:
  std::uint16_t add(Draft draft) {
    const auto number = static_cast<std::uint16_t>(drafts.size());
    drafts.push_back(std::move(draft));
    order.push_back(number);
    return number;
  }
  std::uint16_t add(Kind kind, std::uint32_t pc) {
    Draft draft;
    draft.node.kind = kind;
    if (kind != Kind::accept) draft.node.next = node_of_[pc + 1];
    if (kind == Kind::consume) draft.symbols = {program_[pc].argument};
    if (kind == Kind::gap) draft.node.most = static_cast<std::uint16_t>(program_[pc].argument);
    return add(std::move(draft));
  }

  std::uint16_t make(const Instruction& instruction, std::uint32_t pc) {
    switch (instruction.op) {
      case Op::accept:
        return add(Kind::accept, pc);
      case Op::consume:
        return add(Kind::consume, pc);
      case Op::skip:
        return add(Kind::gap, pc);
      case Op::at_begin:
        return add(Kind::at_begin, pc);
      case Op::at_end:
        return add(Kind::at_end, pc);
      case Op::open:
      case Op::close:
        return node_of_[pc + 1];
      case Op::jump:
        return target_of(instruction, pc);
      case Op::split:
        return make_either(node_of_[pc + 1], target_of(instruction, pc));
      case Op::not_here:
        return make_guarded(instruction.argument, node_of_[pc + 1]);
    }
    return 0;
  }

  std::uint16_t make_either(std::uint16_t one, std::uint16_t other) {
    if (one == other) return one;
    const Draft& a = drafts[one];
    const Draft& b = drafts[other];
    const bool both_consume = a.node.kind == Kind::consume && b.node.kind == Kind::consume;
    Draft made;
    if (both_consume && a.node.next == b.node.next && a.excluded == b.excluded) {
      made = a;
      made.symbols.insert(made.symbols.end(), b.symbols.begin(), b.symbols.end());
    } else {
      made.node.kind = Kind::either;
      made.node.next = one;
      made.node.other = other;
    }
    return add(std::move(made));
  }

  std::uint16_t make_guarded(std::uint32_t symbol, std::uint16_t next) {
    Draft made;
    const Kind kind = drafts[next].node.kind;
    if (kind == Kind::consume || kind == Kind::guard) {
      made = drafts[next];
    } else {
      made.node.kind = Kind::guard;
      made.node.next = next;
    }
    made.excluded.push_back(symbol);
    return add(std::move(made));
  }

  /// The node at a jump's target; of a loop's begin, which is not made yet, one kept for it.
  std::uint16_t target_of(const Instruction& instruction, std::uint32_t pc) {
    const std::uint32_t target = instruction.target;
    if (target > pc) return node_of_[target];
    if (loop_begin_[target] == none) {
      loop_begin_[target] = static_cast<std::uint16_t>(drafts.size());
      Draft begin;
      begin.node.kind = Kind::same;
      begin.node.loop_end = static_cast<std::uint16_t>(order.size());
      drafts.push_back(std::move(begin));
    }
    return loop_begin_[target];
  }

  void close_loop(std::uint32_t pc) {
    const std::uint16_t begin = loop_begin_[pc];
    drafts[begin].node.next = node_of_[pc];
    order.push_back(begin);
    node_of_[pc] = begin;
  }

  std::span<const Instruction> program_;
  std::vector<std::uint16_t> node_of_;     // by instruction
  std::vector<std::uint16_t> loop_begin_;  // by instruction: the draft kept for it, or none
};

std::vector<std::uint8_t> find_reached(const std::vector<Draft>& drafts, std::uint16_t root) {
  std::vector<std::uint8_t> reached(drafts.size(), 0);
  std::vector<std::uint16_t> todo{root};
  while (!todo.empty()) {
    const std::uint16_t number = todo.back();
    todo.pop_back();
    if (std::exchange(reached[number], std::uint8_t{1}) != 0) continue;
    const PatternGraph::Node& node = drafts[number].node;
    if (node.kind == Kind::accept) continue;
    todo.push_back(node.next);
    if (node.kind == Kind::either) todo.push_back(node.other);
  }
  return reached;
}

/// For each node the next one that every match from it goes over, 0 for accept.
class Cuts {
 public:
  explicit Cuts(std::span<PatternGraph::Node> nodes) : nodes_(nodes), next_(nodes.size(), 0) {
    for (std::uint16_t i = 1; i < nodes.size(); ++i) {
      next_[i] = nodes[i].kind == Kind::either ? meet(i) : nodes[i].next;
    }
  }

  void mark() {
    for (auto at = static_cast<std::uint16_t>(nodes_.size() - 1);; at = next_[at]) {
      nodes_[at].on_every_way = true;
      if (at == 0 || next_[at] >= at) return;
    }
  }

 private:
  /// The nodes that every match from `from` goes over. Ends with accept or the begin of a loop
  /// that stands behind `limit`.
  [[nodiscard]] std::vector<std::uint16_t> way(std::uint16_t from, std::uint16_t limit) const {
    std::vector<std::uint16_t> nodes{from};
    while (nodes.back() != 0 && nodes.back() < limit) nodes.push_back(next_[nodes.back()]);
    return nodes;
  }

  [[nodiscard]] std::uint16_t meet(std::uint16_t either) const {
    const auto one = way(nodes_[either].next, either);
    const auto other = way(nodes_[either].other, either);
    const auto met = std::ranges::find_first_of(one, other);
    if (met != one.end()) return *met;
    // One of the two goes round a loop and comes back here: that of the inner loop, or the only
    // one.
    const bool one_goes_round = one.back() != 0 && (other.back() == 0 || one.back() < other.back());
    return one_goes_round ? other.front() : one.front();
  }

  std::span<PatternGraph::Node> nodes_;
  std::vector<std::uint16_t> next_;
};

}  // namespace

PatternGraph::PatternGraph(std::span<const Instruction> program) {
  Drafter drafter(program);
  drafter.run();
  node_of_ = drafter.node_of();
  const std::vector<std::uint8_t> reached = find_reached(drafter.drafts, node_of_.front());
  std::vector<std::uint16_t> order = drafter.order;
  const auto rest = std::ranges::stable_partition(
      order, [&](std::uint16_t number) { return reached[number] != 0; });
  root_ = static_cast<std::uint16_t>(order.size() - rest.size() - 1);

  std::vector<std::uint16_t> number_of(drafter.drafts.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    number_of[order[i]] = static_cast<std::uint16_t>(i);
  }
  // How many reached nodes stand before each place of the first order.
  std::vector<std::uint16_t> reached_before(drafter.order.size() + 1, 0);
  for (std::size_t i = 0; i < drafter.order.size(); ++i) {
    reached_before[i + 1] =
        static_cast<std::uint16_t>(reached_before[i] + reached[drafter.order[i]]);
  }
  for (const std::uint16_t number : order) {
    const Draft& draft = drafter.drafts[number];
    Node node = draft.node;
    node.next = number_of[node.next];
    node.other = number_of[node.other];
    if (node.loop_end != none) node.loop_end = reached_before[node.loop_end];
    node.symbols = static_cast<std::uint32_t>(pool_.size());
    node.excluded = static_cast<std::uint16_t>(draft.excluded.size());
    pool_.insert(pool_.end(), draft.excluded.begin(), draft.excluded.end());
    pool_.insert(pool_.end(), draft.symbols.begin(), draft.symbols.end());
    node.symbols_end = static_cast<std::uint32_t>(pool_.size());
    if (node.loop_end != none && nodes_.size() <= root_) {
      loop_begins_.push_back(static_cast<std::uint16_t>(nodes_.size()));
    }
    nodes_.push_back(node);
  }
  for (std::uint16_t& number : node_of_) number = number_of[number];
  Cuts(std::span(nodes_).first(root_ + std::size_t{1})).mark();
}

}  // namespace cotejo
