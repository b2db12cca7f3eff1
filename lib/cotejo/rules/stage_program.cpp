// A pattern is run only in windows where its matches can matter, and only from tokens where it may
// begin ("entered only where its rarest element stands"). Which windows: forwards through the
// passes a pattern may match if all symbols it requires stand there or may be emitted by a pattern
// before it; backwards, it is needed if it emits what is asked for or what a needed one looks at.
// Where: one bit per pattern and token class. A determinised automaton over the classes was tried
// first and was slower: most patterns hold spans of several tokens or gaps, behind which it can
// only say "may be". Tests: tests/unit/rules/matcher_test.cpp (no match is ever missed).
#include <cotejo/rules/stage_program.hpp>

#include <cotejo/rules/clause_ends.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace cotejo {

StageProgram::StageProgram(std::string stage, std::span<const Pattern> patterns,
                           std::span<const SymbolTest> tests, TokenClasses& classes)
    : stage_(std::move(stage)), bits_{static_cast<std::uint32_t>(tests.size())} {
  const std::size_t words = bits_.words();
  int last_pass = 0;
  for (const Pattern& pattern : patterns) {
    const auto number = static_cast<std::uint32_t>(members_.size());
    if (passes_.empty() || pattern.pass != last_pass) passes_.push_back({number, number, false});
    last_pass = pattern.pass;
    Member member{&pattern, find_needs(pattern, tests), 0};
    emits_.resize(emits_.size() + words, 0);
    const auto emitted = std::span(emits_).last(words);
    if (!pattern.emit.empty()) {
      member.emitted_set = classes.symbol_set(pattern.emit, pattern.attributes);
      for (const std::uint32_t symbol : classes.symbols_in(member.emitted_set)) {
        set_bit(emitted, symbol);
      }
      if (pattern.emit == clause_end_layer) set_bit(emitted, bits_.clause_end());
    }
    Pass& pass = passes_.back();
    pass.end = number + 1;
    pass.uses_clauses = pass.uses_clauses || has_bit(member.needs.looked_at, bits_.clause_end());
    members_.push_back(std::move(member));
  }
  places_.resize(members_.size());
}

std::vector<std::uint64_t> StageProgram::find_needed(std::span<const TokenRange> windows,
                                                     std::span<const std::uint32_t> token_classes,
                                                     const TokenClasses& classes,
                                                     std::string_view wanted) const {
  const std::size_t stride = words_per_row();
  std::vector<std::uint64_t> needed(windows.size() * stride, 0);
  std::vector<std::uint64_t> held(bits_.words());
  std::vector<std::uint64_t> asked(bits_.words());
  for (std::size_t i = 0; i < windows.size(); ++i) {
    std::ranges::fill(held, 0U);
    for (std::uint32_t at = windows[i].begin; at < windows[i].end; ++at) {
      join_into(held, classes.any(token_classes[at]));
    }
    const auto here = std::span(needed).subspan(i * stride, stride);
    find_possible(held, here);
    if (wanted.empty()) continue;
    std::ranges::fill(asked, 0U);
    keep_wanted(wanted, asked, here);
  }
  return needed;
}

/// Forwards: `held` are the symbols that stand in the window and grows by what may be emitted.
void StageProgram::find_possible(std::span<std::uint64_t> held,
                                 std::span<std::uint64_t> needed) const {
  for (std::uint32_t i = 0; i < members_.size(); ++i) {
    if (!is_part_of(members_[i].needs.required, held)) continue;
    set_bit(needed, i);
    join_into(held, emitted_by(i));
  }
}

/// Backwards: `asked` begins empty and grows by what the needed ones look at.
void StageProgram::keep_wanted(std::string_view wanted, std::span<std::uint64_t> asked,
                               std::span<std::uint64_t> needed) const {
  for (auto i = static_cast<std::uint32_t>(members_.size()); i-- > 0;) {
    if (!has_bit(needed, i)) continue;
    if (members_[i].pattern->emit == wanted || intersect(emitted_by(i), asked))
      join_into(asked, members_[i].needs.looked_at);
    else
      needed[i / 64] &= ~(std::uint64_t{1} << (i % 64));
  }
}

void StageProgram::learn(std::uint32_t token_class, const TokenClasses& classes) {
  const std::size_t begin = rows_.size();
  const std::size_t words = words_per_row();
  rows_.resize(begin + 2 * words, 0);
  const auto at_begin = std::span(rows_).subspan(begin, words);
  const auto later = std::span(rows_).subspan(begin + words, words);
  const SymbolBits held = classes.any(token_class);
  for (std::uint32_t i = 0; i < members_.size(); ++i) {
    if (intersect(members_[i].needs.first, held)) set_bit(at_begin, i);
    if (intersect(members_[i].needs.first_later, held)) set_bit(later, i);
  }
}

std::span<const StageProgram::Starts> StageProgram::find_starts(
    const Pass& pass, Patterns needed, TokenRange window,
    std::span<const std::uint32_t> token_classes, const TokenClasses& classes) {
  for (; known_classes_ < classes.size(); ++known_classes_) learn(known_classes_, classes);
  starts_.clear();
  const std::size_t words = words_per_row();
  for (std::size_t word = pass.begin / 64; word * 64 < pass.end; ++word) {
    std::uint64_t here = needed[word];
    if (word * 64 < pass.begin) here &= ~std::uint64_t{0} << (pass.begin - word * 64);
    if (pass.end < (word + 1) * 64) here &= ~(~std::uint64_t{0} << (pass.end - word * 64));
    if (here == 0) continue;
    std::uint64_t found = 0;
    for (std::uint32_t at = window.begin; at < window.end; ++at) {
      const std::size_t row = std::size_t{token_classes[at]} * 2 + (at == window.begin ? 0 : 1);
      for (std::uint64_t left = rows_[row * words + word] & here; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
        std::vector<std::uint32_t>& places = places_[word * 64 + bit];
        if (((found >> bit) & 1U) == 0) places.clear();
        found |= std::uint64_t{1} << bit;
        places.push_back(at);
      }
    }
    for (; found != 0; found &= found - 1) {
      const auto member =
          static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(found)));
      starts_.push_back({member, places_[member]});
    }
  }
  return starts_;
}

}  // namespace cotejo
