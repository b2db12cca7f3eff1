// How a cardinal goes on: what is added to it, multiplies it, or is joined to it. Tests:
// tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/cardinal_reader.hpp>
#include <cotejo/numbers/slips.hpp>

#include <span>
#include <string>
#include <string_view>

namespace cotejo {

bool CardinalReader::step() {
  if (at_ >= view_.range.end) return false;
  if (const NumeralHit hit = view_.find(at_, NumeralRole::magnitude)) return multiply(at_, hit);
  return add_word(at_) || add_digits() || add_decimals() || join() || multiply_miswritten();
}

bool CardinalReader::multiply_miswritten() {
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

bool CardinalReader::add_word(std::uint32_t at) {
  const NumeralHit hit = view_.find_addend(at);
  if (!hit) return add_compound(at);
  if (hit.numeral->value >= sum_.slot() || out_.plain) return false;
  if (hit.numeral->article && sum_.started()) return false;
  note(hit);
  out_.lone_one = !sum_.started() && !hit.numeral->alone;
  // A zero that begins the number leaves one digit open: "cero siete". A connector asks for ten.
  constexpr double one_digit = 9.5;
  const bool leading_zero = hit.numeral->value == 0 && !sum_.started();
  sum_.add(hit.numeral->value, leading_zero ? one_digit : hit.numeral->slot_behind());
  at_ = at + hit.length;
  return true;
}

bool CardinalReader::add_compound(std::uint32_t at) {
  if (out_.plain) return false;
  const auto compound = view_.compound(at, sum_);
  if (!compound) return false;
  if (compound->ending != CompoundNumber::Ending::cardinal &&
      compound->ending != CompoundNumber::Ending::half) {
    return false;
  }
  sum_ = compound->sum;
  out_.of = compound->of;
  out_.lone_one = false;
  if (out_.lexeme == no_lexeme) out_.lexeme = compound->lexeme;
  at_ = at + 1;
  return true;
}

bool CardinalReader::multiply(std::uint32_t at, const NumeralHit& hit) {
  const Numeral& numeral = *hit.numeral;
  const bool glued = view_.glued(at);
  if (numeral.after_digits && !(view_.is_digits(at - 1) && at > out_.begin)) return false;
  if (!allowed(numeral, at, at + hit.length)) return false;
  if (sum_.slot() == 0 && !sum_.has_group()) return false;
  const auto bare = numeral.bare == Bare::no ? NumberSum::AllowBare::no : NumberSum::AllowBare::yes;
  if (numeral.value < 100 && sum_.last_magnitude() > numeral.value) {
    if (sum_.has_group()) return false;
    sum_.multiply_whole(numeral.value);
  } else if (!sum_.multiply(numeral.value, bare)) {
    return false;
  }
  note(hit);
  if (glued && !numeral.after_digits && !numeral.written_on && at > out_.begin &&
      view_.is_digits(at - 1) && !out_.slip) {
    out_.slip = missing_space(view_, at, out_.shape.value);
  }
  out_.of = numeral.of;
  out_.about = out_.about || (numeral.about && sum_.value() == numeral.value);
  out_.doubt = out_.plain ? numeral.doubt : 0;
  out_.plain = false;
  out_.lone_one = false;
  at_ = at + hit.length;
  return true;
}

bool CardinalReader::allowed(const Numeral& numeral, std::uint32_t at, std::uint32_t end) const {
  switch (numeral.only) {
    case Only::anywhere:
      return true;
    case Only::money:
      return view_.money_before(out_.begin) || view_.find_money(end).range.length() > 0 ||
             !numeral.after_digits || counted_behind(end) || is_whole_text(end);
    case Only::counted:
      return counted_behind(end);
    case Only::after_article:
      return true;
    case Only::number:
      return at > out_.begin;
  }
  return false;
}

bool CardinalReader::is_whole_text(std::uint32_t end) const {
  const bool sign = out_.begin == view_.range.begin + 1 && view_.glued(out_.begin);
  return end == view_.range.end && (out_.begin == view_.range.begin || sign);
}

bool CardinalReader::counted_behind(std::uint32_t at) const {
  if (const NumeralHit of = view_.find(at, NumeralRole::of)) at += of.length;
  return view_.find_counted(at).range.length() > 0;
}

bool CardinalReader::add_digits() {
  if (!view_.is_digits(at_) || sum_.has_group() || sum_.last_magnitude() < 1000) return false;
  const auto digits = digits_in(at_, at_ + 1);
  if (!digits || digits->unsettled || digits->decimals > 0) return false;
  const bool hundreds = sum_.last_magnitude() == 1000 && digits->integer_digits == 3;
  const NumeralHit next = view_.find(at_ + 1, NumeralRole::magnitude);
  const bool factor = next && next.numeral->value < sum_.last_magnitude();
  if (!hundreds && !digits->grouped && !factor && sum_.parts() < 2) return false;
  if (digits->value >= sum_.last_magnitude()) return false;
  sum_.add(digits->value, 1);
  ++at_;
  return true;
}

bool CardinalReader::add_one_digit(std::uint32_t at) {
  if (!view_.is_digits(at) || view_.text(at).size() != 1 || view_.glued(at + 1)) return false;
  sum_.add(view_.text(at)[0] - '0', 1);
  at_ = at + 1;
  return true;
}

bool CardinalReader::add_decimals() {
  const NumeralHit point = view_.find(at_, NumeralRole::point);
  if (!point || !sum_.started() || (out_.plain && out_.shape.marked)) return false;
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
  const bool spoken = tail.start() && !tail.closed_ && !tail.out_.shape.marked;
  if (spoken && !(out_.plain && tail.out_.digits && zeros)) {
    while (tail.step()) {
    }
    decimals = tail.sum_.value();
    at = tail.at_;
  } else if (!zeros) {
    return false;
  }
  while (decimals >= 1) decimals /= 10;
  sum_.add(decimals * scale, 0);
  out_.plain = false;
  out_.lone_one = false;
  at_ = at;
  return true;
}

bool CardinalReader::join_half() {
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

NumeralHit CardinalReader::glued_connector(std::uint32_t at) const {
  const NumeralHit hit = view_.find(at, NumeralRole::connector);
  const bool fits = hit && view_.glued(at) && view_.glued(at + hit.length);
  for (const LexiconHit& other :
       fits ? view_.analysis.hits_at(at) : std::span<const LexiconHit>{}) {
    if (view_.grammar.numeral(other.lexeme).joins == Joins::glued) return hit;
  }
  return {};
}

bool CardinalReader::join_glued() {
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

bool CardinalReader::parts_kept() const {
  return !part_checkpoint_ || sum_.last_magnitude() < part_checkpoint_->sum.last_magnitude();
}

bool CardinalReader::join_words() {
  const NumeralHit connector = view_.find(at_, NumeralRole::connector);
  if (!connector || out_.plain || out_.lone_one) return false;
  switch (connector.numeral->joins) {
    case Joins::ten_unit:
      if (sum_.slot() < 10 || sum_.slot() >= 100) return false;
      break;
    case Joins::rest:
      if (sum_.has_group() || join_ == JoinRest::no) return false;
      break;
    case Joins::any:
      if (join_ == JoinRest::no) return false;
      break;
    case Joins::parts:
      if (sum_.has_group() || sum_.last_magnitude() < 1e6 || !parts_kept()) return false;
      part_checkpoint_ = Checkpoint{sum_, at_};
      if (add_word(at_ + connector.length)) return true;
      part_checkpoint_.reset();
      return false;
    case Joins::unit_ten:
    case Joins::glued:
    case Joins::none:
      return false;
  }
  const Checkpoint before{sum_, at_};
  const bool is_rest = connector.numeral->joins != Joins::ten_unit;
  if (!add_word(at_ + connector.length)) return !is_rest && add_one_digit(at_ + connector.length);
  if (is_rest) checkpoint_ = before;
  return true;
}

}  // namespace cotejo
