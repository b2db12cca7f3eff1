#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <vector>

namespace cotejo {
namespace {

constexpr std::string_view group_gap = "\xE2\x80\xAF";  // U+202F, not a mark in any language
constexpr std::string_view no_break = "\xC2\xA0";
constexpr std::string_view dash = "\xE2\x80\x93";
constexpr std::string_view at_least = "\xE2\x89\xA5";
constexpr std::string_view at_most = "\xE2\x89\xA4";

struct IsoDay {
  std::string_view year;
  std::string_view month;
  std::string_view day;  // without a leading zero
};

std::optional<IsoDay> split_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::string_view day = text.substr(8);
  if (day.starts_with('0')) day.remove_prefix(1);
  return IsoDay{text.substr(0, 4), text.substr(5, 2), day};
}

std::string group_digits(std::string_view digits) {
  constexpr std::size_t ungrouped = 4;
  if (digits.size() <= ungrouped) return std::string(digits);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += group_gap;
    grouped += digits[i];
  }
  return grouped;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

std::string bounds_in_words(const Quantity& quantity, const RuleSet& words) {
  const auto number = [&](double value) { return number_in_words(value, words); };
  if (quantity.low && quantity.high) {
    if (*quantity.low == *quantity.high) return number(*quantity.low);
    return number(*quantity.low) + std::string(dash) + number(*quantity.high);
  }
  if (quantity.low) {
    const bool open = quantity.modifier == Modifier::more_than;
    return (open ? ">" : std::string(at_least)) + std::string(no_break) + number(*quantity.low);
  }
  if (quantity.high) {
    const bool open = quantity.modifier == Modifier::less_than;
    return (open ? "<" : std::string(at_most)) + std::string(no_break) + number(*quantity.high);
  }
  std::vector<std::string> readings;
  readings.reserve(quantity.alternatives.size());
  for (const double value : quantity.alternatives) readings.push_back(number(value));
  return join(readings, " / ");
}

std::string unit_in_words(const Quantity& quantity, const RuleSet& words) {
  if (quantity.kind == QuantityKind::percent) return "%";
  if (quantity.kind == QuantityKind::percentage_point) {
    return word_for(words, "quantity", quantity.kind);
  }
  return quantity.unit.value_or("");
}

std::vector<std::string> names_of_sources(const Document& document,
                                          const std::vector<Id<Source>>& sources,
                                          const RuleSet& words) {
  std::vector<std::string> names;
  for (const Id<Source> source : sources) {
    const std::string& name = (*document.sources)[source.index].name;
    names.push_back(name.empty() ? word_for(words, "source", SourceKind::unnamed) : name);
  }
  return names;
}

}  // namespace

std::string word(const RuleSet& words, std::string_view id) {
  return std::string(words.text("report." + std::string(id)));
}

std::string word(const RuleSet& words, std::string_view id, const Fillings& values) {
  return fill_in(word(words, id), values);
}

std::string number_in_words(double value, const RuleSet& words) {
  constexpr double exact_below = 1e15;
  std::array<char, 64> buffer{};
  const bool plain = std::abs(value) < exact_below;
  const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                         std::chars_format::fixed, 3)
                               .ptr
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  if (!plain) return std::string(digits);
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  std::string_view decimals = digits.substr(digits.find('.') + 1);
  while (decimals.ends_with('0')) decimals.remove_suffix(1);
  std::string text =
      (negative ? "\xE2\x88\x92" : "") + group_digits(digits.substr(0, digits.find('.')));
  if (decimals.empty()) return text;
  return text + words.language().decimal_mark + std::string(decimals);
}

std::string percent_in_words(std::size_t part, std::size_t whole, const RuleSet& words) {
  const double share =
      whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return number_in_words(std::round(share), words) + std::string(no_break) + '%';
}

std::string day_in_words(std::string_view iso_day, const RuleSet& words) {
  const auto day = split_day(iso_day);
  if (!day) return std::string(iso_day);
  return word(words, "date-day",
              {{"day", std::string(day->day)},
               {"month", word(words, "month-" + std::string(day->month))},
               {"year", std::string(day->year)}});
}

std::string time_in_words(const TimeRange& time, const RuleSet& words) {
  const auto from = split_day(time.from);
  if (from && time.grain == Grain::year) return std::string(from->year);
  if (from && time.grain == Grain::month) {
    return word(words, "date-month",
                {{"month", word(words, "month-" + std::string(from->month))},
                 {"year", std::string(from->year)}});
  }
  if (time.from == time.to) return day_in_words(time.from, words);
  if (time.from.empty()) {
    return word(words, "date-until", {{"date", day_in_words(time.to, words)}});
  }
  if (time.to.empty()) {
    return word(words, "date-since", {{"date", day_in_words(time.from, words)}});
  }
  return day_in_words(time.from, words) + " " + std::string(dash) + " " +
         day_in_words(time.to, words);
}

std::string value_in_words(const Quantity& quantity, const RuleSet& words) {
  std::string value = bounds_in_words(quantity, words);
  if (value.empty() || (quantity.time && quantity.kind == QuantityKind::date)) {
    return quantity.time ? time_in_words(*quantity.time, words) : std::string{};
  }
  const std::string unit = unit_in_words(quantity, words);
  if (!unit.empty()) value += std::string(no_break) + unit;
  return value;
}

std::string speakers_in_words(const Document& document, Id<Attribution> attribution,
                              const RuleSet& words) {
  const Attribution& said = (*document.attributions)[attribution.index];
  if (said.speaker.empty()) return word(words, "speaker-unsettled");
  return join(names_of_sources(document, said.speaker, words), word(words, "join-and"));
}

std::string relays_in_words(const Document& document, Id<Attribution> attribution,
                            const RuleSet& words) {
  std::vector<Id<Source>> relays;
  for (const Relay& relay : (*document.attributions)[attribution.index].reported_by) {
    relays.push_back(relay.source);
  }
  return join(names_of_sources(document, relays, words), " \xE2\x86\x90 ");
}

std::string printed_words(const Document& document, const Quote& quote) {
  if (quote.marks.empty()) return quote.text;
  std::vector<std::string> pieces;
  pieces.reserve(quote.marks.size());
  for (const Span mark : quote.marks) pieces.emplace_back(slice(document.text, mark));
  return join(pieces, " \xE2\x80\xA6 ");
}

}  // namespace cotejo
