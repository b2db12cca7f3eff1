#ifndef COTEJO_CHECK_LEXIS_HPP
#define COTEJO_CHECK_LEXIS_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/check/glossary.hpp>
#include <cotejo/numbers/number_grammar.hpp>
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/sentences.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a word does to what is said: attribute `class` of layer "alteration"
/// (rules/<language>/check.alterations.toml).
enum class WordClass : std::uint8_t {
  negation,
  modal,     ///< a modal verb: can, must, will
  tense,     ///< a verb whose form tells the time
  hedge,     ///< perhaps, I think, about
  scope,     ///< all, some, only, always
  opposite,  ///< has a counterpart in another list of the same `pair`
  pronoun,
  filler,      ///< said to gain time
  condition,   ///< opens a clause that limits what stands before it: if, unless
  exception,   ///< except, but
  contrast,    ///< but rather: belongs to a negation before it
  denial,      ///< a lead-in that denies or doubts what follows
  report,      ///< a lead-in that gives the words to somebody else
  complement,  ///< that, between a lead-in and its clause
  sic,
  function  ///< carries no content by itself
};
inline constexpr std::size_t word_classes = 16;
template <>
inline constexpr std::array names_of<WordClass>{
    std::string_view{"negation"},  std::string_view{"modal"},      std::string_view{"tense"},
    std::string_view{"hedge"},     std::string_view{"scope"},      std::string_view{"opposite"},
    std::string_view{"pronoun"},   std::string_view{"filler"},     std::string_view{"condition"},
    std::string_view{"exception"}, std::string_view{"contrast"},   std::string_view{"denial"},
    std::string_view{"report"},    std::string_view{"complement"}, std::string_view{"sic"},
    std::string_view{"function"}};

/// A word of a quotation or of the passage it is compared with. A number expression is one word.
struct CheckWord {
  Span span;
  std::string text;
  std::string folded;  ///< accents kept
  std::string plain;   ///< folded without accents
  std::vector<std::uint32_t> lexemes;
  std::uint32_t classes = 0;  ///< bits of WordClass
  bool paired = false;        ///< the rules know an opposite of it
  bool verbal = false;        ///< the rules know it as a form of a verb
  bool number = false;
  bool ordinal = false;
  double value = 0;  ///< of a number
  bool symbol = false;
  bool capital = false;     ///< begins with an upper-case letter
  bool initial = false;     ///< the first of its sentence
  bool bracketed = false;   ///< inside square brackets, or (sic)
  bool governs = false;     ///< its loss before a quotation turns what was said
  bool contracted = false;  ///< one of the words that a contraction says
  bool after_mark = false;  ///< a comma, colon, dash or the like stands before it

  [[nodiscard]] bool is(WordClass wanted) const {
    return (classes >> static_cast<unsigned>(wanted) & 1U) != 0;
  }
  /// True if it says something by itself.
  [[nodiscard]] bool has_content() const;
};

/// The words of a stretch of text.
struct CheckText {
  std::vector<CheckWord> words;
  std::vector<Span> sentences;
};

/// What the rules of a language know of words, for comparing a quotation with its original. Keeps
/// the automata of its analyses, so not for use by two threads at once.
class Lexis {
 public:
  /// `rules` must outlive it. Linear in the lexicon.
  explicit Lexis(const RuleSet& rules);

  /// The words of `window`; spans count in `text`. Pre: well-formed UTF-8. Linear in the window.
  [[nodiscard]] CheckText read(std::string_view text, Span window);

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  [[nodiscard]] const Lexeme& lexeme(std::uint32_t number) const {
    return rules_.lexicon().lexeme(number);
  }

  /// Words of several languages that mean the same; made when it is first asked for.
  [[nodiscard]] const Glossary& glossary() {
    return glossary_ ? *glossary_ : glossary_.emplace(rules_);
  }

  /// The two words are forms of one verb that differ in time or mood.
  [[nodiscard]] bool differ_in_tense(const CheckWord& left, const CheckWord& right) const;
  /// The two are opposites by the rules: paired, or one is the other with a prefix of denial.
  [[nodiscard]] bool are_opposites(const CheckWord& left, const CheckWord& right) const;
  /// The two are one word in the spellings of two countries: harbor, harbour.
  [[nodiscard]] bool are_spellings(const CheckWord& left, const CheckWord& right) const;
  /// The two say as much or as often: attribute `sense` of words of scope and modals.
  [[nodiscard]] bool have_one_sense(const CheckWord& left, const CheckWord& right) const;

 private:
  void fold_word(CheckWord& word) const;
  /// Puts the words that a contraction says in its place.
  void write_out(std::vector<CheckWord>& words) const;
  [[nodiscard]] CheckWord written_out(std::string_view text, const CheckWord& contraction) const;
  void take_lexeme(std::uint32_t number, CheckWord& word) const;
  void mark_hits(const Analysis& analysis, const std::vector<std::uint32_t>& word_of,
                 std::vector<CheckWord>& words) const;

  const RuleSet& rules_;
  Tokeniser tokeniser_;
  Analyser analyser_;
  NumberGrammar numbers_;
  SentenceBreaker breaker_;
  std::optional<Glossary> glossary_;
  std::set<std::string, std::less<>> function_words_;  // plain
  std::vector<std::string> denying_prefixes_;
  std::vector<std::string> agreement_endings_;
  std::vector<std::string> spellings_;                // "our=or"
  std::set<std::string, std::less<>> tense_endings_;  // that nouns and adjectives do not have
  std::set<std::string, std::less<>> verb_endings_;
};

/// True if `left` is a slip of the pen for `right`: one letter dropped, doubled, changed or two
/// exchanged, in a word of at least four letters (three, if two are exchanged). Both folded.
[[nodiscard]] bool is_slip(std::string_view left, std::string_view right);

}  // namespace cotejo

#endif
