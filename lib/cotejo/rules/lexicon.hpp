#ifndef COTEJO_RULES_LEXICON_HPP
#define COTEJO_RULES_LEXICON_HPP

#include <cotejo/rules/flat_table.hpp>
#include <cotejo/rules/layer_name.hpp>
#include <cotejo/rules/text_pool.hpp>
#include <cotejo/text/fold.hpp>
#include <cotejo/text/token.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A property of a word: class=say, category=troops, form=finite. Views what a RuleSet owns.
struct Attribute {
  std::string_view key;
  std::string_view value;

  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// What the rules say of one word form or phrase. Forms of the same word in the same list share it.
/// Views what its Lexicon owns.
struct Lexeme {
  std::string_view list;   ///< full id of the list that holds it
  std::string_view layer;  ///< the token layer it stands in, "" if its list has none
  std::string_view lemma;  ///< dictionary form
  std::span<const Attribute> attributes;
  double value = std::numeric_limits<double>::quiet_NaN();  ///< of attribute "value", if a number

  /// The value of `key`, or "".
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
};

/// A copy of `attributes` in `pool`, texts and all.
[[nodiscard]] std::span<const Attribute> keep_attributes(TextPool& pool,
                                                         std::span<const Attribute> attributes);

/// Words and phrases of a rule set, found by their folded hashes. A flat table, so that a lookup
/// costs about 10 ns; it compares 64-bit hashes only. Its tables are its own or, of compiled rules,
/// lie in a mapped file that its RuleSet owns.
class Lexicon {
 public:
  /// Whether a form is found in any writing, or only where the text has its capitals too.
  enum class Capitals : std::uint8_t {
    any,
    kept  ///< "País" is not found in "país", nor "UN" in "Un" or "un"; "PAÍS" is a "País"
  };
  /// Adds `tokens` (one word, or a phrase) as a form of `lexeme`. Capitals are kept in the first 16
  /// words of a phrase.
  void add(std::span<const Token> tokens, std::uint32_t lexeme, Capitals capitals = Capitals::any);
  /// Adds a copy of a lexeme and returns its number.
  std::uint32_t add(const Lexeme& lexeme);

  [[nodiscard]] const Lexeme& lexeme(std::uint32_t number) const { return lexemes_[number]; }
  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }

  /// What stands at one place of a text.
  struct Hit {
    std::uint32_t lexeme = 0;
    std::uint32_t length = 0;  ///< in tokens
    LayerName layer;           ///< of the lexeme
  };
  /// Appends all phrases that begin with the first of `tokens` to `hits`, shortest first.
  void find(std::span<const Token> tokens, std::vector<Hit>& hits) const;
  /// Says that find() will soon be asked for a token of that hash: the table is larger than the
  /// processor's nearest caches, so most of a lookup is waiting.
  void expect(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }

 private:
  friend struct CompiledForm;  // describe_rules.hpp

  struct Slot {
    std::uint64_t hash = 0;        // of the words so far; 0 = free
    std::uint32_t first : 31 = 0;  // place in links_, from 1; 0 = no phrase ends here
    std::uint32_t longer : 1 = 0;  // a longer phrase begins with these words
    std::uint32_t unused = 0;      // so that no byte of a table is left to chance
  };
  struct Link {
    std::uint32_t lexeme = 0;
    std::uint32_t next = 0;      // as Slot::first, further on
    std::uint32_t capitals = 0;  // two bits a word: 0 any, 1 a capital, 2 all capitals
    LayerName layer;
  };
  [[nodiscard]] const Slot* slot(std::uint64_t hash) const;
  Slot& slot_for(std::uint64_t hash);
  void grow();
  [[nodiscard]] bool is_sound() const;

  TextPool texts_;
  std::vector<Lexeme> lexemes_;
  FlatTable<Slot> slots_;  // a power of two, at least half of them free
  FlatTable<Link> links_;  // the lexemes of each phrase, in the order they were added
  std::size_t used_ = 0;
};

}  // namespace cotejo

#endif
