// UTF-8 is tried before a declaration is believed: text in another encoding that happens to be
// well-formed UTF-8 beyond ASCII does not occur by chance, while pages that declare the encoding of
// their template and not their own do. Tests: tests/unit/text/encoding_test.cpp.
#include <cotejo/text/encoding.hpp>

#include <cotejo/base/span.hpp>
#include <cotejo/text/utf8.hpp>

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace cotejo {
namespace {

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct Label {
  std::string_view label;
  std::string_view meaning;
};

/// Labels that browsers take for a superset (WHATWG Encoding Standard, section 4.2).
constexpr std::array<Label, 12> supersets{{{"iso-8859-1", "windows-1252"},
                                           {"iso8859-1", "windows-1252"},
                                           {"iso_8859-1", "windows-1252"},
                                           {"latin1", "windows-1252"},
                                           {"latin-1", "windows-1252"},
                                           {"ascii", "windows-1252"},
                                           {"us-ascii", "windows-1252"},
                                           {"cp1252", "windows-1252"},
                                           {"iso-8859-9", "windows-1254"},
                                           {"gb2312", "gb18030"},
                                           {"gbk", "gb18030"},
                                           {"ks_c_5601-1987", "windows-949"}}};

std::string lower_ascii(std::string_view label) {
  std::string lower(label);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

std::string meaning_of(std::string_view label) {
  std::string lower = lower_ascii(label);
  const auto* const found = std::ranges::find(supersets, lower, &Label::label);
  return found == supersets.end() ? lower : std::string(found->meaning);
}

bool is_utf8_label(std::string_view label) { return label == "utf-8" || label == "utf8"; }

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == ':' || c == '.';
}

/// The label behind `key` and "=", quoted or not, in `page` from `at`; "" if there is none.
std::string_view label_after(std::string_view page, std::size_t at) {
  const auto skip = [&](std::string_view set) {
    while (at < page.size() && set.find(page[at]) != std::string_view::npos) ++at;
  };
  skip(" \t\r\n");
  if (at >= page.size() || page[at] != '=') return {};
  skip("= \t\r\n\"'");
  const std::size_t begin = at;
  while (at < page.size() && is_label_byte(page[at])) ++at;
  return page.substr(begin, at - begin);
}

void erase_nuls(std::string& text) {
  if (text.find('\0') != std::string::npos) std::erase(text, '\0');
}

/// What is behind a bad byte and the tails that follow it.
std::string_view after_bad(std::string_view bytes) {
  std::size_t at = 1;
  while (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) ++at;
  return bytes.substr(at);
}

/// U+FFFD for each maximal bad stretch.
std::string repair_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto bad = first_bad_utf8(bytes);
    text += bytes.substr(0, bad.value_or(bytes.size()));
    if (!bad) break;
    append_utf8(text, 0xFFFD);
    bytes = after_bad(bytes.substr(*bad));
  }
  return text;
}

/// How much of what is not ASCII is well-formed UTF-8.
struct Utf8Share {
  std::size_t good = 0;  ///< sequences of two bytes and more
  std::size_t bad = 0;   ///< stretches that are none
};
Utf8Share count_sequences(std::string_view bytes) {
  Utf8Share share;
  while (!bytes.empty()) {
    const std::size_t good = first_bad_utf8(bytes).value_or(bytes.size());
    share.good += static_cast<std::size_t>(std::ranges::count_if(
        bytes.substr(0, good), [](char c) { return static_cast<unsigned char>(c) >= 0xC0U; }));
    if (good == bytes.size()) break;
    ++share.bad;
    bytes = after_bad(bytes.substr(good));
  }
  return share;
}

Error bad_bytes_error(std::string_view bytes, std::size_t at) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(bytes[at]);
  const std::string hex{digits[byte >> 4U], digits[byte & 15U]};
  const std::string_view before = bytes.substr(0, at);
  const LineColumn place = line_column(before, static_cast<Offset>(at));
  return Error{ErrorKind::bad_encoding, "not valid UTF-8: byte 0x" + hex, "", place.line,
               place.column};
}

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

