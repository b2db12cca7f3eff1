// Number words add up as long as each is smaller than the place the last one left open (tens leave
// 10, units leave 1) and multiply when a magnitude follows; NumberSum holds the arithmetic. Digits
// may stand wherever a group may. The one place where looking ahead is needed is a connector that
// is also the link of a range ("between one hundred and two hundred"): a connector taken in vain is
// given back when a magnitude is left over behind the number, and the caller may forbid it.
// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/cardinal.hpp>

#include <cotejo/numbers/number_sum.hpp>
#include <cotejo/numbers/slips.hpp>

#include <array>
#include <cmath>
#include <string>

namespace cotejo {
namespace {

constexpr std::array additive{NumeralRole::unit, NumeralRole::teen, NumeralRole::ten,
                              NumeralRole::hundred};

class CardinalReader {
 public:
  CardinalReader(const NumeralView& view, std::uint32_t begin, JoinRest join)
      : view_(view), join_(join), at_(begin) {
    out_.begin = begin;
  }

  std::optional<Cardinal> read() {
    if (!start()) return std::nullopt;
    if (!closed_) {
      while (step()) {
      }
    }
    give_back();
    return finish();
  }

 private:
  struct Checkpoint {
    NumberSum sum;
    std::uint32_t at = 0;
  };

  bool start() {
    if (start_letters()) return true;
    if (view_.is_digits(at_)) return start_digits();
    if (start_half()) return true;
    return add_word(at_) || start_magnitude();
  }

  bool start_digits() {
    const std::uint32_t end = digits_end(at_);
    const auto digits = digits_in(at_, end);
    if (!digits) return false;
    take_digits(*digits, end);
    return true;
  }

  void take_digits(const Digits& digits, std::uint32_t end) {
    out_.digits = true;
    out_.plain = true;
    out_.shape = digits;
    sum_.add(digits.value, 1);
    at_ = end;
  }

  /// "l4 mil": letters taken for digits, believed only before a magnitude or something counted.
  bool start_letters() {
    const auto letters = read_letters_as_digits(view_, at_);
    if (!letters) return false;
    take_digits(letters->digits, letters->end);
    out_.slip = letters->slip;
    return true;
  }

  [[nodiscard]] std::optional<Digits> digits_in(std::uint32_t begin, std::uint32_t end) const {
    return parse_digits(view_.analysis.text_of({begin, end}), view_.grammar.marks());
  }

  /// The end of "14 000 000" that begins at `at`: groups of three behind single blanks.
  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const {
    const std::string_view head = view_.text(at);
    if (head.size() > 3 || head[0] == '0' || !view_.grammar.marks().groups(U' ')) return at + 1;
    if (head.find_first_not_of("0123456789") != head.npos) return at + 1;
    if (at > view_.range.begin && view_.is_digits(at - 1) && one_blank_before(at)) return at + 1;
    std::uint32_t end = at + 1;
    while (view_.is_digits(end) && one_blank_before(end)) {
      const std::string_view group = view_.text(end);
      const std::size_t marks = group.find_first_not_of("0123456789");
      if (std::min(marks, group.size()) != 3) return at + 1;
      ++end;
      if (marks != group.npos) break;
    }
    return end;
  }

  [[nodiscard]] bool one_blank_before(std::uint32_t at) const {
    const Offset gap_begin = view_.token(at - 1).span.end;
    return view_.token(at).span.begin == gap_begin + 1 && view_.analysis.text()[gap_begin] == ' ';
  }

