#ifndef COTEJO_CHECK_PIECES_HPP
#define COTEJO_CHECK_PIECES_HPP

#include <cotejo/check/lexis.hpp>
#include <cotejo/check/locate.hpp>
#include <cotejo/model/quote.hpp>

#include <string_view>
#include <vector>

namespace cotejo {

/// The stretches of a quote that are looked up: what stands between its marks (without marks, its
/// parts), cut at every ellipsis, bracketed or not. Pieces without words are left out.
[[nodiscard]] std::vector<Piece> split_pieces(Lexis& lexis, std::string_view text,
                                              const Quote& quote);

}  // namespace cotejo

#endif
