// Folding works on a small buffer that is then hashed eight bytes at a time. ASCII, nearly all of
// the text in the languages served first, goes through a table; the rest through ICU's simple case
// folding, code point by code point, so that a fold never depends on its neighbours and the hash of
// a word can be made without building a string. Tests: tests/unit/text/fold_test.cpp.
#include <cotejo/text/fold.hpp>

#include <cotejo/text/utf8.hpp>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace cotejo {
namespace {

constexpr std::array<char, 128> make_lower_table() {
  std::array<char, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char>(i);
    table[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return table;
}
constexpr std::array<char, 128> lower_ascii = make_lower_table();

char32_t fold_code_point(char32_t value) {
  constexpr char32_t typographic_apostrophe = 0x2019;
  constexpr char32_t modifier_apostrophe = 0x02BC;
  if (value >= 0xC0 && value < 0xDF && value != 0xD7) return value + 0x20;  // À to Þ, but not ×
  if (value == typographic_apostrophe || value == modifier_apostrophe) return U'\'';
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(value), U_FOLD_CASE_DEFAULT));
}

constexpr std::uint64_t every_byte(std::uint64_t byte) { return byte * 0x0101010101010101ULL; }

/// Eight bytes with their ASCII letters lower, all at once.
constexpr std::uint64_t lower_eight(std::uint64_t word) {
  const std::uint64_t low_bits = word & every_byte(0x7F);
  const std::uint64_t above_z = low_bits + every_byte(0x7F - 'Z');
  const std::uint64_t from_a = low_bits + every_byte(0x80 - 'A');
  const std::uint64_t upper = ~word & (above_z ^ from_a) & every_byte(0x80);
  return word | (upper >> 2U);
}
static_assert(lower_eight(0x5A41'5B40'7A61'3039) == 0x7A61'5B40'7A61'3039);

/// The first `count` (at most eight) bytes, the first lowest.
std::uint64_t load(const char* bytes, std::size_t count) {
  if (count == 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    return word;
  }
  if (count >= 4) {  // two halves that overlap
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + count - 4, 4);
    return low | static_cast<std::uint64_t>(high) << (8U * (count - 4));
  }
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8U * i);
  }
  return word;
}

/// Runs over the folded bytes of a word, in any number of pieces.
class Hasher {
 public:
  void add(char byte) {
    word_ |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << (8U * filled_);
    if (++filled_ == 8) flush();
  }
  /// Takes in `count` bytes, which must be the last if they are fewer than eight.
  /// Pre: a multiple of eight bytes came before.
  void add_eight(std::uint64_t word, std::size_t count) {
    word_ = word;
    filled_ = static_cast<unsigned>(count);
    if (filled_ == 8) flush();
  }

  std::uint64_t finish() {
    const auto tail = static_cast<std::uint64_t>(filled_);
    flush();
    std::uint64_t hash = state_ ^ (tail << 56U);
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32U;
    return hash == 0 ? 1 : hash;  // 0 marks a free slot in tables of hashes
  }

 private:
  void flush() {
    state_ = (state_ ^ word_) * 0x9FB21C651E98DF25ULL;
    state_ ^= state_ >> 35U;
    word_ = 0;
    filled_ = 0;
  }

  std::uint64_t state_ = 0x243F6A8885A308D3ULL;
  std::uint64_t word_ = 0;
  unsigned filled_ = 0;
};

/// Folds one code point that is not ASCII and returns its length.
template <typename Sink>
Offset fold_one(std::string_view word, std::size_t at, Sink& add) {
  const CodePoint point = code_point_at(word, static_cast<Offset>(at));
  std::string folded;  // at most four bytes, so nothing is allocated
  append_utf8(folded, fold_code_point(point.value));
  for (const char c : folded) add(c);
  return point.length;
}

template <typename Sink>
void fold_into(std::string_view word, std::size_t at, Sink&& add) {
  while (at < word.size()) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      add(lower_ascii[byte]);
      ++at;
    } else {
      at += fold_one(word, at, add);
    }
  }
}

}  // namespace

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  fold_into(word, 0, [&](char c) { folded += c; });
  return folded;
}

std::uint64_t fold_hash(std::string_view word) {
  Hasher hasher;
  std::size_t at = 0;
  while (at < word.size()) {
    const std::size_t count = std::min<std::size_t>(8, word.size() - at);
    const std::uint64_t eight = load(word.data() + at, count);
    if ((eight & every_byte(0x80)) != 0) break;
    hasher.add_eight(lower_eight(eight), count);
    at += count;
  }
  fold_into(word, at, [&](char c) { hasher.add(c); });
  return hasher.finish();
}

std::string fold_accents(std::string_view word) {
  std::string folded = fold(word);
  bool ascii = true;
  for (const char c : folded) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) return folded;

  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return folded;
  const icu::UnicodeString apart = nfd->normalize(icu::UnicodeString::fromUTF8(folded), status);
  if (U_FAILURE(status)) return folded;
  std::string plain;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) append_utf8(plain, static_cast<char32_t>(c));
  }
  return plain;
}

std::optional<std::size_t> find_mixed_scripts(std::string_view text) {
  std::optional<bool> latin;  // of the word so far; nothing before its first Latin or other letter
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, static_cast<Offset>(at));
    if (!is_letter(point.value)) latin.reset();
    constexpr char32_t micro = 0x03BC;  // a Greek letter that stands before Latin ones in units
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(point.value), &status);
    const bool tells = point.value != micro;
    if (tells &&
        (script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK)) {
      const bool is_latin = script == USCRIPT_LATIN;
      if (latin && *latin != is_latin) return at;
      latin = is_latin;
    }
    at += point.length;
  }
  return std::nullopt;
}

}  // namespace cotejo
