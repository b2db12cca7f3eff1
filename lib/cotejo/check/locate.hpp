#ifndef COTEJO_CHECK_LOCATE_HPP
#define COTEJO_CHECK_LOCATE_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/check/align.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/corpus/corpus.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Whose words are looked for, and about when they were said.
struct SoughtSpeaker {
  std::vector<std::string> names;          ///< empty = nobody could be settled
  std::vector<std::uint32_t> entries{};    ///< theirs in the corpus, ascending
  std::vector<std::uint32_t> in_window{};  ///< of these, those dated inside the window
  std::int64_t day = 0;                    ///< the date given for the words, in days; 0 = none
  int window_days = 30;

  /// True if the entry is theirs, or nobody was settled.
  [[nodiscard]] bool said(std::uint32_t entry) const;
  /// True if the entry is dated inside the window, or no day is known.
  [[nodiscard]] bool is_recent(const Corpus& corpus, std::uint32_t entry) const;
};

/// Days since 1970-01-01 of "2025-08-12"; 0 if it is no day.
[[nodiscard]] std::int64_t days_of(std::string_view iso_day);

/// The same of an entry's date; 0 if it has none.
[[nodiscard]] std::int64_t day_of(const Corpus& corpus, std::uint32_t entry);

/// Looks up what the corpus holds of `names`. `day` is ISO 8601 or "".
[[nodiscard]] SoughtSpeaker seek_speaker(const Corpus& corpus, std::vector<std::string> names,
                                         std::string_view day, int window_days);

/// A stretch of the quotation that is looked up by itself: what stands between marks, up to an
/// ellipsis.
struct Piece {
  Span span;
  std::vector<CheckWord> words;
  bool hidden_before = false;  ///< an ellipsis stands before it
  bool hidden_after = false;
};

/// Where a piece stands in the corpus.
struct Located {
  std::uint32_t entry = 0;
  CheckText passage;    ///< words and sentences around the place; spans in the entry's text
  Alignment alignment;  ///< of the piece's words with those of `passage`
  Span span;            ///< the place in the entry's text
};

/// Finds the place nearest to the piece: first by words that differ, then a place of the speaker's
/// before others', then one inside the window, then the nearest in time. Nothing if no place
/// resembles it. A piece of fewer than four words is looked for in the speaker's recent entries
/// only.
[[nodiscard]] std::optional<Located> locate_piece(Lexis& lexis, const Corpus& corpus,
                                                  const Piece& piece, const SoughtSpeaker& speaker);

/// The same in one entry, behind byte `from`. For the pieces behind an ellipsis.
[[nodiscard]] std::optional<Located> locate_in_entry(Lexis& lexis, const Corpus& corpus,
                                                     const Piece& piece, std::uint32_t entry,
                                                     Offset from);

/// Cuts the piece where two places fit its halves much better than `whole` fits all of it; the
/// number of the first word of the second half, or nothing.
[[nodiscard]] std::optional<std::size_t> find_splice(const Corpus& corpus, const Piece& piece,
                                                     const SoughtSpeaker& speaker,
                                                     double whole_cost);

}  // namespace cotejo

#endif
