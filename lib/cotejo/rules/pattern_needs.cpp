// What can come next from an instruction is the least fixed point of "what it consumes, or what its
// successors can"; what a match must hold is the greatest fixed point of "mine and what all that
// follow me must". Programs are short and mostly run forward, so both settle in two or three passes
// from the end. Tests: tests/unit/rules/matcher_test.cpp (no match is ever missed).
#include <cotejo/rules/pattern_needs.hpp>

namespace cotejo {
namespace {

using Op = Instruction::Op;
using Row = std::span<std::uint64_t>;

/// The rows of all instructions of a program.
class Rows {
 public:
  Rows(std::size_t instructions, std::size_t words, std::uint64_t fill)
      : words_(words), bits_(instructions * words, fill) {}

  [[nodiscard]] Row at(std::size_t pc) { return Row(bits_).subspan(pc * words_, words_); }
  std::vector<std::uint64_t> take() { return std::move(bits_); }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

class NextSymbols {
 public:
  NextSymbols(const std::vector<Instruction>& program, std::span<const SymbolTest> tests,
              bool at_begin)
      : program_(program),
        tests_(tests),
        bits_{static_cast<std::uint32_t>(tests.size())},
        at_begin_(at_begin),
        rows_(program.size(), bits_.words(), 0) {}

  Rows run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t pc = program_.size(); pc-- > 0;) changed = update(pc) || changed;
    }
    return std::move(rows_);
  }

 private:
  bool update(std::size_t pc) {
    const Instruction& instruction = program_[pc];
    switch (instruction.op) {
      case Op::consume: {
        const bool told = tests_[instruction.argument] == SymbolTest::by_class;
        return add(pc, told ? instruction.argument : bits_.anything());
      }
      case Op::skip:
      case Op::accept:
        return add(pc, bits_.anything());
      case Op::jump:
        return add_all(pc, instruction.target);
      case Op::split: {
        const bool changed = add_all(pc, instruction.target);
        return add_all(pc, pc + 1) || changed;
      }
      case Op::at_begin:
        return at_begin_ && add_all(pc, pc + 1);
      case Op::open:
      case Op::close:
      case Op::at_end:
      case Op::not_here:
        return add_all(pc, pc + 1);
    }
    return false;
  }
  bool add(std::size_t pc, std::uint32_t bit) {
    const Row row = rows_.at(pc);
    if (has_bit(row, bit)) return false;
    set_bit(row, bit);
    return true;
  }
  bool add_all(std::size_t pc, std::size_t other) {
    const Row row = rows_.at(pc);
    if (is_part_of(rows_.at(other), row)) return false;
    join_into(row, rows_.at(other));
    return true;
  }

  const std::vector<Instruction>& program_;
  std::span<const SymbolTest> tests_;
  SymbolRow bits_;
  bool at_begin_;
  Rows rows_;
};

class RequiredSymbols {
 public:
  RequiredSymbols(const std::vector<Instruction>& program, std::span<const SymbolTest> tests)
      : program_(program),
        tests_(tests),
        words_(SymbolRow{static_cast<std::uint32_t>(tests.size())}.words()),
        must_(program.size(), words_, ~std::uint64_t{0}) {}

  std::vector<std::uint64_t> run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t pc = program_.size(); pc-- > 0;) changed = update(pc) || changed;
    }
    std::vector<std::uint64_t> required(words_, 0);
    for (std::uint32_t symbol = 0; symbol < tests_.size(); ++symbol) {
      const bool told = tests_[symbol] == SymbolTest::by_class;
      if (told && has_bit(must_.at(0), symbol)) set_bit(required, symbol);
    }
    return required;
  }

 private:
  bool update(std::size_t pc) {
    const Instruction& instruction = program_[pc];
    const Row row = must_.at(pc);
    bool changed = false;
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t value = 0;
      if (instruction.op == Op::jump)
        value = must_.at(instruction.target)[word];
      else if (instruction.op != Op::accept)
        value = must_.at(pc + 1)[word];
      if (instruction.op == Op::split) value &= must_.at(instruction.target)[word];
      if (instruction.op == Op::consume && instruction.argument / 64 == word) {
        value |= std::uint64_t{1} << (instruction.argument % 64);
      }
      changed = changed || value != row[word];
      row[word] = value;
    }
    return changed;
  }

  const std::vector<Instruction>& program_;
  std::span<const SymbolTest> tests_;
  std::size_t words_;
  Rows must_;
};

std::vector<std::uint64_t> find_looked_at(const std::vector<Instruction>& program,
                                          std::span<const SymbolTest> tests, SymbolRow bits) {
  std::vector<std::uint64_t> row(bits.words(), 0);
  for (const Instruction& instruction : program) {
    if (instruction.op != Op::consume && instruction.op != Op::not_here) continue;
    const bool clause = tests[instruction.argument] == SymbolTest::clause;
    set_bit(row, clause ? bits.clause_end() : instruction.argument);
  }
  return row;
}

std::vector<std::uint64_t> copy_of(Row row) { return {row.begin(), row.end()}; }

}  // namespace

PatternNeeds find_needs(const Pattern& pattern, std::span<const SymbolTest> tests) {
  const SymbolRow bits{static_cast<std::uint32_t>(tests.size())};
  PatternNeeds needs;
  needs.words = bits.words();
  Rows next = NextSymbols(pattern.program, tests, true).run();
  needs.first = copy_of(next.at(0));
  needs.next = next.take();
  needs.first_later = copy_of(NextSymbols(pattern.program, tests, false).run().at(0));
  needs.required = RequiredSymbols(pattern.program, tests).run();
  needs.looked_at = find_looked_at(pattern.program, tests, bits);
  return needs;
}

}  // namespace cotejo
