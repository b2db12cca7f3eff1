// Words are folded into a buffer and hashed from there. ASCII and the accented letters of Latin-1
// (nearly all of the text in the languages served first) go through tables; a word with any other
// letter is folded as a whole by fold_accents. Both ways give the same hash; index_words_test.cpp
// compares them.
#include <cotejo/corpus/index_words.hpp>

#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <array>
#include <cstddef>
#include <string>

namespace cotejo {
namespace {

enum class Class : std::uint8_t { other, letter, digit };

Class ascii_class(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::letter;
  return c >= '0' && c <= '9' ? Class::digit : Class::other;
}

constexpr std::size_t latin1_letters = 64;
/// The bare letters of U+00C0 to U+00FF, lower case; 0 where there is none.
constexpr std::array<char, latin1_letters> make_bare_table() {
  constexpr char raw[] = {'a', 'a', 'a', 'a', 'a', 'a', 0,   'c', 'e', 'e', 'e', 'e', 'i',
                          'i', 'i', 'i', 0,   'n', 'o', 'o', 'o', 'o', 'o', 0,   0,   'u',
                          'u', 'u', 'u', 'y', 0,   0,   'a', 'a', 'a', 'a', 'a', 'a', 0,
                          'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i', 0,   'n', 'o', 'o',
                          'o', 'o', 'o', 0,   0,   'u', 'u', 'u', 'u', 'y', 0,   'y'};
  std::array<char, latin1_letters> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = raw[i];
  return table;
}
constexpr std::array<char, latin1_letters> bare_letters = make_bare_table();

/// Reads one word after the other.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  /// Moves to the next word; false at the end of the text.
  bool next() {
    while (at_ < text_.size()) {
      const Class kind = look();
      if (kind == Class::other) {
        at_ += length_;
        continue;
      }
      begin_ = at_;
      folded_.clear();
      plain_ = true;
      if (kind == Class::letter) {
        read_letters();
      } else {
        read_digits();
      }
      return true;
    }
    return false;
  }

  [[nodiscard]] Span span() const {
    return {static_cast<Offset>(begin_), static_cast<Offset>(at_)};
  }
  [[nodiscard]] const std::string& folded() const { return folded_; }
  [[nodiscard]] bool is_digits() const { return digits_; }

 private:
  Class look() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    length_ = 1;
    bare_ = static_cast<char>(byte);
    if (byte < 0x80) return ascii_class(byte);
    const CodePoint point = code_point_at(text_, static_cast<Offset>(at_));
    length_ = point.length;
    bare_ = 0;
    if (point.value >= 0xC0 && point.value <= 0xFF) {
      bare_ = bare_letters[point.value - 0xC0];
      if (bare_ != 0) return Class::letter;
    }
    if (is_letter(point.value)) return Class::letter;
    return is_digit(point.value) ? Class::digit : Class::other;
  }

  void take() {
    if (bare_ == 0) {
      plain_ = false;
    } else {
      folded_ += bare_ >= 'A' && bare_ <= 'Z' ? static_cast<char>(bare_ + ('a' - 'A')) : bare_;
    }
    at_ += length_;
  }

  void read_letters() {
    digits_ = false;
    while (at_ < text_.size() && look() == Class::letter) take();
    if (!plain_) folded_ = fold_accents(text_.substr(begin_, at_ - begin_));
  }

  void read_digits() {
    digits_ = true;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      const Class kind = look();
      if (kind == Class::digit) {
        if (bare_ == 0) folded_ += text_.substr(at_, length_);
        if (bare_ != 0) folded_ += bare_;
        at_ += length_;
        end = at_;
        continue;
      }
      if (!joins_digits(text_[at_]) || at_ != end) break;
      ++at_;
    }
    at_ = end;
  }

  static bool joins_digits(char c) { return c == '.' || c == ',' || c == '\''; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t length_ = 1;
  char bare_ = 0;
  bool plain_ = true;
  bool digits_ = false;
  std::string folded_;
};

std::string_view stem_of(std::string_view folded) {
  if (folded.size() <= stem_letters) return folded;
  std::size_t end = 0;
  for (int letters = 0; letters < stem_letters && end < folded.size(); ++letters) {
    end += code_point_at(folded, static_cast<Offset>(end)).length;
  }
  return folded.substr(0, end);
}

}  // namespace

std::uint32_t hash_word(std::string_view folded) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a, then mixed down to 32 bits
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::vector<IndexWord> find_index_words(std::string_view text) {
  std::vector<IndexWord> words;
  words.reserve(text.size() / 5);
  for (Reader reader(text); reader.next();) {
    const std::string& folded = reader.folded();
    const std::uint32_t hash = hash_word(folded);
    const std::string_view stem = reader.is_digits() ? folded : stem_of(folded);
    words.push_back({hash, stem.size() == folded.size() ? hash : hash_word(stem), reader.span()});
  }
  return words;
}

std::vector<std::uint32_t> hashes_of(const std::vector<IndexWord>& words) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(words.size());
  for (const IndexWord& word : words) hashes.push_back(word.hash);
  return hashes;
}

std::vector<std::uint32_t> stems_of(const std::vector<IndexWord>& words) {
  std::vector<std::uint32_t> stems;
  stems.reserve(words.size());
  for (const IndexWord& word : words) stems.push_back(word.stem);
  return stems;
}

}  // namespace cotejo
