// Digits are cut into runs by their marks; what the marks mean follows from how many runs there
// are, how long they are, and which mark the language uses for what. The language decides only
// where the shape leaves a choice: "1.234.567" is a million in every language, "14.000" is not.
// Tests: tests/unit/numbers/digits_test.cpp.
#include <cotejo/numbers/digits.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace cotejo {
namespace {

constexpr std::size_t most_digits = 32;
constexpr std::size_t most_runs = 12;

/// The runs of digits and the marks between them.
struct Runs {
  std::array<std::string_view, most_runs> digits;
  std::array<char32_t, most_runs> marks{};  // marks[i] stands behind digits[i]
  std::size_t count = 0;
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Runs> cut(std::string_view text) {
  Runs runs;
  Offset at = 0;
  std::size_t total = 0;
  while (at < text.size()) {
    Offset end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end == at || runs.count == most_runs) return std::nullopt;
    total += end - at;
    runs.digits.at(runs.count) = text.substr(at, end - at);
    ++runs.count;
    if (end == text.size()) break;
    const CodePoint mark = code_point_at(text, end);
    runs.marks.at(runs.count - 1) = mark.value;
    at = end + mark.length;
    if (at == text.size()) return std::nullopt;
  }
  if (runs.count == 0 || total > most_digits) return std::nullopt;
  return runs;
}

/// The value of the runs [0, integer) written together, and the rest as decimals.
double value_of(const Runs& runs, std::size_t integer) {
  std::array<char, most_digits + 2> buffer{};
  std::size_t length = 0;
  for (std::size_t i = 0; i < runs.count; ++i) {
    if (i == integer) buffer.at(length++) = '.';
    for (const char c : runs.digits.at(i)) buffer.at(length++) = c;
  }
  double value = 0;
  std::from_chars(buffer.data(), buffer.data() + length, value);
  return value;
}

bool all_zeros(std::string_view digits) { return digits.find_first_not_of('0') == digits.npos; }

/// True if the runs [1, end) have three digits each and the first has one to three.
bool in_threes(const Runs& runs, std::size_t end) {
  const std::string_view head = runs.digits[0];
  if (head.size() > 3 || head[0] == '0') return false;
  for (std::size_t i = 1; i < end; ++i) {
    if (runs.digits.at(i).size() != 3) return false;
  }
  return true;
}

bool is_apostrophe(char32_t mark) { return mark == U'\'' || mark == U'\u2019'; }
bool is_point_or_comma(char32_t mark) { return mark == U'.' || mark == U','; }

Digits whole(const Runs& runs) {
  Digits digits;
  digits.value = value_of(runs, runs.count);
  digits.grouped = runs.count > 1;
  digits.marked = runs.count > 1;
  for (std::size_t i = 0; i < runs.count; ++i) {
    digits.integer_digits =
        static_cast<std::uint8_t>(digits.integer_digits + runs.digits.at(i).size());
  }
  return digits;
}

Digits decimal(const Runs& runs) {
  Digits digits;
  const std::string_view tail = runs.digits.at(runs.count - 1);
  digits.value = value_of(runs, runs.count - 1);
  digits.marked = true;
  digits.grouped = runs.count > 2;
  digits.decimals = static_cast<std::uint8_t>(tail.size());
  digits.zeros = all_zeros(tail);
  for (std::size_t i = 0; i + 1 < runs.count; ++i) {
    digits.integer_digits =
        static_cast<std::uint8_t>(digits.integer_digits + runs.digits.at(i).size());
  }
  return digits;
}

void add_reading(Digits& digits, double value) {
  const auto end = digits.readings.begin() + digits.reading_count;
  if (std::find(digits.readings.begin(), end, value) != end) return;
  if (digits.reading_count == digits.readings.size()) return;
  digits.readings.at(digits.reading_count++) = value;
}

/// "1.4000": a point that groups four digits. The last may be one too many, the point a decimal
/// mark, or the point superfluous.
Digits badly_grouped(const Runs& runs) {
  Digits digits = decimal(runs);
  digits.bad_grouping = true;
  digits.unsettled = true;
  add_reading(digits, digits.value);
  Runs shorter = runs;
  std::string_view& tail = shorter.digits.at(runs.count - 1);
  if (tail.size() > 3) {
    tail = tail.substr(0, 3);
    add_reading(digits, value_of(shorter, shorter.count));
  }
  add_reading(digits, value_of(runs, runs.count));
  return digits;
}

/// "14,000" where the comma is the decimal mark: the zeros say that it groups.
Digits of_wrong_locale(const Runs& runs) {
  Digits digits = decimal(runs);
  digits.bad_grouping = true;
  digits.unsettled = true;
  add_reading(digits, digits.value);
  add_reading(digits, value_of(runs, runs.count));
  return digits;
}

std::optional<Digits> parse_one_mark(const Runs& runs, const DigitMarks& marks) {
  const char32_t mark = runs.marks[0];
  const std::string_view tail = runs.digits[1];
  const bool threes = in_threes(runs, 2);
  if (mark == marks.decimal) {
    if (threes && all_zeros(tail)) return of_wrong_locale(runs);
    Digits digits = decimal(runs);
    if (threes) {
      add_reading(digits, digits.value);
      add_reading(digits, value_of(runs, runs.count));
    } else if (digits.zeros && tail.size() == 2 && runs.digits[0].size() <= 3) {
      add_reading(digits, digits.value);
      add_reading(digits, digits.value * 100);
      add_reading(digits, digits.value * 1000);
    }
    return digits;
  }
  if (threes && (marks.groups(mark) || is_apostrophe(mark))) return whole(runs);
  if (!is_point_or_comma(mark) && !is_apostrophe(mark)) return std::nullopt;
  if (tail.size() == 4 && tail.ends_with("00") && marks.groups(mark)) return badly_grouped(runs);
  Digits digits = decimal(runs);
  digits.foreign = true;
  return digits;
}

std::optional<Digits> parse_same_marks(const Runs& runs, const DigitMarks& marks) {
  if (in_threes(runs, runs.count)) return whole(runs);
  const char32_t mark = runs.marks[0];
  const bool head_in_threes = runs.count > 2 && in_threes(runs, runs.count - 1);
  if (head_in_threes && marks.groups(mark) && all_zeros(runs.digits.at(runs.count - 1))) {
    return badly_grouped(runs);
  }
  return std::nullopt;
}

}  // namespace

