// One scan over the tokens: where a cardinal can begin it is read, and what stands behind it says
// whether it is an ordinal, a fraction or a ratio. Ranges are joined afterwards (ranges.cpp).
// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/read_numbers.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/number_forms.hpp>
#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/numbers/ranges.hpp>

#include <cstddef>
#include <utility>

namespace cotejo {
namespace {

class NumberScanner {
 public:
  explicit NumberScanner(const NumeralView& view) : view_(view), forms_(view) {}

  void scan(std::vector<NumberReading>& readings) {
    for (std::uint32_t at = view_.range.begin; at < view_.range.end;) {
      if (!may_begin(at)) {
        ++at;
        continue;
      }
      auto reading = read(at);
      if (!reading) {
        ++at;
        continue;
      }
      at = reading->range.end;
      readings.push_back(*std::move(reading));
    }
  }

 private:
  /// Cheap test: whether a number can begin at `at` at all.
  [[nodiscard]] bool may_begin(std::uint32_t at) const {
    const Token& token = view_.token(at);
    if (token.kind == TokenKind::digits) return true;
    if (token.kind != TokenKind::word && token.kind != TokenKind::symbol) return false;
    if (view_.has(at, "numeral")) {
      for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
        if (hit.layer != LayerName("numeral")) continue;
        const NumeralRole role = view_.grammar.role(hit.lexeme);
        if (role >= NumeralRole::unit && role <= NumeralRole::ordinal) return true;
        if (role == NumeralRole::point && at == view_.range.begin) return true;
      }
    }
    if (token.kind != TokenKind::word) return false;
    const Compounds& compounds = view_.grammar.compounds();
    return begins_with_a_digit_letter(at) ||
           (!compounds.empty() && compounds.may_begin(view_.text(at)));
  }

  [[nodiscard]] bool begins_with_a_digit_letter(std::uint32_t at) const {
    const std::string_view text = view_.text(at);
    return text.size() >= 2 && text.back() >= '0' && text.back() <= '9' &&
           view_.grammar.digit_for(text[0]) != '\0';
  }

  std::optional<NumberReading> read(std::uint32_t at) {
    if (part_of_a_name(at)) return std::nullopt;
    if (auto fraction = forms_.read_fraction_word(at)) return fraction;
    if (auto ordinal = forms_.read_ordinal(at)) return ordinal;
    const auto cardinal = read_choosing_joint(at);
    if (!cardinal) return std::nullopt;
    if (auto ratio = forms_.read_ratio(*cardinal)) return ratio;
    if (auto mixed = forms_.read_mixed_words(*cardinal)) return mixed;
    if (auto fraction = forms_.read_fraction(*cardinal)) return fraction;
    if (auto ordinal = forms_.end_in_ordinal(*cardinal)) return ordinal;
    if (cardinal->lone_one && !one_counts(*cardinal)) return std::nullopt;
    if (cardinal->digits && names_something(cardinal->end)) return std::nullopt;
    NumberReading reading = reading_of(*cardinal);
    settle(*cardinal, reading);
    mark_doubled_word(reading);
    return reading;
  }

  /// A lone "uno" that is the whole text is one; another is read for the range it may begin ("uno o
  /// dos"); ranges.cpp drops the others.
  [[nodiscard]] bool one_counts(const Cardinal& cardinal) const {
    return view_.range.length() == 1 || view_.counts_one(cardinal.end) ||
           view_.find(cardinal.end, NumeralRole::range_link);
  }

  /// "between one hundred and two hundred": the joint is the link of the range if what stands
  /// behind it is a larger number by itself.
  [[nodiscard]] std::optional<Cardinal> read_choosing_joint(std::uint32_t at) const {
    const auto joined = read_cardinal(view_, at, JoinRest::yes);
    if (!joined || joined->plain || !opened_before(at)) return joined;
    const auto apart = read_cardinal(view_, at, JoinRest::no);
    if (!apart || apart->end == joined->end) return joined;
    const NumeralHit link = view_.find(apart->end, NumeralRole::range_link);
    if (!link) return joined;
    const auto upper = read_cardinal(view_, apart->end + link.length, JoinRest::yes);
    return upper && upper->low > apart->low ? apart : joined;
  }

  [[nodiscard]] bool opened_before(std::uint32_t at) const {
    return at > view_.range.begin && view_.find(at - 1, NumeralRole::range_open);
  }

  /// Digits glued to what stands before them: "F-16", "n.º" aside, "/2013", "#5".
  [[nodiscard]] bool part_of_a_name(std::uint32_t at) const {
    if (!view_.is_digits(at)) return named_by_capitals(at);
    if (!view_.glued(at)) return false;
    const std::string_view before = view_.text(at - 1);
    const TokenKind kind = view_.token(at - 1).kind;
    if (kind == TokenKind::word) return !view_.money_before(at) && !ends_in_apostrophe(before);
    if (kind == TokenKind::quote)
      return view_.glued(at - 1) && view_.token(at - 2).kind == TokenKind::word;
    if (before == "#" || before == "@" || before == "_" || before == "=" || before == "&")
      return true;
    const bool joins = before == "-" || before == "/" || before == "." || before == "\u2011";
    return joins && view_.glued(at - 1) && view_.token(at - 2).kind == TokenKind::word &&
           !view_.find(at - 2, NumeralRole::unit);
  }

