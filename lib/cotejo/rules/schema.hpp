#ifndef COTEJO_RULES_SCHEMA_HPP
#define COTEJO_RULES_SCHEMA_HPP

#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a key of a rule entry may hold.
enum class RuleType {
  flag,
  number,
  text,
  words,  ///< one string, split at blanks, or a list of strings
  rows    ///< an inline table or a list of them
};

/// One key that a kind of entry may hold.
struct RuleKey {
  std::string_view name;
  RuleType type = RuleType::text;
  bool required = false;
  double low = 0;  ///< of a number; no limits if low is not below high
  double high = 0;
};

/// One kind of entry: the name of its table and its keys. `id` is understood.
struct RuleKind {
  std::string_view name;
  std::vector<RuleKey> keys;
  bool free_keys = false;  ///< any further key is allowed: parameters of a condition
};

/// All kinds of entries, the one list that reading, lint and documentation share.
[[nodiscard]] const std::vector<RuleKind>& rule_kinds();

/// The kind with that name, or null.
[[nodiscard]] const RuleKind* find_rule_kind(std::string_view name);

}  // namespace cotejo

#endif
