#ifndef COTEJO_REPORT_WORDING_HPP
#define COTEJO_REPORT_WORDING_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <map>
#include <string>
#include <string_view>

namespace cotejo {

/// Values for the `{name}` places of a text.
using Fillings = std::map<std::string, std::string, std::less<>>;

/// The interface's text `report.<id>`.
[[nodiscard]] std::string word(const RuleSet& words, std::string_view id);

/// The interface's text `report.<id>` with its places filled.
[[nodiscard]] std::string word(const RuleSet& words, std::string_view id, const Fillings& values);

/// The interface's word for an enumerated value: `report.verdict-altered`.
template <typename Enum>
[[nodiscard]] std::string word_for(const RuleSet& words, std::string_view what, Enum value) {
  return word(words, std::string(what) + '-' + std::string(name_of(value)));
}

/// A number as the interface's language writes it, groups parted by narrow no-break blanks from
/// five digits on, at most three decimals.
[[nodiscard]] std::string number_in_words(double value, const RuleSet& words);

/// "43 %" of `part` in `whole`; 0 % of nothing.
[[nodiscard]] std::string percent_in_words(std::size_t part, std::size_t whole,
                                           const RuleSet& words);

/// An ISO 8601 day as people write it; anything else as it stands.
[[nodiscard]] std::string day_in_words(std::string_view iso_day, const RuleSet& words);

/// The same for a stretch of days, as fine as its grain.
[[nodiscard]] std::string time_in_words(const TimeRange& time, const RuleSet& words);

/// The value of a quantity with its unit: "10 000–12 000 USD", "> 300", "1,4 / 1 400".
/// Empty if it has neither a value nor a time.
[[nodiscard]] std::string value_in_words(const Quantity& quantity, const RuleSet& words);

/// The names of an attribution's speakers, joined; the text for an unsettled one if it has none.
[[nodiscard]] std::string speakers_in_words(const Document& document, Id<Attribution> attribution,
                                            const RuleSet& words);

/// The names of an attribution's relays, nearest first; "" if it has none.
[[nodiscard]] std::string relays_in_words(const Document& document, Id<Attribution> attribution,
                                          const RuleSet& words);

/// The words of `quote` that are looked up: what stands between its marks; of an indirect one, its
/// content.
[[nodiscard]] std::string printed_words(const Document& document, const Quote& quote);

}  // namespace cotejo

#endif
