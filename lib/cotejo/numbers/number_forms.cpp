// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/number_forms.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace cotejo {
namespace {

constexpr double largest_ratio = 1000;

}  // namespace

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

std::optional<NumberReading> NumberForms::read_fraction_word(std::uint32_t at) const {
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

std::optional<NumberReading> NumberForms::read_ordinal(std::uint32_t at) const {
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

bool NumberForms::follows_article(std::uint32_t at) const {
  if (at == view_.range.begin) return view_.range.length() == 1;
  for (const NumeralRole role :
       {NumeralRole::article, NumeralRole::of, NumeralRole::range_open, NumeralRole::range_link}) {
    const NumeralHit before = view_.find(at - 1, role);
    if (before && before.numeral->range != RangeClass::change) return true;
  }
  return false;
}

std::optional<NumberReading> NumberForms::read_compound_ordinal(std::uint32_t at) const {
  const auto compound = view_.compound(at, {});
  if (!compound || compound->ending != CompoundNumber::Ending::ordinal) return std::nullopt;
  return ordinal(at, at + 1, compound->last, compound->lexeme);
}

std::optional<NumberReading> NumberForms::read_ordinal_digits(std::uint32_t at) const {
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

bool NumberForms::goes_on_behind_point(std::uint32_t at) const {
  return at > view_.range.begin && view_.text(at).size() <= 3 && view_.inside(at + 2) &&
         !view_.glued(at + 2) && view_.token(at + 2).kind == TokenKind::word;
}

NumberReading NumberForms::ordinal(std::uint32_t begin, std::uint32_t end, double value,
                                   std::uint32_t lexeme) {
  NumberReading reading;
  reading.range = {begin, end};
  reading.opener = begin;
  reading.form = NumberForm::ordinal;
  reading.low = reading.high = value;
  reading.lexeme = lexeme;
  return reading;
}

std::optional<NumberReading> NumberForms::end_in_ordinal(const Cardinal& cardinal) const {
  if (cardinal.digits || cardinal.vague || cardinal.slot < 10) return std::nullopt;
  std::uint32_t at = cardinal.end;
  if (const NumeralHit joint = view_.find(at, NumeralRole::connector)) at += joint.length;
  const NumeralHit hit = view_.find(at, NumeralRole::ordinal);
  if (!hit) return end_in_compound(cardinal, at);
  if (hit.numeral->value >= cardinal.slot) return std::nullopt;
  return ordinal(cardinal.begin, at + hit.length, cardinal.low + hit.numeral->value,
                 cardinal.lexeme);
}

std::optional<NumberReading> NumberForms::end_in_compound(const Cardinal& cardinal,
                                                          std::uint32_t at) const {
  const auto end = read_compound_ordinal(at);
  if (!end || *end->low >= cardinal.slot) return std::nullopt;
  return ordinal(cardinal.begin, at + 1, cardinal.low + *end->low, cardinal.lexeme);
}

NumberReading NumberForms::fraction(const Cardinal& cardinal, std::uint32_t end, double divisor) {
  NumberReading reading = reading_of(cardinal);
  reading.range.end = end;
  reading.form = NumberForm::fraction;
  reading.low = reading.high = cardinal.low / divisor;
  reading.of = true;
  reading.plain = false;
  reading.magnitude = 0;
  return reading;
}

std::optional<NumberReading> NumberForms::read_fraction(const Cardinal& cardinal) const {
  auto reading = read_plain_fraction(cardinal);
  if (!reading || reading->form != NumberForm::fraction) return reading;
  const NumeralHit of = view_.find(reading->range.end, NumeralRole::of);
  if (!of) return reading;
  std::uint32_t at = reading->range.end + of.length;
  if (const NumeralHit article = view_.find(at, NumeralRole::article)) at += article.length;
  const NumeralHit times = view_.find(at, NumeralRole::magnitude);
  if (!times || times.numeral->bare == Bare::vague || times.numeral->after_digits) return reading;
  reading->form = NumberForm::cardinal;
  reading->low = reading->high = *reading->low * times.numeral->value;
  reading->range.end = at + times.length;
  reading->of = times.numeral->of;
  return reading;
}

std::optional<NumberReading> NumberForms::read_plain_fraction(const Cardinal& cardinal) const {
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
  if (hit.numeral->only == Only::counted && !view_.find(end, NumeralRole::of)) return std::nullopt;
  if (!view_.find(end, NumeralRole::of) && (one || cardinal.low >= hit.numeral->value) &&
      !stands_alone(end)) {
    return std::nullopt;
  }
  return fraction(cardinal, end, hit.numeral->value);
}

std::optional<NumberReading> NumberForms::read_compound_denominator(const Cardinal& cardinal,
                                                                    std::uint32_t at) const {
  const auto compound = view_.compound(at, {});
  if (!compound || compound->ending != CompoundNumber::Ending::denominator) return std::nullopt;
  return fraction(cardinal, at + 1, compound->last);
}

bool NumberForms::stands_alone(std::uint32_t at) const {
  return !view_.inside(at) || view_.token(at).kind == TokenKind::punctuation;
}

std::optional<NumberReading> NumberForms::read_ordinal_part(std::uint32_t begin, double count,
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

std::optional<NumberReading> NumberForms::read_ordinal_part(std::uint32_t at, double count,
                                                            const NumeralHit& hit) const {
  return read_ordinal_part(at, count, hit, at);
}

std::optional<NumberReading> NumberForms::fraction_behind(std::uint32_t at) const {
  if (view_.inside(at) && view_.token(at).kind == TokenKind::symbol) {
    return read_fraction_word(at);
  }
  if (view_.glued(at) || !view_.is_digits(at)) return std::nullopt;
  const auto above = read_cardinal(view_, at, JoinRest::no);
  return above && above->plain ? read_slashed(*above) : std::nullopt;
}

std::optional<NumberReading> NumberForms::read_mixed(const Cardinal& cardinal) const {
  const auto part = fraction_behind(cardinal.end);
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

std::optional<NumberReading> NumberForms::read_mixed_words(const Cardinal& cardinal) const {
  // One word is the same with and without its rest.
  const bool one_token = cardinal.end - cardinal.begin == 1;
  if (one_token && !view_.find(cardinal.end, NumeralRole::connector)) return std::nullopt;
  const auto whole = read_cardinal(view_, cardinal.begin, JoinRest::no);
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
  const NumeralHit times = view_.find(part->range.end, NumeralRole::magnitude);
  const bool multiplied = times && !times.numeral->after_digits;
  if (multiplied && whole->magnitude > 0) return std::nullopt;
  NumberReading reading = reading_of(*whole);
  reading.range.end = part->range.end + (multiplied ? times.length : 0);
  const double scale = whole->magnitude >= 1e6 ? whole->magnitude : 1;
  reading.low = reading.high =
      (whole->low + *part->low * scale) * (multiplied ? times.numeral->value : 1);
  reading.of = multiplied && times.numeral->of;
  reading.plain = false;
  return reading;
}

std::optional<NumberReading> NumberForms::read_slashed(const Cardinal& cardinal) const {
  const std::uint32_t slash = cardinal.end;
  if (!view_.glued(slash) || view_.text(slash) != "/" || !view_.glued(slash + 1))
    return std::nullopt;
  if (!view_.is_digits(slash + 1) || continues(slash + 2)) return std::nullopt;
  const auto below = parse_digits(view_.text(slash + 1), view_.grammar.marks());
  constexpr std::array common{2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 100.0};
  const bool fits = below && std::ranges::find(common, below->value) != common.end();
  if (!fits || cardinal.low >= below->value) return std::nullopt;
  return fraction(cardinal, slash + 2, below->value);
}

bool NumberForms::continues(std::uint32_t at) const {
  return view_.glued(at) &&
         (view_.token(at).kind == TokenKind::word || view_.is_digits(at) || view_.text(at) == "/");
}

NumeralHit NumberForms::ratio_behind_noun(std::uint32_t& at) const {
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

std::optional<NumberReading> NumberForms::read_ratio(const Cardinal& cardinal) const {
  std::uint32_t at = cardinal.end;
  NumeralHit link = view_.find(at, NumeralRole::ratio);
  if (!link) link = ratio_behind_noun(at);
  if (!link || cardinal.vague || cardinal.low <= 0) return std::nullopt;
  const auto whole = read_cardinal(view_, at + link.length, JoinRest::yes);
  if (!whole || whole->vague || whole->lone_one || whole->low <= cardinal.low) return std::nullopt;
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

}  // namespace cotejo
