#include <cotejo/check/pieces.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

/// The next ellipsis in `text` from `at`, with brackets around it.
std::optional<Span> find_ellipsis(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> forms{"…", "...", ". . ."};
  std::optional<Span> first;
  for (const std::string_view form : forms) {
    const std::size_t found = text.find(form, at);
    if (found == std::string_view::npos || (first && first->begin <= found)) continue;
    first = Span{static_cast<Offset>(found), static_cast<Offset>(found + form.size())};
  }
  if (!first) return first;
  while (first->end < text.size() && text[first->end] == '.') ++first->end;
  constexpr std::string_view open = "[(";
  constexpr std::string_view close = "])";
  if (first->begin > at && open.find(text[first->begin - 1]) != std::string_view::npos) {
    --first->begin;
  }
  if (first->end < text.size() && close.find(text[first->end]) != std::string_view::npos) {
    ++first->end;
  }
  return first;
}

/// Cuts one stretch.
void split_stretch(Lexis& lexis, std::string_view text, Span stretch, std::vector<Piece>& pieces) {
  const std::string_view words = slice(text, stretch);
  std::size_t at = 0;
  bool hidden = false;
  while (at < words.size() || hidden) {
    const auto ellipsis = find_ellipsis(words, at);
    const std::size_t end = ellipsis ? ellipsis->begin : words.size();
    Piece piece{
        .span = {static_cast<Offset>(stretch.begin + at), static_cast<Offset>(stretch.begin + end)},
        .words = {},
        .hidden_before = hidden,
        .hidden_after = ellipsis.has_value()};
    piece.words = lexis.read(text, piece.span).words;
    if (!piece.words.empty()) pieces.push_back(std::move(piece));
    if (!ellipsis) return;
    at = ellipsis->end;
    hidden = true;
  }
}

}  // namespace

std::vector<Piece> split_pieces(Lexis& lexis, std::string_view text, const Quote& quote) {
  std::vector<Piece> pieces;
  const std::vector<Span>& stretches = quote.marks.empty() ? quote.parts : quote.marks;
  for (const Span stretch : stretches) split_stretch(lexis, text, stretch, pieces);
  return pieces;
}

}  // namespace cotejo
