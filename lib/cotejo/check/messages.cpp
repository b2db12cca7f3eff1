#include <cotejo/check/messages.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

namespace cotejo {

void FindingList::add(std::string_view condition, Span span, const MessageValues& values,
                      std::vector<Span> spans, std::optional<Id<Verdict>> verdict) {
  for (const RuleEntry& entry : rules_.entries("check")) {
    if (entry.text("condition") != condition) continue;
    add(entry, span, values, std::move(spans), verdict);
    return;
  }
}

void FindingList::add(const RuleEntry& entry, Span span, const MessageValues& values,
                      std::vector<Span> spans, std::optional<Id<Verdict>> verdict) {
  const auto severity = value_named<Severity>(entry.text("severity"));
  if (!severity || entry.text("code").empty()) return;
  // One finding for one thing, though two rules see it.
  const bool known = std::ranges::any_of(findings_, [&](const Finding& other) {
    return !verdict && other.code == entry.text("code") && other.span.overlaps(span);
  });
  if (known) return;
  findings_.push_back({.code = std::string(entry.text("code")),
                       .severity = *severity,
                       .span = span,
                       .spans = std::move(spans),
                       .message = fill_in(entry.text("message"), values),
                       .verdict = verdict,
                       .rule = entry.id});
}

void FindingList::grade_last(Severity severity) {
  if (!findings_.empty()) findings_.back().severity = severity;
}

bool FindingList::knows(std::string_view condition) const {
  return std::ranges::any_of(rules_.entries("check"), [&](const RuleEntry& entry) {
    return entry.text("condition") == condition;
  });
}

std::vector<Finding> FindingList::take() {
  std::ranges::stable_sort(findings_, [](const Finding& left, const Finding& right) {
    return std::tie(left.span, left.code) < std::tie(right.span, right.code);
  });
  return std::exchange(findings_, {});
}

std::string justify(const RuleSet& rules, std::string_view id, const MessageValues& values) {
  const std::string full = "check." + std::string(id);
  const std::string_view text = rules.text(full);
  return text == full ? std::string() : fill_in(text, values);
}

std::string write_number(double value, const LanguageTraits& language) {
  constexpr double largest = 1e15;
  if (!std::isfinite(value) || std::abs(value) >= largest) return std::to_string(value);
  const double rounded = std::round(std::abs(value) * 1000) / 1000;
  const double whole = std::floor(rounded);
  std::array<char, 24> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<long long>(whole));
  std::string digits(buffer.data(), end.ptr);
  const std::string group = language.group_marks.empty() ? "" : language.group_marks.front();
  if (digits.size() > 3) {
    for (std::size_t at = digits.size(); at > 3;) {
      at -= 3;
      digits.insert(at, group);
    }
  }
  const long long thousandths = std::llround((rounded - whole) * 1000);
  if (thousandths != 0) {
    std::string decimals = std::to_string(thousandths);
    decimals.insert(0, 3 - std::min<std::size_t>(3, decimals.size()), '0');
    while (decimals.back() == '0') decimals.pop_back();
    digits += language.decimal_mark + decimals;
  }
  return (value < 0 ? "-" : "") + digits;
}

}  // namespace cotejo
