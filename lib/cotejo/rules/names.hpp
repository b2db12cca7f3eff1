#ifndef COTEJO_RULES_NAMES_HPP
#define COTEJO_RULES_NAMES_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <cstdint>
#include <vector>

namespace cotejo {

/// Finds stretches that look like names: capitalised words, joined by the language's particles
/// ("Corea del Norte") and by hyphens ("Jong-un"). At the begin of a sentence a capital alone says
/// nothing; there a word counts if it is capitalised elsewhere, or if the lexicon knows it as part
/// of a name or not at all.
class NameFinder {
 public:
  /// `rules` must outlive this.
  explicit NameFinder(const RuleSet& rules);

  /// Ranges ascending, not overlapping. Linear but for sorting the capitalised words.
  /// Pre: tokens, sentences, quotations and lexicon hits of `analysis` are filled.
  [[nodiscard]] std::vector<TokenRange> find(const Analysis& analysis);

 private:
  /// What the lexicon makes of a word: the layer of its list says it is part of a name, or not.
  enum class Role : std::uint8_t { not_looked_up, name, time, other, no_list };
  Role role_of(std::uint32_t lexeme);
  /// The roles that the word at `at` has, and phrases that begin with it.
  struct Roles {
    bool name = false;
    bool time = false;  // of the word alone, as the next
    bool other = false;
  };
  Roles roles_at(const Analysis& analysis, std::uint32_t at);
  [[nodiscard]] bool is_function_word(const Token& token) const;
  [[nodiscard]] bool name_goes_on(const Analysis& analysis, std::uint32_t at, TokenRange sentence);
  bool is_common_noun(const Analysis& analysis, std::uint32_t at);
  void collect_capitalised(const Analysis& analysis);
  [[nodiscard]] bool is_capitalised(std::uint64_t hash) const;
  bool may_begin(const Analysis& analysis, std::uint32_t at, TokenRange sentence);
  std::uint32_t name_end(const Analysis& analysis, std::uint32_t at, TokenRange sentence);

  const RuleSet* rules_;
  std::vector<std::uint64_t> particles_;       // sorted hashes
  std::vector<std::uint64_t> function_words_;  // sorted hashes
  std::vector<std::uint64_t> capitalised_;     // sorted hashes of the text at hand
  std::vector<Role> roles_;                    // by lexeme
};

}  // namespace cotejo

#endif
