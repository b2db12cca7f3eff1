// Around a number stand, from the inside out: its unit or sign, what is counted, the words that
// modify it. Each is looked for by the rules' words in the few tokens beside the number; then the
// kind follows from what was found. Tests: tests/unit/quantities/find_quantities_test.cpp.
#include <cotejo/quantities/quantity_builder.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/quantities/noun_phrase.hpp>
#include <cotejo/quantities/number_surroundings.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace cotejo {
namespace {

class QuantityBuilder {
 public:
  QuantityBuilder(const QuantityView& view, const NumberReading& number)
      : view_(view), number_(number), begin_(number.range.begin), end_(number.range.end) {}

  std::optional<Quantity> build() {
    find_unit();
    if (number_.needs_unit && unit_.unit == nullptr) return std::nullopt;
    const bool bare = unit_.unit == nullptr;
    if (bare && (is_score(view_, number_) || is_identified(view_, number_))) return std::nullopt;
    find_counted();
    if (unit_.unit == nullptr && !counted_ && names_something(view_, number_)) return std::nullopt;
    if (number_.loose && unit_.unit == nullptr && !counted_) return std::nullopt;
    set_kind();
    set_values();
    find_modifier();
    set_spans();
    set_rule();
    return std::move(out_);
  }

 private:
  // --- units

  void find_unit() {
    unit_ = cotejo::find_unit(view_, number_);
    if (unit_.unit == nullptr) return;
    begin_ = std::min(begin_, unit_.range.begin);
    end_ = std::max(end_, unit_.range.end);
    if (unit_.range.begin >= number_.range.end) add_half_behind();
    if (half_ == 0 && unit_.unit->kind == QuantityKind::money) add_coins_behind();
  }

  /// "20 dollars and 43 cents", "3 euros 50 céntimos".
  void add_coins_behind() {
    const NumeralView numerals = view_.numerals();
    std::uint32_t at = end_;
    if (const NumeralHit joint = numerals.find(at, NumeralRole::connector)) at += joint.length;
    if (!view_.inside(at)) return;
    const auto coins = read_cardinal(numerals, at, JoinRest::no);
    if (!coins || coins->vague || coins->low < 1 || coins->low >= 100) return;
    const LexiconHit unit = view_.find(coins->end, WordUse::unit, [&](const LexiconHit& hit) {
      return view_.rules.unit(hit.lexeme).part > 0;
    });
    if (unit.range.length() == 0) return;
    half_ = coins->low * view_.rules.unit(unit.lexeme).part;
    end_ = unit.range.end;
    half_range_ = {at, coins->end};
  }

  /// "tres horas y media".
  void add_half_behind() {
    const NumeralView numerals = view_.numerals();
    const NumeralHit connector = numerals.find(end_, NumeralRole::connector);
    if (!connector) return;
    std::uint32_t at = end_ + connector.length;
    const NumeralHit article = numerals.find(at, NumeralRole::article);
    if (article) at += article.length;
    const NumeralHit half = numerals.find(at, NumeralRole::half);
    if (!half || (half.numeral->noun && !article)) return;
    half_ = half.numeral->value;
    end_ = at + half.length;
    half_range_ = {at, end_};
  }

  // --- what is counted

  void find_counted() {
    if (number_.form == NumberForm::ordinal) return;
    if (unit_.unit != nullptr) return find_counted_of_unit();
    std::uint32_t at = end_;
    const NumeralView numerals = view_.numerals();
    NounNumber wanted = number_.form == NumberForm::cardinal || number_.form == NumberForm::ratio
                            ? NounNumber::plural
                            : NounNumber::any;
    if (const NumeralHit of = numerals.find(at, NumeralRole::of)) {
      if (!takes_of(number_) && !article_at(at + of.length)) return;
      if (number_.of) wanted = NounNumber::any;
      at = skip_article(at + of.length);
    } else if (number_.form == NumberForm::fraction) {
      at = skip_article(at);
    }
    if (hyphen_at(at)) {
      ++at;
      wanted = NounNumber::any;
    }
    if (view_.inside(at) && view_.token(at).kind == TokenKind::quote) ++at;
    const LexiconHit behind = view_.find(at, WordUse::hedge, [&](const LexiconHit& hit) {
      return view_.rules.hedge(hit.lexeme).after;
    });
    if (behind.range.length() > 0 && view_.is(behind.range.end, WordUse::counted))
      at = behind.range.end;
    counted_ = find_noun_phrase(view_, at, wanted);
    if (counted_) counted_lexeme_at_ = at;
  }

