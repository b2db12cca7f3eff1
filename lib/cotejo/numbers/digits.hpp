#ifndef COTEJO_NUMBERS_DIGITS_HPP
#define COTEJO_NUMBERS_DIGITS_HPP

#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cotejo {

/// The marks of numbers in digits, from a language's traits, one character each.
struct DigitMarks {
  char32_t decimal = U'.';
  std::array<char32_t, 8> group{};  ///< 0 = unused

  [[nodiscard]] bool groups(char32_t mark) const;
};

[[nodiscard]] DigitMarks digit_marks(const LanguageTraits& traits);

/// What a stretch of digits and marks says.
struct Digits {
  double value = 0;           ///< the reading by the language's marks; meaningless if `unsettled`
  bool unsettled = false;     ///< the writing has several readings; see `readings`
  bool bad_grouping = false;  ///< groups of digits that no language writes
  bool marked = false;        ///< has a mark
  bool grouped = false;       ///< read as groups of three
  bool foreign = false;       ///< `value` is by the marks of other languages
  std::uint8_t integer_digits = 0;
  std::uint8_t decimals = 0;  ///< digits behind the decimal mark
  bool zeros = false;         ///< all decimals are 0
  /// The possible values if `unsettled`, and of "14,00" what it would be were the mark a group
  /// mark.
  std::array<double, 3> readings{};
  std::uint8_t reading_count = 0;
};

/// Reads "14.000", "1,5", "10'000", "14 000", "1.234.567,89" by the given marks.
///
/// A mark that groups in the language but stands where only a decimal mark can ("3.5" in Spanish)
/// is read as decimal. Nothing for what is no number: dates, versions, "1.2.3". At most 32 digits.
/// Pre: `text` begins and ends with an ASCII digit.
[[nodiscard]] std::optional<Digits> parse_digits(std::string_view text, const DigitMarks& marks);

}  // namespace cotejo

#endif
