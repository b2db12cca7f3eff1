#ifndef COTEJO_RULES_WINDOW_MASKS_HPP
#define COTEJO_RULES_WINDOW_MASKS_HPP

#include <cotejo/rules/analysis.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cotejo {

/// Where symbols stand in some windows side by side, as masks over positions: bit p % 64 of word
/// p / 64 is position p. A window has a position for each of its tokens and one behind the last.
/// Either every word holds whole windows, or one window takes several words: is_chained().
class WindowMasks {
 public:
  using Mask = std::uint64_t;
  static constexpr std::size_t max_words = 8;
  /// The most tokens of a window.
  static constexpr std::uint32_t max_window = max_words * 64 - 1;
  /// A mask of all positions.
  using Words = std::array<Mask, max_words>;
  /// Spans of one symbol that end at the same position: their begins, of one word.
  struct Spans {
    Mask begins = 0;
    std::uint32_t end = 0;
  };
  struct Window {
    TokenRange tokens;
    std::uint32_t position = 0;  ///< of its first token
  };

  /// For rules with so many symbols, numbered from 0.
  explicit WindowMasks(std::size_t symbols)
      : single_(symbols), longer_(symbols), spans_(symbols), stands_(symbols, 0) {}

  /// Forgets all windows.
  void clear();
  /// Puts a window of at most max_window tokens next to those before; false if it has no room. No
  /// symbol stands in it yet.
  bool take(const Analysis& analysis, TokenRange tokens);
  /// A span of `symbol` over tokens of a window; an empty one, or one that ends behind the
  /// window, is left out.
  void add(std::uint32_t symbol, const Window& window, TokenRange tokens);
  /// The same for one token, by its position.
  void add_token(std::uint32_t symbol, std::uint32_t position) {
    touch(symbol);
    single_[symbol][position / 64] |= bit(position);
  }
  /// The same for all tokens of `positions`.
  void add_tokens(std::uint32_t symbol, const Words& positions) {
    touch(symbol);
    for (std::size_t word = 0; word < max_words; ++word) single_[symbol][word] |= positions[word];
  }
  /// `symbol` stands nowhere any more.
  void clear(std::uint32_t symbol);

  [[nodiscard]] std::span<const Window> windows() const { return windows_; }
  [[nodiscard]] bool is_chained() const { return words_ > 1 && windows_.size() == 1; }
  /// The words that are in use.
  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] static Mask bit(std::uint32_t position) { return Mask{1} << (position % 64); }
  /// The token at a position, or of the position behind a window the token behind it.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t position) const { return tokens_[position]; }

  /// Where spans of one token stand.
  [[nodiscard]] const Words& single(std::uint32_t symbol) const { return single_[symbol]; }
  /// Where longer spans begin; each is among spans().
  [[nodiscard]] const Words& longer(std::uint32_t symbol) const { return longer_[symbol]; }
  [[nodiscard]] const std::vector<Spans>& spans(std::uint32_t symbol, std::size_t word) const {
    return spans_[symbol][word];
  }
  /// Whether it stands anywhere, and whether in spans of more than one token.
  [[nodiscard]] bool stands(std::uint32_t symbol) const { return stands_[symbol] != 0; }
  [[nodiscard]] bool has_longer(std::uint32_t symbol) const { return stands_[symbol] > 1; }

  /// All positions; the first of each window; those behind which only marks follow in it.
  [[nodiscard]] const Words& all() const { return all_; }
  [[nodiscard]] const Words& begins() const { return begins_; }
  [[nodiscard]] const Words& tails() const { return tails_; }
  /// Tokens that a gap may begin with; and those that it may go on with.
  [[nodiscard]] const Words& gap_begins() const { return gap_begins_; }
  [[nodiscard]] const Words& gap_goes_on() const { return gap_goes_on_; }

 private:
  void touch(std::uint32_t symbol) {
    if (stands_[symbol] != 0) return;
    stands_[symbol] = 1;
    standing_.push_back(symbol);
  }
  void show_frame(const Analysis& analysis, const Window& window);

  std::vector<Words> single_;  // by symbol
  std::vector<Words> longer_;
  std::vector<std::array<std::vector<Spans>, max_words>> spans_;
  std::vector<std::uint8_t> stands_;  // 1 = in spans of one token only, 2 = else
  std::vector<std::uint32_t> standing_;
  std::vector<Window> windows_;
  std::size_t words_ = 0;
  std::uint32_t next_ = 0;  // the first free position
  std::array<std::uint32_t, max_words * 64> tokens_{};
  Words all_{};
  Words begins_{};
  Words tails_{};
  Words gap_begins_{};
  Words gap_goes_on_{};
};

}  // namespace cotejo

#endif