  /// "medio millón", "half a million"; else a half that waits for its unit.
  bool start_half() {
    const NumeralHit half = view_.find(at_, NumeralRole::half);
    if (!half) return false;
    std::uint32_t next = at_ + half.length;
    if (const NumeralHit glue = glued_connector(next)) next += glue.length;
    if (const NumeralHit article = view_.find(next, NumeralRole::article)) next += article.length;
    const NumeralHit magnitude = view_.find(next, NumeralRole::magnitude);
    note(half);
    closed_ = true;
    if (magnitude && magnitude.numeral->bare != Bare::vague && !magnitude.numeral->after_digits) {
      sum_.add(half.numeral->value, 0);
      if (!sum_.multiply(magnitude.numeral->value, NumberSum::AllowBare::no)) return false;
      at_ = next + magnitude.length;
      out_.of = magnitude.numeral->of;
      return true;
    }
    sum_.add(half.numeral->value, 0);
    at_ += half.length;
    out_.needs_unit = !half.numeral->noun || !half_of_something(at_);
    out_.of = !out_.needs_unit;
    return true;
  }

  [[nodiscard]] bool half_of_something(std::uint32_t at) const {
    return static_cast<bool>(view_.find(at, NumeralRole::of));
  }

  /// A magnitude with no number before it.
  bool start_magnitude() {
    const NumeralHit hit = view_.find(at_, NumeralRole::magnitude);
    if (!hit || hit.numeral->after_digits) return false;
    if (hit.numeral->bare == Bare::no) return follows_vague_word() && start_vague(hit);
    if (!allowed(*hit.numeral, at_, at_ + hit.length)) return false;
    if (hit.numeral->bare == Bare::vague) return start_vague(hit);
    note(hit);
    return multiply(at_, hit);
  }

  /// "a few hundred": a word of vagueness stands before the magnitude.
  [[nodiscard]] bool follows_vague_word() const {
    if (at_ == view_.range.begin) return false;
    const LexiconHit* hedge = view_.analysis.hit_at(at_ - 1, "hedge");
    return hedge != nullptr &&
           view_.analysis.lexeme(*hedge).attribute("kind") == name_of(Modifier::vague);
  }

  /// "decenas de miles": at least two, at most nine of them, times what follows.
  bool start_vague(const NumeralHit& first) {
    out_.vague = true;
    closed_ = true;
    double low = 2 * first.numeral->value;
    double high = first.numeral->high;
    if (first.numeral->bare == Bare::no) high = 10 * first.numeral->value - 1;  // "a few hundred"
    note(first);
    at_ += first.length;
    while (const NumeralHit of = view_.find(at_, NumeralRole::of)) {
      const NumeralHit next = view_.find(at_ + of.length, NumeralRole::magnitude);
      if (!next || next.numeral->value < first.numeral->value) break;
      low *= next.numeral->value;
      high = (high + 1) * next.numeral->value - 1;
      at_ += of.length + next.length;
    }
    out_.low = low;
    out_.high = high;
    out_.of = first.numeral->of;
    return true;
  }

  /// Takes what follows, if it belongs to the number.
  bool step() {
    if (at_ >= view_.range.end) return false;
    if (const NumeralHit hit = view_.find(at_, NumeralRole::magnitude)) return multiply(at_, hit);
    return add_word(at_) || add_digits() || add_decimals() || join() || multiply_miswritten();
  }

  /// "14 mi soldados": the magnitude that was probably meant.
  bool multiply_miswritten() {
    if (!sum_.has_group() || sum_.slot() == 0 || out_.slip || out_.lone_one) return false;
    const auto magnitude = find_miswritten_magnitude(view_, at_);
    if (!magnitude) return false;
    const double literal = sum_.value();
    const Numeral& numeral = view_.grammar.numeral(magnitude->lexeme);
    if (!sum_.multiply(numeral.value, NumberSum::AllowBare::no)) return false;
    out_.slip =
        Slip{magnitude->kind, std::string(view_.text(at_)), std::string(magnitude->to), literal};
    out_.of = numeral.of;
    out_.plain = false;
    at_ = magnitude->end;
    return true;
  }

  /// Adds the unit, teen, ten or hundred at `at`.
  bool add_word(std::uint32_t at) {
    for (const NumeralRole role : additive) {
      const NumeralHit hit = view_.find(at, role);
      if (!hit) continue;
      if (hit.numeral->value >= sum_.slot() || out_.plain) return false;
      if (hit.numeral->article && sum_.started()) return false;
      note(hit);
      out_.lone_one = !sum_.started() && !hit.numeral->alone;
      sum_.add(hit.numeral->value, slot_behind(role, *hit.numeral));
      at_ = at + hit.length;
      return true;
    }
    return false;
  }

