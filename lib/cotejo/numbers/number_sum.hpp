#ifndef COTEJO_NUMBERS_NUMBER_SUM_HPP
#define COTEJO_NUMBERS_NUMBER_SUM_HPP

#include <array>
#include <cmath>
#include <cstddef>

namespace cotejo {

/// A number while its words are read: parts with falling magnitudes ("dos millones" "trescientos
/// mil") and the group below the last of them ("veinte").
class NumberSum {
 public:
  [[nodiscard]] bool started() const { return count_ > 0 || has_group_; }
  [[nodiscard]] bool has_group() const { return has_group_; }
  /// What is added to the group must be smaller: 10 behind tens, 1 behind units.
  [[nodiscard]] double slot() const { return slot_; }
  /// The last magnitude, or 0.
  [[nodiscard]] double last_magnitude() const {
    return count_ == 0 ? 0 : parts_.at(count_ - 1).magnitude;
  }
  /// How many parts have a magnitude.
  [[nodiscard]] std::size_t parts() const { return count_; }
  /// The magnitude of a number that is one part and nothing else ("1,5 millones"), else 0.
  [[nodiscard]] double only_magnitude() const {
    return count_ == 1 && !has_group_ ? parts_[0].magnitude : 0;
  }
  [[nodiscard]] double value() const {
    double value = group_;
    for (std::size_t i = 0; i < count_; ++i) value += parts_.at(i).value;
    return value;
  }

  /// Adds `value` to the group; what follows must be smaller than `slot`.
  void add(double value, double slot) {
    group_ += value;
    has_group_ = true;
    slot_ = slot;
  }

  /// Multiplies what stands below `magnitude` by it. False if the words cannot be one number: "mil
  /// dos mil", or a bare magnitude where none is allowed.
  enum class AllowBare { no, yes };
  [[nodiscard]] bool multiply(double magnitude, AllowBare bare) {
    double base = group_;
    bool any = has_group_;
    std::size_t count = count_;
    while (count > 0 && parts_.at(count - 1).magnitude < magnitude) {
      base += parts_.at(--count).value;
      any = true;
    }
    if (count > 0 && parts_.at(count - 1).magnitude <= magnitude) return false;
    if (count == parts_.size() || (!any && bare == AllowBare::no)) return false;
    parts_.at(count) = {any ? whole_if_near(base * magnitude) : magnitude, magnitude};
    count_ = count + 1;
    group_ = 0;
    has_group_ = false;
    slot_ = magnitude < 1000 ? magnitude : 1000;
    return true;
  }

  /// Multiplies all that was read so far: "two hundred dozen". Pre: started.
  void multiply_whole(double factor) {
    const double product = value() * factor;
    count_ = 0;
    group_ = whole_if_near(product);
    has_group_ = true;
    slot_ = 0;
  }

  /// "y medio": half of the last magnitude, or of one.
  void add_half() {
    if (has_group_ || count_ == 0) {
      add(0.5, 0);
    } else {
      parts_.at(count_ - 1).value += parts_.at(count_ - 1).magnitude / 2;
      slot_ = 0;
    }
  }

 private:
  /// 16.4 times a million is a whole number, whatever binary fractions say.
  [[nodiscard]] static double whole_if_near(double value) {
    const double whole = std::round(value);
    return std::abs(value - whole) <= 1e-12 * std::abs(value) ? whole : value;
  }

  struct Part {
    double value = 0;
    double magnitude = 0;
  };
  std::array<Part, 8> parts_{};
  std::size_t count_ = 0;
  double group_ = 0;
  bool has_group_ = false;
  double slot_ = 1000;
};

}  // namespace cotejo

#endif
