#ifndef COTEJO_READ_ARTICLE_DATE_HPP
#define COTEJO_READ_ARTICLE_DATE_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cotejo {

/// The names of the months in all languages that have rules, by hash.
class MonthNames {
 public:
  explicit MonthNames(std::span<const LanguageTraits> languages);

  /// 1 to 12 if `word` names a month, with or without its point, else nothing.
  [[nodiscard]] std::optional<unsigned> month(std::string_view word) const;

 private:
  std::unordered_map<std::uint64_t, unsigned> months_;  // by fold_hash
};

/// A day written in a text.
struct WrittenDate {
  Span span;        ///< from the first to the last of day, month and year
  std::string day;  ///< ISO 8601
};

/// The first whole date in `text`: "2025-08-12", "20250812", "12/8/2025" where it can only be read
/// in one way, "12 ago 2025", "August 12, 2025", "2025年8月12日". Nothing if there is none, or if
/// it is no day of the calendar between 1900 and 2100. Linear.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view text, const MonthNames& months);

/// The day that a path of an address holds, as in "/2025/08/12/title", or nothing.
[[nodiscard]] std::optional<std::string> date_in_address(std::string_view url);

}  // namespace cotejo

#endif
