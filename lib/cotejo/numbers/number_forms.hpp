#ifndef COTEJO_NUMBERS_NUMBER_FORMS_HPP
#define COTEJO_NUMBERS_NUMBER_FORMS_HPP

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/numbers/read_numbers.hpp>

#include <cstdint>
#include <optional>

namespace cotejo {

/// The reading of a cardinal as it stands.
[[nodiscard]] NumberReading reading_of(const Cardinal& cardinal);

/// What is no plain cardinal: ordinals, fractions, ratios; each is tried where it can begin, or
/// behind the cardinal it begins with.
class NumberForms {
 public:
  explicit NumberForms(const NumeralView& view) : view_(view) {}

  /// "la mitad", "½".
  [[nodiscard]] std::optional<NumberReading> read_fraction_word(std::uint32_t at) const;
  /// "3.º", "21st", "vigésimo quinto".
  [[nodiscard]] std::optional<NumberReading> read_ordinal(std::uint32_t at) const;
  /// "twenty-first", "one hundred and fifth".
  [[nodiscard]] std::optional<NumberReading> end_in_ordinal(const Cardinal& cardinal) const;
  /// The same, or a fraction of a magnitude: "two thirds of a million".
  [[nodiscard]] std::optional<NumberReading> read_fraction(const Cardinal& cardinal) const;
  /// "due e tre quarti", "two and a quarter", "2 e 1/4": a whole number and a proper fraction of
  /// one, or of its magnitude.
  [[nodiscard]] std::optional<NumberReading> read_mixed_words(const Cardinal& cardinal) const;
  /// "siete de cada diez", "one in five".
  [[nodiscard]] std::optional<NumberReading> read_ratio(const Cardinal& cardinal) const;

 private:
  /// "dos tercios", "two-thirds", "tres cuartas partes", "3/4".
  [[nodiscard]] std::optional<NumberReading> read_plain_fraction(const Cardinal& cardinal) const;
  /// "il secondo", "da segunda": some ordinals are other words without an article before.
  [[nodiscard]] bool follows_article(std::uint32_t at) const;
  /// "einundzwanzigste", "ventunesimo".
  [[nodiscard]] std::optional<NumberReading> read_compound_ordinal(std::uint32_t at) const;
  [[nodiscard]] std::optional<NumberReading> read_ordinal_digits(std::uint32_t at) const;
  /// "der 3. Platz", but not the end of a sentence or the number of a list.
  [[nodiscard]] bool goes_on_behind_point(std::uint32_t at) const;
  [[nodiscard]] static NumberReading ordinal(std::uint32_t begin, std::uint32_t end, double value,
                                             std::uint32_t lexeme);
  /// "zwei Millionen dreiundzwanzigste".
  [[nodiscard]] std::optional<NumberReading> end_in_compound(const Cardinal& cardinal,
                                                             std::uint32_t at) const;
  [[nodiscard]] static NumberReading fraction(const Cardinal& cardinal, std::uint32_t end,
                                              double divisor);
  /// "drei Zwanzigstel".
  [[nodiscard]] std::optional<NumberReading> read_compound_denominator(const Cardinal& cardinal,
                                                                       std::uint32_t at) const;
  /// Nothing that could be the noun of an ordinal or of rooms follows.
  [[nodiscard]] bool stands_alone(std::uint32_t at) const;
  /// "quinta parte" with `count` before it, at `begin`.
  [[nodiscard]] std::optional<NumberReading> read_ordinal_part(std::uint32_t begin, double count,
                                                               const NumeralHit& hit,
                                                               std::uint32_t at) const;
  [[nodiscard]] std::optional<NumberReading> read_ordinal_part(std::uint32_t at, double count,
                                                               const NumeralHit& hit) const;
  [[nodiscard]] std::optional<NumberReading> fraction_behind(std::uint32_t at) const;
  /// "2 1/2", "2½": a number and a fraction.
  [[nodiscard]] std::optional<NumberReading> read_mixed(const Cardinal& cardinal) const;
  /// "3/4": a proper fraction with a small denominator, and no date.
  [[nodiscard]] std::optional<NumberReading> read_slashed(const Cardinal& cardinal) const;
  /// A letter, digit or slash is glued to what ends before `at`.
  [[nodiscard]] bool continues(std::uint32_t at) const;
  /// "tres vecinos de cada cuatro": moves `at` to the link behind up to two words.
  [[nodiscard]] NumeralHit ratio_behind_noun(std::uint32_t& at) const;

  const NumeralView& view_;
};

}  // namespace cotejo

#endif
