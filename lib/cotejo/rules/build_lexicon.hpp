#ifndef COTEJO_RULES_BUILD_LEXICON_HPP
#define COTEJO_RULES_BUILD_LEXICON_HPP

#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/entry.hpp>
#include <cotejo/rules/lexicon.hpp>
#include <cotejo/text/token.hpp>

#include <map>
#include <string>
#include <vector>

namespace cotejo {

/// The forms of one verb, by the kind of form.
struct VerbForms {
  std::string lemma;
  /// "infinitive" "gerund" "participle" "finite" and the words of each.
  std::vector<std::pair<std::string, std::vector<std::string>>> forms;
};

/// Expands word lists and verb paradigms into the lexicon.
class LexiconBuilder {
 public:
  /// `entries` are all entries in force; they must outlive the builder.
  LexiconBuilder(const std::map<std::string, const RuleEntry*>& entries, const Tokeniser& tokeniser,
                 std::vector<Diagnostic>& diagnostics);

  /// Adds all words of a `list` entry to `lexicon`.
  void add_list(const RuleEntry& list, Lexicon& lexicon);

 private:
  void add_words(const RuleEntry& list, Lexicon& lexicon);
  void add_verbs(const RuleEntry& list, Lexicon& lexicon);
  void add_row(const RuleEntry& list, const RuleRow& row, Lexicon& lexicon);
  void add_forms(const std::vector<std::string>& forms, std::uint32_t lexeme, Lexicon& lexicon);
  std::vector<std::string> expand(std::string_view text, const RulePlace& place);
  VerbForms forms_of(const RuleEntry& list, const std::string& verb, const RulePlace& place);
  void add_paradigm(const RuleEntry& paradigm, std::string_view stem, VerbForms& forms);
  const VerbForms& endings_of(const RuleEntry& paradigm);
  const RuleEntry* find_paradigm(const RuleEntry& user, std::string_view id,
                                 const RulePlace& place);
  void report(std::string code, const RulePlace& place, std::string text);

  std::map<std::pair<std::string, std::string>, const RuleEntry*> verbs_;      // lemma, language
  std::map<std::pair<std::string, std::string>, const RuleEntry*> paradigms_;  // id, language
  std::map<const RuleEntry*, VerbForms> endings_;  // of each paradigm, expanded once
  const Tokeniser& tokeniser_;
  std::vector<Token> tokens_;  // scratch
  std::vector<Diagnostic>& diagnostics_;
};

/// What the attributes of a list's `with` say; views into `entry`.
[[nodiscard]] std::vector<Attribute> attributes_of(const RuleEntry& entry);

}  // namespace cotejo

#endif
