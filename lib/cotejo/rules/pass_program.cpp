// A pattern is tried only where it may begin, and only in windows that hold all it cannot do
// without
// ("entered only where its rarest element stands"). Both are read off its program once: what can
// come first is the closure of its first instruction; what every way through it must consume is a
// greatest fixed point. Both then become bit masks per token class, so that looking for places
// costs one load per token and pass. A determinised automaton over the classes was tried first and
// was slower: most patterns hold spans of several tokens or gaps, behind which it can only say "may
// be". Tests: tests/unit/rules/matcher_test.cpp (no match is ever missed).
#include <cotejo/rules/pass_program.hpp>

#include <algorithm>
#include <bit>

namespace cotejo {
namespace {

using Op = Instruction::Op;

void sort_unique(std::vector<std::uint32_t>& values) {
  std::ranges::sort(values);
  const auto rest = std::ranges::unique(values);
  values.erase(rest.begin(), rest.end());
}

/// What a pattern can begin with.
struct First {
  std::vector<std::uint32_t> symbols;
  bool anything = false;
};

First find_first(const std::vector<Instruction>& program, bool at_begin,
                 const std::vector<bool>& has_class) {
  First first;
  std::vector<std::uint32_t> todo{0};
  std::vector<bool> seen(program.size(), false);
  while (!todo.empty()) {
    const std::uint32_t pc = todo.back();
    todo.pop_back();
    if (seen[pc]) continue;
    seen[pc] = true;
    const Instruction& instruction = program[pc];
    switch (instruction.op) {
      case Op::consume:
        if (has_class[instruction.argument])
          first.symbols.push_back(instruction.argument);
        else
          first.anything = true;
        break;
      case Op::skip:
      case Op::accept:
        first.anything = true;
        break;
      case Op::split:
        todo.push_back(instruction.target);
        todo.push_back(pc + 1);
        break;
      case Op::jump:
        todo.push_back(instruction.target);
        break;
      case Op::at_begin:
        if (at_begin) todo.push_back(pc + 1);
        break;
      case Op::open:
      case Op::close:
      case Op::at_end:
      case Op::not_here:
        todo.push_back(pc + 1);
        break;
    }
  }
  sort_unique(first.symbols);
  return first;
}

/// The symbols that every way through the program consumes: the greatest fixed point of "mine and
/// what all that follow me must".
class RequiredSymbols {
 public:
  RequiredSymbols(const std::vector<Instruction>& program, std::size_t symbols)
      : program_(program),
        words_(symbols / 64 + 1),
        must_(program.size() * words_, ~std::uint64_t{0}) {}

  std::vector<std::uint32_t> run(const std::vector<bool>& has_class) {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t pc = program_.size(); pc-- > 0;) changed = update(pc) || changed;
    }
    std::vector<std::uint32_t> symbols;
    for (std::uint32_t symbol = 0; symbol < has_class.size(); ++symbol) {
      const bool must = ((must_[symbol / 64] >> (symbol % 64)) & 1U) != 0;
      if (must && has_class[symbol]) symbols.push_back(symbol);
    }
    return symbols;
  }

 private:
  bool update(std::size_t pc) {
    const Instruction& instruction = program_[pc];
    bool changed = false;
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t value = 0;
      if (instruction.op == Op::jump)
        value = of(instruction.target, word);
      else if (instruction.op != Op::accept)
        value = of(pc + 1, word);
      if (instruction.op == Op::split) value &= of(instruction.target, word);
      if (instruction.op == Op::consume && instruction.argument / 64 == word) {
        value |= std::uint64_t{1} << (instruction.argument % 64);
      }
      changed = changed || value != must_[pc * words_ + word];
      must_[pc * words_ + word] = value;
    }
    return changed;
  }
  [[nodiscard]] std::uint64_t of(std::size_t pc, std::size_t word) const {
    return must_[pc * words_ + word];
  }

  const std::vector<Instruction>& program_;
  std::size_t words_;
  std::vector<std::uint64_t> must_;  // of each instruction, a row of bits by symbol
};

bool any_of(const std::vector<std::uint32_t>& symbols, std::uint32_t token_class,
            const TokenClasses& classes) {
  return std::ranges::any_of(symbols, [&](std::uint32_t symbol) {
    return classes.has_single(token_class, symbol) || classes.has_longer(token_class, symbol);
  });
}

}  // namespace

PatternNeeds find_needs(const Pattern& pattern, std::size_t symbols,
                        const std::vector<bool>& has_class) {
  First first = find_first(pattern.program, true, has_class);
  First later = find_first(pattern.program, false, has_class);
  return {std::move(first.symbols), std::move(later.symbols), first.anything, later.anything,
          RequiredSymbols(pattern.program, symbols).run(has_class)};
}

void PassProgram::add(const Pattern& pattern, PatternNeeds needs, bool uses_clauses) {
  std::uint64_t bits = 0;
  for (const std::uint32_t symbol : needs.required) {
    auto place = std::ranges::find(tracked_, symbol);
    if (place == tracked_.end()) {
      if (tracked_.size() == 64) continue;
      place = tracked_.insert(tracked_.end(), symbol);
    }
    bits |= std::uint64_t{1} << (place - tracked_.begin());
  }
  required_bits_.push_back(bits);
  needs_.push_back(std::move(needs));
  patterns_.push_back(&pattern);
  places_.emplace_back();
  uses_clauses_ = uses_clauses_ || uses_clauses;
  rows_.clear();
  known_classes_ = 0;
}

void PassProgram::learn(std::uint32_t token_class, const TokenClasses& classes) {
  std::uint64_t held = 0;
  for (std::size_t i = 0; i < tracked_.size(); ++i) {
    const bool here = classes.has_single(token_class, tracked_[i]) ||
                      classes.has_longer(token_class, tracked_[i]);
    if (here) held |= std::uint64_t{1} << i;
  }
  rows_.push_back(held);
  const std::size_t begin = rows_.size();
  rows_.resize(begin + 2 * masks(), 0);
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const PatternNeeds& needs = needs_[i];
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    if (needs.begins_anywhere || any_of(needs.first, token_class, classes)) {
      rows_[begin + i / 64] |= bit;
    }
    if (needs.later_anywhere || any_of(needs.first_later, token_class, classes)) {
      rows_[begin + masks() + i / 64] |= bit;
    }
  }
}

std::span<const PassProgram::Starts> PassProgram::find_starts(
    TokenRange window, std::span<const std::uint32_t> token_classes, const TokenClasses& classes) {
  for (; known_classes_ < classes.size(); ++known_classes_) learn(known_classes_, classes);
  const std::size_t words = masks();
  const std::size_t stride = 1 + 2 * words;
  std::uint64_t held = 0;
  for (std::vector<std::uint32_t>& places : places_) places.clear();
  for (std::uint32_t at = window.begin; at < window.end; ++at) {
    const std::uint64_t* row = &rows_[token_classes[at] * stride];
    held |= row[0];
    const std::uint64_t* masks_here = row + 1 + (at == window.begin ? 0 : words);
    for (std::size_t word = 0; word < words; ++word) {
      for (std::uint64_t mask = masks_here[word]; mask != 0; mask &= mask - 1) {
        places_[word * 64 + static_cast<std::size_t>(std::countr_zero(mask))].push_back(at);
      }
    }
  }
  starts_.clear();
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    if ((required_bits_[i] & ~held) != 0 || places_[i].empty()) continue;
    starts_.push_back({i, places_[i]});
  }
  return starts_;
}

}  // namespace cotejo
