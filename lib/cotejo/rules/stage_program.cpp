// Which patterns are needed in a window: forwards through the passes a pattern may match if all
// symbols it requires stand there or may be emitted by a pattern before it; backwards, it is needed
// if it emits what is asked for or what a needed one looks at. A determinised automaton over the
// classes of tokens was tried first and was slower: most patterns hold spans of several tokens or
// gaps, behind which it can only say "may be". Tests: tests/unit/rules/matcher_test.cpp (no match
// is ever missed).
#include <cotejo/rules/stage_program.hpp>

#include <cotejo/rules/clause_ends.hpp>
#include <cotejo/rules/pattern_needs.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

std::vector<std::uint32_t> find_clause_symbols(const RuleSet& rules) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < rules.symbols().size(); ++i) {
    const Symbol& symbol = rules.symbols()[i];
    if (symbol.kind == Symbol::Kind::layer && symbol.text == clause_layer) found.push_back(i);
  }
  return found;
}

bool any_of(std::span<const std::uint32_t> symbols, const std::vector<std::uint8_t>& set) {
  return std::ranges::any_of(symbols, [&](std::uint32_t symbol) { return set[symbol] != 0; });
}

bool all_of(std::span<const std::uint32_t> symbols, const std::vector<std::uint8_t>& set) {
  return std::ranges::all_of(symbols, [&](std::uint32_t symbol) { return set[symbol] != 0; });
}

void set_all(std::vector<std::uint8_t>& set, std::span<const std::uint32_t> symbols) {
  for (const std::uint32_t symbol : symbols) set[symbol] = 1;
}

}  // namespace

StageProgram::StageProgram(std::string stage, std::span<const Pattern> patterns,
                           const RuleSet& rules, TokenClasses& classes)
    : stage_(std::move(stage)),
      graphs_(patterns.size()),
      clause_symbols_(find_clause_symbols(rules)),
      looked_at_(rules.symbols().size() + 1, 0),
      needed_(patterns.size(), 0),
      held_(looked_at_.size(), 0),
      asked_(looked_at_.size(), 0) {
  for (const Pattern& pattern : patterns) add(pattern, classes);
}

void StageProgram::add(const Pattern& pattern, TokenClasses& classes) {
  const std::uint32_t number = size();
  if (passes_.empty() || pattern.pass != members_.back().pattern->pass) {
    passes_.push_back({number, number});
  }
  passes_.back().end = number + 1;
  PatternNeeds needs = find_needs(pattern);
  Member member{&pattern, std::move(needs.required), std::move(needs.looked_at), {}, false};
  for (const std::uint32_t clause : clause_symbols_) {
    std::erase(member.required, clause);  // one begins at every token
    member.uses_clauses = member.uses_clauses || std::erase(member.looked_at, clause) > 0;
  }
  set_all(looked_at_, member.looked_at);
  if (member.uses_clauses) member.looked_at.push_back(clause_end());
  if (!pattern.emit.empty()) {
    const auto set = classes.symbol_set(pattern.emit, pattern.attributes);
    const auto symbols = classes.symbols_in(set);
    member.emitted.assign(symbols.begin(), symbols.end());
    if (pattern.emit == clause_end_layer) member.emitted.push_back(clause_end());
  }
  members_.push_back(std::move(member));
}

const PatternGraph& StageProgram::graph(std::uint32_t number) {
  std::optional<PatternGraph>& graph = graphs_[number];
  if (!graph) graph.emplace(members_[number].pattern->program);
  return *graph;
}

TokenClasses::Symbols StageProgram::symbols_of(std::uint32_t token_class,
                                               const TokenClasses& classes) {
  for (auto next = class_symbols_.size(); next <= token_class; ++next) {
    std::vector<std::uint32_t>& kept = class_symbols_.emplace_back();
    std::ranges::copy_if(classes.symbols_in(static_cast<std::uint32_t>(next)),
                         std::back_inserter(kept),
                         [&](std::uint32_t symbol) { return looks_at(symbol); });
  }
  return class_symbols_[token_class];
}

std::span<const std::uint8_t> StageProgram::find_needed(std::span<const std::uint32_t> standing,
                                                        std::string_view wanted) {
  find_possible(standing);
  if (!wanted.empty()) keep_wanted(wanted);
  return needed_;
}

/// Forwards: what stands in the window grows by what may be emitted.
void StageProgram::find_possible(std::span<const std::uint32_t> standing) {
  std::ranges::fill(held_, std::uint8_t{0});
  set_all(held_, standing);
  for (std::uint32_t i = 0; i < members_.size(); ++i) {
    needed_[i] = all_of(members_[i].required, held_) ? 1 : 0;
    if (needed_[i] != 0) set_all(held_, members_[i].emitted);
  }
}

/// Backwards: what is asked for grows by what the needed ones look at.
void StageProgram::keep_wanted(std::string_view wanted) {
  std::ranges::fill(asked_, std::uint8_t{0});
  for (std::uint32_t i = size(); i-- > 0;) {
    if (needed_[i] == 0) continue;
    const Member& member = members_[i];
    needed_[i] = member.pattern->emit == wanted || any_of(member.emitted, asked_) ? 1 : 0;
    if (needed_[i] != 0) set_all(asked_, member.looked_at);
  }
}

}  // namespace cotejo
