// Number words add up as long as each is smaller than the place the last one left open (tens leave
// 10, units leave 1) and multiply when a magnitude follows; NumberSum holds the arithmetic. Digits
// may stand wherever a group may. The one place where looking ahead is needed is a connector that
// is also the link of a range ("between one hundred and two hundred"): a connector taken in vain is
// given back when a magnitude is left over behind the number, and the caller may forbid it.
// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/cardinal.hpp>

#include <cotejo/numbers/cardinal_reader.hpp>
#include <cotejo/numbers/slips.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo {

std::optional<Cardinal> CardinalReader::read() {
  if (!start()) return std::nullopt;
  if (!closed_) {
    while (step()) {
    }
  }
  give_back();
  return finish();
}

bool CardinalReader::start() {
  if (start_letters()) return true;
  if (view_.is_digits(at_)) return start_digits();
  if (start_half() || start_point()) return true;
  return add_word(at_) || start_magnitude();
}

bool CardinalReader::start_digits() {
  const std::uint32_t end = digits_end(at_);
  auto digits = digits_in(at_, end);
  if (!digits) return false;
  if (!digits->marked && follows_bare_point()) {
    digits->value = std::stod("0." + std::string(view_.text(at_)));
    digits->marked = true;
    digits->decimals = digits->integer_digits;
    digits->integer_digits = 0;
    out_.begin = at_ - 1;
  }
  take_digits(*digits, end);
  return true;
}

bool CardinalReader::follows_bare_point() const {
  if (!view_.glued(at_) || view_.glued(at_ - 1) || view_.text(at_).size() > 15) return false;
  const std::string_view mark = view_.text(at_ - 1);
  return mark.size() == 1 && static_cast<char32_t>(mark[0]) == view_.grammar.marks().decimal;
}

void CardinalReader::take_digits(const Digits& digits, std::uint32_t end) {
  out_.digits = true;
  out_.plain = true;
  out_.shape = digits;
  sum_.add(digits.value, 1);
  at_ = end;
}

bool CardinalReader::start_letters() {
  const auto letters = read_letters_as_digits(view_, at_);
  if (!letters) return false;
  take_digits(letters->digits, letters->end);
  out_.slip = letters->slip;
  return true;
}

std::uint32_t CardinalReader::digits_end(std::uint32_t at) const {
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

bool CardinalReader::start_point() {
  const NumeralHit point = view_.find(at_, NumeralRole::point);
  if (!point || at_ != view_.range.begin) return false;
  const auto decimals = read_cardinal(view_, at_ + point.length, JoinRest::yes);
  if (!decimals || decimals->end != view_.range.end || decimals->shape.marked) return false;
  double value = decimals->low;
  while (value >= 1) value /= 10;
  note(point);
  sum_.add(value, 0);
  at_ = decimals->end;
  closed_ = true;
  return true;
}

bool CardinalReader::start_half() {
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

bool CardinalReader::half_of_something(std::uint32_t at) const {
  return static_cast<bool>(view_.find(at, NumeralRole::of));
}

bool CardinalReader::start_magnitude() {
  const NumeralHit hit = view_.find(at_, NumeralRole::magnitude);
  if (!hit || hit.numeral->after_digits) return false;
  if (hit.numeral->bare == Bare::no) return follows_vague_word() && start_vague(hit);
  if (!allowed(*hit.numeral, at_, at_ + hit.length)) return false;
  if (hit.numeral->bare == Bare::vague) return start_vague(hit);
  note(hit);
  return multiply(at_, hit);
}

bool CardinalReader::follows_vague_word() const {
  if (at_ == view_.range.begin) return false;
  const LexiconHit* hedge = view_.analysis.hit_at(at_ - 1, "hedge");
  return hedge != nullptr && view_.grammar.is_vague(hedge->lexeme);
}

bool CardinalReader::start_vague(const NumeralHit& first) {
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

void CardinalReader::give_back() {
  if (!parts_kept()) {
    sum_ = part_checkpoint_->sum;
    at_ = part_checkpoint_->at;
    return;
  }
  if (!checkpoint_ || !view_.find(at_, NumeralRole::magnitude)) return;
  sum_ = checkpoint_->sum;
  at_ = checkpoint_->at;
}

Cardinal CardinalReader::finish() {
  out_.end = at_;
  out_.slot = sum_.slot();
  out_.magnitude = sum_.only_magnitude();
  if (!out_.vague) out_.low = out_.high = sum_.value();
  if (sum_.has_group() && !out_.digits && !out_.needs_unit) out_.of = false;
  return std::move(out_);
}

std::optional<Digits> CardinalReader::digits_in(std::uint32_t begin, std::uint32_t end) const {
  return parse_digits(view_.analysis.text_of({begin, end}), view_.grammar.marks());
}

bool CardinalReader::one_blank_before(std::uint32_t at) const {
  const Offset gap_begin = view_.token(at - 1).span.end;
  return view_.token(at).span.begin == gap_begin + 1 && view_.analysis.text()[gap_begin] == ' ';
}

std::optional<Cardinal> read_cardinal(const NumeralView& view, std::uint32_t at, JoinRest join) {
  return CardinalReader(view, at, join).read();
}

}  // namespace cotejo
