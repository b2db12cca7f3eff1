#ifndef COTEJO_NUMBERS_CARDINAL_READER_HPP
#define COTEJO_NUMBERS_CARDINAL_READER_HPP

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/number_sum.hpp>

#include <cstdint>
#include <optional>

namespace cotejo {

/// Reads one cardinal from left to right: begins it (cardinal.cpp), then takes what follows as long
/// as it belongs to the number (cardinal_steps.cpp).
class CardinalReader {
 public:
  CardinalReader(const NumeralView& view, std::uint32_t begin, JoinRest join)
      : view_(view), join_(join), at_(begin) {
    out_.begin = begin;
  }

  std::optional<Cardinal> read();

 private:
  struct Checkpoint {
    NumberSum sum;
    std::uint32_t at = 0;
  };

  bool start();
  bool start_digits();
  /// ".5", ",25": a decimal mark with nothing before it.
  [[nodiscard]] bool follows_bare_point() const;
  void take_digits(const Digits& digits, std::uint32_t end);
  /// "l4 mil": letters taken for digits, believed only before a magnitude or something counted.
  bool start_letters();
  /// The end of "14 000 000" that begins at `at`: groups of three behind single blanks.
  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const;
  /// "medio millón", "half a million"; else a half that waits for its unit.
  bool start_half();
  /// "punto cinco", if there is nothing else: the point of an agenda is more common.
  bool start_point();
  [[nodiscard]] bool half_of_something(std::uint32_t at) const;
  /// A magnitude with no number before it.
  bool start_magnitude();
  /// "a few hundred": a word of vagueness stands before the magnitude.
  [[nodiscard]] bool follows_vague_word() const;
  /// "decenas de miles": at least two, at most nine of them, times what follows.
  bool start_vague(const NumeralHit& first);
  /// Takes what follows, if it belongs to the number.
  bool step();
  /// "14 mi soldados": the magnitude that was probably meant.
  bool multiply_miswritten();
  /// Adds the unit, teen, ten or hundred at `at`.
  bool add_word(std::uint32_t at);
  /// "zweihunderttausend", going on with the number so far.
  bool add_compound(std::uint32_t at);
  bool multiply(std::uint32_t at, const NumeralHit& hit);
  /// Whether what the numeral asks of its surroundings is there.
  [[nodiscard]] bool allowed(const Numeral& numeral, std::uint32_t at, std::uint32_t end) const;
  /// Nothing else stands in the sentence than the number that ends there: a cell of a table.
  [[nodiscard]] bool is_whole_text(std::uint32_t end) const;
  [[nodiscard]] bool counted_behind(std::uint32_t at) const;
  /// "14 mil 500", "5 millones 300.000": digits below the last magnitude.
  bool add_digits();
  /// "treinta y 3": the digit behind the joint of tens and units.
  bool add_one_digit(std::uint32_t at);
  /// "siete coma veinticinco": the words behind the point are its decimals.
  bool add_decimals();
  /// "millón y medio", "a million and a half".
  bool join_half();
  [[nodiscard]] NumeralHit glued_connector(std::uint32_t at) const;
  /// "twenty-one", "two-hundred".
  bool join_glued();
  /// "treinta y dos", "two hundred and five".
  bool join_words();
  /// True unless a mark was taken for one between parts and no part with a magnitude followed.
  [[nodiscard]] bool parts_kept() const;
  /// Gives a connector back if a magnitude is left over behind it.
  void give_back();
  Cardinal finish();
  [[nodiscard]] std::optional<Digits> digits_in(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool one_blank_before(std::uint32_t at) const;
  /// A connector and what it joins.
  bool join() { return join_half() || join_glued() || join_words(); }
  void note(const NumeralHit& hit) {
    if (out_.lexeme == no_lexeme) out_.lexeme = hit.lexeme;
  }

  const NumeralView& view_;
  JoinRest join_;
  std::uint32_t at_;
  bool closed_ = false;  // nothing more can be added
  NumberSum sum_;
  Cardinal out_;
  std::optional<Checkpoint> checkpoint_;       // before a connector that may be given back
  std::optional<Checkpoint> part_checkpoint_;  // before a mark between parts
};

}  // namespace cotejo

#endif
