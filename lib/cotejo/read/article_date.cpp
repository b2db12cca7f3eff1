// A date is looked for in windows of a few tokens around a run of digits or a month's name;
// what stands between them ("de", "of", "th", ",") only has to be short. A date of digits alone
// that can be read in two ways is not one. Tests: tests/unit/read/article_date_test.cpp.
#include <cotejo/read/article_date.hpp>

#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <vector>

namespace cotejo {
namespace {

/// A run of digits, a run of letters, or one other character. Blanks are left out.
struct Piece {
  enum class Kind : std::uint8_t { digits, letters, other } kind = Kind::other;
  Span span;
  unsigned value = 0;  ///< of digits, and of letters the month they name or 0
};

class PieceReader {
 public:
  PieceReader(std::string_view text, const MonthNames& months) : text_(text), months_(months) {}

  /// Fills `window` up to its size; false if nothing is left to look at.
  bool fill(std::vector<Piece>& window, std::size_t size) {
    while (window.size() < size && at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_blank(point.value)) {
        at_ += point.length;
      } else {
        window.push_back(next(point));
      }
    }
    return !window.empty();
  }

 private:
  Piece next(CodePoint first) {
    Piece piece;
    piece.span = {at_, at_ + first.length};
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (digit(first.value)) {
      piece = run(Piece::Kind::digits, digit);
      const std::string_view digits = slice(text_, piece.span);
      std::from_chars(digits.data(), digits.data() + digits.size(), piece.value);
    } else if (is_letter(first.value)) {
      piece = run(Piece::Kind::letters, is_letter);
      piece.value = months_.month(slice(text_, piece.span)).value_or(0);
    }
    at_ = piece.span.end;
    return piece;
  }

  template <typename Predicate>
  [[nodiscard]] Piece run(Piece::Kind kind, Predicate is) const {
    Offset end = at_;
    while (end < text_.size()) {
      const CodePoint point = code_point_at(text_, end);
      if (!is(point.value)) break;
      end += point.length;
    }
    return {kind, {at_, end}, 0};
  }

