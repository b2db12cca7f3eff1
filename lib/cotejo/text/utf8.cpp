// Validation skips ASCII eight bytes at a time and checks the rest against table 3-7 of the Unicode
// standard. Whether a text is NFC is answered from lead bytes alone for the scripts of most
// newspapers (Latin, Cyrillic, Han without kana); anything else asks ICU. Tests:
// tests/unit/text/utf8_test.cpp.
#include <cotejo/text/utf8.hpp>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace cotejo {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The first place at or after `at` that is not ASCII, or the end.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & high_bits) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

bool is_tail(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && (byte_at(bytes, at) & 0xC0U) == 0x80U;
}

/// What the second byte may be after the lead bytes that leave less than 80..BF (table 3-7).
struct SecondByte {
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};
constexpr SecondByte second_byte_after(unsigned char lead) {
  if (lead == 0xE0) return {0xA0, 0xBF};
  if (lead == 0xED) return {0x80, 0x9F};
  if (lead == 0xF0) return {0x90, 0xBF};
  if (lead == 0xF4) return {0x80, 0x8F};
  return {};
}

constexpr std::size_t length_after(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// The length of the well-formed sequence at `at`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  const std::size_t length = length_after(lead);
  if (length < 2) return length;
  if (!is_tail(bytes, at + 1)) return 0;
  const auto [low, high] = second_byte_after(lead);
  const unsigned char second = byte_at(bytes, at + 1);
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_tail(bytes, at + i)) return 0;
  }
  return length;
}

std::uint32_t category_mask(char32_t value) { return U_GET_GC_MASK(static_cast<UChar32>(value)); }

/// Bytes of the code point at `at` if it surely neither changes under NFC nor takes part in a
/// composition, else 0. Latin and IPA up to U+02FF, U+0400..U+047F, U+2002..U+20BF (punctuation and
/// currency signs), U+4000..U+9FFF.
std::size_t stable_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0xCC || lead == 0xD0 || lead == 0xD1) return 2;
  if (lead >= 0xE4 && lead <= 0xE9) return 3;
  if (lead != 0xE2) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (second > 0x82) return 0;
  return second > 0x80 || byte_at(text, at + 2) > 0x81 ? 3 : 0;
}

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  std::size_t at = ascii_end(bytes, 0);
  while (at < bytes.size()) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
    if (at < bytes.size() && byte_at(bytes, at) < 0x80) at = ascii_end(bytes, at);
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, Offset at) {
  const std::uint32_t lead = byte_at(text, at);
  const auto tail = [&](std::size_t i) { return byte_at(text, at + i) & 0x3FU; };
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | tail(1), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2), 3};
  return {((lead & 0x07U) << 18U) | (tail(1) << 12U) | (tail(2) << 6U) | tail(3), 4};
}

CodePoint code_point_before(std::string_view text, Offset at) {
  Offset begin = at - 1;
  while (begin > 0 && !is_boundary(text, begin)) --begin;
  return code_point_at(text, begin);
}

void append_utf8(std::string& text, char32_t value) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto add_tail = [&](unsigned shift) { add(0x80U | ((value >> shift) & 0x3FU)); };
  if (value < 0x80) {
    add(value);
  } else if (value < 0x800) {
    add(0xC0U | (value >> 6U));
    add_tail(0);
  } else if (value < 0x10000) {
    add(0xE0U | (value >> 12U));
    add_tail(6);
    add_tail(0);
  } else {
    add(0xF0U | (value >> 18U));
    add_tail(12);
    add_tail(6);
    add_tail(0);
  }
}

std::string_view head_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  auto end = static_cast<Offset>(most);
  while (!is_boundary(text, end)) --end;
  return text.substr(0, end);
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

LineColumn line_column(std::string_view text, Offset at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t last_break = before.rfind('\n');
  const std::size_t line_begin = last_break == std::string_view::npos ? 0 : last_break + 1;
  return {1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          1 + count_code_points(before.substr(line_begin))};
}

bool is_letter(char32_t value) { return (category_mask(value) & (U_GC_L_MASK | U_GC_M_MASK)) != 0; }

bool is_digit(char32_t value) {
  if (value < 0x80) return value >= U'0' && value <= U'9';
  return (category_mask(value) & U_GC_ND_MASK) != 0;
}

bool is_blank(char32_t value) { return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0; }

bool is_upper(char32_t value) {
  if (value < 0x80) return value >= U'A' && value <= U'Z';
  return (category_mask(value) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

std::string to_nfc(std::string_view text) {
  std::string normal;
  const icu::Normalizer2* normalizer = nfc();
  if (is_nfc(text) || normalizer == nullptr) return std::string(text);
  normal.reserve(text.size());
  icu::StringByteSink<std::string> sink(&normal);
  UErrorCode status = U_ZERO_ERROR;
  normalizer->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
  return U_SUCCESS(status) ? normal : std::string(text);
}

bool is_nfc(std::string_view text) {
  std::size_t at = ascii_end(text, 0);
  while (at < text.size()) {
    const std::size_t length = stable_length(text, at);
    if (length == 0) break;
    at = ascii_end(text, at + length);
  }
  const icu::Normalizer2* normalizer = nfc();
  if (at >= text.size() || normalizer == nullptr) return true;
  // The code point before may compose with the one found.
  const auto found = static_cast<Offset>(at);
  const Offset from = found == 0 ? 0 : found - code_point_before(text, found).length;
  UErrorCode status = U_ZERO_ERROR;
  return normalizer->isNormalizedUTF8(piece_of(text.substr(from)), status) != 0;
}

}  // namespace cotejo
