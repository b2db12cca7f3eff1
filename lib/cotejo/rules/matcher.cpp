#include <cotejo/rules/matcher.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace cotejo {
namespace {

constexpr SymbolCode long_bit = 1;
constexpr SymbolCode code_of(std::uint32_t symbol, bool longer) {
  return (symbol << 1U) | (longer ? long_bit : 0U);
}

constexpr std::size_t shapes = token_kinds * token_cases * 2;
std::size_t shape_of(const Token& token) {
  const auto kind = static_cast<std::size_t>(token.kind);
  const auto letters = static_cast<std::size_t>(token.letter_case);
  return (kind * token_cases + letters) * 2 + (token.glued ? 1 : 0);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9FB21C651E98DF25ULL;
  return hash ^ (hash >> 31U);
}

bool has_wanted(const std::vector<Symbol::Wanted>& wanted, const std::vector<Attribute>& have) {
  return std::ranges::all_of(wanted, [&](const Symbol::Wanted& want) {
    const auto found = std::ranges::find(have, want.key, &Attribute::key);
    return found != have.end() && std::ranges::find(want.values, found->value) != want.values.end();
  });
}

bool is_shape_layer(std::string_view layer) {
  constexpr std::array<std::string_view, 10> names{"word",  "digits", "quote",   "punctuation",
                                                   "symbol", "token",  "lower",  "capital",
                                                   "upper", "glued"};
  return std::ranges::find(names, layer) != names.end();
}

/// Where the spans of a stage's layers begin.
class LayerIndex {
 public:
  explicit LayerIndex(const std::vector<LayerSpan>& layers) : layers_(layers) {
    add_new();
  }
  /// Takes in what was added to the layers since.
  void add_new() {
    for (; known_ < layers_.size(); ++known_) {
      by_begin_.emplace_back(layers_[known_].range.begin, static_cast<std::uint32_t>(known_));
    }
    std::ranges::sort(by_begin_);
  }
  template <typename Use>
  void each_at(std::uint32_t token, Use use) const {
    auto at = std::ranges::lower_bound(by_begin_, std::pair{token, std::uint32_t{0}});
    for (; at != by_begin_.end() && at->first == token; ++at) use(layers_[at->second]);
  }
  [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::uint32_t>>& begins() const {
    return by_begin_;
  }
  [[nodiscard]] const LayerSpan& span(std::uint32_t number) const { return layers_[number]; }

 private:
  const std::vector<LayerSpan>& layers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_begin_;
  std::size_t known_ = 0;
};

}  // namespace

/// The automaton of one pass of one stage.
struct Matcher::Program {
  std::string stage;
  int pass = 1;
  std::vector<const Pattern*> patterns;
  std::vector<Instruction> code;        // of all patterns, one after the other
  std::vector<std::uint32_t> starts;    // of each pattern in code
  std::vector<std::uint32_t> pattern_of;  // per instruction
  std::vector<std::vector<std::uint32_t>> first_symbols;  // of each pattern; empty = anything

  /// A state of the lazy automaton: nodes are (instruction << 1 | anything-may-come-first).
  struct State {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> accepts;  // patterns that may have matched on the way in
  };
  std::vector<State> states;
  std::unordered_map<std::uint64_t, std::uint32_t> state_by_hash;
  std::uint32_t begin_state = 0;  // at the begin of a window
  std::vector<std::uint32_t> begin_nodes;   // with and without ^
  std::vector<std::uint32_t> always_nodes;
  std::vector<std::uint32_t> always_accepts;

  // Sparse transitions, (state, class) → state: open addressing, keys + 1 so that 0 is free.
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> targets;
  std::size_t transitions = 0;

  // For each instruction, whether its symbol is one that stands anywhere (regex, clause).
  std::vector<bool> anywhere;

