// Myers, "An O(ND) difference algorithm and its variations" (1986), the greedy forward version with
// one row of furthest ends kept per distance. Quotes are short and resemble their source, so the
// number of differences is small; a limit on it bounds time and memory. Proved by
// word_diff_test.cpp.
#include <cotejo/report/word_diff.hpp>

#include <cotejo/text/token.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace cotejo {
namespace {

using Tokens = std::vector<Token>;
constexpr std::ptrdiff_t max_differences = 200;

Tokens words_of(std::string_view text) {
  Tokens tokens;
  Tokeniser(TokenOptions{}).tokenise(text, Span{0, static_cast<Offset>(text.size())}, tokens);
  return tokens;
}

/// One step back through the edit graph: tokens [begin, end) of one side.
struct Step {
  DiffSide side;
  std::size_t at;  // in the printed tokens, of `original` in the source's
};

class Differ {
 public:
  Differ(const Tokens& original, const Tokens& printed) : original_(original), printed_(printed) {}

  /// The steps from first to last word; nothing if there are too many differences.
  std::optional<std::vector<Step>> steps() {
    const std::ptrdiff_t limit = std::min(size(original_) + size(printed_), max_differences);
    for (std::ptrdiff_t distance = 0; distance <= limit; ++distance) {
      if (reach(distance)) return walk_back(distance);
    }
    return std::nullopt;
  }

 private:
  static std::ptrdiff_t size(const Tokens& tokens) {
    return static_cast<std::ptrdiff_t>(tokens.size());
  }
  [[nodiscard]] bool same(std::ptrdiff_t x, std::ptrdiff_t y) const {
    return original_[static_cast<std::size_t>(x)].hash ==
           printed_[static_cast<std::size_t>(y)].hash;
  }
  // The furthest x on diagonal k that `distance` differences reach; -1 off the row.
  [[nodiscard]] std::ptrdiff_t end(std::ptrdiff_t distance, std::ptrdiff_t k) const {
    if (distance < 0 || k < -distance || k > distance) return -1;
    return rows_[static_cast<std::size_t>(distance)][static_cast<std::size_t>(k + distance)];
  }
  // True if the path to diagonal k takes a printed word last (down), not one of the source.
  [[nodiscard]] bool comes_from_printed(std::ptrdiff_t distance, std::ptrdiff_t k) const {
    return k == -distance || (k != distance && end(distance - 1, k - 1) < end(distance - 1, k + 1));
  }
  [[nodiscard]] std::ptrdiff_t first_x(std::ptrdiff_t distance, std::ptrdiff_t k) const {
    if (distance == 0) return 0;
    return comes_from_printed(distance, k) ? end(distance - 1, k + 1)
                                           : end(distance - 1, k - 1) + 1;
  }

  // Fills the row of `distance`; true if it reaches the end of both texts.
  bool reach(std::ptrdiff_t distance) {
    std::vector<std::ptrdiff_t> row(static_cast<std::size_t>(2 * distance + 1), -1);
    rows_.push_back(row);
    for (std::ptrdiff_t k = -distance; k <= distance; k += 2) {
      std::ptrdiff_t x = first_x(distance, k);
      while (x < size(original_) && x - k < size(printed_) && x - k >= 0 && same(x, x - k)) ++x;
      rows_.back()[static_cast<std::size_t>(k + distance)] = x;
      if (x >= size(original_) && x - k >= size(printed_)) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<Step> walk_back(std::ptrdiff_t distance) const {
    std::vector<Step> steps;
    std::ptrdiff_t x = size(original_);
    std::ptrdiff_t y = size(printed_);
    for (; distance >= 0; --distance) {
      const std::ptrdiff_t k = x - y;
      const std::ptrdiff_t begin = first_x(distance, k);
      for (; x > begin; --x, --y)
        steps.push_back({DiffSide::both, static_cast<std::size_t>(y - 1)});
      if (distance == 0) break;
      if (comes_from_printed(distance, k)) {
        steps.push_back({DiffSide::printed, static_cast<std::size_t>(--y)});
      } else {
        steps.push_back({DiffSide::original, static_cast<std::size_t>(--x)});
      }
    }
    std::ranges::reverse(steps);
    return steps;
  }

  const Tokens& original_;
  const Tokens& printed_;
  std::vector<std::vector<std::ptrdiff_t>> rows_;
};

/// The steps in which words were exchanged, the source's before the printed ones.
void put_original_first(std::vector<Step>& steps) {
  for (auto at = steps.begin(); at != steps.end();) {
    const auto differs = [](const Step& step) { return step.side != DiffSide::both; };
    const auto begin = std::find_if(at, steps.end(), differs);
    at = std::find_if_not(begin, steps.end(), differs);
    std::stable_partition(begin, at, [](const Step& s) { return s.side == DiffSide::original; });
  }
}

std::vector<Step> all_different(const Tokens& original, const Tokens& printed) {
  std::vector<Step> steps;
  steps.reserve(original.size() + printed.size());
  for (std::size_t i = 0; i < original.size(); ++i) steps.push_back({DiffSide::original, i});
  for (std::size_t i = 0; i < printed.size(); ++i) steps.push_back({DiffSide::printed, i});
  return steps;
}

}  // namespace

std::vector<DiffPiece> diff_words(std::string_view printed, std::string_view original) {
  const Tokens printed_words = words_of(printed);
  const Tokens original_words = words_of(original);
  auto steps = Differ(original_words, printed_words).steps();
  if (!steps) steps = all_different(original_words, printed_words);
  put_original_first(*steps);

  std::vector<DiffPiece> pieces;
  Span open;  // what the last piece covers, in its own text
  for (const Step& step : *steps) {
    const bool from_source = step.side == DiffSide::original;
    const Token& token = (from_source ? original_words : printed_words)[step.at];
    const std::string_view text = from_source ? original : printed;
    const bool continues = !pieces.empty() && pieces.back().side == step.side;
    open = continues ? hull(open, token.span) : token.span;
    if (!continues) pieces.push_back({step.side, {}, pieces.empty() || token.glued});
    pieces.back().text = slice(text, open);
  }
  return pieces;
}

}  // namespace cotejo
