// Tests: tests/unit/quantities/find_dates_test.cpp.
#include <cotejo/quantities/find_clock.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/quantities/find_dates.hpp>

#include <string_view>

namespace cotejo {
namespace {

/// Hours and minutes at a place.
struct ClockDigits {
  double hour = 0;
  std::uint32_t end = 0;
  bool minutes = false;
};

std::optional<int> two_digits(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<ClockDigits> clock_of(std::string_view hours, std::string_view minutes,
                                    std::uint32_t end) {
  const auto hour = two_digits(hours);
  const auto minute = two_digits(minutes);
  if (!hour || !minute || *hour > 24 || *minute > 59 || minutes.size() != 2) return std::nullopt;
  return ClockDigits{*hour + *minute / 60.0, end, true};
}

class ClockReader {
 public:
  ClockReader(const QuantityView& view, const NumberReading* number, std::uint32_t at)
      : view_(view), number_(number), at_(at) {}

  [[nodiscard]] std::optional<DateReading> read() const {
    if (const auto digits = with_colon()) return accept(*digits);
    const auto digits = number_or_points();
    if (!digits) return std::nullopt;
    const ClockRole behind = role_at(digits->end);
    if (behind == ClockRole::am || behind == ClockRole::pm) return accept(*digits);
    const ClockRole before = role_before(at_);
    if (digits->minutes && behind == ClockRole::unit) return accept(*digits);
    if (before != ClockRole::lead || counted(digits->end)) return std::nullopt;
    return accept(*digits);
  }

 private:
  [[nodiscard]] LexiconHit clock_at(std::uint32_t at) const {
    return view_.find(at, WordUse::clock);
  }
  [[nodiscard]] ClockRole role_at(std::uint32_t at) const {
    const LexiconHit hit = clock_at(at);
    return hit.range.length() > 0 ? view_.rules.clock(hit.lexeme) : ClockRole::none;
  }
  [[nodiscard]] ClockRole role_before(std::uint32_t end) const {
    const LexiconHit hit = view_.find_before(end, WordUse::clock);
    return hit.range.length() > 0 ? view_.rules.clock(hit.lexeme) : ClockRole::none;
  }

  [[nodiscard]] bool is_digits(std::uint32_t at) const {
    return view_.inside(at) && view_.token(at).kind == TokenKind::digits;
  }

  /// "19:30", "19:30:05".
  [[nodiscard]] std::optional<ClockDigits> with_colon() const {
    const bool colon = is_digits(at_) && view_.glued(at_ + 1) && view_.text(at_ + 1) == ":" &&
                       view_.glued(at_ + 2) && is_digits(at_ + 2);
    if (!colon || (at_ > view_.range.begin && view_.glued(at_) && view_.text(at_ - 1) == ":")) {
      return std::nullopt;
    }
    auto clock = clock_of(view_.text(at_), view_.text(at_ + 2), at_ + 3);
    if (clock && view_.glued(at_ + 3) && view_.text(at_ + 3) == ":" && is_digits(at_ + 4)) {
      clock->end = at_ + 5;
    }
    return clock;
  }

  /// A whole number of hours in digits or words, or "3.15".
  [[nodiscard]] std::optional<ClockDigits> number_or_points() const {
    if (number_ == nullptr || number_->form != NumberForm::cardinal || number_->is_range)
      return std::nullopt;
    if (number_->in_digits && number_->plain && number_->shape.marked) {
      const std::string_view text = view_.text(at_);
      const std::size_t mark = text.find_first_of(".,");
      if (mark == text.npos) return std::nullopt;
      return clock_of(text.substr(0, mark), text.substr(mark + 1), number_->range.end);
    }
    if (!number_->low || *number_->low > 24 || *number_->low != static_cast<int>(*number_->low)) {
      return std::nullopt;
    }
    return ClockDigits{*number_->low, number_->range.end, false};
  }

  /// Something counted follows: "a las 5 personas".
  [[nodiscard]] bool counted(std::uint32_t at) const {
    if (!view_.is_word(at) || role_at(at) != ClockRole::none) return false;
    return view_.is(at, WordUse::counted) || !view_.rules.is_function_word(view_.token(at).hash);
  }

  [[nodiscard]] DateReading accept(const ClockDigits& digits) const {
    DateReading reading;
    reading.kind = QuantityKind::time;
    reading.range = {at_, digits.end};
    reading.lexeme = no_lexeme;
    double hour = digits.hour;
    for (LexiconHit hit = clock_at(reading.range.end); hit.range.length() > 0;
         hit = clock_at(reading.range.end)) {
      const ClockRole role = view_.rules.clock(hit.lexeme);
      if (role == ClockRole::lead || role == ClockRole::lead_weak) break;
      if (role == ClockRole::pm && hour < 12) hour += 12;
      if (role == ClockRole::am && hour >= 12 && hour < 13) hour -= 12;
      reading.range.end = hit.range.end;
      reading.lexeme = hit.lexeme;
    }
    reading.value = hour;
    return reading;
  }

  const QuantityView& view_;
  const NumberReading* number_;
  std::uint32_t at_;
};

}  // namespace

std::optional<DateReading> find_clock_time(const QuantityView& view, const NumberReading* number,
                                           std::uint32_t at) {
  return ClockReader(view, number, at).read();
}

}  // namespace cotejo