  /// An elided word: "l'11".
  [[nodiscard]] static bool ends_in_apostrophe(std::string_view word) {
    return word.ends_with('\'') || word.ends_with("\u2019");
  }

  /// "Valentín Diez", "Ground Zero": a capitalised number word behind a capitalised word.
  [[nodiscard]] bool named_by_capitals(std::uint32_t at) const {
    if (at < view_.range.begin + 1 || view_.token(at).letter_case != TokenCase::capital)
      return false;
    const Token& before = view_.token(at - 1);
    return before.kind == TokenKind::word && before.letter_case == TokenCase::capital &&
           view_.find_counted(at + 1).range.length() == 0;
  }

  /// Letters glued behind digits that are no unit, magnitude or suffix: "5G", "737s".
  [[nodiscard]] bool names_something(std::uint32_t end) const {
    if (!view_.glued(end)) return false;
    if (view_.token(end).kind == TokenKind::word) {
      return view_.find_unit(end).range.length() == 0 &&
             !view_.find(end, NumeralRole::ordinal_suffix) && !known_behind(end);
    }
    return false;
  }

  /// A magnitude or counted noun glued by mistake is left to the stages that flag it.
  [[nodiscard]] bool known_behind(std::uint32_t at) const {
    return view_.find_counted(at).range.length() > 0 || view_.find(at, NumeralRole::magnitude) ||
           view_.analysis.hit_at(at, "date") != nullptr ||
           view_.analysis.hit_at(at, "clock") != nullptr;
  }

  /// Keeps several readings where the digits have several.
  void settle(const Cardinal& cardinal, NumberReading& reading) const {
    if (cardinal.doubt > 0) return keep_both(cardinal, reading);
    if (!reading.in_digits) return;
    const Digits& shape = reading.shape;
    const bool doubtful =
        shape.unsettled || (shape.reading_count > 1 && reading.plain &&
                            view_.find_counted(reading.range.end).range.length() > 0);
    if (!doubtful) return;
    const double scale = shape.value == 0 ? 1 : *reading.low / shape.value;
    for (std::uint8_t i = 0; i < shape.reading_count; ++i) {
      reading.alternatives.push_back(shape.readings.at(i) * scale);
    }
    reading.low = reading.high = std::nullopt;
    if (!reading.slip) {
      const std::string from(view_.text(reading.range.begin));
      reading.slip = Slip{SlipKind::bad_grouping, from, "", shape.value};
    }
  }

  /// "14 mi soldados": an abbreviation before something counted may be another word miswritten.
  void keep_both(const Cardinal& cardinal, NumberReading& reading) const {
    if (view_.find_counted(reading.range.end).range.length() == 0) return;
    const double factor = *reading.low / reading.magnitude;
    const std::string from(view_.text(reading.range.end - 1));
    reading.alternatives = {factor * cardinal.doubt, *reading.low};
    reading.slip = Slip{SlipKind::dropped_letter, from, "", factor};
    reading.low = reading.high = std::nullopt;
  }

  /// "dos mil mil soldados".
  void mark_doubled_word(NumberReading& reading) const {
    const std::uint32_t last = reading.range.end - 1;
    const std::uint32_t next = reading.range.end;
    if (reading.slip || !reading.low || !view_.inside(next) ||
        view_.token(last).hash != view_.token(next).hash)
      return;
    if (view_.token(last).kind != TokenKind::word || view_.glued(next)) return;
    const std::string word(view_.text(last));
    reading.slip = Slip{SlipKind::doubled_word, word + " " + word, word, *reading.low};
    ++reading.range.end;
  }

  const NumeralView& view_;
  NumberForms forms_;
};

/// "104 (cento e quatro) pessoas": a number said again in brackets behind it is one with it.
bool restates(const NumeralView& view, const NumberReading& first, const NumberReading& second) {
  const std::uint32_t open = first.range.end;
  const std::uint32_t close = second.range.end;
  return second.range.begin == open + 1 && view.inside(close) && view.text(open) == "(" &&
         view.text(close) == ")" && first.form == second.form && first.low && second.low &&
         first.low == second.low && first.in_digits != second.in_digits;
}

void take_in_restated(const NumeralView& view, std::vector<NumberReading>& readings) {
  for (std::size_t i = 0; i + 1 < readings.size(); ++i) {
    if (!restates(view, readings[i], readings[i + 1])) continue;
    readings[i].range.end = readings[i + 1].range.end + 1;
    readings[i].plain = false;
    readings.erase(readings.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

void read_numbers(const Analysis& analysis, const NumberGrammar& grammar, TokenRange range,
                  std::vector<NumberReading>& readings) {
  readings.clear();
  const NumeralView view{analysis, grammar, range};
  NumberScanner(view).scan(readings);
  take_in_restated(view, readings);
  if (!readings.empty()) join_ranges(view, readings);
}

std::vector<NumberReading> read_numbers(const Analysis& analysis, const NumberGrammar& grammar,
                                        TokenRange range) {
  std::vector<NumberReading> readings;
  read_numbers(analysis, grammar, range, readings);
  return readings;
}

}  // namespace cotejo
