#ifndef COTEJO_RULES_CHECK_ENTRIES_HPP
#define COTEJO_RULES_CHECK_ENTRIES_HPP

#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/entry.hpp>
#include <cotejo/rules/read_rule_file.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The closed vocabularies of rule files: `[[vocabulary]]` entries that name a `key`, and `layers`
/// if the key is an attribute of words in these layers only.
class Vocabularies {
 public:
  /// Takes in the vocabularies of a file.
  void add(const RuleFile& file);

  /// What is wrong with the values of `entry`: R006, with the nearest right word.
  [[nodiscard]] std::vector<Diagnostic> check(const RuleEntry& entry) const;

 private:
  struct Vocabulary {
    std::string key;
    std::vector<std::string> layers;  // empty = any
    std::vector<std::string> words;
  };
  void check_value(std::string_view key, std::string_view value, std::string_view layer,
                   const RulePlace& place, std::vector<Diagnostic>& found) const;

  std::vector<Vocabulary> vocabularies_;
};

/// What nobody sees in a file, or what looks like something else: invisible characters and words
/// that mix scripts, R020.
[[nodiscard]] std::vector<Diagnostic> find_deceptive_characters(const RuleFile& file);

/// Words that two lists of one layer and language hold, a note each at the later one: R021.
/// Inflected forms of verbs are not looked at.
[[nodiscard]] std::vector<Diagnostic> find_ambiguous_words(
    const std::vector<const RuleFile*>& files);

}  // namespace cotejo

#endif
