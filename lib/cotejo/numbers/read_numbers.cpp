// One scan over the tokens: where a cardinal can begin it is read, and what stands behind it says
// whether it is an ordinal, a fraction or a ratio. Ranges are joined afterwards (ranges.cpp).
// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/read_numbers.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/numbers/ranges.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cotejo {
namespace {

constexpr double largest_ratio = 1000;

NumberReading reading_of(const Cardinal& cardinal) {
  NumberReading reading;
  reading.range = {cardinal.begin, cardinal.end};
  reading.opener = cardinal.begin;
  reading.low = cardinal.low;
  reading.high = cardinal.high;
  reading.slip = cardinal.slip;
  reading.vague = cardinal.vague;
  reading.of = cardinal.of;
  reading.about = cardinal.about;
  reading.plain = cardinal.plain;
  reading.in_digits = cardinal.digits;
  reading.needs_unit = cardinal.needs_unit;
  reading.magnitude = cardinal.magnitude;
  reading.lexeme = cardinal.lexeme;
  reading.shape = cardinal.shape;
  return reading;
}

class NumberScanner {
 public:
  explicit NumberScanner(const NumeralView& view) : view_(view) {}

  std::vector<NumberReading> scan() {
    std::vector<NumberReading> readings;
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
    return readings;
  }

 private:
  /// Cheap test: whether a number can begin at `at` at all.
  [[nodiscard]] bool may_begin(std::uint32_t at) const {
    const Token& token = view_.token(at);
    if (token.kind == TokenKind::digits) return true;
    if (token.kind != TokenKind::word && token.kind != TokenKind::symbol) return false;
    for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
      const NumeralRole role = view_.grammar.numeral(hit.lexeme).role;
      if (role >= NumeralRole::unit && role <= NumeralRole::ordinal) return true;
    }
    return token.kind == TokenKind::word &&
           (begins_with_a_digit_letter(at) || view_.grammar.compounds().may_begin(view_.text(at)));
  }

  [[nodiscard]] bool begins_with_a_digit_letter(std::uint32_t at) const {
    const std::string_view text = view_.text(at);
    return text.size() >= 2 && text.back() >= '0' && text.back() <= '9' &&
           view_.grammar.digit_for(text[0]) != '\0';
  }