  [[nodiscard]] static double slot_behind(NumeralRole role, const Numeral& numeral) {
    if (role == NumeralRole::hundred) return 100;
    return role == NumeralRole::ten ? numeral.open : 1;
  }

  bool multiply(std::uint32_t at, const NumeralHit& hit) {
    const Numeral& numeral = *hit.numeral;
    const bool glued = view_.glued(at);
    if (numeral.after_digits && !(view_.is_digits(at - 1) && at > out_.begin)) return false;
    if (!allowed(numeral, at, at + hit.length)) return false;
    if (sum_.slot() == 0 && !sum_.has_group()) return false;
    const auto bare =
        numeral.bare == Bare::no ? NumberSum::AllowBare::no : NumberSum::AllowBare::yes;
    if (!sum_.multiply(numeral.value, bare)) return false;
    note(hit);
    if (glued && !numeral.after_digits && at > out_.begin && view_.is_digits(at - 1) &&
        !out_.slip) {
      out_.slip = missing_space(view_, at, out_.shape.value);
    }
    out_.of = numeral.of;
    out_.plain = false;
    out_.lone_one = false;
    at_ = at + hit.length;
    return true;
  }

  /// Whether what the numeral asks of its surroundings is there.
  [[nodiscard]] bool allowed(const Numeral& numeral, std::uint32_t at, std::uint32_t end) const {
    switch (numeral.only) {
      case Only::anywhere:
        return true;
      case Only::money:
        return view_.money_before(out_.begin) || view_.find_money(end).range.length() > 0 ||
               (!numeral.after_digits || counted_behind(end));
      case Only::counted:
        return counted_behind(end);
      case Only::number:
        return at > out_.begin;
    }
    return false;
  }

  [[nodiscard]] bool counted_behind(std::uint32_t at) const {
    if (const NumeralHit of = view_.find(at, NumeralRole::of)) at += of.length;
    return view_.find_counted(at).range.length() > 0;
  }

  /// "14 mil 500", "5 millones 300.000": digits below the last magnitude.
  bool add_digits() {
    if (!view_.is_digits(at_) || sum_.has_group() || sum_.last_magnitude() < 1000) return false;
    const auto digits = digits_in(at_, at_ + 1);
    if (!digits || digits->unsettled || digits->decimals > 0) return false;
    const bool hundreds = sum_.last_magnitude() == 1000 && digits->integer_digits == 3;
    const NumeralHit next = view_.find(at_ + 1, NumeralRole::magnitude);
    const bool factor = next && next.numeral->value < sum_.last_magnitude();
    if (!hundreds && !digits->grouped && !factor) return false;
    if (digits->value >= sum_.last_magnitude()) return false;
    sum_.add(digits->value, 1);
    ++at_;
    return true;
  }

  /// "siete coma veinticinco": the words behind the point are its decimals.
  bool add_decimals() {
    const NumeralHit point = view_.find(at_, NumeralRole::point);
    if (!point || !sum_.has_group() || out_.plain) return false;
    std::uint32_t at = at_ + point.length;
    double scale = 1;
    for (NumeralHit zero = view_.find(at, NumeralRole::unit); zero && zero.numeral->value == 0;
         zero = view_.find(at, NumeralRole::unit)) {
      scale /= 10;
      at += zero.length;
    }
    CardinalReader tail(view_, at, JoinRest::no);
    const bool zeros = scale < 1;
    double decimals = 0;
    if (tail.start() && !tail.out_.digits && !tail.closed_) {
      while (tail.step()) {
      }
      decimals = tail.sum_.value();
      at = tail.at_;
    } else if (!zeros) {
      return false;
    }
    while (decimals >= 1) decimals /= 10;
    sum_.add(decimals * scale, 0);
    at_ = at;
    return true;
  }