  [[nodiscard]] bool hyphen_at(std::uint32_t at) const {
    return view_.glued(at) && view_.text(at) == "-" && view_.glued(at + 1) && view_.is_word(at + 1);
  }
  [[nodiscard]] bool article_at(std::uint32_t at) const {
    return static_cast<bool>(view_.numerals().find(at, NumeralRole::article));
  }
  [[nodiscard]] std::uint32_t skip_article(std::uint32_t at) const {
    const NumeralHit article = view_.numerals().find(at, NumeralRole::article);
    return article ? at + article.length : at;
  }

  /// "20 % de los votos", "dos toneladas de arroz"; else the unit as it is written.
  void find_counted_of_unit() {
    const QuantityKind kind = unit_.unit->kind;
    const bool share = kind == QuantityKind::percent || kind == QuantityKind::percentage_point;
    if (share || kind == QuantityKind::measure) counted_ = find_counted_behind_unit();
    if (share) return;
    const Span unit = view_.analysis.span_of(unit_.range);
    if (counted_) {
      counted_->span = hull(unit, counted_->span);
      counted_->text = slice(view_.analysis.text(), counted_->span);
      return;
    }
    Counted counted;
    counted.span = unit;
    counted.text = slice(view_.analysis.text(), unit);
    if (!unit_.unit->sign)
      counted.lemma = view_.analysis.rules().lexicon().lexeme(unit_.lexeme).lemma;
    if (kind == QuantityKind::money) counted.category = "money";
    if (kind == QuantityKind::duration) counted.category = "time";
    counted_ = std::move(counted);
  }

  [[nodiscard]] std::optional<Counted> find_counted_behind_unit() {
    const NumeralHit of = view_.numerals().find(end_, NumeralRole::of);
    if (!of || unit_.range.begin < number_.range.end) return std::nullopt;
    const std::uint32_t at = skip_article(end_ + of.length);
    return find_noun_phrase(view_, at, NounNumber::any);
  }

  // --- kind and values

  void set_kind() {
    if (unit_.unit != nullptr) {
      out_.kind = unit_.unit->kind;
      if (!unit_.unit->code.empty()) out_.unit = unit_.unit->code;
      if (out_.kind == QuantityKind::duration && is_age()) out_.kind = QuantityKind::age;
      return;
    }
    switch (number_.form) {
      case NumberForm::cardinal:
        out_.kind = counted_ ? QuantityKind::count : QuantityKind::number;
        break;
      case NumberForm::ordinal:
        out_.kind = QuantityKind::ordinal;
        break;
      case NumberForm::fraction:
        out_.kind = QuantityKind::fraction;
        break;
      case NumberForm::ratio:
        out_.kind = QuantityKind::ratio;
        break;
    }
  }

  /// "un hombre de 53 años", "tiene 8 años", ", de 46 años,".
  [[nodiscard]] bool is_age() const {
    if (view_.rules.unit(unit_.lexeme).code != "a" && view_.rules.unit(unit_.lexeme).code != "mo")
      return false;
    std::uint32_t before = number_.opener;
    const LexiconHit hedge = view_.find_before(before, WordUse::hedge);
    if (hedge.range.length() > 0) before = hedge.range.begin;
    if (view_.find_before(before, WordUse::age_cue).range.length() > 0) return true;
    if (before == view_.range.begin) return false;
    const NumeralHit of = view_.numerals().find(before - 1, NumeralRole::of);
    if (!of || before < view_.range.begin + 2) return false;
    if (view_.find_before(before - 1, WordUse::person).range.length() > 0) return true;
    return view_.text(before - 2) == ",";
  }

  void set_values() {
    out_.alternatives = number_.alternatives;
    out_.slip = number_.slip;
    const double times = (unit_.unit != nullptr ? unit_.unit->times : 1) * (is_negative() ? -1 : 1);
    const auto scaled = [&](std::optional<double> value) -> std::optional<double> {
      if (!value) return std::nullopt;
      return (*value + half_) * times;
    };
    out_.low = scaled(number_.low);
    out_.high = scaled(number_.high);
    if (out_.low && out_.high && *out_.low > *out_.high) std::swap(out_.low, out_.high);
    for (double& value : out_.alternatives) value *= times;
  }

