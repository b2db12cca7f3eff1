// One pass over the bytes. A table of 256 classes decides for ASCII and Latin-1; other code points
// are asked of ICU, which costs little because they are few. What a language adds (elisions,
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

enum class Class : std::uint8_t {
  blank,
  lower,
  upper,
  caseless,  // letters of scripts without case, and combining marks
  digit,
  apostrophe,
  quote,
  punctuation,
  symbol
};

constexpr Class ascii_class(unsigned c) {
  if (c >= 'a' && c <= 'z') return Class::lower;
  if (c >= 'A' && c <= 'Z') return Class::upper;
  if (c >= '0' && c <= '9') return Class::digit;
  if (c <= ' ' || c == 0x7F) return Class::blank;
  if (c == '\'') return Class::apostrophe;
  if (c == '"') return Class::quote;
  constexpr std::string_view symbols = "#$%&*+<=>@^`|~";
  return symbols.find(static_cast<char>(c)) == std::string_view::npos ? Class::punctuation
                                                                      : Class::symbol;
}

constexpr Class latin_class(unsigned c) {
  if (c <= 0xA0 || c == 0xAD) return Class::blank;
  if (c == 0xAA || c == 0xBA) return Class::caseless;
  if (c == 0xAB || c == 0xBB) return Class::quote;
  if (c == 0xA1 || c == 0xA7 || c == 0xB6 || c == 0xB7 || c == 0xBF) return Class::punctuation;
  if (c == 0xB5) return Class::lower;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return Class::symbol;
  return c < 0xDF ? Class::upper : Class::lower;
}

constexpr std::array<Class, 256> make_class_table() {
  std::array<Class, 256> table{};
  for (unsigned i = 0; i < table.size(); ++i) table[i] = i < 0x80 ? ascii_class(i) : latin_class(i);
  return table;
}
constexpr std::array<Class, 256> latin_classes = make_class_table();

bool is_quotation_mark(char32_t value) {
  switch (value) {
    case 0x2018:
    case 0x201A:
    case 0x201B:  // ‘ ‚ ‛
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:  // “ ” „ ‟
    case 0x2039:
    case 0x203A:  // ‹ ›
    case 0x300A:
    case 0x300B:  // 《 》
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:  // 「 」 『 』
    case 0xFF02:  // ＂
      return true;
    default:
      return false;
  }
}

Class class_of(char32_t value) {
  if (value < latin_classes.size()) return latin_classes[value];
  if (value == 0x2019 || value == 0x02BC) return Class::apostrophe;
  if (is_quotation_mark(value)) return Class::quote;
  const auto c = static_cast<UChar32>(value);
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return Class::upper;
  if ((mask & U_GC_LL_MASK) != 0) return Class::lower;
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Class::caseless;
  if ((mask & U_GC_ND_MASK) != 0) return Class::digit;
  if (u_isUWhiteSpace(c) || (mask & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return Class::blank;
  return (mask & U_GC_P_MASK) != 0 ? Class::punctuation : Class::symbol;
}

constexpr bool is_letter_class(Class kind) {
  return kind == Class::lower || kind == Class::upper || kind == Class::caseless;
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
    if (byte < 0x80) return {latin_classes[byte], byte, 1};
    const CodePoint point = code_point_at(text_, at);
    return {class_of(point.value), point.value, point.length};
  }
  [[nodiscard]] bool letter_at(Offset at) const {
    return inside(at) && is_letter_class(look(at).kind);
  }
  [[nodiscard]] bool digit_at(Offset at) const {
    return inside(at) && look(at).kind == Class::digit;
  }
  [[nodiscard]] bool point_at(Offset at) const { return inside(at) && text_[at] == '.'; }
  /// The end of the run of letters at `at`.
  [[nodiscard]] Offset letters_end(Offset at) const {
    while (letter_at(at)) at += look(at).length;
    return at;
  }
  /// The end of the run of a to z at `at`, most of any text.
  [[nodiscard]] Offset small_letters_end(Offset at) const {
    while (at < end_ && static_cast<unsigned char>(text_[at] - 'a') < 26) ++at;
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
      first_upper_ = first_upper_ || letters_ == 0;
      ++letters_;
    } else if (kind == Class::lower) {
      ++letters_;
    }
  }
  void add_lower(unsigned count) { letters_ += count; }
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

TokenCase case_of(const Cursor& cursor, Offset begin, Offset end) {
  CaseCount count;
  while (begin < end) {
    const Look next = cursor.look(begin);
    count.add(next.kind);
    begin += next.length;
  }
  return count.result();
}

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
    if (!cursor.point_at(letters)) break;
    end = letters + 1;
  }
  return end;
}

/// A blank that groups digits: no-break, narrow no-break and thin space.
bool groups_digits(char32_t value) { return value == 0x00A0 || value == 0x202F || value == 0x2009; }

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

TokenKind kind_of(Class sign) {
  if (sign == Class::quote || sign == Class::apostrophe) return TokenKind::quote;
  return sign == Class::punctuation ? TokenKind::punctuation : TokenKind::symbol;
}

