#ifndef COTEJO_NUMBERS_NUMBER_GRAMMAR_HPP
#define COTEJO_NUMBERS_NUMBER_GRAMMAR_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/numbers/digits.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a word does in a number expression: attribute `role` of layer "numeral".
enum class NumeralRole : std::uint8_t {
  none,
  unit,
  teen,  ///< also twenties written in one word: nothing below it may follow
  ten,
  hundred,    ///< a word for n × 100 ("doscientos")
  magnitude,  ///< multiplies what stands before it: hundred thousand docena
  half,       ///< "medio": half of a magnitude or unit that follows or stands before
  fraction,   ///< a fraction by itself: "mitad"
  ordinal,
  ordinal_suffix,  ///< behind digits: "º" "rd"
  denominator,     ///< "tercios"
  part,            ///< makes an ordinal a denominator: "quinta parte"
  of,
  connector,  ///< between the parts of a number: "y" "and" "-"
  article,
  point,       ///< the spoken decimal mark
  ratio,       ///< "de cada"
  range_open,  ///< "entre"
  range_link   ///< between the ends of a range
};
template <>
inline constexpr std::array names_of<NumeralRole>{
    std::string_view{"none"},        std::string_view{"unit"},
    std::string_view{"teen"},        std::string_view{"ten"},
    std::string_view{"hundred"},     std::string_view{"magnitude"},
    std::string_view{"half"},        std::string_view{"fraction"},
    std::string_view{"ordinal"},     std::string_view{"ordinal-suffix"},
    std::string_view{"denominator"}, std::string_view{"part"},
    std::string_view{"of"},          std::string_view{"connector"},
    std::string_view{"article"},     std::string_view{"point"},
    std::string_view{"ratio"},       std::string_view{"range-open"},
    std::string_view{"range-link"}};

/// Where a connector may stand: attribute `joins`.
enum class Joins : std::uint8_t {
  none,
  ten_unit,  ///< between tens and units: "treinta y dos"
  rest,      ///< before the last part: "two hundred and five"
  any,       ///< between any two parts
  glued      ///< a hyphen without blanks: "twenty-one"
};
template <>
inline constexpr std::array names_of<Joins>{std::string_view{"none"}, std::string_view{"ten-unit"},
                                            std::string_view{"rest"}, std::string_view{"any"},
                                            std::string_view{"glued"}};

/// Which openers and links of ranges belong together: attribute `class`.
enum class RangeClass : std::uint8_t { none, between, from, alternative, dash };
template <>
inline constexpr std::array names_of<RangeClass>{
    std::string_view{"none"}, std::string_view{"between"}, std::string_view{"from"},
    std::string_view{"or"}, std::string_view{"dash"}};

/// What a magnitude means without a number before it: attribute `bare`.
enum class Bare : std::uint8_t { no, exact, vague };
template <>
inline constexpr std::array names_of<Bare>{std::string_view{"no"}, std::string_view{"exact"},
                                           std::string_view{"vague"}};

/// What must stand nearby for the word to be a numeral at all: attribute `only`.
enum class Only : std::uint8_t { anywhere, money, counted, number };
template <>
inline constexpr std::array names_of<Only>{std::string_view{""}, std::string_view{"money"},
                                           std::string_view{"counted"}, std::string_view{"number"}};

/// A word of layer "numeral", its attributes decoded.
struct Numeral {
  NumeralRole role = NumeralRole::none;
  Joins joins = Joins::none;
  RangeClass range = RangeClass::none;
  Bare bare = Bare::no;
  Only only = Only::anywhere;
  bool alone = true;          ///< may be a number by itself
  bool after_digits = false;  ///< only directly behind digits
  bool of = false;            ///< "of" follows before what is counted
  bool article = false;       ///< an article too: never behind the first word of a number
  bool noun = false;          ///< a half that can stand before "of" or an article
  double value = 0;
  double high = 0;   ///< upper bound of a vague magnitude
  double open = 10;  ///< of a ten: what is added to it must be smaller
};

/// The number grammar of a rule set: what its words mean for numbers, by lexeme, decoded once.
class NumberGrammar {
 public:
  /// Linear in the lexicon. Unknown roles are none.
  explicit NumberGrammar(const RuleSet& rules);

  /// The numeral of that lexeme; role none if it is no numeral.
  [[nodiscard]] const Numeral& numeral(std::uint32_t lexeme) const {
    return numerals_[places_[lexeme] & place_mask];
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
  /// True if it is a word of change: "aumentó de A a B" is no range (layer "change").
  [[nodiscard]] bool is_change(std::uint32_t lexeme) const {
    return (places_[lexeme] & change_bit) != 0;
  }
  [[nodiscard]] const DigitMarks& marks() const { return marks_; }

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
  static constexpr std::uint16_t counted_bit = 0x8000;
  static constexpr std::uint16_t unit_bit = 0x4000;
  static constexpr std::uint16_t money_bit = 0x2000;
  static constexpr std::uint16_t change_bit = 0x1000;
  static constexpr std::uint16_t place_mask = 0x0FFF;

  void add(const Lexeme& lexeme, std::uint32_t number);

  std::vector<std::uint16_t> places_;  // by lexeme: bits, and a place in numerals_
  std::vector<Numeral> numerals_;      // the first is none
  std::vector<Spelling> magnitudes_;
  std::array<char, 128> letters_{};
  DigitMarks marks_;
  std::string digits_rule_;
};

}  // namespace cotejo

#endif