  std::string_view text_;
  const MonthNames& months_;
  Offset at_ = 0;
};

std::string two_digits(unsigned value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::optional<std::string> iso_day(unsigned year, unsigned month, unsigned day) {
  if (year < 1900 || year > 2100) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

bool is_number(const Piece& piece, std::size_t most_digits) {
  return piece.kind == Piece::Kind::digits && piece.span.length() <= most_digits;
}
bool is_year(const Piece& piece) {
  return piece.kind == Piece::Kind::digits && piece.span.length() == 4;
}
bool is_month_name(const Piece& piece) {
  return piece.kind == Piece::Kind::letters && piece.value > 0;
}
/// What may stand between the parts of a date written in words.
bool is_filler(const Piece& piece) {
  constexpr Offset longest = 3;
  return piece.kind == Piece::Kind::other ||
         (piece.kind == Piece::Kind::letters && piece.value == 0 && piece.span.length() <= longest);
}

class WindowReader {
 public:
  WindowReader(std::string_view text, const std::vector<Piece>& window)
      : text_(text), window_(window) {}

  /// The date that begins with the first piece of the window.
  [[nodiscard]] std::optional<WrittenDate> read() const {
    const Piece& first = window_.front();
    if (first.kind == Piece::Kind::digits && first.span.length() == 8) return packed(first);
    for (const auto& found : {digits_only(), in_words()}) {
      if (found) return found;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<WrittenDate> dated(unsigned year, unsigned month, unsigned day,
                                                 const Piece& last) const {
    auto iso = iso_day(year, month, day);
    if (!iso) return std::nullopt;
    return WrittenDate{{window_.front().span.begin, last.span.end}, std::move(*iso)};
  }

  [[nodiscard]] std::optional<WrittenDate> packed(const Piece& piece) const {
    return dated(piece.value / 10000, piece.value / 100 % 100, piece.value % 100, piece);
  }

  /// Three numbers with the same kind of single character between them.
  [[nodiscard]] std::optional<WrittenDate> digits_only() const {
    if (window_.size() < 5) return std::nullopt;
    const Piece &a = window_[0], &b = window_[2], &c = window_[4];
    const bool separated = touches(0) && touches(1) && touches(2) && touches(3);
    if (!separated || !is_number(b, 2) || !is_separator(window_[1], window_[3])) {
      return std::nullopt;
    }
    if (is_year(a) && is_number(c, 2)) return dated(a.value, b.value, c.value, c);
    if (!is_number(a, 2) || !is_year(c)) return std::nullopt;
    const bool day_first =
        a.value > 12 || a.value == b.value || slice(text_, window_[1].span) == ".";
    if (day_first) return dated(c.value, b.value, a.value, c);
    if (b.value > 12) return dated(c.value, a.value, b.value, c);
    return std::nullopt;
  }

  /// "12 de agosto de 2025" and "August 12th, 2025".
  [[nodiscard]] std::optional<WrittenDate> in_words() const {
    const Piece& first = window_.front();
    const bool day_first = is_number(first, 2);
    if (!day_first && !is_month_name(first)) return std::nullopt;
    const Piece* second = after_fillers(0, 2);
    if (second == nullptr) return std::nullopt;
    if (day_first ? !is_month_name(*second) : !is_number(*second, 2)) return std::nullopt;
    const Piece* year = after_fillers(static_cast<std::size_t>(second - window_.data()), 3);
    if (year == nullptr || !is_year(*year)) return std::nullopt;
    return day_first ? dated(year->value, second->value, first.value, *year)
                     : dated(year->value, first.value, second->value, *year);
  }

  /// The first piece behind `place` that is no filler, if no more than `most` stand between.
  [[nodiscard]] const Piece* after_fillers(std::size_t place, std::size_t most) const {
    for (std::size_t i = place + 1; i < window_.size() && i <= place + 1 + most; ++i) {
      if (!is_filler(window_[i])) return &window_[i];
    }
    return nullptr;
  }

  [[nodiscard]] bool touches(std::size_t i) const {
    return window_[i].span.end == window_[i + 1].span.begin;
  }
  [[nodiscard]] bool is_separator(const Piece& left, const Piece& right) const {
    const std::string_view mark = slice(text_, left.span);
    const bool ideographs = left.span.length() == 3 && right.span.length() == 3;
    return ideographs ||
           (mark == slice(text_, right.span) && (mark == "-" || mark == "/" || mark == "."));
  }

  std::string_view text_;
  const std::vector<Piece>& window_;
};

/// Every date has a year, so a text without four digits in a row has none.
bool may_hold_a_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

}  // namespace

MonthNames::MonthNames(std::span<const LanguageTraits> languages) {
  for (const LanguageTraits& language : languages) {
    for (std::size_t i = 0; i < language.month_names.size(); ++i) {
      for (std::string_view name : language.month_names[i]) {
        if (name.ends_with('.')) name.remove_suffix(1);
        months_.emplace(fold_hash(name), static_cast<unsigned>(i + 1));
      }
    }
  }
}

std::optional<unsigned> MonthNames::month(std::string_view word) const {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto found = months_.find(fold_hash(word));
  if (found == months_.end()) return std::nullopt;
  return found->second;
}

std::optional<WrittenDate> find_date(std::string_view text, const MonthNames& months) {
  constexpr std::size_t window_size = 8;
  if (!may_hold_a_year(text)) return std::nullopt;
  PieceReader reader(text, months);
  std::vector<Piece> window;
  while (reader.fill(window, window_size)) {
    if (window.front().kind != Piece::Kind::other) {
      if (auto date = WindowReader(text, window).read()) return date;
    }
    window.erase(window.begin());
  }
  return std::nullopt;
}

std::optional<std::string> date_in_address(std::string_view url) {
  const MonthNames none{std::span<const LanguageTraits>{}};
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = head_of(url.substr(at + 1), 10);
    if (rest.size() < 8 || rest[0] < '1' || rest[0] > '2') continue;
    const auto date = find_date(rest, none);
    if (date && date->span.begin == 0) return date->day;
  }
  return std::nullopt;
}

}  // namespace cotejo
