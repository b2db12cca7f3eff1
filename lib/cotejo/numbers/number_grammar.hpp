#ifndef COTEJO_NUMBERS_NUMBER_GRAMMAR_HPP
#define COTEJO_NUMBERS_NUMBER_GRAMMAR_HPP

#include <cotejo/numbers/compounds.hpp>
#include <cotejo/numbers/digits.hpp>
#include <cotejo/numbers/numeral.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The number grammar of a rule set: what its words mean for numbers, by lexeme, decoded once.
class NumberGrammar {
 public:
  /// Linear in the lexicon. Unknown roles are none.
  explicit NumberGrammar(const RuleSet& rules);

  /// The numeral of that lexeme; role none if it is no numeral.
  [[nodiscard]] const Numeral& numeral(std::uint32_t lexeme) const {
    return numerals_[places_[lexeme] & place_mask];
  }
  /// Its role alone, which is cheaper.
  [[nodiscard]] NumeralRole role(std::uint32_t lexeme) const {
    return static_cast<NumeralRole>(places_[lexeme] >> role_shift & role_mask);
  }
  /// True if the lexeme is something counted (layer "counted").
  [[nodiscard]] bool is_counted(std::uint32_t lexeme) const {
    return (places_[lexeme] & counted_bit) != 0;
  }
  /// True if it is a unit, sign or currency (layer "unit").
  [[nodiscard]] bool is_unit(std::uint32_t lexeme) const {
    return (places_[lexeme] & unit_bit) != 0;
  }
  /// True if it is a currency.
  [[nodiscard]] bool is_money(std::uint32_t lexeme) const {
    return (places_[lexeme] & money_bit) != 0;
  }
  /// True if it is a sign or word of percent or percentage points.
  [[nodiscard]] bool is_percent(std::uint32_t lexeme) const {
    return (places_[lexeme] & percent_bit) != 0;
  }
  /// True if it is a hedge that leaves a number vague: "a few" (layer "hedge").
  [[nodiscard]] bool is_vague(std::uint32_t lexeme) const {
    return (places_[lexeme] & vague_bit) != 0;
  }
  /// True if it is a word of change: "aumentó de A a B" is no range (layer "change").
  [[nodiscard]] bool is_change(std::uint32_t lexeme) const {
    return (places_[lexeme] & change_bit) != 0;
  }
  [[nodiscard]] const DigitMarks& marks() const { return marks_; }
  /// The number words that the language writes together.
  [[nodiscard]] const Compounds& compounds() const { return compounds_; }

  /// A magnitude word that a miswritten word may have been meant to be.
  struct Spelling {
    std::string folded;  ///< without accents
    std::string written;
    std::uint32_t lexeme = 0;
  };
  [[nodiscard]] const std::vector<Spelling>& magnitudes() const { return magnitudes_; }
  /// The digit that a letter can be taken for ("l" 1, "O" 0; layer "digit-letter"), or 0 = none.
  [[nodiscard]] char digit_for(char letter) const;
  /// Full id of the entry that stands for numbers in digits, "" if the rules have none.
  [[nodiscard]] const std::string& digits_rule() const { return digits_rule_; }

 private:
  static constexpr std::uint32_t counted_bit = 1U << 31U;
  static constexpr std::uint32_t unit_bit = 1U << 30U;
  static constexpr std::uint32_t money_bit = 1U << 29U;
  static constexpr std::uint32_t percent_bit = 1U << 28U;
  static constexpr std::uint32_t change_bit = 1U << 27U;
  static constexpr std::uint32_t vague_bit = 1U << 26U;
  static constexpr std::uint32_t role_shift = 16;
  static constexpr std::uint32_t role_mask = 0x1F;
  static_assert(names_of<NumeralRole>.size() <= role_mask + 1);
  static constexpr std::uint32_t place_mask = 0xFFFF;

  void add(const Lexeme& lexeme, std::uint32_t number);

  std::vector<std::uint32_t> places_;  // by lexeme: bits, a role, and a place in numerals_
  std::vector<Numeral> numerals_;      // the first is none
  std::vector<Spelling> magnitudes_;
  std::array<char, 128> letters_{};
  DigitMarks marks_;
  Compounds compounds_;
  std::string digits_rule_;
};

}  // namespace cotejo

#endif
