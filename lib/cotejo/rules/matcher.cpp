#include <cotejo/rules/matcher.hpp>

#include <cotejo/rules/clause_ends.hpp>
#include <cotejo/rules/layer_index.hpp>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace cotejo {
namespace {

SymbolTest test_of(const Symbol& symbol) {
  if (symbol.kind == Symbol::Kind::regex) return SymbolTest::regex;
  const bool clause = symbol.kind == Symbol::Kind::layer && symbol.text == "clause";
  return clause ? SymbolTest::clause : SymbolTest::by_class;
}

bool asks(const Pattern& pattern, const std::vector<SymbolTest>& tests, SymbolTest test) {
  return std::ranges::any_of(pattern.program, [&](const Instruction& instruction) {
    const bool looks =
        instruction.op == Instruction::Op::consume || instruction.op == Instruction::Op::not_here;
    return looks && tests[instruction.argument] == test;
  });
}

}  // namespace

/// One call of find().
struct Matcher::Run {
  const Analysis& analysis;
  std::vector<LayerSpan>& layers;
  LayerIndex index;
  std::vector<std::uint32_t> token_classes;
  std::vector<std::uint32_t> clause_ends;
  std::vector<PatternMatch> matches;
};

Matcher::Matcher(const RuleSet& rules) : classes_(rules) {
  const auto symbols = rules.symbols();
  std::vector<bool> has_class;
  for (std::uint32_t i = 0; i < symbols.size(); ++i) {
    tests_.push_back(test_of(symbols[i]));
    has_class.push_back(tests_[i] == SymbolTest::by_class);
    if (tests_[i] != SymbolTest::regex) continue;
    if (auto regex = TokenRegex::compile(symbols[i].text)) regexes_.emplace(i, *std::move(regex));
  }
  for (const Pattern& pattern : rules.patterns()) {
    if (programs_.empty() || programs_.back().stage() != pattern.stage ||
        programs_.back().pass() != pattern.pass) {
      programs_.emplace_back(pattern.stage, pattern.pass);
    }
    programs_.back().add(pattern, find_needs(pattern, symbols.size(), has_class),
                         asks(pattern, tests_, SymbolTest::clause));
  }
}

void Matcher::classify(Analysis& analysis) {
  analysis.classes_.resize(analysis.tokens().size());
  for (std::uint32_t at = 0; at < analysis.classes_.size(); ++at) {
    analysis.classes_[at] = classes_.classify(analysis, at);
  }
}

std::vector<PatternMatch> Matcher::find(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers, Search search) {
  Run run{analysis,          layers, LayerIndex(layers, analysis.tokens().size()),
          analysis.classes_, {},     {}};
  take_in_layers(run);
  for (PassProgram& program : programs_) {
    if (program.stage() == stage) run_pass(program, search, run);
  }
  return std::move(run.matches);
}

void Matcher::run_pass(PassProgram& program, Search search, Run& run) {
  if (program.uses_clauses()) run.clause_ends = find_clause_ends(run.analysis, run.layers);
  const MatchView view{run.analysis,      classes_,  tests_,          regexes_,
                       run.token_classes, run.index, run.clause_ends, aborted_};
  Backtracker backtracker(view);
  const std::size_t first_match = run.matches.size();
  std::vector<std::uint32_t> all_tokens;
  for (const TokenRange window : run.analysis.windows()) {
    if (search == Search::everywhere) {
      all_tokens.resize(window.length());
      std::iota(all_tokens.begin(), all_tokens.end(), window.begin);
      for (const Pattern* pattern : program.patterns()) {
        backtracker.run(*pattern, all_tokens, window, run.matches);
      }
      continue;
    }
    for (const auto& [pattern, starts] : program.find_starts(window, run.token_classes, classes_)) {
      backtracker.run(*program.patterns()[pattern], starts, window, run.matches);
    }
  }
  emit(first_match, run);
  take_in_layers(run);
}

void Matcher::emit(std::size_t first_match, Run& run) {
  for (std::size_t i = first_match; i < run.matches.size(); ++i) {
    const PatternMatch& match = run.matches[i];
    if (match.pattern->emit.empty() || match.range.length() == 0) continue;
    const TokenRange* inner = match.capture(match.pattern->emit);
    run.layers.push_back({match.pattern->emit, inner == nullptr ? match.range : *inner,
                          static_cast<std::uint32_t>(i), match.pattern->attributes});
  }
}

/// Makes the spans that were added to the layers known to the patterns.
void Matcher::take_in_layers(Run& run) {
  while (run.index.size() < run.layers.size()) {
    const LayerSpan& span = run.layers[run.index.size()];
    const std::uint32_t set = classes_.symbol_set(span.layer, span.attributes);
    std::uint32_t& token_class = run.token_classes[span.range.begin];
    token_class = classes_.with_layer(token_class, set, span.range.length() > 1);
    run.index.add(set);
  }
}

std::vector<PatternMatch> find_patterns(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers) {
  assert(analysis.matcher_ != nullptr);
  return analysis.matcher_->find(analysis, stage, layers);
}

}  // namespace cotejo