  void closure(std::uint32_t pc, bool at_begin, std::vector<std::uint32_t>& nodes,
               std::vector<std::uint32_t>& accepts) const;
  std::uint32_t state_for(std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> accepts);
  std::uint32_t step(std::uint32_t state, std::uint32_t token_class,
                     const std::vector<SymbolCode>& codes);
  std::uint32_t next(std::uint32_t state, std::uint32_t token_class,
                     const std::vector<std::vector<SymbolCode>>& classes);
  void remember(std::uint64_t key, std::uint32_t target);
  void forget();
};

namespace {

constexpr std::uint32_t consume_node(std::uint32_t pc) { return pc << 1U; }
constexpr std::uint32_t anything_node(std::uint32_t pc) { return (pc << 1U) | 1U; }
constexpr std::size_t max_states = 20'000;

void sort_unique(std::vector<std::uint32_t>& values) {
  std::ranges::sort(values);
  const auto rest = std::ranges::unique(values);
  values.erase(rest.begin(), rest.end());
}

}  // namespace

void Matcher::Program::closure(std::uint32_t first, bool at_begin,
                               std::vector<std::uint32_t>& nodes,
                               std::vector<std::uint32_t>& accepts) const {
  std::vector<std::uint32_t> todo{first};
  std::vector<std::uint32_t> seen;
  while (!todo.empty()) {
    const std::uint32_t pc = todo.back();
    todo.pop_back();
    if (std::ranges::find(seen, pc) != seen.end()) continue;
    seen.push_back(pc);
    const Instruction& instruction = code[pc];
    switch (instruction.op) {
      case Instruction::Op::consume:
        nodes.push_back(consume_node(pc));
        break;
      case Instruction::Op::skip:
        nodes.push_back(anything_node(pc + 1));
        todo.push_back(pc + 1);
        break;
      case Instruction::Op::split:
        todo.push_back(instruction.target);
        todo.push_back(pc + 1);
        break;
      case Instruction::Op::jump:
        todo.push_back(instruction.target);
        break;
      case Instruction::Op::at_begin:
        if (at_begin) todo.push_back(pc + 1);
        break;
      case Instruction::Op::open:
      case Instruction::Op::close:
      case Instruction::Op::at_end:
      case Instruction::Op::not_here:
        todo.push_back(pc + 1);
        break;
      case Instruction::Op::accept:
        accepts.push_back(pattern_of[pc]);
        break;
    }
  }
}

std::uint32_t Matcher::Program::state_for(std::vector<std::uint32_t> nodes,
                                          std::vector<std::uint32_t> accepts) {
  sort_unique(nodes);
  sort_unique(accepts);
  std::uint64_t hash = nodes.size();
  for (const std::uint32_t node : nodes) hash = mix(hash, node);
  for (const std::uint32_t pattern : accepts) hash = mix(hash, ~std::uint64_t{pattern});
  const auto known = state_by_hash.find(hash);
  if (known != state_by_hash.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(states.size());
  states.push_back({std::move(nodes), std::move(accepts)});
  state_by_hash.emplace(hash, number);
  return number;
}

std::uint32_t Matcher::Program::step(std::uint32_t from, std::uint32_t /*token_class*/,
                                     const std::vector<SymbolCode>& codes) {
  std::vector<std::uint32_t> nodes = always_nodes;
  std::vector<std::uint32_t> accepts = always_accepts;
  const std::vector<std::uint32_t> before = states[from].nodes;
  for (const std::uint32_t node : before) {
    const std::uint32_t pc = node >> 1U;
    if (node == anything_node(pc)) {
      nodes.push_back(node);
      closure(pc, false, nodes, accepts);
      continue;
    }
    const std::uint32_t symbol = code[pc].argument;
    const bool any = anywhere[pc];
    const bool one = any || std::ranges::binary_search(codes, code_of(symbol, false));
    const bool more = any || std::ranges::binary_search(codes, code_of(symbol, true));
    if (more) nodes.push_back(anything_node(pc + 1));
    if (one || more) closure(pc + 1, false, nodes, accepts);
  }
  return state_for(std::move(nodes), std::move(accepts));
}

std::uint32_t Matcher::Program::next(std::uint32_t state, std::uint32_t token_class,
                                     const std::vector<std::vector<SymbolCode>>& classes) {
  const std::uint64_t key = ((std::uint64_t{state} << 32U) | token_class) + 1;
  const std::size_t mask = keys.size() - 1;
  for (std::size_t at = mix(0, key) & mask;; at = (at + 1) & mask) {
    if (keys[at] == key) return targets[at];
    if (keys[at] == 0) break;
  }
  const std::uint32_t target = step(state, token_class, classes[token_class]);
  remember(key, target);
  return target;
}

void Matcher::Program::remember(std::uint64_t key, std::uint32_t target) {
  if (2 * ++transitions > keys.size()) {
    std::vector<std::uint64_t> old_keys(2 * keys.size());
    std::vector<std::uint32_t> old_targets(2 * keys.size());
    old_keys.swap(keys);
    old_targets.swap(targets);
    const std::size_t mask = keys.size() - 1;
    for (std::size_t i = 0; i < old_keys.size(); ++i) {
      if (old_keys[i] == 0) continue;
      std::size_t at = mix(0, old_keys[i]) & mask;
      while (keys[at] != 0) at = (at + 1) & mask;
      keys[at] = old_keys[i];
      targets[at] = old_targets[i];
    }
  }
  const std::size_t mask = keys.size() - 1;
  std::size_t at = mix(0, key) & mask;
  while (keys[at] != 0) at = (at + 1) & mask;
  keys[at] = key;
  targets[at] = target;
}

/// Starts afresh when the automaton has grown beyond all use, so that hostile text costs time in
/// proportion to its length and no more memory than this.
void Matcher::Program::forget() {
  states.clear();
  state_by_hash.clear();
  keys.assign(1024, 0);
  targets.assign(1024, 0);
  transitions = 0;
  begin_state = state_for(begin_nodes, {});
}

/// Matches one pattern in one window, from the left, remembering what has failed.
class Backtracker {
 public:
  Backtracker(Matcher& matcher, const Analysis& analysis, const LayerIndex& layers,
              const std::vector<std::uint32_t>& clause_ends)
      : matcher_(matcher), analysis_(analysis), layers_(layers), clause_ends_(clause_ends) {}

  void run(const Pattern& pattern, const std::vector<std::uint32_t>& first_symbols,
           TokenRange window, std::vector<PatternMatch>& matches) {
    pattern_ = &pattern;
    window_ = window;
    visited_.assign(pattern.program.size() * (window.length() + 1), false);
    for (std::uint32_t at = window.begin; at < window.end;) {
      if (!may_begin(first_symbols, at) || !match_at(at)) {
        ++at;
        continue;
      }
      matches.push_back(result(at));
      at = std::max(end_, at + 1);
    }
  }

 private:
  using Op = Instruction::Op;
  struct Job {
    std::uint32_t pc = 0;        // or the capture to restore
    std::uint32_t position = 0;  // or its old begin
    std::uint32_t old_end = 0;
    bool restore = false;
  };

  bool may_begin(const std::vector<std::uint32_t>& symbols, std::uint32_t at) {
    return symbols.empty() || std::ranges::any_of(symbols, [&](std::uint32_t symbol) {
             find_ends(symbol, at);
             return !ends_.empty();
           });
  }

  bool match_at(std::uint32_t begin) {
    captures_.assign(pattern_->captures.size(), {0, 0});
    jobs_.assign(1, Job{0, begin, 0, false});
    while (!jobs_.empty()) {
      const Job job = jobs_.back();
      jobs_.pop_back();
      if (job.restore) {
        captures_[job.pc] = {job.position, job.old_end};
      } else if (follow(job.pc, job.position)) {
        return true;
      }
    }
    return false;
  }

  /// Goes on from one place until it fails or accepts; other ways are put on the stack.
  bool follow(std::uint32_t pc, std::uint32_t position) {
    for (;;) {
      const std::size_t place = std::size_t{pc} * (window_.length() + 1) + (position - window_.begin);
      if (visited_[place]) return false;
      visited_[place] = true;
      const Instruction& instruction = pattern_->program[pc];
      switch (instruction.op) {
        case Op::consume:
          find_ends(instruction.argument, position);
          if (ends_.empty()) return false;
          for (std::size_t i = ends_.size(); i-- > 1;) jobs_.push_back({pc + 1, ends_[i], 0, false});
          position = ends_.front();
          break;
        case Op::skip:
          push_skips(pc + 1, position, instruction.argument);
          break;
        case Op::split:
          jobs_.push_back({instruction.target, position, 0, false});
          break;
        case Op::jump:
          pc = instruction.target;
          continue;
        case Op::open:
        case Op::close:
          capture(instruction, position);
          break;
        case Op::at_begin:
          if (position != window_.begin) return false;
          break;
        case Op::at_end:
          if (!only_marks_until_end(position)) return false;
          break;
        case Op::not_here:
          find_ends(instruction.argument, position);
          if (!ends_.empty()) return false;
          break;
        case Op::accept:
          end_ = position;
          return true;
      }
      ++pc;
    }
  }

  void capture(const Instruction& instruction, std::uint32_t position) {
    TokenRange& range = captures_[instruction.argument];
    jobs_.push_back({instruction.argument, range.begin, range.end, true});
    (instruction.op == Op::open ? range.begin : range.end) = position;
  }

  /// Puts "one more token skipped", "two more" … on the stack, fewest first.
  void push_skips(std::uint32_t pc, std::uint32_t position, std::uint32_t most) {
    std::uint32_t last = position;
    while (last < window_.end && last - position < most && may_skip(last, position)) ++last;
    for (; last > position; --last) jobs_.push_back({pc, last, 0, false});
  }

  bool may_skip(std::uint32_t token, std::uint32_t from) {
    if (analysis_.tokens()[token].kind == TokenKind::quote) return false;
    if (token > from && analysis_.begins_sentence(token)) return false;
    return analysis_.text_of(token) != ";";
  }

  bool only_marks_until_end(std::uint32_t position) {
    for (; position < window_.end; ++position) {
      const TokenKind kind = analysis_.tokens()[position].kind;
      if (kind != TokenKind::punctuation && kind != TokenKind::quote) return false;
    }
    return true;
  }

  /// Fills ends_ with the ends of the spans of `symbol` that begin at `position`, longest first.
  void find_ends(std::uint32_t number, std::uint32_t position) {
    ends_.clear();
    if (position >= window_.end) return;
    const Symbol& symbol = matcher_.rules_->symbols()[number];
    const Token& token = analysis_.tokens()[position];
    switch (symbol.kind) {
      case Symbol::Kind::literal:
        if (token.hash == symbol.hash) ends_.push_back(position + 1);
        return;
      case Symbol::Kind::regex:
        if (matcher_.regex_outcome(number, analysis_.text_of(position)) ==
            TokenRegex::Outcome::matches) {
          ends_.push_back(position + 1);
        }
        return;
      case Symbol::Kind::list:
        add_hits(number, position);
        break;
      case Symbol::Kind::layer:
        add_layer(symbol, number, position, token);
        break;
    }
    std::ranges::sort(ends_, std::greater{});
    const auto rest = std::ranges::unique(ends_);
    ends_.erase(rest.begin(), rest.end());
  }

  void add_end(std::uint32_t end) {
    if (end <= window_.end) ends_.push_back(end);
  }

  void add_hits(std::uint32_t number, std::uint32_t position) {
    for (const LexiconHit& hit : analysis_.hits_at(position)) {
      const auto& symbols = matcher_.symbols_of(hit.lexeme);
      if (std::ranges::binary_search(symbols, number)) add_end(hit.range.end);
    }
  }

  void add_layer(const Symbol& symbol, std::uint32_t number, std::uint32_t position,
                 const Token& token) {
    if (is_shape_layer(symbol.text)) {
      if (matcher_.shape_fits(symbol, token)) add_end(position + 1);
    } else if (symbol.text == "name") {
      if (const std::uint32_t end = analysis_.name_end(position); end != 0) add_end(end);
    } else if (symbol.text == "mark") {
      if (const Quotation* quotation = analysis_.quotation_at(position)) {
        add_end(quotation->range.end);
      }
    } else if (symbol.text == "clause") {
      if (clause_ends_[position] > position) add_end(clause_ends_[position]);
    }
    add_hits(number, position);
    layers_.each_at(position, [&](const LayerSpan& span) {
      if (span.layer == symbol.text && has_wanted(symbol.wanted, span.attributes)) {
        add_end(span.range.end);
      }
    });
  }

  PatternMatch result(std::uint32_t begin) const {
    PatternMatch match{pattern_, {begin, end_}, {}};
    for (std::size_t i = 0; i < captures_.size(); ++i) {
      if (captures_[i].end > captures_[i].begin) {
        match.captures.push_back({pattern_->captures[i], captures_[i]});
      }
    }
    std::ranges::sort(match.captures, {}, &Capture::range);
    return match;
  }

  Matcher& matcher_;
  const Analysis& analysis_;
  const LayerIndex& layers_;
  const std::vector<std::uint32_t>& clause_ends_;
  const Pattern* pattern_ = nullptr;
  TokenRange window_;
  std::vector<bool> visited_;
  std::vector<Job> jobs_;
  std::vector<TokenRange> captures_;
  std::vector<std::uint32_t> ends_;
  std::uint32_t end_ = 0;
};

namespace {

/// Where the clause that begins at each token ends: before the next `clause-end` span or semicolon
/// of the same quotation, else where its quotation, its sentence inside a quotation, or its window
/// ends. One pass from the right.
std::vector<std::uint32_t> find_clause_ends(const Analysis& analysis, const LayerIndex& layers) {
  const std::size_t size = analysis.tokens().size();
  std::vector<std::uint32_t> ends(size, 0);
  std::vector<std::uint32_t> next_stop(analysis.quotations().size() + 1, 0);
  for (const TokenRange window : analysis.windows()) {
    std::ranges::fill(next_stop, 0U);
    for (std::uint32_t at = window.end; at-- > window.begin;) {
      const Quotation* around = analysis.quotation_around(at);
      const std::size_t level =
          around == nullptr ? 0
                            : static_cast<std::size_t>(around - analysis.quotations().data()) + 1;
      std::uint32_t limit = around == nullptr ? window.end : around->inner.end;
      if (next_stop[level] != 0) limit = std::min(limit, next_stop[level]);
      ends[at] = limit;
      bool stop = analysis.text_of(at) == ";";
      layers.each_at(at, [&](const LayerSpan& span) { stop = stop || span.layer == "clause-end"; });
      if (stop || (around != nullptr && analysis.begins_sentence(at))) next_stop[level] = at;
    }
  }
  return ends;
}

bool uses_clauses(const RuleSet& rules) {
  return std::ranges::any_of(rules.symbols(), [](const Symbol& symbol) {
    return symbol.kind == Symbol::Kind::layer && symbol.text == "clause";
  });
}

}  // namespace

Matcher::~Matcher() = default;

Matcher::Matcher(const RuleSet& rules)
    : rules_(&rules), shape_classes_(shapes, 0), lexeme_symbols_(rules.lexicon().size()) {
  const auto symbols = rules.symbols();
  for (std::uint32_t i = 0; i < symbols.size(); ++i) {
    const Symbol& symbol = symbols[i];
    if (symbol.kind == Symbol::Kind::regex) {
      anywhere_symbols_.push_back(i);
      if (auto regex = TokenRegex::compile(symbol.text)) regexes_.emplace(i, *std::move(regex));
    }
    if (symbol.kind != Symbol::Kind::layer) continue;
    layer_symbols_[symbol.text].push_back(i);
    if (symbol.text == "name") name_symbols_.push_back(i);
    if (symbol.text == "mark") mark_symbols_.push_back(i);
    if (symbol.text == "clause") anywhere_symbols_.push_back(i);
    if (is_shape_layer(symbol.text)) shape_symbols_.push_back(i);
  }
  for (const Pattern& pattern : rules.patterns()) {
    if (programs_.empty() || programs_.back()->stage != pattern.stage ||
        programs_.back()->pass != pattern.pass) {
      programs_.push_back(std::make_unique<Program>());
      programs_.back()->stage = pattern.stage;
      programs_.back()->pass = pattern.pass;
    }
    Program& program = *programs_.back();
    const auto offset = static_cast<std::uint32_t>(program.code.size());
    program.starts.push_back(offset);
    for (Instruction instruction : pattern.program) {
      instruction.target += offset;
      program.code.push_back(instruction);
      program.pattern_of.push_back(static_cast<std::uint32_t>(program.patterns.size()));
      program.anywhere.push_back(
          instruction.op == Instruction::Op::consume &&
          std::ranges::find(anywhere_symbols_, instruction.argument) != anywhere_symbols_.end());
    }
    program.patterns.push_back(&pattern);
  }
  for (const auto& program : programs_) {
    for (std::size_t i = 0; i < program->starts.size(); ++i) {
      std::vector<std::uint32_t> nodes;
      std::vector<std::uint32_t> accepts;
      program->closure(program->starts[i], true, nodes, accepts);
      program->begin_nodes.insert(program->begin_nodes.end(), nodes.begin(), nodes.end());
      std::vector<std::uint32_t> first;
      const bool open = std::ranges::any_of(nodes, [](std::uint32_t node) { return (node & 1U) != 0; });
      for (const std::uint32_t node : nodes) first.push_back(program->code[node >> 1U].argument);
      sort_unique(first);
      program->first_symbols.push_back(open || !accepts.empty() ? std::vector<std::uint32_t>{} : first);
      nodes.clear();
      program->closure(program->starts[i], false, program->always_nodes, accepts);
    }
    program->forget();
  }
}

std::uint32_t Matcher::intern(std::vector<SymbolCode>& codes) {
  sort_unique(codes);
  std::uint64_t hash = codes.size();
  for (const SymbolCode code : codes) hash = mix(hash, code);
  const auto known = class_by_hash_.find(hash);
  if (known != class_by_hash_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(classes_.size());
  classes_.push_back(codes);
  class_by_hash_.emplace(hash, number);
  return number;
}

const std::vector<std::uint32_t>& Matcher::symbols_of(std::uint32_t lexeme) {
  auto& known = lexeme_symbols_[lexeme];
  if (known) return *known;
  known.emplace();
  const Lexeme& word = rules_->lexicon().lexeme(lexeme);
  const auto symbols = rules_->symbols();
  for (std::uint32_t i = 0; i < symbols.size(); ++i) {
    const Symbol& symbol = symbols[i];
    const bool fits =
        (symbol.kind == Symbol::Kind::list && symbol.text == word.list) ||
        (symbol.kind == Symbol::Kind::literal && word.list.empty() && symbol.text == word.lemma) ||
        (symbol.kind == Symbol::Kind::layer && !word.layer.empty() && symbol.text == word.layer &&
         has_wanted(symbol.wanted, word.attributes));
    if (fits) known->push_back(i);
  }
  return *known;
}

const std::vector<std::uint32_t>& Matcher::symbols_of_layer(const LayerSpan& span) {
  scratch_symbols_.clear();
  const auto found = layer_symbols_.find(span.layer);
  if (found == layer_symbols_.end()) return scratch_symbols_;
  for (const std::uint32_t number : found->second) {
    if (has_wanted(rules_->symbols()[number].wanted, span.attributes)) {
      scratch_symbols_.push_back(number);
    }
  }
  return scratch_symbols_;
}

bool Matcher::shape_fits(const Symbol& symbol, const Token& token) const {
  const std::string& layer = symbol.text;
  const TokenCase letters = token.letter_case;
  if (layer == "token") return true;
  if (layer == "word") return token.kind == TokenKind::word;
  if (layer == "digits") return token.kind == TokenKind::digits;
  if (layer == "quote") return token.kind == TokenKind::quote;
  if (layer == "punctuation") return token.kind == TokenKind::punctuation;
  if (layer == "symbol") return token.kind == TokenKind::symbol;
  if (layer == "glued") return token.glued;
  if (layer == "lower") return letters == TokenCase::lower;
  if (layer == "upper") return letters == TokenCase::upper;
  return letters == TokenCase::capital || letters == TokenCase::upper || letters == TokenCase::mixed;
}

void Matcher::add_shape_codes(const Token& token, std::vector<SymbolCode>& codes) const {
  for (const std::uint32_t symbol : shape_symbols_) {
    if (shape_fits(rules_->symbols()[symbol], token)) codes.push_back(code_of(symbol, false));
  }
}

std::uint32_t Matcher::shape_class(const Token& token) {
  std::uint32_t& known = shape_classes_[shape_of(token)];
  if (known == 0) {
    std::vector<SymbolCode> codes;
    add_shape_codes(token, codes);
    known = intern(codes) + 1;
  }
  return known - 1;
}

void Matcher::add_codes(const Analysis& analysis, std::uint32_t token,
                        std::vector<SymbolCode>& codes) {
  add_shape_codes(analysis.tokens()[token], codes);
  const auto add = [&](const std::vector<std::uint32_t>& symbols, bool longer) {
    for (const std::uint32_t symbol : symbols) codes.push_back(code_of(symbol, longer));
  };
  for (const LexiconHit& hit : analysis.hits_at(token)) {
    add(symbols_of(hit.lexeme), hit.range.length() > 1);
  }
  if (const std::uint32_t end = analysis.name_end(token); end != 0) {
    add(name_symbols_, end - token > 1);
  }
  if (analysis.quotation_at(token) != nullptr) add(mark_symbols_, true);
}

void Matcher::classify(Analysis& analysis) {
  const auto tokens = analysis.tokens();
  analysis.classes_.resize(tokens.size());
  std::vector<SymbolCode> codes;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    const auto hits = analysis.hits_at(at);
    const std::uint32_t name = analysis.name_end(at);
    const bool mark = analysis.quotation_at(at) != nullptr;
    if (hits.empty() && name == 0 && !mark) {
      analysis.classes_[at] = shape_class(tokens[at]);
      continue;
    }
    std::uint64_t hash = shape_of(tokens[at]);
    for (const LexiconHit& hit : hits) {
      hash = mix(hash, (std::uint64_t{hit.lexeme} << 1U) | (hit.range.length() > 1 ? 1U : 0U));
    }
    hash = mix(hash, (name == 0 ? 0U : name - at > 1 ? 2U : 1U) + (mark ? 4U : 0U));
    const auto known = class_by_hits_.find(hash);
    if (known != class_by_hits_.end()) {
      analysis.classes_[at] = known->second;
      continue;
    }
    codes.clear();
    add_codes(analysis, at, codes);
    analysis.classes_[at] = intern(codes);
    class_by_hits_.emplace(hash, analysis.classes_[at]);
  }
}

TokenRegex::Outcome Matcher::regex_outcome(std::uint32_t symbol, std::string_view text) {
  const auto regex = regexes_.find(symbol);
  return regex == regexes_.end() ? TokenRegex::Outcome::differs : regex->second.match(text);
}

std::vector<PatternMatch> Matcher::find(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers) {
  std::vector<PatternMatch> all;
  LayerIndex index(layers);
  std::vector<std::uint32_t> classes = analysis.classes_;
  const auto reclassify = [&](std::size_t from) {
    std::vector<SymbolCode> codes;
    for (; from < layers.size(); ++from) {
      const LayerSpan& span = layers[from];
      codes = classes_[classes[span.range.begin]];
      for (const std::uint32_t symbol : symbols_of_layer(span)) {
        codes.push_back(code_of(symbol, span.range.length() > 1));
      }
      classes[span.range.begin] = intern(codes);
    }
  };
  reclassify(0);

  std::vector<std::uint32_t> clause_ends;
  std::vector<bool> may_match;
  std::vector<std::uint32_t> candidates;
  for (const auto& program_pointer : programs_) {
    Program& program = *program_pointer;
    if (program.stage != stage) continue;
    if (uses_clauses(*rules_)) clause_ends = find_clause_ends(analysis, index);
    Backtracker backtracker(*this, analysis, index, clause_ends);
    const std::size_t first_new = all.size();
    may_match.assign(program.patterns.size(), false);
    for (const TokenRange window : analysis.windows()) {
      if (program.states.size() > max_states) program.forget();
      candidates.clear();
      std::uint32_t state = program.begin_state;
      for (std::uint32_t at = window.begin; at < window.end; ++at) {
        state = program.next(state, classes[at], classes_);
        for (const std::uint32_t pattern : program.states[state].accepts) {
          if (may_match[pattern]) continue;
          may_match[pattern] = true;
          candidates.push_back(pattern);
        }
      }
      std::ranges::sort(candidates);
      for (const std::uint32_t pattern : candidates) {
        may_match[pattern] = false;
        backtracker.run(*program.patterns[pattern], program.first_symbols[pattern], window, all);
      }
    }
    const std::size_t old_layers = layers.size();
    for (std::size_t i = first_new; i < all.size(); ++i) {
      const Pattern& pattern = *all[i].pattern;
      if (pattern.emit.empty() || all[i].range.length() == 0) continue;
      const TokenRange* inner = all[i].capture(pattern.emit);
      layers.push_back({pattern.emit, inner == nullptr ? all[i].range : *inner,
                        static_cast<std::uint32_t>(i), pattern.attributes});
    }
    index.add_new();
    reclassify(old_layers);
  }
  return all;
}

std::vector<PatternMatch> find_patterns(const Analysis& analysis, std::string_view stage,
                                        std::vector<LayerSpan>& layers) {
  assert(analysis.matcher_ != nullptr);
  return analysis.matcher_->find(analysis, stage, layers);
}

}  // namespace cotejo
