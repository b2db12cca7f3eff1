// What a match must hold from an instruction on is the greatest fixed point of "mine and what all
// that follow me must". Programs are short and mostly run forward, so it settles in two or three
// passes from the end. Tests: tests/unit/rules/matcher_test.cpp (no match is ever missed).
#include <cotejo/rules/pattern_needs.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace cotejo {
namespace {

using Op = Instruction::Op;
using Symbols = std::set<std::uint32_t>;

Symbols both(const Symbols& a, const Symbols& b) {
  Symbols common;
  std::ranges::set_intersection(a, b, std::inserter(common, common.end()));
  return common;
}

/// By instruction; nothing stands for "all symbols", what is not known yet.
using Musts = std::vector<std::optional<Symbols>>;

std::optional<Symbols> must_hold(const std::vector<Instruction>& program, std::size_t pc,
                                 const Musts& musts) {
  const Instruction& instruction = program[pc];
  if (instruction.op == Op::accept) return Symbols{};
  if (instruction.op == Op::jump) return musts[instruction.target];
  std::optional<Symbols> symbols = musts[pc + 1];
  if (instruction.op == Op::split) {
    const auto& other = musts[instruction.target];
    if (!symbols || !other) return symbols ? symbols : other;
    return both(*symbols, *other);
  }
  if (instruction.op == Op::consume && symbols) symbols->insert(instruction.argument);
  return symbols;
}

std::vector<std::uint32_t> find_required(const std::vector<Instruction>& program) {
  Musts musts(program.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t pc = program.size(); pc-- > 0;) {
      auto symbols = must_hold(program, pc, musts);
      changed = changed || symbols != musts[pc];
      musts[pc] = std::move(symbols);
    }
  }
  const Symbols required = musts[0].value_or(Symbols{});
  return {required.begin(), required.end()};
}

std::vector<std::uint32_t> find_looked_at(const std::vector<Instruction>& program) {
  Symbols symbols;
  for (const Instruction& instruction : program) {
    const bool looks = instruction.op == Op::consume || instruction.op == Op::not_here;
    if (looks) symbols.insert(instruction.argument);
  }
  return {symbols.begin(), symbols.end()};
}

}  // namespace

PatternNeeds find_needs(const Pattern& pattern) {
  return {find_required(pattern.program), find_looked_at(pattern.program)};
}

}  // namespace cotejo