  std::optional<NumberReading> read(std::uint32_t at) {
    if (part_of_a_name(at)) return std::nullopt;
    if (auto fraction = read_fraction_word(at)) return fraction;
    if (auto ordinal = read_ordinal(at)) return ordinal;
    const auto cardinal = read_choosing_joint(at);
    if (!cardinal) return std::nullopt;
    if (auto ratio = read_ratio(*cardinal)) return ratio;
    if (auto mixed = read_mixed_words(at)) return mixed;
    if (auto fraction = read_fraction(*cardinal)) return fraction;
    if (auto ordinal = end_in_ordinal(*cardinal)) return ordinal;
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
    return view_.range.length() == 1 || view_.find(cardinal.end, NumeralRole::range_link);
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

  /// "la mitad", "½".
  [[nodiscard]] std::optional<NumberReading> read_fraction_word(std::uint32_t at) const {
    const NumeralHit hit = view_.find(at, NumeralRole::fraction);
    if (!hit) return std::nullopt;
    NumberReading reading;
    reading.range = {at, at + hit.length};
    reading.opener = at;
    reading.form = NumberForm::fraction;
    reading.low = reading.high = hit.numeral->value;
    reading.of = hit.numeral->of;
    reading.lexeme = hit.lexeme;
    return reading;
  }

  /// "3.º", "21st", "vigésimo quinto".
  [[nodiscard]] std::optional<NumberReading> read_ordinal(std::uint32_t at) const {
    if (view_.is_digits(at)) return read_ordinal_digits(at);
    const NumeralHit hit = view_.find(at, NumeralRole::ordinal);
    if (!hit) return read_compound_ordinal(at);
    if (hit.numeral->only == Only::after_article && !follows_article(at)) return std::nullopt;
    if (const auto fraction = read_ordinal_part(at, 1, hit)) return fraction;
    double value = hit.numeral->value;
    std::uint32_t end = at + hit.length;
    if (value >= 10) {
      const NumeralHit more = view_.find(end, NumeralRole::ordinal);
      if (more && more.numeral->value < 10) {
        value += more.numeral->value;
        end += more.length;
      }
    }
    return ordinal(at, end, value, hit.lexeme);
  }

  /// "il secondo", "da segunda": some ordinals are other words without an article before.
  [[nodiscard]] bool follows_article(std::uint32_t at) const {
    if (at == view_.range.begin) return view_.range.length() == 1;
    for (const NumeralRole role : {NumeralRole::article, NumeralRole::of, NumeralRole::range_open,
                                   NumeralRole::range_link}) {
      if (view_.find(at - 1, role)) return true;
    }
    return false;
  }

  /// "einundzwanzigste", "ventunesimo".
  [[nodiscard]] std::optional<NumberReading> read_compound_ordinal(std::uint32_t at) const {
    const auto compound = view_.compound(at, {});
    if (!compound || compound->ending != CompoundNumber::Ending::ordinal) return std::nullopt;
    return ordinal(at, at + 1, compound->last, compound->lexeme);
  }

  [[nodiscard]] std::optional<NumberReading> read_ordinal_digits(std::uint32_t at) const {
    std::uint32_t suffix = at + 1;
    if (!view_.glued(suffix)) return std::nullopt;
    NumeralHit hit = view_.find(suffix, NumeralRole::ordinal_suffix);
    if (hit && view_.text(suffix) == "." && !goes_on_behind_point(at)) return std::nullopt;
    if (!hit && view_.text(suffix) == "." && view_.glued(suffix + 1)) {
      hit = view_.find(++suffix, NumeralRole::ordinal_suffix);
    }
    if (!hit) return std::nullopt;
    const auto digits = parse_digits(view_.text(at), view_.grammar.marks());
    if (!digits || digits->unsettled || digits->decimals > 0) return std::nullopt;
    return ordinal(at, suffix + hit.length, digits->value, hit.lexeme);
  }

  /// "der 3. Platz", but not the end of a sentence or the number of a list.
  [[nodiscard]] bool goes_on_behind_point(std::uint32_t at) const {
    return at > view_.range.begin && view_.text(at).size() <= 3 && view_.inside(at + 2) &&
           !view_.glued(at + 2) && view_.token(at + 2).kind == TokenKind::word;
  }

  [[nodiscard]] static NumberReading ordinal(std::uint32_t begin, std::uint32_t end, double value,
                                             std::uint32_t lexeme) {
    NumberReading reading;
    reading.range = {begin, end};
    reading.opener = begin;
    reading.form = NumberForm::ordinal;
    reading.low = reading.high = value;
    reading.lexeme = lexeme;
    return reading;
  }

  /// "twenty-first", "one hundred and fifth".
  [[nodiscard]] std::optional<NumberReading> end_in_ordinal(const Cardinal& cardinal) const {
    if (cardinal.digits || cardinal.vague || cardinal.slot < 10) return std::nullopt;
    std::uint32_t at = cardinal.end;
    if (const NumeralHit joint = view_.find(at, NumeralRole::connector)) at += joint.length;
    const NumeralHit hit = view_.find(at, NumeralRole::ordinal);
    if (!hit) return end_in_compound(cardinal, at);
    if (hit.numeral->value >= cardinal.slot) return std::nullopt;
    return ordinal(cardinal.begin, at + hit.length, cardinal.low + hit.numeral->value,
                   cardinal.lexeme);
  }

  /// "zwei Millionen dreiundzwanzigste".
  [[nodiscard]] std::optional<NumberReading> end_in_compound(const Cardinal& cardinal,
                                                             std::uint32_t at) const {
    const auto end = read_compound_ordinal(at);
    if (!end || *end->low >= cardinal.slot) return std::nullopt;
    return ordinal(cardinal.begin, at + 1, cardinal.low + *end->low, cardinal.lexeme);
  }

  [[nodiscard]] static NumberReading fraction(const Cardinal& cardinal, std::uint32_t end,
                                              double divisor) {
    NumberReading reading = reading_of(cardinal);
    reading.range.end = end;
    reading.form = NumberForm::fraction;
    reading.low = reading.high = cardinal.low / divisor;
    reading.of = true;
    reading.plain = false;
    reading.magnitude = 0;
    return reading;
  }

  /// "dos tercios", "two-thirds", "tres cuartas partes", "3/4".
  [[nodiscard]] std::optional<NumberReading> read_fraction(const Cardinal& cardinal) const {
    if (cardinal.vague || cardinal.needs_unit || cardinal.low <= 0) return std::nullopt;
    if (cardinal.plain) {
      if (auto mixed = read_mixed(cardinal)) return mixed;
      return read_slashed(cardinal);
    }
    std::uint32_t at = cardinal.end;
    if (view_.glued(at) && view_.glued(at + 1) && view_.find(at, NumeralRole::connector)) ++at;
    if (const NumeralHit hit = view_.find(at, NumeralRole::ordinal)) {
      if (auto reading = read_ordinal_part(cardinal.begin, cardinal.low, hit, at)) return reading;
    }
    const NumeralHit rank = view_.find(at, NumeralRole::ordinal);
    if (cardinal.slot >= 10 && rank && rank.numeral->value < cardinal.slot) return std::nullopt;
    const NumeralHit hit = view_.find(at, NumeralRole::denominator);
    if (!hit) return read_compound_denominator(cardinal, at);
    if (hit.numeral->only == Only::number) return std::nullopt;
    const std::uint32_t end = at + hit.length;
    const bool one = cardinal.lone_one;
    if (view_.glued(end) && view_.text(end) == "-") return std::nullopt;
    if (hit.numeral->only == Only::counted && !view_.find(end, NumeralRole::of))
      return std::nullopt;
    if (!view_.find(end, NumeralRole::of) && (one || cardinal.low >= hit.numeral->value) &&
        !stands_alone(end)) {
      return std::nullopt;
    }
    return fraction(cardinal, end, hit.numeral->value);
  }

  /// "drei Zwanzigstel".
  [[nodiscard]] std::optional<NumberReading> read_compound_denominator(const Cardinal& cardinal,
                                                                       std::uint32_t at) const {
    const auto compound = view_.compound(at, {});
    if (!compound || compound->ending != CompoundNumber::Ending::denominator) return std::nullopt;
    return fraction(cardinal, at + 1, compound->last);
  }

  /// Nothing that could be the noun of an ordinal or of rooms follows.
  [[nodiscard]] bool stands_alone(std::uint32_t at) const {
    return !view_.inside(at) || view_.token(at).kind == TokenKind::punctuation;
  }

  /// "quinta parte" with `count` before it, at `begin`.
  [[nodiscard]] std::optional<NumberReading> read_ordinal_part(std::uint32_t begin, double count,
                                                               const NumeralHit& hit,
                                                               std::uint32_t at) const {
    const NumeralHit part = view_.find(at + hit.length, NumeralRole::part);
    if (!part || hit.numeral->value < 3) return std::nullopt;
    NumberReading reading;
    reading.range = {begin, at + hit.length + part.length};
    reading.opener = begin;
    reading.form = NumberForm::fraction;
    reading.low = reading.high = count / hit.numeral->value;
    reading.of = true;
    reading.lexeme = hit.lexeme;
    return reading;
  }
  [[nodiscard]] std::optional<NumberReading> read_ordinal_part(std::uint32_t at, double count,
                                                               const NumeralHit& hit) const {
    return read_ordinal_part(at, count, hit, at);
  }

  /// "2 1/2": a number and a fraction.
  [[nodiscard]] std::optional<NumberReading> read_mixed(const Cardinal& cardinal) const {
    if (view_.glued(cardinal.end) || !view_.is_digits(cardinal.end)) return std::nullopt;
    const auto above = read_cardinal(view_, cardinal.end, JoinRest::no);
    if (!above || !above->plain) return std::nullopt;
    const auto part = read_slashed(*above);
    if (!part) return std::nullopt;
    NumberReading reading = reading_of(cardinal);
    reading.range.end = part->range.end;
    double value = cardinal.low + *part->low;
    if (const NumeralHit times = view_.find(reading.range.end, NumeralRole::magnitude);
        times && !times.numeral->after_digits) {
      value *= times.numeral->value;
      reading.range.end += times.length;
      reading.of = times.numeral->of;
    }
    reading.low = reading.high = value;
    reading.plain = false;
    return reading;
  }

  /// "due e tre quarti", "two and a quarter", "2 e 1/4": a whole number and a proper fraction of
  /// one, or of its magnitude.
  [[nodiscard]] std::optional<NumberReading> read_mixed_words(std::uint32_t begin) const {
    const auto whole = read_cardinal(view_, begin, JoinRest::no);
    if (!whole || whole->vague || whole->needs_unit || whole->slip) return std::nullopt;
    const NumeralHit joint = view_.find(whole->end, NumeralRole::connector);
    if (!joint || joint.numeral->joins == Joins::glued) return std::nullopt;
    const std::uint32_t next = whole->end + joint.length;
    if (!view_.inside(next)) return std::nullopt;
    const auto above = read_cardinal(view_, next, JoinRest::no);
    if (!above || above->low >= 100) return std::nullopt;
    const auto part = read_fraction(*above);
    if (!part || part->form != NumberForm::fraction || !part->low || *part->low >= 1) {
      return std::nullopt;
    }
    NumberReading reading = reading_of(*whole);
    reading.range.end = part->range.end;
    const double scale = whole->magnitude >= 1e6 ? whole->magnitude : 1;
    reading.low = reading.high = whole->low + *part->low * scale;
    reading.plain = false;
    return reading;
  }

  /// "3/4": a proper fraction with a small denominator, and no date.
  [[nodiscard]] std::optional<NumberReading> read_slashed(const Cardinal& cardinal) const {
    const std::uint32_t slash = cardinal.end;
    if (!view_.glued(slash) || view_.text(slash) != "/" || !view_.glued(slash + 1))
      return std::nullopt;
    if (!view_.is_digits(slash + 1) || continues(slash + 2)) return std::nullopt;
    const auto below = parse_digits(view_.text(slash + 1), view_.grammar.marks());
    constexpr std::array common{2.0, 3.0, 4.0, 5.0, 8.0, 10.0};
    const bool fits = below && std::ranges::find(common, below->value) != common.end();
    if (!fits || cardinal.low >= below->value) return std::nullopt;
    return fraction(cardinal, slash + 2, below->value);
  }

  /// A letter, digit or slash is glued to what ends before `at`.
  [[nodiscard]] bool continues(std::uint32_t at) const {
    return view_.glued(at) && (view_.token(at).kind == TokenKind::word || view_.is_digits(at) ||
                               view_.text(at) == "/");
  }

  /// "tres vecinos de cada cuatro": moves `at` to the link behind up to two words.
  [[nodiscard]] NumeralHit ratio_behind_noun(std::uint32_t& at) const {
    for (std::uint32_t next = at; next < at + 2; ++next) {
      if (!view_.inside(next) || view_.token(next).kind != TokenKind::word) return {};
      const NumeralHit link = view_.find(next + 1, NumeralRole::ratio);
      if (!link) continue;
      if (!link.numeral->gap) return {};
      at = next + 1;
      return link;
    }
    return {};
  }

  /// "siete de cada diez", "one in five".
  [[nodiscard]] std::optional<NumberReading> read_ratio(const Cardinal& cardinal) const {
    std::uint32_t at = cardinal.end;
    NumeralHit link = view_.find(at, NumeralRole::ratio);
    if (!link) link = ratio_behind_noun(at);
    if (!link || cardinal.vague || cardinal.low <= 0) return std::nullopt;
    const auto whole = read_cardinal(view_, at + link.length, JoinRest::yes);
    if (!whole || whole->vague || whole->lone_one || whole->low <= cardinal.low)
      return std::nullopt;
    const bool weak = link.numeral->value > 0 || at > cardinal.end;
    if (weak && (whole->low > largest_ratio || whole->digits != cardinal.digits ||
                 !(cardinal.low < 10) || view_.find_unit(whole->end).range.length() > 0)) {
      return std::nullopt;
    }
    if (at > cardinal.end && view_.find_counted(whole->end).range.length() > 0) return std::nullopt;
    NumberReading reading = reading_of(cardinal);
    reading.range.end = whole->end;
    reading.form = NumberForm::ratio;
    reading.low = reading.high = cardinal.low / whole->low;
    reading.of = false;
    reading.plain = false;
    reading.magnitude = 0;
    return reading;
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
};

}  // namespace

std::vector<NumberReading> read_numbers(const Analysis& analysis, const NumberGrammar& grammar,
                                        TokenRange range) {
  const NumeralView view{analysis, grammar, range};
  std::vector<NumberReading> readings = NumberScanner(view).scan();
  join_ranges(view, readings);
  return readings;
}

}  // namespace cotejo
