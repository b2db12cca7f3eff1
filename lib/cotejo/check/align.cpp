// Sellers' alignment of a pattern with a stretch of a text (J. Algorithms 1, 1980) on words, with
// costs chosen so that a change is shown as people see it: a changed word is one replacement also
// at the ends; words that belong together (a verb's tenses, two numbers, opposites) are laid on
// each other rather than on their neighbours. Tests: tests/unit/check/align_test.cpp.
#include <cotejo/check/align.hpp>

#include <algorithm>
#include <cmath>

namespace cotejo {
namespace {

constexpr double remove_cost = 0.7;
constexpr double insert_cost = 1.05;
constexpr double replace_cost = 1.0;
constexpr double related_cost = 0.6;
constexpr double bracket_cost = 0.05;

bool share_class(const CheckWord& left, const CheckWord& right) {
  constexpr std::uint32_t telling = 1U << static_cast<unsigned>(WordClass::negation) |
                                    1U << static_cast<unsigned>(WordClass::modal) |
                                    1U << static_cast<unsigned>(WordClass::scope) |
                                    1U << static_cast<unsigned>(WordClass::hedge);
  return (left.classes & right.classes & telling) != 0;
}

/// What costs nothing to see, before what does: most words have nothing to do with each other.
bool may_be_related(const CheckWord& left, const CheckWord& right) {
  if ((left.paired && right.paired) || (left.verbal && right.verbal)) return true;
  const bool left_longer = left.folded.size() > right.folded.size();
  const std::string& longer = left_longer ? left.folded : right.folded;
  const std::string& shorter = left_longer ? right.folded : left.folded;
  if (longer.ends_with(shorter)) return true;  // a prefix that denies
  constexpr std::size_t one_letter = 4;        // bytes at most
  const bool near = longer.size() <= shorter.size() + one_letter;
  if (longer.front() != shorter.front()) return near && longer.back() == shorter.back();
  constexpr std::size_t stem = 2;
  return near || longer.compare(0, stem, shorter, 0, stem) == 0;
}

double cost_of(const Lexis& lexis, const CheckWord& quoted, const CheckWord& original) {
  if (is_same_word(quoted, original)) return 0;
  if (quoted.bracketed) return bracket_cost;
  if (quoted.number && original.number) return related_cost;
  if (quoted.number != original.number) return replace_cost;
  if (share_class(quoted, original)) return related_cost;
  if (!may_be_related(quoted, original)) return replace_cost;
  const bool related =
      is_slip(quoted.folded, original.folded) || lexis.are_opposites(quoted, original) ||
      lexis.are_spellings(quoted, original) || lexis.differ_in_tense(quoted, original);
  return related ? related_cost : replace_cost;
}

class Table {
 public:
  Table(const Lexis& lexis, std::span<const CheckWord> quoted, std::span<const CheckWord> original)
      : lexis_(lexis), quoted_(quoted), original_(original), width_(original.size() + 1) {
    cells_.assign((quoted.size() + 1) * width_, 0);
    for (std::size_t i = 1; i <= quoted.size(); ++i) fill_row(i);
  }

  Alignment trace() const {
    Alignment alignment;
    std::size_t j = 0;
    for (std::size_t k = 1; k < width_; ++k) {
      if (at(quoted_.size(), k) < at(quoted_.size(), j) - 1e-9) j = k;
    }
    alignment.cost = at(quoted_.size(), j);
    alignment.end = j;
    std::size_t i = quoted_.size();
    while (i > 0) {
      const AlignStep step = step_into(i, j);
      if (step.op != AlignStep::Op::insert) --j;
      if (step.op != AlignStep::Op::remove) --i;
      alignment.steps.push_back(step);
    }
    alignment.begin = j;
    std::ranges::reverse(alignment.steps);
    return alignment;
  }

 private:
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

  [[nodiscard]] double insert_at(std::size_t i) const {
    return quoted_[i - 1].bracketed ? bracket_cost : insert_cost;
  }
  /// Original words beside a bracketed word are what it stands for.
  [[nodiscard]] double remove_at(std::size_t i) const {
    const bool beside = quoted_[i - 1].bracketed || (i < quoted_.size() && quoted_[i].bracketed);
    return beside ? bracket_cost : remove_cost;
  }

  void fill_row(std::size_t i) {
    cells_[i * width_] = at(i - 1, 0) + insert_at(i);
    for (std::size_t j = 1; j < width_; ++j) {
      const double diagonal = at(i - 1, j - 1) + cost_of(lexis_, quoted_[i - 1], original_[j - 1]);
      cells_[i * width_ + j] =
          std::min({diagonal, at(i, j - 1) + remove_at(i), at(i - 1, j) + insert_at(i)});
    }
  }

  [[nodiscard]] AlignStep step_into(std::size_t i, std::size_t j) const {
    constexpr double tiny = 1e-9;
    const auto quoted = static_cast<std::uint32_t>(i - 1);
    const auto original = static_cast<std::uint32_t>(j - 1);
    if (j > 0) {
      const double cost = cost_of(lexis_, quoted_[i - 1], original_[j - 1]);
      if (std::abs(at(i, j) - at(i - 1, j - 1) - cost) < tiny) {
        return {cost == 0 ? AlignStep::Op::same : AlignStep::Op::replace, quoted, original};
      }
      if (std::abs(at(i, j) - at(i - 1, j) - insert_at(i)) >= tiny) {
        return {AlignStep::Op::remove, static_cast<std::uint32_t>(i), original};
      }
    }
    return {AlignStep::Op::insert, quoted, static_cast<std::uint32_t>(j)};
  }

  const Lexis& lexis_;
  std::span<const CheckWord> quoted_;
  std::span<const CheckWord> original_;
  std::size_t width_;
  std::vector<double> cells_;
};

}  // namespace

std::size_t Alignment::same_words() const {
  return static_cast<std::size_t>(std::ranges::count(steps, AlignStep::Op::same, &AlignStep::op));
}

bool is_same_word(const CheckWord& left, const CheckWord& right) {
  if (left.number && right.number) {
    return std::abs(left.value - right.value) <= 1e-9 * std::abs(left.value);
  }
  return left.number == right.number && left.plain == right.plain;
}

Alignment align_words(const Lexis& lexis, std::span<const CheckWord> quoted,
                      std::span<const CheckWord> original) {
  if (quoted.empty()) return {};
  Alignment alignment = Table(lexis, quoted, original).trace();
  alignment.similarity = alignment.steps.empty() ? 0
                                                 : static_cast<double>(alignment.same_words()) /
                                                       static_cast<double>(alignment.steps.size());
  return alignment;
}

}  // namespace cotejo