  /// A connector and what it joins.
  bool join() { return join_half() || join_glued() || join_words(); }

  /// "millón y medio", "a million and a half".
  bool join_half() {
    const NumeralHit connector = view_.find(at_, NumeralRole::connector);
    if (!connector || connector.numeral->joins == Joins::glued || sum_.slot() == 0) return false;
    std::uint32_t next = at_ + connector.length;
    const NumeralHit article = view_.find(next, NumeralRole::article);
    if (article) next += article.length;
    const NumeralHit half = view_.find(next, NumeralRole::half);
    if (!half || (half.numeral->noun && !article)) return false;
    if (!sum_.has_group() && view_.find(next + half.length, NumeralRole::magnitude)) {
      return false;
    }
    sum_.add_half();
    at_ = next + half.length;
    out_.plain = false;
    out_.lone_one = false;
    return true;
  }

  [[nodiscard]] NumeralHit glued_connector(std::uint32_t at) const {
    const NumeralHit hit = view_.find(at, NumeralRole::connector);
    const bool fits = hit && view_.glued(at) && view_.glued(at + hit.length);
    for (const LexiconHit& other :
         fits ? view_.analysis.hits_at(at) : std::span<const LexiconHit>{}) {
      if (view_.grammar.numeral(other.lexeme).joins == Joins::glued) return hit;
    }
    return {};
  }

  /// "twenty-one", "two-hundred".
  bool join_glued() {
    const NumeralHit glue = glued_connector(at_);
    if (!glue || out_.plain) return false;
    const std::uint32_t next = at_ + glue.length;
    const std::uint32_t before = at_;
    if (add_word(next)) return true;
    if (const NumeralHit hit = view_.find(next, NumeralRole::magnitude)) {
      if (multiply(next, hit)) return true;
    }
    at_ = before;
    return false;
  }

  /// "treinta y dos", "two hundred and five".
  bool join_words() {
    const NumeralHit connector = view_.find(at_, NumeralRole::connector);
    if (!connector || out_.plain || out_.lone_one) return false;
    switch (connector.numeral->joins) {
      case Joins::ten_unit:
        if (sum_.slot() != 10) return false;
        break;
      case Joins::rest:
        if (sum_.has_group() || join_ == JoinRest::no) return false;
        break;
      case Joins::any:
        if (join_ == JoinRest::no) return false;
        break;
      case Joins::glued:
      case Joins::none:
        return false;
    }
    const Checkpoint before{sum_, at_};
    const bool is_rest = connector.numeral->joins != Joins::ten_unit;
    if (!add_word(at_ + connector.length)) return false;
    if (is_rest) checkpoint_ = before;
    return true;
  }

  /// Gives a connector back if a magnitude is left over behind it.
  void give_back() {
    if (!checkpoint_ || !view_.find(at_, NumeralRole::magnitude)) return;
    sum_ = checkpoint_->sum;
    at_ = checkpoint_->at;
  }

  void note(const NumeralHit& hit) {
    if (out_.lexeme == no_lexeme) out_.lexeme = hit.lexeme;
  }

  Cardinal finish() {
    out_.end = at_;
    out_.slot = sum_.slot();
    out_.magnitude = sum_.only_magnitude();
    if (!out_.vague) out_.low = out_.high = sum_.value();
    if (sum_.has_group() && !out_.digits && !out_.needs_unit) out_.of = false;
    return out_;
  }

  const NumeralView& view_;
  JoinRest join_;
  std::uint32_t at_;
  bool closed_ = false;  // nothing more can be added
  NumberSum sum_;
  Cardinal out_;
  std::optional<Checkpoint> checkpoint_;
};

}  // namespace

std::optional<Cardinal> read_cardinal(const NumeralView& view, std::uint32_t at, JoinRest join) {
  return CardinalReader(view, at, join).read();
}

}  // namespace cotejo
