#ifndef COTEJO_RULES_PASS_PROGRAM_HPP
#define COTEJO_RULES_PASS_PROGRAM_HPP

#include <cotejo/rules/pattern.hpp>
#include <cotejo/rules/token_classes.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cotejo {

/// What must be true of a window and a token for one pattern to match from there.
struct PatternNeeds {
  std::vector<std::uint32_t> first;        ///< one of these symbols stands where it begins; sorted
  std::vector<std::uint32_t> first_later;  ///< the same, anywhere but at the begin of a window
  bool begins_anywhere = false;            ///< `first` says nothing: it may begin at any token
  bool later_anywhere = false;             ///< the same of `first_later`
  std::vector<std::uint32_t> required;     ///< all of these stand somewhere in the window; sorted
};

/// Reads off the program of a pattern what it needs. `has_class` says of a symbol whether the class
/// of a token tells that it stands there; others say nothing.
[[nodiscard]] PatternNeeds find_needs(const Pattern& pattern, std::size_t symbols,
                                      const std::vector<bool>& has_class);

/// All patterns of one pass of one stage, and where they may begin.
class PassProgram {
 public:
  PassProgram(std::string stage, int pass) : stage_(std::move(stage)), pass_(pass) {}

  void add(const Pattern& pattern, PatternNeeds needs, bool uses_clauses);

  [[nodiscard]] const std::string& stage() const { return stage_; }
  [[nodiscard]] int pass() const { return pass_; }
  [[nodiscard]] bool uses_clauses() const { return uses_clauses_; }
  [[nodiscard]] std::span<const Pattern* const> patterns() const { return patterns_; }

  /// The places where one pattern may begin in a window.
  struct Starts {
    std::uint32_t pattern = 0;  ///< its number in patterns()
    std::span<const std::uint32_t> tokens;
  };
  /// Fills in which patterns may match in `window`, and from where; never leaves one out that does.
  /// The result lives until the next call. `token_classes` are those of all tokens.
  std::span<const Starts> find_starts(TokenRange window,
                                      std::span<const std::uint32_t> token_classes,
                                      const TokenClasses& classes);

 private:
  void learn(std::uint32_t token_class, const TokenClasses& classes);
  [[nodiscard]] std::size_t masks() const { return (patterns_.size() + 63) / 64; }

  std::string stage_;
  int pass_;
  bool uses_clauses_ = false;
  std::vector<const Pattern*> patterns_;
  std::vector<PatternNeeds> needs_;
  std::vector<std::uint32_t> tracked_;        // symbols that some pattern requires, up to 64
  std::vector<std::uint64_t> required_bits_;  // of each pattern, by place in tracked_
  // Of each class: its tracked symbols, patterns that may begin there, those that may begin there
  // later than at the window's begin.
  std::vector<std::uint64_t> rows_;
  std::uint32_t known_classes_ = 0;
  std::vector<std::vector<std::uint32_t>> places_;  // by pattern, scratch
  std::vector<Starts> starts_;                      // scratch
};

}  // namespace cotejo

#endif
