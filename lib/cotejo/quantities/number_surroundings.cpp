// Tests: tests/unit/quantities/find_quantities_test.cpp.
#include <cotejo/quantities/number_surroundings.hpp>

#include <string_view>

namespace cotejo {
namespace {

/// A sign of several tokens ("A$", "US$") has no blanks, nor small letters before a symbol; a
/// phrase of words ("por ciento") may have both.
bool is_one_sign(const QuantityView& view, TokenRange range) {
  const bool symbol = view.token(range.end - 1).kind == TokenKind::symbol;
  if (!symbol || view.token(range.begin).kind != TokenKind::word) return true;
  for (std::uint32_t at = range.begin + 1; at < range.end; ++at) {
    if (!view.token(at).glued) return false;
  }
  return true;
}

/// Some signs have one writing only, and count only behind digits; codes stand in capitals; a
/// sign that is also a word of the language ("ha") is none before another word.
bool written_right(const QuantityView& view, const NumberReading& number, const LexiconHit& hit) {
  const Unit& unit = view.rules.unit(hit.lexeme);
  const Token& first = view.token(hit.range.begin);
  if (unit.upper && first.letter_case != TokenCase::upper) return false;
  if (unit.sign && hit.range.length() > 1 && !is_one_sign(view, hit.range)) return false;
  const bool one_word = hit.range.length() == 1;
  if (unit.sign && one_word && view.rules.is_function_word(first.hash) &&
      view.is_word(hit.range.end)) {
    return false;
  }
  if (unit.written.empty()) return true;
  return view.analysis.text_of(hit.range) == unit.written && number.in_digits;
}

UnitFound unit_before(const QuantityView& view, const NumberReading& number) {
  const std::uint32_t begin = find_minus(view, number.range.begin);
  const LexiconHit hit = view.find_before(begin, WordUse::unit, [&](const LexiconHit& candidate) {
    return view.rules.unit(candidate.lexeme).before && written_right(view, number, candidate);
  });
  if (hit.range.length() == 0) return {};
  return {&view.rules.unit(hit.lexeme), hit.range, hit.lexeme};
}

UnitFound unit_behind(const QuantityView& view, const NumberReading& number) {
  if (number.form == NumberForm::ordinal) return {};
  std::uint32_t at = number.range.end;
  if (const NumeralHit of = view.numerals().find(at, NumeralRole::of)) {
    if (!takes_of(number)) return {};
    at += of.length;
    if (number.form == NumberForm::fraction) {
      if (const NumeralHit article = view.numerals().find(at, NumeralRole::article)) {
        at += article.length;
      }
    }
  } else if (view.glued(at) && view.text(at) == "-" && view.glued(at + 1)) {
    ++at;
  }
  const auto fits = [&](const LexiconHit& candidate) {
    return view.rules.unit(candidate.lexeme).after && written_right(view, number, candidate);
  };
  LexiconHit hit = view.find(at, WordUse::unit, fits);
  if (hit.range.length() == 0) {  // "cuatro nuevos años"
    const LexiconHit before = view.find(at, WordUse::np_pre);
    if (before.range.length() > 0) hit = view.find(before.range.end, WordUse::unit, fits);
  }
  if (hit.range.length() == 0) return {};
  return {&view.rules.unit(hit.lexeme), hit.range, hit.lexeme};
}

HedgeFound hedge_directly_before(const QuantityView& view, std::uint32_t end, bool over_article) {
  const LexiconHit hit = view.find_before(end, WordUse::hedge, [&](const LexiconHit& candidate) {
    const Hedge& hedge = view.rules.hedge(candidate.lexeme);
    return !hedge.after && !(over_article && hedge.no_article);
  });
  if (hit.range.length() == 0) return {};
  return {view.rules.hedge(hit.lexeme).kind, hit.range};
}

/// "60,000 more than the 375,000": behind a number or what it counts the words compare.
bool compares(const QuantityView& view, const HedgeFound& hedge) {
  if (hedge.kind != Modifier::more_than && hedge.kind != Modifier::less_than) return false;
  const std::uint32_t begin = hedge.range.begin;
  if (begin == view.range.begin) return false;
  return view.token(begin - 1).kind == TokenKind::digits ||
         view.find_before(begin, WordUse::unit).range.length() > 0 ||
         view.find_before(begin, WordUse::counted).range.length() > 0;
}

/// "с 400 до 600": behind the opener of a range the word is its link, though a change is no range.
bool links(const QuantityView& view, const HedgeFound& hedge) {
  constexpr std::uint32_t reach = 4;
  const std::uint32_t begin = hedge.range.begin;
  if (hedge.kind != Modifier::up_to || !view.numerals().find(begin, NumeralRole::range_link)) {
    return false;
  }
  for (std::uint32_t back = 2; back <= reach && begin >= view.range.begin + back; ++back) {
    if (view.numerals().find(begin - back, NumeralRole::range_open)) return true;
  }
  return false;
}

bool digits_at(const QuantityView& view, std::uint32_t at) {
  return view.inside(at) && view.token(at).kind == TokenKind::digits;
}

bool joined_by_mark(const QuantityView& view, std::uint32_t at) {
  if (!view.glued(at) || !view.glued(at + 1)) return false;
  const std::string_view mark = view.text(at);
  return mark == "-" || mark == ":" || mark == "/" || mark == "\u2013" || mark == "\u2011";
}

bool glued_minus(const QuantityView& view, std::uint32_t at) {
  if (!view.glued(at) || (view.text(at - 1) != "-" && view.text(at - 1) != "\u2212")) return false;
  if (view.glued(at - 1) && view.token(at - 2).kind != TokenKind::punctuation &&
      view.token(at - 2).kind != TokenKind::symbol) {
    return false;
  }
  return at < view.range.begin + 2 || !digits_at(view, at - 2);
}

}  // namespace

UnitFound find_unit(const QuantityView& view, const NumberReading& number) {
  const UnitFound before = unit_before(view, number);
  return before.unit != nullptr ? before : unit_behind(view, number);
}

bool takes_of(const NumberReading& number) {
  return number.of || number.form == NumberForm::fraction || number.shape.reading_count > 0;
}

HedgeFound find_hedge_before(const QuantityView& view, std::uint32_t end) {
  HedgeFound found = hedge_directly_before(view, end, false);
  const bool article =
      end > view.range.begin && view.numerals().find(end - 1, NumeralRole::article);
  if (found.kind == Modifier::exact && article) {
    found = hedge_directly_before(view, end - 1, true);
    if (compares(view, found)) return {};
  }
  if (found.kind == Modifier::exact || links(view, found)) return {};
  const HedgeFound outer = hedge_directly_before(view, found.range.begin, false);
  if (outer.kind == Modifier::exact) return found;
  const bool weaker = found.kind == Modifier::about || found.kind == Modifier::vague;
  return {weaker ? outer.kind : found.kind, {outer.range.begin, found.range.end}};
}

HedgeFound find_hedge_behind(const QuantityView& view, std::uint32_t begin) {
  const LexiconHit hit = view.find(begin, WordUse::hedge, [&](const LexiconHit& candidate) {
    return view.rules.hedge(candidate.lexeme).after;
  });
  if (hit.range.length() == 0) return {};
  return {view.rules.hedge(hit.lexeme).kind, hit.range};
}

std::uint32_t find_minus(const QuantityView& view, std::uint32_t begin) {
  if (glued_minus(view, begin)) return begin - 1;
  if (begin == view.range.begin || !view.numerals().find(begin - 1, NumeralRole::minus)) {
    return begin;
  }
  const bool calculates = begin >= view.range.begin + 2 && digits_at(view, begin - 2);
  const bool hedges = view.find_before(begin, WordUse::hedge).range.length() > 0;
  return calculates || hedges ? begin : begin - 1;
}

bool is_score(const QuantityView& view, const NumberReading& number) {
  if (!number.in_digits) return false;
  const auto [begin, end] = number.range;
  return (joined_by_mark(view, end) && digits_at(view, end + 1) && !number.is_range) ||
         (begin >= view.range.begin + 2 && view.glued(begin) && joined_by_mark(view, begin - 1) &&
          digits_at(view, begin - 2));
}

bool is_identified(const QuantityView& view, const NumberReading& number) {
  if (number.form != NumberForm::cardinal || number.magnitude != 0) return false;
  const auto [begin, end] = number.range;
  if (begin == view.range.begin) {
    return number.plain && view.glued(end) && (view.text(end) == "." || view.text(end) == ")") &&
           view.inside(end + 1);
  }
  return view.find_before(begin, WordUse::identifier).range.length() > 0;
}

bool names_something(const QuantityView& view, const NumberReading& number) {
  const std::uint32_t begin = number.range.begin;
  if (begin == view.range.begin || !number.plain || number.shape.marked) return false;
  const LexiconHit day = view.find_before(begin, WordUse::date, [&](const LexiconHit& hit) {
    const DateRole role = view.rules.date(hit.lexeme).role;
    return role == DateRole::ordinal_day || role == DateRole::unit || role == DateRole::month;
  });
  if (day.range.length() > 0) return true;
  const Token& before = view.token(begin - 1);
  const bool capital = before.letter_case == TokenCase::capital ||
                       before.letter_case == TokenCase::upper ||
                       before.letter_case == TokenCase::mixed;
  return before.kind == TokenKind::word && capital && begin - 1 > view.range.begin;
}

}  // namespace cotejo
