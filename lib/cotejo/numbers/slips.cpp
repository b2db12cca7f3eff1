// Tests: tests/unit/numbers/slips_test.cpp.
#include <cotejo/numbers/slips.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace cotejo {
namespace {

constexpr std::size_t most_letters = 16;  // of a word that is compared with magnitudes
constexpr std::size_t long_word = 5;      // from here a wrong letter is tolerated

/// `text` with letters that can be taken for digits replaced, or "" if it is no such word.
std::string as_digits(const NumberGrammar& grammar, std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
      digits += c;
    } else if (const char digit = grammar.digit_for(c); digit != '\0') {
      digits += digit;
    } else {
      return {};
    }
  }
  return digits;
}

/// The end of a stretch of glued tokens at `at` that mixes digits with letters that can be taken
/// for digits, or `at`. Units are no such letters: "5l".
std::uint32_t letters_end(const NumeralView& view, std::uint32_t at) {
  if (!view.inside(at)) return at;
  const Token& first = view.token(at);
  if (first.kind == TokenKind::word) {
    const std::string_view text = view.text(at);
    const bool mixed = view.grammar.digit_for(text[0]) != '\0' && text.size() >= 2 &&
                       text.find_first_of("0123456789") != text.npos;
    return mixed ? at + 1 : at;
  }
  const bool letter_behind = first.kind == TokenKind::digits && view.glued(at + 1) &&
                             view.token(at + 1).kind == TokenKind::word &&
                             view.grammar.digit_for(view.text(at + 1)[0]) != '\0';
  if (!letter_behind || view.find_unit(at + 1).range.length() > 0) return at;
  return at + 2;
}

bool number_word_follows(const NumeralView& view, std::uint32_t at) {
  if (const NumeralHit magnitude = view.find(at, NumeralRole::magnitude)) {
    return !magnitude.numeral->after_digits;
  }
  return view.find_counted(at).range.length() > 0;
}

/// Optimal string alignment distance at most 1: a letter dropped, added, wrong or swapped. The
/// texts are folded and without accents, so nearly always ASCII; other bytes are compared as they
/// are.
bool within_one_edit(std::string_view a, std::string_view b) {
  const auto mismatch = std::ranges::mismatch(a, b);
  const std::string_view rest_a(mismatch.in1, a.end());
  const std::string_view rest_b(mismatch.in2, b.end());
  if (rest_a.empty() || rest_b.empty()) return rest_a.size() + rest_b.size() <= 1;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  if (rest_a.substr(1) == rest_b || rest_a == rest_b.substr(1)) return true;
  return rest_a.size() >= 2 && rest_b.size() >= 2 && rest_a[0] == rest_b[1] &&
         rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

/// True if `shorter` is `longer` without one letter.
bool lost_a_letter(std::string_view shorter, std::string_view longer) {
  return shorter.size() + 1 == longer.size() && within_one_edit(shorter, longer);
}

/// Something counted at `at` that is not written in its dictionary form: a plural.
bool plural_follows(const NumeralView& view, std::uint32_t at) {
  const LexiconHit hit = view.find_counted(at);
  if (hit.range.length() == 0) return false;
  return fold(view.analysis.text_of(hit.range)) != fold(view.analysis.lexeme(hit).lemma);
}

bool known_word(const NumeralView& view, std::uint32_t at) {
  return std::ranges::any_of(view.analysis.hits_at(at), [&](const LexiconHit& hit) {
    return hit.range.length() == 1 && hit.layer != LayerName{};
  });
}

bool fits(const NumeralView& view, std::uint32_t at, std::string_view word,
          std::string_view magnitude) {
  if (word.size() + 1 < magnitude.size() || word.size() > magnitude.size() + 1) return false;
  if (word == magnitude) return false;
  if (magnitude.size() < long_word) {
    return lost_a_letter(word, magnitude) && !view.find_unit(at).range.length() &&
           plural_follows(view, at + 1);
  }
  return within_one_edit(word, magnitude) && !known_word(view, at);
}

}  // namespace

std::optional<LettersAsDigits> read_letters_as_digits(const NumeralView& view, std::uint32_t at) {
  const std::uint32_t end = letters_end(view, at);
  if (end == at) return std::nullopt;
  const std::string_view first = view.analysis.text_of({at, end});
  const std::string written = as_digits(view.grammar, first);
  if (written.empty() || !number_word_follows(view, end)) return std::nullopt;
  const auto digits = parse_digits(written, view.grammar.marks());
  if (!digits || digits->unsettled) return std::nullopt;
  return LettersAsDigits{
      *digits, end, {SlipKind::letter_for_digit, std::string(first), written, digits->value}};
}

Slip missing_space(const NumeralView& view, std::uint32_t magnitude, double literal) {
  const std::string_view digits = view.text(magnitude - 1);
  const std::string_view word = view.text(magnitude);
  std::string from(digits);
  from += word;
  std::string to(digits);
  to += ' ';
  to += word;
  return {SlipKind::missing_space, std::move(from), std::move(to), literal};
}

std::optional<MiswrittenMagnitude> find_miswritten_magnitude(const NumeralView& view,
                                                             std::uint32_t at) {
  if (!view.inside(at) || view.token(at).kind != TokenKind::word) return std::nullopt;
  const std::string_view text = view.text(at);
  if (text.size() > most_letters || text.size() < 2) return std::nullopt;
  if (view.token(at).letter_case != TokenCase::lower) return std::nullopt;
  // A known word is miswritten only if it is a letter shorter than a short magnitude; two bytes a
  // letter are enough.
  if (text.size() > 2 * (long_word - 2) && known_word(view, at)) return std::nullopt;
  const std::string word = fold_accents(text);
  for (const NumberGrammar::Spelling& magnitude : view.grammar.magnitudes()) {
    if (!fits(view, at, word, magnitude.folded)) continue;
    const SlipKind kind =
        lost_a_letter(word, magnitude.folded) ? SlipKind::dropped_letter : SlipKind::misspelling;
    return MiswrittenMagnitude{magnitude.lexeme, at + 1, kind, magnitude.written};
  }
  return std::nullopt;
}

}  // namespace cotejo
