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
  const bool clause = symbol.kind == Symbol::Kind::layer && symbol.text == "clause";
  return clause ? SymbolTest::clause : SymbolTest::by_class;
}

}  // namespace

/// One call of find().
struct Matcher::Run {
  Run(const Analysis& text, std::vector<LayerSpan>& spans, std::string_view wanted_layer,
      const std::vector<std::uint32_t>& classes)
      : analysis(text),
        layers(spans),
        wanted(wanted_layer),
        index(spans, text.tokens().size()),
        token_classes(classes) {}

  const Analysis& analysis;
  std::vector<LayerSpan>& layers;
  std::string_view wanted;
  LayerIndex index;
  std::vector<std::uint32_t> token_classes;
  std::vector<std::uint64_t> needed;        // by window, see StageProgram::find_needed
  std::vector<std::uint32_t> emitted_sets;  // of the spans that patterns added to `layers`
  std::vector<std::uint32_t> clause_ends;
  std::vector<PatternMatch> matches;

  /// Runs one pattern from `starts` in one window.
  void run_member(const StageProgram::Member& member, std::span<const std::uint32_t> starts,
                  TokenRange window, Backtracker& backtracker) {
    backtracker.set(*member.pattern, member.needs, window);
    std::uint32_t free_from = window.begin;
    for (const std::uint32_t at : starts) {
      if (at < free_from || !backtracker.match_at(at)) continue;
      take(member, at, backtracker);
      free_from = std::max(backtracker.end(), at + 1);
    }
  }

 private:
  void take(const StageProgram::Member& member, std::uint32_t begin,
            const Backtracker& backtracker) {
    const std::string_view layer = member.pattern->emit;
    if (wanted.empty() || layer == wanted) matches.push_back(backtracker.match(begin));
    if (layer.empty() || backtracker.end() == begin) return;
    TokenRange range = backtracker.captured(layer);
    if (range.length() == 0) range = {begin, backtracker.end()};
    layers.push_back({layer, range, member.pattern->attributes});
    emitted_sets.push_back(member.emitted_set);
  }
};

Matcher::Matcher(const RuleSet& rules) : classes_(rules) {
  const auto symbols = rules.symbols();
  for (std::uint32_t i = 0; i < symbols.size(); ++i) {
    tests_.push_back(test_of(symbols[i]));
  }
  const auto patterns = rules.patterns();
  for (auto first = patterns.begin(); first != patterns.end();) {
    const auto last = std::find_if(first, patterns.end(), [&](const Pattern& pattern) {
      return pattern.stage != first->stage;
    });
    programs_.emplace_back(first->stage, std::span(first, last), tests_, classes_);
    first = last;
  }
}

void Matcher::classify(Analysis& analysis) {
  analysis.classes_.resize(analysis.tokens().size());
  for (std::uint32_t at = 0; at < analysis.classes_.size(); ++at) {
    analysis.classes_[at] = classes_.classify(analysis, at);
  }
}

std::vector<PatternMatch> Matcher::find(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers, std::string_view wanted,
                                        Search search) {
  const auto program = std::ranges::find(programs_, stage, &StageProgram::stage);
  if (program == programs_.end()) return {};
  Run run(analysis, layers, wanted, analysis.classes_);
  for (const LayerSpan& span : layers) {
    run.emitted_sets.push_back(classes_.symbol_set(span.layer, span.attributes));
  }
  take_in_layers(run);
  if (search == Search::likely) {
    run.needed = program->find_needed(analysis.windows(), run.token_classes, classes_, wanted);
  }
  for (const StageProgram::Pass& pass : program->passes()) {
    if (pass.uses_clauses) run.clause_ends = find_clause_ends(analysis, layers);
    if (search == Search::likely)
      run_pass(*program, pass, run);
    else
      run_everywhere(*program, pass, run);
    take_in_layers(run);
  }
  return std::move(run.matches);
}

MatchView Matcher::view_of(const Run& run) {
  return {run.analysis,
          classes_,
          tests_,
          run.token_classes,
          run.index,
          run.clause_ends,
          SymbolRow{static_cast<std::uint32_t>(tests_.size())}.anything()};
}

void Matcher::run_pass(StageProgram& program, const StageProgram::Pass& pass, Run& run) {
  const MatchView view = view_of(run);
  Backtracker backtracker(view);
  const auto windows = run.analysis.windows();
  const std::size_t words = program.words_per_row();
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const auto needed = std::span(run.needed).subspan(i * words, words);
    for (const auto& [member, starts] :
         program.find_starts(pass, needed, windows[i], run.token_classes, classes_)) {
      run.run_member(program.member(member), starts, windows[i], backtracker);
    }
  }
}

void Matcher::run_everywhere(const StageProgram& program, const StageProgram::Pass& pass,
                             Run& run) {
  const MatchView view = view_of(run);
  Backtracker backtracker(view);
  std::vector<std::uint32_t> all_tokens;
  for (const TokenRange window : run.analysis.windows()) {
    all_tokens.resize(window.length());
    std::iota(all_tokens.begin(), all_tokens.end(), window.begin);
    for (std::uint32_t member = pass.begin; member < pass.end; ++member) {
      run.run_member(program.member(member), all_tokens, window, backtracker);
    }
  }
}

/// Makes the spans that were added to the layers known to the patterns.
void Matcher::take_in_layers(Run& run) {
  while (run.index.size() < run.layers.size()) {
    const LayerSpan& span = run.layers[run.index.size()];
    const std::uint32_t set = run.emitted_sets[run.index.size()];
    std::uint32_t& token_class = run.token_classes[span.range.begin];
    token_class = classes_.with_layer(token_class, set, span.range.length() > 1);
    run.index.add(set);
  }
}

std::vector<PatternMatch> find_patterns(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers, std::string_view wanted) {
  assert(analysis.matcher_ != nullptr);
  return analysis.matcher_->find(analysis, stage, layers, wanted);
}

}  // namespace cotejo
