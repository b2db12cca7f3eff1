#ifndef COTEJO_RULES_STAGE_PROGRAM_HPP
#define COTEJO_RULES_STAGE_PROGRAM_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/pattern_needs.hpp>
#include <cotejo/rules/token_classes.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// All patterns of one stage, pass by pass: which of them are worth running in a window, and where
/// they may begin there.
class StageProgram {
 public:
  struct Pass {
    std::uint32_t begin = 0;  ///< its patterns: [begin, end) of patterns()
    std::uint32_t end = 0;
    bool uses_clauses = false;
  };
  struct Member {
    const Pattern* pattern = nullptr;
    PatternNeeds needs;
    std::uint32_t emitted_set = 0;  ///< of symbols that its spans fit: TokenClasses::symbol_set
  };

  /// `patterns` are all of `stage`, by pass, and must outlive this, as must `tests`.
  StageProgram(std::string stage, std::span<const Pattern> patterns,
               std::span<const SymbolTest> tests, TokenClasses& classes);

  [[nodiscard]] const std::string& stage() const { return stage_; }
  [[nodiscard]] std::span<const Pass> passes() const { return passes_; }
  [[nodiscard]] const Member& member(std::uint32_t number) const { return members_[number]; }

  /// A set of patterns, a bit for each: a row of words_per_row() words.
  using Patterns = std::span<const std::uint64_t>;
  [[nodiscard]] std::size_t words_per_row() const { return (members_.size() + 63) / 64; }

  /// For each of `windows` a row: the patterns that emit layer `wanted` and may match in it, and
  /// those whose spans they may look at. All that may match, if `wanted` is empty.
  [[nodiscard]] std::vector<std::uint64_t> find_needed(std::span<const TokenRange> windows,
                                                       std::span<const std::uint32_t> token_classes,
                                                       const TokenClasses& classes,
                                                       std::string_view wanted) const;

  /// The places where one pattern may begin in a window.
  struct Starts {
    std::uint32_t member = 0;
    std::span<const std::uint32_t> tokens;
  };
  /// Those of the patterns of `pass` that are in `needed`; never leaves out a place where one
  /// matches. The result lives until the next call.
  std::span<const Starts> find_starts(const Pass& pass, Patterns needed, TokenRange window,
                                      std::span<const std::uint32_t> token_classes,
                                      const TokenClasses& classes);

 private:
  void learn(std::uint32_t token_class, const TokenClasses& classes);
  void find_possible(std::span<std::uint64_t> held, std::span<std::uint64_t> needed) const;
  void keep_wanted(std::string_view wanted, std::span<std::uint64_t> asked,
                   std::span<std::uint64_t> needed) const;
  [[nodiscard]] SymbolBits emitted_by(std::uint32_t member) const {
    return SymbolBits(emits_).subspan(member * bits_.words(), bits_.words());
  }

  std::string stage_;
  std::vector<Member> members_;
  std::vector<Pass> passes_;
  SymbolRow bits_;
  std::vector<std::uint64_t> emits_;  // of each pattern a row: the symbols that its spans fit
  // Of each class two rows: patterns that may begin there if a window does, and else.
  std::vector<std::uint64_t> rows_;
  std::uint32_t known_classes_ = 0;
  std::vector<std::vector<std::uint32_t>> places_;  // by pattern, scratch
  std::vector<Starts> starts_;                      // scratch
};

}  // namespace cotejo

#endif