  /// "-10 °C", "minus five": where a value can be negative.
  [[nodiscard]] bool is_negative() const {
    if (find_minus(view_, number_.range.begin) == number_.range.begin) return false;
    return out_.kind != QuantityKind::count && out_.kind != QuantityKind::ordinal &&
           out_.kind != QuantityKind::duration && out_.kind != QuantityKind::age;
  }

  // --- modifiers

  void find_modifier() {
    HedgeFound hedge = find_hedge_before(view_, std::min(begin_, number_.opener));
    if (hedge.kind == Modifier::exact) hedge = find_hedge_behind(view_, end_);
    if (hedge.kind == Modifier::exact && counted_) {
      hedge = find_hedge_behind(view_, end_of_counted());
    }
    if (number_.vague) {
      out_.modifier = Modifier::vague;
    } else if (hedge.kind != Modifier::exact) {
      out_.modifier = hedge.kind;
    } else if (number_.is_range) {
      out_.modifier = Modifier::between;
    } else if (number_.about) {
      out_.modifier = Modifier::about;
    }
    if (hedge.kind != Modifier::exact) {
      out_.modifier_span = view_.analysis.span_of(hedge.range);
    } else if (number_.opener < number_.range.begin) {
      out_.modifier_span = view_.analysis.span_of({number_.opener, number_.opener + 1});
    }
    if (!number_.is_range && !number_.vague) open_bound();
  }

  /// The token behind what is counted, which mostly ends a few tokens behind the number.
  [[nodiscard]] std::uint32_t end_of_counted() const {
    const Offset end = counted_->span.end;
    if (end <= view_.token(end_ - 1).span.end) return view_.analysis.tokens_in(counted_->span).end;
    std::uint32_t at = end_;
    while (view_.inside(at) && view_.token(at).span.begin < end) ++at;
    return at;
  }

  void open_bound() {
    switch (out_.modifier) {
      case Modifier::at_least:
      case Modifier::more_than:
        out_.high.reset();
        break;
      case Modifier::at_most:
      case Modifier::less_than:
      case Modifier::up_to:
        out_.low.reset();
        break;
      case Modifier::exact:
      case Modifier::about:
      case Modifier::almost:
      case Modifier::between:
      case Modifier::vague:
        break;
    }
  }

  // --- spans and rule

  void set_spans() {
    const Analysis& analysis = view_.analysis;
    TokenRange number = number_.range;
    if (half_ != 0) number.end = half_range_.end;
    if (is_negative()) --number.begin;
    begin_ = std::min(begin_, number.begin);
    out_.number = analysis.span_of(number);
    out_.span = analysis.span_of({begin_, std::max(end_, number.end)});
    out_.text = slice(analysis.text(), out_.span);
    out_.phrase = out_.span;
    if (number_.opener < number_.range.begin) {
      out_.phrase = hull(out_.phrase, analysis.span_of({number_.opener, number_.range.begin}));
    }
    if (out_.modifier_span) out_.phrase = hull(out_.phrase, *out_.modifier_span);
    if (counted_) out_.phrase = hull(out_.phrase, counted_->span);
    out_.counted = std::move(counted_);
  }

  void set_rule() {
    const Lexicon& lexicon = view_.analysis.rules().lexicon();
    if (unit_.unit != nullptr) {
      out_.rule = lexicon.lexeme(unit_.lexeme).list;
      return;
    }
    if (number_.lexeme != no_lexeme) {
      out_.rule = lexicon.lexeme(number_.lexeme).list;
      return;
    }
    const LexiconHit counted = view_.find(counted_lexeme_at_, WordUse::counted);
    out_.rule = counted.range.length() > 0 ? view_.analysis.lexeme(counted).list
                                           : view_.rules.numbers().digits_rule();
  }

  const QuantityView& view_;
  const NumberReading& number_;
  std::uint32_t begin_;
  std::uint32_t end_;
  UnitFound unit_;
  double half_ = 0;
  TokenRange half_range_;
  std::optional<Counted> counted_;
  std::uint32_t counted_lexeme_at_ = 0;
  Quantity out_;
};

}  // namespace

std::optional<Quantity> build_quantity(const QuantityView& view, const NumberReading& number) {
  return QuantityBuilder(view, number).build();
}

}  // namespace cotejo
