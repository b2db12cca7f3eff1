#ifndef COTEJO_NUMBERS_COMPOUNDS_HPP
#define COTEJO_NUMBERS_COMPOUNDS_HPP

#include <cotejo/numbers/number_sum.hpp>
#include <cotejo/numbers/numeral.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo {

/// A word that is several number words written together: "einundzwanzigtausend".
struct CompoundNumber {
  enum class Ending : std::uint8_t { cardinal, half, ordinal, denominator } ending;
  NumberSum sum;             ///< with what stood before the word
  double last = 0;           ///< of an ordinal or denominator: its value
  bool of = false;           ///< "of" follows before what is counted
  std::uint32_t lexeme = 0;  ///< of its first part
};

/// The parts that a language writes together in number words (layer "numeral-part"), and the
/// cutting of words into them.
class Compounds {
 public:
  /// Pre: `spelling` is folded and not empty.
  void add(std::string spelling, const Numeral& numeral, std::uint32_t lexeme);

  /// True if the language writes no number words together.
  [[nodiscard]] bool empty() const { return empty_; }
  /// Cheap test: false if no word can begin with the first letters of `word`.
  [[nodiscard]] bool may_begin(std::string_view word) const {
    if (word.size() < 2) return false;
    return (beginnings_[lowered(word[0])] >> (lowered(word[1]) & 31U) & 1U) != 0;
  }

  /// Cuts the whole of `word` so that its parts go on with the number `before`; nothing if they
  /// cannot, or if the word is one part only. Tries at most a fixed number of cuts.
  [[nodiscard]] std::optional<CompoundNumber> read(std::string_view word,
                                                   const NumberSum& before) const;

 private:
  friend class CompoundReader;
  struct Part {
    std::string spelling;
    Numeral numeral;
    std::uint32_t lexeme = 0;
  };
  [[nodiscard]] static unsigned char lowered(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + ('a' - 'A')) : byte;
  }

  std::array<std::vector<Part>, 256> parts_;  // by first byte, longest first
  bool empty_ = true;
  std::array<std::uint32_t, 256> beginnings_{};  // by first byte: bits of second bytes
};

}  // namespace cotejo

#endif
