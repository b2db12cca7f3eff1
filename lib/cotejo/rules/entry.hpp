#ifndef COTEJO_RULES_ENTRY_HPP
#define COTEJO_RULES_ENTRY_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cotejo {

/// `text` split at blanks; empty if it holds nothing else.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// Where something stands in a rule file. Line and column count from 1, columns in code points.
struct RulePlace {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  friend bool operator==(const RulePlace&, const RulePlace&) = default;
};

/// A row of an entry's `rows`, or its `with`: keys and their values, numbers as written.
struct RuleRow {
  RulePlace place;
  std::vector<std::pair<std::string, std::string>> cells;  ///< in the order written

  /// The value of `key`, or "".
  [[nodiscard]] std::string_view cell(std::string_view key) const;
};

/// What a key of a rule entry can hold.
using RuleValue = std::variant<bool, double, std::string, std::vector<std::string>,
                               std::vector<RuleRow>>;

/// One key of an entry.
struct RuleField {
  std::string key;
  RuleValue value;
  RulePlace place;                      ///< of the value
  std::vector<RulePlace> items;         ///< of each string, if the value is a list of strings
};

/// One table of a rule file (`[[pattern]]`, `[[list]]`, …) as it was written; the unit that a later
/// directory overrides. What each kind of entry may hold is in rules/README.md and schema.hpp.
struct RuleEntry {
  std::string kind;      ///< the name of the table: pattern list verb check …
  std::string id;        ///< full: "es.quotes.quote-cue-source"
  std::string language;  ///< "" = every language (rules/common)
  std::string stage;     ///< first word of the file's name: quotes, attribution, language …
  RulePlace place;
  std::vector<RuleField> fields;

  [[nodiscard]] const RuleField* find(std::string_view key) const;
  /// The text of `key`, or "" if the entry has no such text.
  [[nodiscard]] std::string_view text(std::string_view key) const;
  /// The number under `key`, if the entry has one.
  [[nodiscard]] std::optional<double> number(std::string_view key) const;
  /// The strings under `key`; of one string, its words split at blanks; empty without the key.
  [[nodiscard]] std::vector<std::string> words(std::string_view key) const;
  /// The rows under `key`; a single inline table is one row; empty without the key.
  [[nodiscard]] const std::vector<RuleRow>& rows(std::string_view key) const;
  /// True if `key` is there and true.
  [[nodiscard]] bool flag(std::string_view key) const;
};

}  // namespace cotejo

#endif
