#ifndef COTEJO_CHECK_GOVERN_HPP
#define COTEJO_CHECK_GOVERN_HPP

#include <cotejo/check/lexis.hpp>
#include <cotejo/model/evidence.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cotejo {

/// A stretch of a passage's words [begin, end), by their numbers.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The words of the sentence around `quoted`. Pre: `quoted` is not empty and inside.
[[nodiscard]] WordRange sentence_around(const CheckText& passage, WordRange quoted);

/// The word inside the same clause that governs the first quoted words and was dropped: a negation,
/// "only", "perhaps" directly before them. Nothing if there is none.
[[nodiscard]] std::optional<Edit> find_dropped_governor(const CheckText& passage, WordRange quoted);

/// True if a lead-in before the quoted words denies them ("I do not think that"), so that the hedge
/// in it was no mere reservation.
[[nodiscard]] bool is_denied(const CheckText& passage, WordRange quoted);

/// The clause that governs the quoted words and was cut off: a condition, exception or limit behind
/// them, a condition before them, a lead-in that denies, doubts or gives them to somebody else. Its
/// words, as they stand in `text`; "" if there is none.
[[nodiscard]] std::string find_cut_clause(std::string_view text, const CheckText& passage,
                                          WordRange quoted);

/// True if words left out behind a marked ellipsis turn what is said: a negation, limit, condition,
/// hedge or attribution.
[[nodiscard]] bool hides_meaning(std::span<const CheckWord> hidden);

}  // namespace cotejo

#endif
