#include <cotejo/rules/matcher.hpp>

#include <cotejo/rules/clause_ends.hpp>
#include <cotejo/rules/pattern_walker.hpp>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <utility>

namespace cotejo {

/// One call of find().
class Matcher::Run {
 public:
  Run(Matcher& matcher, StageProgram& program, const Analysis& analysis,
      std::span<const LayerSpan> layers, std::string_view wanted, std::string_view also,
      Search search)
      : classes_(matcher.classes_),
        masks_(matcher.masks_),
        program_(program),
        analysis_(analysis),
        layers_(layers),
        wanted_(wanted),
        also_(also),
        search_(search),
        walker_(masks_),
        clause_ends_(analysis),
        begins_(program.size()),
        found_(program.passes().size()),
        shown_(program.symbols(), 0) {
    given_.resize(layers.size());
    std::iota(given_.begin(), given_.end(), 0U);
    std::ranges::stable_sort(given_, {}, [&](std::size_t i) { return layers[i].range.begin; });
  }

  std::vector<PatternMatch> run() {
    start_group();
    for (const TokenRange window : analysis_.windows()) {
      if (!masks_.take(analysis_, window)) {
        run_patterns();
        start_group();
        masks_.take(analysis_, window);
      }
      show(masks_.windows().back());
    }
    run_patterns();
    return collect_all();
  }

 private:
  using Member = StageProgram::Member;

  void start_group() {
    masks_.clear();
    stops_.clear();
    for (WindowMasks::Words& words : begins_) words.fill(0);
  }

  /// Fills the masks with what stands in a window before any pattern has run, and notes which
  /// patterns are needed there.
  void show(const WindowMasks::Window& window) {
    for (const std::uint32_t symbol : standing_) shown_[symbol] = 0;
    standing_.clear();
    std::uint32_t position = window.position;
    for (std::uint32_t at = window.tokens.begin; at < window.tokens.end; ++at, ++position) {
      for (const std::uint32_t symbol : program_.symbols_of(analysis_.classes_[at], classes_)) {
        note(symbol);
        masks_.add_token(symbol, position);
      }
      show_longer(window, at);
    }
    for (; next_given_ < given_.size(); ++next_given_) {
      const LayerSpan& span = layers_[given_[next_given_]];
      if (span.range.begin >= window.tokens.end) break;
      if (span.range.begin < window.tokens.begin) continue;
      const auto set = classes_.symbol_set(span.layer, span.attributes);
      add(window, span.range, classes_.symbols_in(set));
      if (span.layer == clause_end_layer) stops_.push_back(span.range.begin);
    }
    note_needed(window);
  }

  void show_longer(const WindowMasks::Window& window, std::uint32_t at) {
    const auto hits = analysis_.hits_at(at);
    for (std::size_t i = hits.size(); i-- > 0 && hits[i].range.length() > 1;) {
      add(window, hits[i].range, classes_.symbols_of(hits[i].lexeme));
    }
    const std::uint32_t name = analysis_.name_end(at);
    if (name > at + 1) add(window, {at, name}, classes_.name_symbols());
    const Quotation* quotation = analysis_.quotation_at(at);
    if (quotation != nullptr) add(window, quotation->range, classes_.mark_symbols());
  }

  void add(const WindowMasks::Window& window, TokenRange range,
           std::span<const std::uint32_t> symbols) {
    for (const std::uint32_t symbol : symbols) {
      if (!program_.looks_at(symbol)) continue;
      note(symbol);
      masks_.add(symbol, window, range);
    }
  }

  void note(std::uint32_t symbol) {
    if (std::exchange(shown_[symbol], std::uint8_t{1}) == 0) standing_.push_back(symbol);
  }

  /// The patterns that are needed in the window may begin at any of its positions.
  void note_needed(const WindowMasks::Window& window) {
    const auto needed = program_.find_needed(standing_, wanted_);
    for (std::uint32_t number = 0; number < program_.size(); ++number) {
      if (needed[number] == 0 && search_ == Search::likely) continue;
      for (std::uint32_t i = 0; i < window.tokens.length();) {
        const std::uint32_t position = window.position + i;
        const std::uint32_t count = std::min(window.tokens.length() - i, 64 - position % 64);
        begins_[number][position / 64] |= ~WindowMasks::Mask{0} >> (64 - count) << (position % 64);
        i += count;
      }
    }
  }

  void run_patterns() {
    bool clauses_shown = false;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const StageProgram::Pass pass = program_.passes()[i];
      emitted_.clear();
      emitted_tokens_.clear();
      for (std::uint32_t number = pass.begin; number < pass.end; ++number) {
        const Member& member = program_.member(number);
        if (!can_match(number)) continue;
        if (member.uses_clauses && !std::exchange(clauses_shown, true)) show_clauses();
        walker_.set(*member.pattern, program_.graph(number));
        collect(number, found_[i]);
      }
      const std::size_t stops = stops_.size();
      for (const Emitted& emitted : emitted_) show_emitted(emitted);
      for (const EmittedTokens& emitted : emitted_tokens_) show_emitted(emitted);
      clauses_shown = clauses_shown && stops == stops_.size();
    }
  }

  [[nodiscard]] bool can_match(std::uint32_t number) const {
    const WindowMasks::Words& begins = begins_[number];
    return std::any_of(begins.begin(), begins.begin() + masks_.words(),
                       [](WindowMasks::Mask mask) { return mask != 0; }) &&
           std::ranges::all_of(program_.member(number).required,
                               [&](std::uint32_t symbol) { return masks_.stands(symbol); });
  }

