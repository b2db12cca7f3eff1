#include <cotejo/check/look_up_quote.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

class QuoteLookUp {
 public:
  QuoteLookUp(Lexis& lexis, const Corpus& corpus, Inquiry& inquiry)
      : lexis_(lexis), corpus_(corpus), inquiry_(inquiry) {}

  void look_up(const Piece& piece) {
    std::optional<Located> located;
    if (piece.hidden_before && !inquiry_.found.empty()) {
      const Located& before = inquiry_.found.back().located;
      located = locate_in_entry(lexis_, corpus_, piece, before.entry, before.span.end);
    }
    if (!located) located = locate_piece(lexis_, corpus_, piece, inquiry_.speaker);
    if (look_up_halves(piece, located)) return;
    if (located) {
      inquiry_.found.push_back(
          {.piece = piece, .located = *std::move(located), .edits = {}, .cut_clause = {}});
      return;
    }
    inquiry_.missing.push_back(piece);
  }

 private:
  /// Tries the piece as two places joined. False if one place fits it as well.
  bool look_up_halves(const Piece& piece, const std::optional<Located>& whole) {
    constexpr double good_enough = 2.0;
    const double cost = whole ? whole->alignment.cost : static_cast<double>(piece.words.size());
    if (whole && cost <= good_enough) return false;
    const auto cut = find_splice(corpus_, piece, inquiry_.speaker, cost);
    if (!cut || *cut == 0) return false;
    Piece first = piece;
    Piece second = piece;
    const auto at = static_cast<std::ptrdiff_t>(*cut);
    first.words.assign(piece.words.begin(), piece.words.begin() + at);
    second.words.assign(piece.words.begin() + at, piece.words.end());
    first.span.end = first.words.back().span.end;
    second.span.begin = second.words.front().span.begin;
    first.hidden_after = second.hidden_before = false;
    auto head = locate_piece(lexis_, corpus_, first, inquiry_.speaker);
    if (!head) return false;
    auto tail = locate_in_entry(lexis_, corpus_, second, head->entry, head->span.end);
    auto elsewhere = locate_piece(lexis_, corpus_, second, inquiry_.speaker);
    if (elsewhere && (!tail || elsewhere->alignment.cost < tail->alignment.cost)) {
      tail = std::move(elsewhere);
    }
    if (!tail || head->alignment.cost + tail->alignment.cost + 1 > cost) return false;
    if (!fits(first, *head) || !fits(second, *tail)) return false;
    if (whole && !is_joint(*head, *tail)) return false;
    inquiry_.found.push_back(
        {.piece = std::move(first), .located = *std::move(head), .edits = {}, .cut_clause = {}});
    inquiry_.found.push_back({.piece = std::move(second),
                              .located = *std::move(tail),
                              .edits = {},
                              .cut_clause = {},
                              .joined_unmarked = true});
    return true;
  }

  /// Half of a quotation must be there nearly word by word to count as a place of its own.
  [[nodiscard]] static bool fits(const Piece& half, const Located& located) {
    return located.alignment.cost <= std::max(1.05, 0.2 * static_cast<double>(half.words.size()));
  }

  /// True if the two places are in different entries or at least a sentence's end apart.
  [[nodiscard]] bool is_joint(const Located& head, const Located& tail) {
    if (head.entry != tail.entry) return true;
    if (tail.span.begin < head.span.end) return true;
    const std::string_view text = corpus_.text(head.entry);
    const Span gap{head.span.end, tail.span.begin};
    const CheckText between = lexis_.read(text, gap);
    inquiry_.gap = slice(text, gap);
    return between.sentences.size() > 1;
  }

  Lexis& lexis_;
  const Corpus& corpus_;
  Inquiry& inquiry_;
};

}  // namespace

Inquiry look_up_quote(Lexis& lexis, const Corpus& corpus, const std::vector<Piece>& pieces,
                      SoughtSpeaker speaker) {
  Inquiry inquiry;
  inquiry.speaker = std::move(speaker);
  for (const Piece& piece : pieces) {
    inquiry.words += piece.words.size();
    QuoteLookUp(lexis, corpus, inquiry).look_up(piece);
  }
  return inquiry;
}

}  // namespace cotejo
