// One pass over the bytes. A table of 128 classes decides for ASCII; other code points are decoded
// and asked of ICU, which costs little because they are few. What a language adds (elisions,
// clitics, abbreviations) is looked at only beside an apostrophe or a point, so it costs nothing
// elsewhere. Tests: tests/unit/text/token_test.cpp.
#include <cotejo/text/token.hpp>

#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace cotejo {
namespace {

enum class Class : std::uint8_t { blank, lower, upper, digit, apostrophe, quote, punctuation, symbol };

constexpr Class ascii_class(char c) {
  if (c >= 'a' && c <= 'z') return Class::lower;
  if (c >= 'A' && c <= 'Z') return Class::upper;
  if (c >= '0' && c <= '9') return Class::digit;
  if (c <= ' ' || c == 0x7F) return Class::blank;
  if (c == '\'') return Class::apostrophe;
  if (c == '"') return Class::quote;
  constexpr std::string_view symbols = "#$%&*+<=>@^`|~";
  return symbols.find(c) == std::string_view::npos ? Class::punctuation : Class::symbol;
}

constexpr std::array<Class, 128> make_class_table() {
  std::array<Class, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = ascii_class(static_cast<char>(i));
  return table;
}
constexpr std::array<Class, 128> ascii_classes = make_class_table();

bool is_quotation_mark(char32_t value) {
  switch (value) {
    case 0x00AB: case 0x00BB:                            // « »
    case 0x2018: case 0x201A: case 0x201B:               // ‘ ‚ ‛
    case 0x201C: case 0x201D: case 0x201E: case 0x201F:  // “ ” „ ‟
    case 0x2039: case 0x203A:                            // ‹ ›
    case 0x300C: case 0x300D: case 0x300E: case 0x300F:  // 「 」 『 』
    case 0xFF02:                                         // ＂
      return true;
    default:
      return false;
  }
}

Class class_of(char32_t value) {
  if (value < 0x80) return ascii_classes[value];
  if (value == 0x2019 || value == 0x02BC) return Class::apostrophe;
  if (is_quotation_mark(value)) return Class::quote;
  const auto c = static_cast<UChar32>(value);
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return Class::upper;
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Class::lower;
  if ((mask & U_GC_ND_MASK) != 0) return Class::digit;
  if (u_isUWhiteSpace(c) || (mask & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return Class::blank;
  return (mask & U_GC_P_MASK) != 0 ? Class::punctuation : Class::symbol;
}

struct Look {
  Class kind = Class::blank;
  char32_t value = 0;
  Offset length = 0;
};

/// Reads code points of one window.
class Cursor {
 public:
  Cursor(std::string_view text, Offset end) : text_(text), end_(end) {}

  [[nodiscard]] bool inside(Offset at) const { return at < end_; }
  [[nodiscard]] Look look(Offset at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {ascii_classes[byte], byte, 1};
    const CodePoint point = code_point_at(text_, at);
    return {class_of(point.value), point.value, point.length};
  }
  [[nodiscard]] bool letter_at(Offset at) const {
    if (!inside(at)) return false;
    const Class kind = look(at).kind;
    return kind == Class::lower || kind == Class::upper;
  }
  [[nodiscard]] bool digit_at(Offset at) const {
    return inside(at) && look(at).kind == Class::digit;
  }
  /// The end of the run of letters at `at`.
  [[nodiscard]] Offset letters_end(Offset at) const {
    while (letter_at(at)) at += look(at).length;
    return at;
  }
  [[nodiscard]] Offset digits_end(Offset at) const {
    while (digit_at(at)) at += look(at).length;
    return at;
  }
  [[nodiscard]] std::string_view cut(Offset begin, Offset end) const {
    return text_.substr(begin, end - begin);
  }

 private:
  std::string_view text_;
  Offset end_;
};

/// Collects how the letters of a word are written.
class CaseCount {
 public:
  void add(Class kind) {
    if (kind == Class::upper) {
      ++upper_;
      if (letters_ == 0) first_upper_ = true;
    }
    ++letters_;
  }
  [[nodiscard]] TokenCase result() const {
    if (letters_ == 0) return TokenCase::none;
    if (upper_ == 0) return TokenCase::lower;
    if (upper_ == 1 && first_upper_) return TokenCase::capital;
    return upper_ == letters_ ? TokenCase::upper : TokenCase::mixed;
  }

 private:
  unsigned letters_ = 0;
  unsigned upper_ = 0;
  bool first_upper_ = false;
};

std::vector<std::uint64_t> sorted_hashes(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(fold_hash(word));
  std::ranges::sort(hashes);
  return hashes;
}

/// The last points of "EE." and the inner ones of "EE. UU." apart.
std::vector<std::string> words_with_point(const std::vector<std::string>& abbreviations) {
  std::vector<std::string> words;
  for (const std::string& phrase : abbreviations) {
    std::size_t begin = 0;
    while (begin < phrase.size()) {
      const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
      std::string word = phrase.substr(begin, end - begin);
      if (!word.empty() && word.back() == '.') word.pop_back();
      if (!word.empty()) words.push_back(std::move(word));
      begin = end + 1;
    }
  }
  return words;
}

/// "U.S." and "a.m.": the end of a run of one or two letters and a point each, or `at`.
Offset pointed_letters_end(const Cursor& cursor, Offset at) {
  Offset end = at;
  while (cursor.letter_at(end)) {
    const Offset letters = cursor.letters_end(end);
    if (count_code_points(cursor.cut(end, letters)) > 2) break;
    if (!cursor.inside(letters) || cursor.look(letters).value != U'.') break;
    end = letters + 1;
  }
  return end;
}

/// A blank that groups digits: no-break, narrow no-break and thin space.
bool groups_digits(char32_t value) {
  return value == 0x00A0 || value == 0x202F || value == 0x2009;
}

/// The end of "14.000,5" or "14 000" that begins at `at`.
Offset number_end(const Cursor& cursor, Offset at) {
  Offset end = cursor.digits_end(at);
  const bool short_head = end - at <= 3;
  while (cursor.inside(end)) {
    const Look mark = cursor.look(end);
    const Offset digits = end + mark.length;
    if (!cursor.digit_at(digits)) break;
    const Offset next = cursor.digits_end(digits);
    const bool point = mark.value == U'.' || mark.value == U',' || mark.kind == Class::apostrophe;
    const bool blank = groups_digits(mark.value) && short_head && next - digits == 3;
    if (!point && !blank) break;
    end = next;
  }
  return end;
}

}  // namespace

Tokeniser::Tokeniser(const TokenOptions& options)
    : elisions_(sorted_hashes(options.elisions)),
      clitics_(sorted_hashes(options.clitics)),
      abbreviations_(sorted_hashes(words_with_point(options.abbreviations))) {}

bool Tokeniser::keeps_point(std::string_view word, std::uint64_t hash) const {
  const bool initial = count_code_points(word) == 1 && is_upper(code_point_at(word, 0).value);
  return initial || std::ranges::binary_search(abbreviations_, hash);
}

void Tokeniser::tokenise(std::string_view text, Span window, std::vector<Token>& tokens) const {
  const Cursor cursor(text, window.end);
  const auto known = [](const std::vector<std::uint64_t>& hashes, std::string_view word) {
    return std::ranges::binary_search(hashes, fold_hash(word));
  };
  const auto glued_at = [&](Offset at) { return !tokens.empty() && tokens.back().span.end == at; };
  const auto add = [&](Offset begin, Offset end, TokenKind kind, TokenCase letter_case) {
    tokens.push_back({{begin, end}, fold_hash(cursor.cut(begin, end)), kind, letter_case,
                      glued_at(begin)});
  };

  for (Offset at = window.begin; at < window.end;) {
    const Look first = cursor.look(at);
    switch (first.kind) {
      case Class::blank:
        at += first.length;
        break;
      case Class::lower:
      case Class::upper: {
        CaseCount letter_case;
        Offset end = at;
        while (cursor.inside(end)) {
          const Look next = cursor.look(end);
          if (next.kind == Class::lower || next.kind == Class::upper) {
            letter_case.add(next.kind);
            end += next.length;
            continue;
          }
          if (next.kind == Class::digit) {
            end += next.length;
            continue;
          }
          const Offset behind = end + next.length;
          if (next.value == 0x00B7 && cursor.letter_at(behind)) {  // col·lecció
            end = behind;
            continue;
          }
          if (next.kind != Class::apostrophe || !cursor.letter_at(behind)) break;
          if (known(elisions_, cursor.cut(at, end))) {
            end = behind;
            break;
          }
          if (known(clitics_, cursor.cut(behind, cursor.letters_end(behind)))) break;
          end = behind;
        }
        if (cursor.inside(end) && cursor.look(end).value == U'.') {
          const Offset pointed = pointed_letters_end(cursor, at);
          const std::string_view word = cursor.cut(at, end);
          if (pointed > end + 1) {
            end = pointed;
          } else if (keeps_point(word, fold_hash(word))) {
            ++end;
          }
        }
        add(at, end, TokenKind::word, letter_case.result());
        at = end;
        break;
      }
      case Class::digit: {
        const Offset end = number_end(cursor, at);
        add(at, end, TokenKind::digits, TokenCase::none);
        at = end;
        break;
      }
      case Class::apostrophe: {
        const Offset behind = at + first.length;
        const Offset end = cursor.letters_end(behind);
        const bool clitic = end > behind && glued_at(at) &&
                            known(clitics_, cursor.cut(behind, end));
        if (clitic) {
          add(at, end, TokenKind::word, TokenCase::lower);
          at = end;
        } else {
          add(at, behind, TokenKind::quote, TokenCase::none);
          at = behind;
        }
        break;
      }
      case Class::quote:
      case Class::punctuation:
      case Class::symbol: {
        const TokenKind kind = first.kind == Class::quote         ? TokenKind::quote
                               : first.kind == Class::punctuation ? TokenKind::punctuation
                                                                  : TokenKind::symbol;
        add(at, at + first.length, kind, TokenCase::none);
        at += first.length;
        break;
      }
    }
  }
}

}  // namespace cotejo