  void show_clauses() {
    std::ranges::sort(stops_);
    for (const std::uint32_t symbol : program_.clause_symbols()) masks_.clear(symbol);
    for (const WindowMasks::Window& window : masks_.windows()) {
      const auto [begin, end] = window.tokens;
      const auto first = std::ranges::lower_bound(stops_, begin);
      const auto ends =
          clause_ends_.find(window.tokens, {first, std::ranges::lower_bound(stops_, end)});
      for (const std::uint32_t symbol : program_.clause_symbols()) {
        for (std::uint32_t at = begin; at < end; ++at) {
          if (ends[at - begin] > at) masks_.add(symbol, window, {at, ends[at - begin]});
        }
      }
    }
  }

  [[nodiscard]] bool is_returned(std::string_view layer) const {
    return wanted_.empty() || layer == wanted_ || (layer == also_ && !layer.empty());
  }

  /// Takes all matches of the pattern that the walker was set to.
  void collect(std::uint32_t number, std::vector<PatternMatch>& matches) {
    const Member& member = program_.member(number);
    const bool returned = is_returned(member.pattern->emit);
    if (!returned && walker_.matches_tokens()) {
      emitted_tokens_.push_back({walker_.begins(begins_[number]), &member});
      return;
    }
    for (std::uint32_t from = 0;;) {
      const auto begin = walker_.next_begin(from, begins_[number]);
      if (!begin) return;
      walker_.walk(*begin);
      const bool empty = walker_.end() == *begin;
      if (returned) matches.push_back(walker_.match());
      if (!member.emitted.empty() && !empty) {
        emitted_.push_back({walker_.emitted(), *begin, &member});
      }
      from = std::max(walker_.end(), *begin + 1);
    }
  }

  /// What a pattern of this pass emits: a span, or single tokens.
  struct Emitted {
    TokenRange range;
    std::uint32_t position = 0;  // where the match begins
    const Member* member = nullptr;
  };
  struct EmittedTokens {
    WindowMasks::Words tokens{};
    const Member* member = nullptr;
  };

  void show_emitted(const Emitted& emitted) {
    const auto after = std::ranges::upper_bound(masks_.windows(), emitted.position, {},
                                                &WindowMasks::Window::position);
    const WindowMasks::Window& window = *std::prev(after);
    for (const std::uint32_t symbol : emitted.member->emitted) {
      if (program_.looks_at(symbol)) masks_.add(symbol, window, emitted.range);
    }
    if (emitted.member->pattern->emit == clause_end_layer) stops_.push_back(emitted.range.begin);
  }

  void show_emitted(const EmittedTokens& emitted) {
    for (const std::uint32_t symbol : emitted.member->emitted) {
      if (program_.looks_at(symbol)) masks_.add_tokens(symbol, emitted.tokens);
    }
    if (emitted.member->pattern->emit != clause_end_layer) return;
    for (std::uint32_t position = 0; position < masks_.words() * 64; ++position) {
      const bool stands = (emitted.tokens[position / 64] & WindowMasks::bit(position)) != 0;
      if (stands) stops_.push_back(masks_.token_at(position));
    }
  }

  /// All matches by pass, then by window, then by pattern.
  std::vector<PatternMatch> collect_all() {
    std::vector<PatternMatch> matches;
    const auto window_of = [&](std::uint32_t token) {
      return std::ranges::partition_point(analysis_.windows(),
                                          [&](TokenRange window) { return window.end <= token; });
    };
    for (std::vector<PatternMatch>& found : found_) {
      std::ranges::stable_sort(
          found, {}, [&](const PatternMatch& match) { return window_of(match.range.begin); });
      std::ranges::move(found, std::back_inserter(matches));
    }
    return matches;
  }

  TokenClasses& classes_;
  WindowMasks& masks_;
  StageProgram& program_;
  const Analysis& analysis_;
  std::span<const LayerSpan> layers_;
  std::string_view wanted_;
  std::string_view also_;
  Search search_;
  PatternWalker walker_;
  ClauseEnds clause_ends_;
  std::vector<std::size_t> given_;  // numbers in layers_, by begin
  std::size_t next_given_ = 0;
  // Of the group of windows that the masks show:
  std::vector<WindowMasks::Words> begins_;  // by pattern: where it may begin
  std::vector<std::uint32_t> stops_;        // tokens at which spans of clause-end begin
  std::vector<Emitted> emitted_;            // by this pass
  std::vector<EmittedTokens> emitted_tokens_;
  std::vector<std::vector<PatternMatch>> found_;  // by pass, of all groups
  // Of the last window: the symbols that stand in it.
  std::vector<std::uint32_t> standing_;
  std::vector<std::uint8_t> shown_;  // by symbol
};

Matcher::Matcher(const RuleSet& rules) : classes_(rules), masks_(rules.symbols().size()) {
  const auto patterns = rules.patterns();
  for (auto first = patterns.begin(); first != patterns.end();) {
    const auto last = std::find_if(first, patterns.end(), [&](const Pattern& pattern) {
      return pattern.stage != first->stage;
    });
    programs_.emplace_back(first->stage, std::span(first, last), rules, classes_);
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
                                        std::span<const LayerSpan> layers, std::string_view wanted,
                                        std::string_view also, Search search) {
  const auto program = std::ranges::find(programs_, stage, &StageProgram::stage);
  if (program == programs_.end()) return {};
  return Run(*this, *program, analysis, layers, wanted, also, search).run();
}

std::vector<PatternMatch> find_patterns(const Analysis& analysis, std::string_view stage,
                                        std::span<const LayerSpan> layers, std::string_view wanted,
                                        std::string_view also) {
  assert(analysis.matcher_ != nullptr);
  return analysis.matcher_->find(analysis, stage, layers, wanted, also);
}

}  // namespace cotejo