/// All of `bytes` through an ICU converter, 16 Ki code units at a time. ICU puts U+FFFD for bytes
/// that mean nothing.
Result<DecodedText> convert(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) {
    return Error{ErrorKind::bad_encoding, "unknown encoding \"" + encoding + "\""};
  }
  // UTF-8 is ASCII-only in most of the text, so a buffer of its own size seldom grows.
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  std::array<UChar, 16384> buffer{};
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char16_t high = 0;
  const auto add = [&](char16_t unit) {
    if (U16_IS_LEAD(unit)) {
      if (high != 0) append_utf8(text, 0xFFFD);
      high = unit;
      return;
    }
    char32_t value = unit;
    if (U16_IS_TRAIL(unit)) {
      value = high == 0 ? 0xFFFD : static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, unit));
    } else if (high != 0) {
      append_utf8(text, 0xFFFD);
    }
    high = 0;
    append_utf8(text, value);
  };
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = buffer.data();
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, end, nullptr, 1,
                   &status);
    std::for_each(buffer.data(), to, add);
  }
  if (U_FAILURE(status)) {
    return Error{ErrorKind::bad_encoding, "cannot be read as " + encoding};
  }
  erase_nuls(text);
  return DecodedText{std::move(text), encoding};
}

DecodedText as_utf8(std::string_view bytes) {
  DecodedText decoded{std::string(bytes), "utf-8"};
  erase_nuls(decoded.text);
  return decoded;
}

Result<DecodedText> decode_bad_utf8(std::string_view bytes, std::size_t bad, BadBytes policy) {
  if (policy == BadBytes::refuse) return bad_bytes_error(bytes, bad);
  return as_utf8(repair_utf8(bytes));
}

std::string_view after_mark(std::string_view bytes, std::string_view encoding) {
  if (encoding.empty()) return bytes;
  return bytes.substr(encoding == "utf-8" ? 3 : 2);
}

}  // namespace

std::string_view encoding_of_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t head_bytes = 16384;
  const std::string head = lower_ascii(bytes.substr(0, head_bytes));
  const std::string_view page = head;
  if (page.starts_with("<?xml")) {
    const std::size_t key = page.substr(0, 200).find("encoding");
    if (key != std::string_view::npos) return std::string(label_after(page, key + 8));
  }
  for (std::size_t at = page.find("<meta"); at != std::string_view::npos;
       at = page.find("<meta", at + 5)) {
    const std::string_view tag = page.substr(at, page.find('>', at) - at);
    const std::size_t key = tag.find("charset");
    if (key == std::string_view::npos) continue;
    const std::string_view label = label_after(tag, key + 7);
    if (!label.empty()) return std::string(label);
  }
  return {};
}

bool looks_binary(std::string_view bytes) {
  if (!encoding_of_mark(bytes).empty()) return false;
  constexpr std::size_t looked_at = 65536;
  const std::string_view head = bytes.substr(0, looked_at);
  const auto controls = std::ranges::count_if(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < 0x08 || byte > 0x0D) && byte != 0x1B) || byte == 0x7F;
  });
  // A stray NUL occurs in real articles; more than three, and one byte in a hundred, do not.
  return controls > 3 && static_cast<std::size_t>(controls) * 100 > head.size();
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared,
                                BadBytes policy) {
  const std::string_view mark = encoding_of_mark(bytes);
  const std::string_view content = after_mark(bytes, mark);
  if (mark.starts_with("utf-16")) return convert(content, std::string(mark));
  const auto bad = first_bad_utf8(content);
  if (!bad) return as_utf8(content);
  if (!mark.empty()) return decode_bad_utf8(content, *bad, policy);

  const std::string encoding = meaning_of(declared);
  const bool known = !encoding.empty() && !is_utf8_label(encoding) &&
                     !encoding.starts_with("utf-16") && open_converter(encoding) != nullptr;
  if (known) return convert(content, encoding);
  const Utf8Share share = count_sequences(content);
  if (share.good > share.bad) return decode_bad_utf8(content, *bad, policy);
  return convert(content, "windows-1252");
}

}  // namespace cotejo
