#include <cotejo/rules/window_masks.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>

namespace cotejo {

void WindowMasks::clear() {
  for (const std::uint32_t symbol : standing_) clear(symbol);
  standing_.clear();
  windows_.clear();
  next_ = 0;
  words_ = 0;
  for (Words* words : {&all_, &begins_, &tails_, &gap_begins_, &gap_goes_on_}) words->fill(0);
}

void WindowMasks::clear(std::uint32_t symbol) {
  if (stands_[symbol] > 1) {
    for (std::size_t word = 0; word < words_; ++word) {
      if (longer_[symbol][word] != 0) spans_[symbol][word].clear();
      longer_[symbol][word] = 0;
    }
  }
  stands_[symbol] = 0;
  std::fill_n(single_[symbol].begin(), words_, Mask{0});
}

bool WindowMasks::take(const Analysis& analysis, TokenRange tokens) {
  const std::uint32_t length = tokens.length() + 1;
  std::uint32_t position = next_;
  if (position % 64 + length > 64) position = (position + 63) / 64 * 64;
  const bool alone = length > 64;  // it takes several words, which no other may be in
  if (alone && next_ > 0) return false;
  if (is_chained() || position + length > max_words * 64) return false;
  windows_.push_back({tokens, position});
  next_ = position + length;
  words_ = (next_ + 63) / 64;
  show_frame(analysis, windows_.back());
  return true;
}

void WindowMasks::show_frame(const Analysis& analysis, const Window& window) {
  static const std::uint64_t semicolon = fold_hash(";");
  const auto set = [](Words& words, std::uint32_t position) {
    words[position / 64] |= bit(position);
  };
  std::uint32_t position = window.position;
  std::uint32_t tail = position;
  set(begins_, position);
  for (std::uint32_t at = window.tokens.begin; at < window.tokens.end; ++at, ++position) {
    tokens_[position] = at;
    set(all_, position);
    const Token& token = analysis.tokens()[at];
    const bool quote = token.kind == TokenKind::quote;
    if (!quote && token.kind != TokenKind::punctuation) tail = position + 1;
    if (quote || token.hash == semicolon) continue;
    set(gap_begins_, position);
    if (!analysis.begins_sentence(at)) set(gap_goes_on_, position);
  }
  tokens_[position] = window.tokens.end;
  set(all_, position);
  for (; tail <= position; ++tail) set(tails_, tail);
}

void WindowMasks::add(std::uint32_t symbol, const Window& window, TokenRange tokens) {
  if (tokens.begin >= tokens.end || tokens.end > window.tokens.end) return;
  const std::uint32_t position = window.position + (tokens.begin - window.tokens.begin);
  if (tokens.length() == 1) return add_token(symbol, position);
  touch(symbol);
  stands_[symbol] = 2;
  const std::size_t word = position / 64;
  longer_[symbol][word] |= bit(position);
  std::vector<Spans>& spans = spans_[symbol][word];
  const std::uint32_t end = position + tokens.length();
  const auto same = std::ranges::find(spans, end, &Spans::end);
  if (same != spans.end())
    same->begins |= bit(position);
  else
    spans.push_back({bit(position), end});
}

}  // namespace cotejo
