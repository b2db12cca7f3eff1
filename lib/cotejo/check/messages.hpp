#ifndef COTEJO_CHECK_MESSAGES_HPP
#define COTEJO_CHECK_MESSAGES_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/model/finding.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What stands in the {places} of a message.
using MessageValues = std::map<std::string, std::string, std::less<>>;

/// The findings of one article, worded by the rules: a `[[check]]` entry says for each condition
/// which code, severity and message it has. A condition that no rule names is no finding.
class FindingList {
 public:
  explicit FindingList(const RuleSet& rules) : rules_(rules) {}

  /// A finding of `condition` at `span`.
  void add(std::string_view condition, Span span, const MessageValues& values,
           std::vector<Span> spans = {}, std::optional<Id<Verdict>> verdict = {});
  /// A finding of one entry, if it is a whole one. A known severity given here replaces the
  /// entry's.
  void add(const RuleEntry& entry, Span span, const MessageValues& values,
           std::vector<Span> spans = {}, std::optional<Id<Verdict>> verdict = {});
  /// The severity of the last finding.
  void grade_last(Severity severity);
  /// True if the rules have a message for it.
  [[nodiscard]] bool knows(std::string_view condition) const;

  /// All of them by span, then code. The list is empty afterwards.
  [[nodiscard]] std::vector<Finding> take();

 private:
  const RuleSet& rules_;
  std::vector<Finding> findings_;
};

/// The text `id` of stage check with its places filled; "" if the language has no such text.
[[nodiscard]] std::string justify(const RuleSet& rules, std::string_view id,
                                  const MessageValues& values);

/// A number as people write it in the language of the rules: "14.000", "1,5".
[[nodiscard]] std::string write_number(double value, const LanguageTraits& language);

}  // namespace cotejo

#endif
