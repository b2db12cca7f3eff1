#ifndef COTEJO_CHECK_ALIGN_HPP
#define COTEJO_CHECK_ALIGN_HPP

#include <cotejo/check/lexis.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cotejo {

/// One step through a quotation and its original side by side.
struct AlignStep {
  enum class Op : std::uint8_t {
    same,
    replace,
    insert,  ///< a word of the quotation that the original does not have
    remove   ///< a word of the original that the quotation does not have
  } op = Op::same;
  std::uint32_t quoted = 0;    ///< the word of the quotation; behind it, if the step removes
  std::uint32_t original = 0;  ///< the word of the original; behind it, if the step inserts

  friend bool operator==(const AlignStep&, const AlignStep&) = default;
};

/// How the words of a quotation lie on a stretch of the original.
struct Alignment {
  std::vector<AlignStep> steps;
  std::size_t begin = 0;  ///< the stretch of the original
  std::size_t end = 0;
  double cost = 0;
  double similarity = 0;  ///< words that are the same, of all that are aligned

  [[nodiscard]] std::size_t same_words() const;
};

/// True if the two are one word: letters without accents, or numbers of one value.
[[nodiscard]] bool is_same_word(const CheckWord& left, const CheckWord& right);

/// Lays all of `quoted` on the stretch of `original` that is nearest to it; what stands before and
/// after that stretch costs nothing. Of stretches equally near, the first. Bracketed words stand
/// for any few words. Cost and memory: product of both lengths.
[[nodiscard]] Alignment align_words(const Lexis& lexis, std::span<const CheckWord> quoted,
                                    std::span<const CheckWord> original);

}  // namespace cotejo

#endif
