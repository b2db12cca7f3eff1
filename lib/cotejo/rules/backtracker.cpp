#include <cotejo/rules/backtracker.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <functional>

namespace cotejo {

using Op = Instruction::Op;

Backtracker::Backtracker(const MatchView& view) : view_(view), semicolon_(fold_hash(";")) {}

void Backtracker::set(const Pattern& pattern, const PatternNeeds& needs, TokenRange window) {
  if (!(window_ == window)) set_window(window);
  pattern_ = &pattern;
  needs_ = &needs;
  visited_.assign((pattern.program.size() * (window.length() + 1)) / 64 + 1, 0);
}

void Backtracker::set_window(TokenRange window) {
  window_ = window;
  const auto is_mark = [&](std::uint32_t token) {
    const TokenKind kind = view_.analysis.tokens()[token].kind;
    return kind == TokenKind::punctuation || kind == TokenKind::quote;
  };
  tail_begin_ = window.end;
  while (tail_begin_ > window.begin && is_mark(tail_begin_ - 1)) --tail_begin_;
}

bool Backtracker::match_at(std::uint32_t begin) {
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

/// False if this place was seen before, and so has failed.
bool Backtracker::visit(std::uint32_t pc, std::uint32_t position) {
  const std::size_t place = std::size_t{pc} * (window_.length() + 1) + (position - window_.begin);
  const std::uint64_t bit = std::uint64_t{1} << (place % 64);
  if ((visited_[place / 64] & bit) != 0) return false;
  visited_[place / 64] |= bit;
  return true;
}

/// False if nothing that can come next from `pc` stands at `position`.
bool Backtracker::can_go_on(std::uint32_t pc, std::uint32_t position) const {
  const SymbolBits next = needs_->next_at(pc);
  if (position >= window_.end) return has_bit(next, view_.anything);
  return intersect(next, view_.classes.any(view_.token_classes[position]));
}

/// Goes on from one place until it fails or accepts; other ways are put on the stack.
bool Backtracker::follow(std::uint32_t pc, std::uint32_t position) {
  for (;; ++pc) {
    const Instruction& instruction = pattern_->program[pc];
    switch (instruction.op) {
      case Op::consume:
        position = consume(instruction.argument, pc, position);
        if (position == 0) return false;
        break;
      case Op::skip:
        if (!visit(pc, position)) return false;
        push_skips(pc + 1, position, instruction.argument);
        break;
      case Op::split:
        if (!visit(pc, position)) return false;
        if (!can_go_on(instruction.target, position)) break;
        if (can_go_on(pc + 1, position)) {
          jobs_.push_back({instruction.target, position, 0, false});
        } else {
          pc = instruction.target - 1;
        }
        break;
      case Op::jump:
        pc = instruction.target - 1;
        break;
      case Op::open:
      case Op::close:
        capture(instruction, position);
        break;
      case Op::at_begin:
        if (position != window_.begin) return false;
        break;
      case Op::at_end:
        if (position < tail_begin_) return false;
        break;
      case Op::not_here:
        if (stands_at(instruction.argument, position)) return false;
        break;
      case Op::accept:
        end_ = position;
        return true;
    }
  }
}

/// The end of the longest span of `symbol` at `position`, or 0; shorter ones are put on the stack.
std::uint32_t Backtracker::consume(std::uint32_t symbol, std::uint32_t pc, std::uint32_t position) {
  if (position >= window_.end) return 0;
  if (view_.tests[symbol] == SymbolTest::by_class) {
    const std::uint32_t token_class = view_.token_classes[position];
    if (!view_.classes.has_longer(token_class, symbol)) {
      return view_.classes.has_single(token_class, symbol) ? position + 1 : 0;
    }
  }
  find_ends(symbol, position);
  if (ends_.empty()) return 0;
  for (std::size_t i = ends_.size(); i-- > 1;) jobs_.push_back({pc + 1, ends_[i], 0, false});
  return ends_.front();
}

/// Whether any span of `symbol` begins at `position`.
bool Backtracker::stands_at(std::uint32_t symbol, std::uint32_t position) {
  if (position < window_.end && view_.tests[symbol] == SymbolTest::by_class) {
    const std::uint32_t token_class = view_.token_classes[position];
    if (!has_bit(view_.classes.any(token_class), symbol)) return false;
    if (view_.classes.has_single(token_class, symbol)) return true;
  }
  find_ends(symbol, position);
  return !ends_.empty();
}

void Backtracker::capture(const Instruction& instruction, std::uint32_t position) {
  TokenRange& range = captures_[instruction.argument];
  if (!jobs_.empty()) jobs_.push_back({instruction.argument, range.begin, range.end, true});
  (instruction.op == Op::open ? range.begin : range.end) = position;
}

/// Puts "one more token skipped", "two more" … on the stack, fewest first.
void Backtracker::push_skips(std::uint32_t pc, std::uint32_t position, std::uint32_t most) {
  std::uint32_t last = position;
  while (last < window_.end && last - position < most && may_skip(last, position)) ++last;
  for (; last > position; --last) jobs_.push_back({pc, last, 0, false});
}

bool Backtracker::may_skip(std::uint32_t at, std::uint32_t from) const {
  const Token& token = view_.analysis.tokens()[at];
  if (token.kind == TokenKind::quote || token.hash == semicolon_) return false;
  return at == from || !view_.analysis.begins_sentence(at);
}

/// Fills ends_ with the ends of the spans of `symbol` that begin at `position`, longest first.
void Backtracker::find_ends(std::uint32_t symbol, std::uint32_t position) {
  ends_.clear();
  if (position >= window_.end) return;
  switch (view_.tests[symbol]) {
    case SymbolTest::by_class: {
      const std::uint32_t token_class = view_.token_classes[position];
      if (view_.classes.has_longer(token_class, symbol)) find_longer_ends(symbol, position);
      if (view_.classes.has_single(token_class, symbol)) ends_.push_back(position + 1);
      return;
    }
    case SymbolTest::clause:
      if (view_.clause_ends[position] > position) ends_.push_back(view_.clause_ends[position]);
      return;
  }
}

/// The spans of more than one token, longest first.
void Backtracker::find_longer_ends(std::uint32_t number, std::uint32_t position) {
  const Analysis& analysis = view_.analysis;
  const Symbol& symbol = analysis.rules().symbols()[number];
  for (const LexiconHit& hit : analysis.hits_at(position)) {
    if (hit.range.length() > 1 && view_.classes.fits(hit.lexeme, number)) add_end(hit.range.end);
  }
  if (symbol.kind == Symbol::Kind::layer) {
    const std::uint32_t name = analysis.name_end(position);
    if (name > position + 1 && symbol.text == "name") add_end(name);
    const Quotation* quotation = analysis.quotation_at(position);
    if (quotation != nullptr && symbol.text == "mark") add_end(quotation->range.end);
    view_.layers.each_at(position, [&](const LayerSpan& span, std::uint32_t symbol_set) {
      if (span.range.length() > 1 && view_.classes.in_set(symbol_set, number)) {
        add_end(span.range.end);
      }
    });
  }
  if (ends_.size() < 2) return;
  std::ranges::sort(ends_, std::greater{});
  const auto rest = std::ranges::unique(ends_);
  ends_.erase(rest.begin(), rest.end());
}

void Backtracker::add_end(std::uint32_t end) {
  if (end <= window_.end) ends_.push_back(end);
}

PatternMatch Backtracker::match(std::uint32_t begin) const {
  PatternMatch match{pattern_, {begin, end_}, {}};
  match.captures.reserve(captures_.size());
  for (std::size_t i = 0; i < captures_.size(); ++i) {
    if (captures_[i].end > captures_[i].begin) {
      match.captures.push_back({pattern_->captures[i], captures_[i]});
    }
  }
  if (match.captures.size() > 1) std::ranges::sort(match.captures, {}, &Capture::range);
  return match;
}

TokenRange Backtracker::captured(std::string_view name) const {
  TokenRange first;
  for (std::size_t i = 0; i < captures_.size(); ++i) {
    const bool empty = captures_[i].end <= captures_[i].begin;
    if (empty || pattern_->captures[i] != name) continue;
    if (first.length() == 0 || captures_[i] < first) first = captures_[i];
  }
  return first;
}

}  // namespace cotejo
