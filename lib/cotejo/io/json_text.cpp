#include <cotejo/io/json_text.hpp>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace cotejo {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr double whole_limit = 1e15;
constexpr double smallest_plain = 1e-7;

bool must_be_escaped(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void append_escaped(std::string& out, char letter) {
  out += '\\';
  switch (letter) {
    case '"':
    case '\\':
      out += letter;
      return;
    case '\n':
      out += 'n';
      return;
    case '\t':
      out += 't';
      return;
    case '\r':
      out += 'r';
      return;
    case '\b':
      out += 'b';
      return;
    case '\f':
      out += 'f';
      return;
    default:
      out += "u00";
      out += hex_digits[static_cast<unsigned char>(letter) >> 4U];
      out += hex_digits[static_cast<unsigned char>(letter) & 15U];
  }
}

template <typename... Format>
void append_chars(std::string& out, Format... value_and_format) {
  std::array<char, 64> buffer{};
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value_and_format...);
  assert(result.ec == std::errc{});
  out.append(buffer.data(), result.ptr);
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!must_be_escaped(value[i])) continue;
    out.append(value, written, i - written);
    append_escaped(out, value[i]);
    written = i + 1;
  }
  out.append(value, written);
  out += '"';
}

void append_json_string_or_null(std::string& out, std::string_view value) {
  if (value.empty()) {
    out += "null";
  } else {
    append_json_string(out, value);
  }
}

void append_json_optional(std::string& out, const std::optional<std::string>& value) {
  if (value) {
    append_json_string(out, *value);
  } else {
    out += "null";
  }
}

void append_json_number(std::string& out, double value) {
  assert(std::isfinite(value));
  const double size = std::fabs(value);
  if (size < whole_limit && std::trunc(value) == value) {
    append_chars(out, static_cast<std::int64_t>(value));
  } else if (size < whole_limit && size >= smallest_plain) {
    append_chars(out, value, std::chars_format::fixed);
  } else {
    append_chars(out, value, std::chars_format::scientific);
  }
}

void append_json_score(std::string& out, double value) {
  assert(std::isfinite(value));
  append_chars(out, rounded_score(value), std::chars_format::fixed, 3);
}

double rounded_score(double value) {
  const double rounded = std::round(value * 1000) / 1000;
  return rounded == 0 ? 0 : rounded;  // never -0
}

void append_json_span(std::string& out, Span span) {
  out += '[';
  append_chars(out, span.begin);
  out += ',';
  append_chars(out, span.end);
  out += ']';
}

}  // namespace cotejo