bool known(const std::vector<std::uint64_t>& hashes, std::string_view word) {
  return !hashes.empty() && std::ranges::binary_search(hashes, fold_hash(word));
}

}  // namespace

/// Goes over one window.
class TokenScanner {
 public:
  TokenScanner(const Tokeniser& rules, std::string_view text, Span window,
               std::vector<Token>& tokens)
      : rules_(rules), cursor_(text, window.end), at_(window.begin), tokens_(tokens) {}

  void run() {
    while (cursor_.inside(at_)) {
      const Look first = cursor_.look(at_);
      switch (first.kind) {
        case Class::blank:
          at_ += first.length;
          break;
        case Class::lower:
        case Class::upper:
        case Class::caseless:
          word();
          break;
        case Class::digit:
          add(number_end(cursor_, at_), TokenKind::digits, TokenCase::none);
          break;
        case Class::apostrophe:
          apostrophe(at_ + first.length);
          break;
        case Class::quote:
        case Class::punctuation:
        case Class::symbol:
          add(at_ + first.length, kind_of(first.kind), TokenCase::none);
          break;
      }
    }
  }

 private:
  [[nodiscard]] bool glued() const { return !tokens_.empty() && tokens_.back().span.end == at_; }

  void add(Offset end, TokenKind kind, TokenCase letter_case) {
    const bool touches = glued();
    tokens_.push_back({{at_, end}, fold_hash(cursor_.cut(at_, end)), kind, letter_case, touches});
    at_ = end;
  }

  void word() {
    CaseCount letter_case;
    Offset end = run_end(at_, letter_case);
    // Only what stands before the first apostrophe can be elided: each run is looked at once.
    bool joined = false;
    while (cursor_.inside(end)) {
      const Look mark = cursor_.look(end);
      const Offset behind = end + mark.length;
      const bool joins = mark.kind == Class::apostrophe || mark.value == middle_dot;
      if (!joined && mark.kind == Class::apostrophe && can_be_elided(behind) &&
          known(rules_.elisions_, cursor_.cut(at_, end))) {
        return add(behind, TokenKind::word, letter_case.result());
      }
      if (!joins || !cursor_.letter_at(behind)) break;
      if (mark.kind == Class::apostrophe) {
        if (is_clitic(behind)) break;
        joined = true;
      }
      end = run_end(behind, letter_case);
    }
    if (cursor_.point_at(end)) return word_before_point(end, letter_case);
    add(end, TokenKind::word, letter_case.result());
  }

  /// The end of the letters and digits at `at`.
  Offset run_end(Offset at, CaseCount& letter_case) const {
    for (;;) {
      const Offset plain = cursor_.small_letters_end(at);
      letter_case.add_lower(plain - at);
      at = plain;
      if (!cursor_.inside(at)) return at;
      const Look next = cursor_.look(at);
      if (!is_letter_class(next.kind) && next.kind != Class::digit) return at;
      letter_case.add(next.kind);
      at += next.length;
    }
  }

  void word_before_point(Offset end, const CaseCount& letter_case) {
    const Offset pointed = pointed_letters_end(cursor_, at_);
    if (pointed > end + 1) {
      return add(pointed, TokenKind::word, case_of(cursor_, at_, pointed));
    }
    const bool keeps = rules_.keeps_point(cursor_.cut(at_, end));
    add(keeps ? end + 1 : end, TokenKind::word, letter_case.result());
  }

  /// Before a word, a number or a quotation mark, or where a word of the rules ends: "l'11", "d'".
  [[nodiscard]] bool can_be_elided(Offset behind) const {
    if (!cursor_.inside(behind)) return true;
    const Class next = cursor_.look(behind).kind;
    return is_letter_class(next) || next == Class::digit || next == Class::quote;
  }

  [[nodiscard]] bool is_clitic(Offset behind) const {
    return known(rules_.clitics_, cursor_.cut(behind, cursor_.letters_end(behind)));
  }

  /// An apostrophe that no word took: a clitic with it, or a mark.
  void apostrophe(Offset behind) {
    if (glued() && cursor_.letter_at(behind) && is_clitic(behind)) {
      const Offset end = cursor_.letters_end(behind);
      return add(end, TokenKind::word, case_of(cursor_, behind, end));
    }
    add(behind, TokenKind::quote, TokenCase::none);
  }

  static constexpr char32_t middle_dot = 0x00B7;  // col·lecció

  const Tokeniser& rules_;
  Cursor cursor_;
  Offset at_;
  std::vector<Token>& tokens_;
};

Tokeniser::Tokeniser(const TokenOptions& options)
    : elisions_(sorted_hashes(options.elisions)),
      clitics_(sorted_hashes(options.clitics)),
      abbreviations_(sorted_hashes(words_with_point(options.abbreviations))) {}

bool Tokeniser::keeps_point(std::string_view word) const {
  const CodePoint first = code_point_at(word, 0);
  const bool initial = first.length == word.size() && is_upper(first.value);
  return initial || known(abbreviations_, word);
}

void Tokeniser::tokenise(std::string_view text, Span window, std::vector<Token>& tokens) const {
  TokenScanner(*this, text, window, tokens).run();
}

}  // namespace cotejo
