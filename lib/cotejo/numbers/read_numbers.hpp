#ifndef COTEJO_NUMBERS_READ_NUMBERS_HPP
#define COTEJO_NUMBERS_READ_NUMBERS_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/number_grammar.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// What sort of number expression it is.
enum class NumberForm : std::uint8_t {
  cardinal,
  ordinal,   ///< the value is the rank
  fraction,  ///< "dos tercios", "la mitad": the value is below one, mostly
  ratio      ///< "siete de cada diez": the value is the quotient
};

/// A number in the text and its value.
struct NumberReading {
  TokenRange range;   ///< of a range, from the first to the last number
  TokenRange second;  ///< of a range, its upper number; else empty
  NumberForm form = NumberForm::cardinal;
  std::optional<double> low;   ///< both are absent only with `alternatives`
  std::optional<double> high;  ///< equal to low, but of ranges and vague magnitudes
  std::vector<double> alternatives;
  std::optional<Slip> slip;
  bool is_range = false;
  bool loose = false;       ///< a range only if something is counted or measured: "3-5", "3 a 5"
  bool vague = false;       ///< "decenas de miles"
  bool of = false;          ///< "of" stands between it and what is counted
  bool about = false;       ///< a round number by itself: "una veintena"
  bool plain = false;       ///< one stretch of digits and nothing else
  bool in_digits = false;   ///< begins with digits
  bool needs_unit = false;  ///< a number only before a unit: "media"
  double magnitude = 0;     ///< of "1,5 millones", 1e6; else 0
  std::uint32_t opener =
      0;  ///< of a range, the token of its first word ("entre"), else range.begin
  std::uint32_t lexeme = 0;  ///< its first numeral; no_lexeme if it is all digits
  Digits shape;              ///< of its digits, if in_digits
};

/// Reads all numbers among the tokens of `range`, in one pass.
///
/// Returns them ascending and not overlapping; a range ("entre 10 y 12 mil") is one. Words that are
/// an article at least as often as a number ("un", "one") count only inside larger numbers. Digits
/// that are part of a name ("F-16", "G20") are left out. Where the writing has several readings,
/// `low` and `high` are absent and `alternatives` has them. Linear in the tokens.
[[nodiscard]] std::vector<NumberReading> read_numbers(const Analysis& analysis,
                                                      const NumberGrammar& grammar,
                                                      TokenRange range);
/// The same into `readings`, whose old content goes and whose memory stays.
void read_numbers(const Analysis& analysis, const NumberGrammar& grammar, TokenRange range,
                  std::vector<NumberReading>& readings);

}  // namespace cotejo

#endif
