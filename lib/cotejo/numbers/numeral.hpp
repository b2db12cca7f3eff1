#ifndef COTEJO_NUMBERS_NUMERAL_HPP
#define COTEJO_NUMBERS_NUMERAL_HPP

#include <cotejo/base/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

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
  minus,      ///< "menos", before a number
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
    std::string_view{"of"},          std::string_view{"minus"},
    std::string_view{"connector"},   std::string_view{"article"},
    std::string_view{"point"},       std::string_view{"ratio"},
    std::string_view{"range-open"},  std::string_view{"range-link"}};

/// True if a word of that role is added to what stands before it.
[[nodiscard]] constexpr bool adds(NumeralRole role) {
  return role >= NumeralRole::unit && role <= NumeralRole::hundred;
}

/// Where a connector may stand: attribute `joins`.
enum class Joins : std::uint8_t {
  none,
  ten_unit,  ///< between tens and units: "treinta y dos"
  unit_ten,  ///< between units and tens: "einundzwanzig"
  rest,      ///< before the last part: "two hundred and five"
  any,       ///< between any two parts
  parts,     ///< between parts with magnitudes: "due miliardi, trenta milioni"
  glued      ///< a hyphen without blanks: "twenty-one"
};
template <>
inline constexpr std::array names_of<Joins>{
    std::string_view{"none"}, std::string_view{"ten-unit"}, std::string_view{"unit-ten"},
    std::string_view{"rest"}, std::string_view{"any"},      std::string_view{"parts"},
    std::string_view{"glued"}};

/// Which openers and links of ranges belong together: attribute `class`.
enum class RangeClass : std::uint8_t {
  none,
  between,
  from,
  alternative,
  dash,
  change  ///< between two numbers of a change only: "de 80 para 120 milhões"
};
template <>
inline constexpr std::array names_of<RangeClass>{
    std::string_view{"none"}, std::string_view{"between"}, std::string_view{"from"},
    std::string_view{"or"},   std::string_view{"dash"},    std::string_view{"change"}};

/// What a magnitude means without a number before it: attribute `bare`.
enum class Bare : std::uint8_t { no, exact, vague };
template <>
inline constexpr std::array names_of<Bare>{std::string_view{"no"}, std::string_view{"exact"},
                                           std::string_view{"vague"}};

/// What must stand nearby for the word to be a numeral at all: attribute `only`.
enum class Only : std::uint8_t { anywhere, money, counted, number, after_article };
template <>
inline constexpr std::array names_of<Only>{std::string_view{""}, std::string_view{"money"},
                                           std::string_view{"counted"}, std::string_view{"number"},
                                           std::string_view{"after-article"}};

/// Where a part of a compound may stand: attribute `ends`.
enum class Ends : std::uint8_t {
  word,    ///< anywhere, also at the end
  suffix,  ///< at the end before a suffix only: "vent-" in "ventesimo"
  never    ///< always before another part: "ein-"
};
template <>
inline constexpr std::array names_of<Ends>{std::string_view{"yes"}, std::string_view{"suffix"},
                                           std::string_view{"no"}};

/// A word of layer "numeral" or a part of one (layer "numeral-part"), its attributes decoded.
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
  double high = 0;          ///< upper bound of a vague magnitude
  double open = 10;         ///< of a ten: what is added to it must be smaller
  Ends ends = Ends::word;   ///< of a part of a compound
  bool about = false;       ///< a round number by itself: "veintena"
  bool written_on = false;  ///< may be glued to digits: "14mila"
  bool gap = false;         ///< of a ratio: what is counted may stand before it
  double doubt = 0;         ///< what it may have been meant to be worth: "14 mi"

  /// True if it is added to what stands before it.
  [[nodiscard]] bool adds() const { return cotejo::adds(role); }
  /// What may be added to a number behind it must be smaller.
  [[nodiscard]] double slot_behind() const {
    if (role == NumeralRole::hundred) return 100;
    return role == NumeralRole::ten ? open : 1;
  }
};

}  // namespace cotejo

#endif
