#ifndef COTEJO_CHECK_GLOSSARY_HPP
#define COTEJO_CHECK_GLOSSARY_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/token.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cotejo {

/// A word of a text by what survives translation.
struct GistWord {
  Span span;
  std::string letters;  ///< folded, in the spelling that languages share; of a number, its digits
  std::vector<std::uint32_t> meanings;  ///< rows of the glossary, or one id of a gazetteer
  bool number = false;                  ///< written in digits
  bool name = false;  ///< of a gazetteer; or a capital that no sentence begins with, no meaning
};

/// Words of several languages that mean the same: the lists of layer "gloss", one row a meaning,
/// one column a language (rules/common/check.glossary.tsv). A word that ends in `*` stands for all
/// words that begin so; a whole word goes before a beginning, a longer beginning before a shorter
/// one. Names are known by the gazetteers of the rules (layers place, source, person), which hold
/// the writings of several languages under one id.
class Glossary {
 public:
  /// `rules` must outlive it. Linear in the lexicon.
  explicit Glossary(const RuleSet& rules);

  /// True if it has words of that language; by the first two letters of BCP 47.
  [[nodiscard]] bool knows(std::string_view language) const;

  /// The words of `window` that say something by themselves, in order. Small words are left out:
  /// those of rows that are `empty`, and short ones without a meaning. Spans count in `text`. Pre:
  /// well-formed UTF-8. Linear in the window.
  [[nodiscard]] std::vector<GistWord> read(std::string_view language, std::string_view text,
                                           Span window) const;

 private:
  using Rows = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  struct Words {
    Rows whole;
    Rows beginnings;
  };
  [[nodiscard]] const Words* words_of(std::string_view language) const;
  [[nodiscard]] static const std::vector<std::uint32_t>* find(const Words& words,
                                                              const std::string& plain);
  void add(std::string_view language, std::string_view cell, std::uint32_t row);
  struct Name {
    Span span;
    std::uint32_t meaning = 0;
  };
  /// The names of the gazetteers, in order.
  [[nodiscard]] std::vector<Name> find_names(std::string_view text) const;
  [[nodiscard]] GistWord read_word(const Words* words, std::string_view text, Span span) const;
  [[nodiscard]] std::string shared_spelling(std::string word) const;

  const RuleSet& rules_;
  Tokeniser tokeniser_;
  std::map<std::string, Words, std::less<>> languages_;
  std::vector<bool> empty_;                                   // by row
  std::vector<std::pair<std::string, std::string>> letters_;  // from, to
};

/// How sure it is that one of the words is a rendering of the other, from 0 to 1.5: numbers and
/// names most, then words of one meaning, then words that begin alike.
[[nodiscard]] double likeness(const GistWord& left, const GistWord& right);

}  // namespace cotejo

#endif
