#ifndef COTEJO_MODEL_QUANTITY_HPP
#define COTEJO_MODEL_QUANTITY_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What the number says.
enum class QuantityKind {
  count,
  number,
  ordinal,
  percent,
  percentage_point,
  money,
  measure,
  age,
  ratio,
  fraction,
  date,
  period,
  time,
  duration
};
template <>
inline constexpr std::array names_of<QuantityKind>{
    std::string_view{"count"},   std::string_view{"number"},
    std::string_view{"ordinal"}, std::string_view{"percent"},
    std::string_view{"percentage-point"}, std::string_view{"money"},
    std::string_view{"measure"}, std::string_view{"age"},
    std::string_view{"ratio"},   std::string_view{"fraction"},
    std::string_view{"date"},    std::string_view{"period"},
    std::string_view{"time"},    std::string_view{"duration"}};

/// What the words around it do to the number: "unos", "al menos", "hasta".
enum class Modifier {
  exact,
  about,
  almost,
  at_least,
  at_most,
  more_than,
  less_than,
  between,
  up_to,
  vague
};
template <>
inline constexpr std::array names_of<Modifier>{
    std::string_view{"exact"},     std::string_view{"about"},     std::string_view{"almost"},
    std::string_view{"at-least"},  std::string_view{"at-most"},   std::string_view{"more-than"},
    std::string_view{"less-than"}, std::string_view{"between"},   std::string_view{"up-to"},
    std::string_view{"vague"}};

/// How a number was probably miswritten.
enum class SlipKind {
  dropped_letter,
  letter_for_digit,
  bad_grouping,
  missing_space,
  misspelling,
  doubled_word
};
template <>
inline constexpr std::array names_of<SlipKind>{
    std::string_view{"dropped-letter"}, std::string_view{"letter-for-digit"},
    std::string_view{"bad-grouping"},   std::string_view{"missing-space"},
    std::string_view{"misspelling"},    std::string_view{"doubled-word"}};

/// A probable miswriting: "14 mi" for "14 mil".
struct Slip {
  SlipKind kind = SlipKind::dropped_letter;
  std::string from;    ///< the letters as written
  std::string to;      ///< the letters as probably meant
  double literal = 0;  ///< the value of what is written, taken literally

  friend bool operator==(const Slip&, const Slip&) = default;
};

/// What is counted.
struct Counted {
  Span span;
  std::string text;      ///< the words under span
  std::string lemma;     ///< dictionary form of the head noun, "" if unknown
  std::string category;  ///< troops, casualties, … of the rules, "" if unknown

  friend bool operator==(const Counted&, const Counted&) = default;
};

/// How fine a date is.
enum class Grain { day, week, month, quarter, year, decade, century };
template <>
inline constexpr std::array names_of<Grain>{
    std::string_view{"day"},     std::string_view{"week"}, std::string_view{"month"},
    std::string_view{"quarter"}, std::string_view{"year"}, std::string_view{"decade"},
    std::string_view{"century"}};

/// A stretch of days; ISO 8601 days, both included; "" = open or not known.
struct TimeRange {
  std::string from;
  std::string to;
  Grain grain = Grain::day;

  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// A number with what it counts: "unos 14 mil soldados".
///
/// `low` and `high` count `unit`: 20 % is 20, money the whole sum, "two thirds" 0.667, an ordinal
/// its rank, durations and ages the unit as written. One of them is absent for an open bound
/// ("more than 300": 300 and none); both are only for dates without a number or with
/// `alternatives`. Terms as in MeasEval (SemEval-2021 task 8).
struct Quantity {
  QuantityKind kind = QuantityKind::number;
  Span number;  ///< the number expression alone; of a range, from the first to the last number
  Span span;    ///< the number with its unit or sign, if it has one
  Span phrase;  ///< with modifier and counted noun
  std::string text;  ///< the words under span
  std::optional<double> low;
  std::optional<double> high;
  Modifier modifier = Modifier::exact;
  std::optional<Span> modifier_span;
  std::optional<std::string> unit;  ///< ISO 4217 for money, UCUM otherwise; none for counts
  std::optional<Counted> counted;
  std::optional<TimeRange> time;      ///< dates and periods, against the dateline
  std::vector<double> alternatives;   ///< the readings when the writing has several; else empty
  std::optional<Slip> slip;
  std::string rule;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

}  // namespace cotejo

#endif