bool DigitMarks::groups(char32_t mark) const {
  return mark != 0 && std::ranges::find(group, mark) != group.end();
}

DigitMarks digit_marks(const LanguageTraits& traits) {
  DigitMarks marks;
  if (!traits.decimal_mark.empty()) marks.decimal = code_point_at(traits.decimal_mark, 0).value;
  std::size_t used = 0;
  for (const std::string& mark : traits.group_marks) {
    if (mark.empty() || used == marks.group.size()) continue;
    marks.group.at(used++) = code_point_at(mark, 0).value;
  }
  return marks;
}

std::optional<Digits> parse_digits(std::string_view text, const DigitMarks& marks) {
  const std::optional<Runs> runs = cut(text);
  if (!runs) return std::nullopt;
  if (runs->count == 1) return whole(*runs);
  if (runs->count == 2) return parse_one_mark(*runs, marks);
  const char32_t first = runs->marks[0];
  const char32_t last = runs->marks.at(runs->count - 2);
  const bool same_before_last =
      std::all_of(runs->marks.begin(), runs->marks.begin() + static_cast<long>(runs->count) - 2,
                  [&](char32_t mark) { return mark == first; });
  if (!same_before_last) return std::nullopt;
  if (first == last) return parse_same_marks(*runs, marks);
  if (!is_point_or_comma(last) || !in_threes(*runs, runs->count - 1)) return std::nullopt;
  return decimal(*runs);
}

}  // namespace cotejo
