#ifndef COTEJO_REPORT_STANDING_HPP
#define COTEJO_REPORT_STANDING_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/model/review.hpp>
#include <cotejo/report/fingerprint.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What is known of an article's findings beside its record.
struct ReviewInput {
  std::vector<ReviewLine> lines{};  ///< decisions, of this article or of several
  std::string today{};              ///< ISO 8601 day for the expiry of waivers; "" = the dateline
  std::optional<std::set<std::string>> known{};  ///< whole prints of an earlier run's findings
};

/// What became of an earlier decision that does not hold any more.
enum class Lapse {
  none,
  changed,     ///< the finding's words, or those around it, are others now
  still_there  ///< it was marked as fixed on another text, and is found again
};
template <>
inline constexpr std::array names_of<Lapse>{std::string_view{"none"}, std::string_view{"changed"},
                                            std::string_view{"still-there"}};

/// How a finding stands: what was decided about it, by whom.
struct Standing {
  Decision decision = Decision::undecided;  ///< if lapsed, the one that was in force
  Lapse lapse = Lapse::none;
  std::string who;
  std::string when;
  std::string note;
  std::string waiver;  ///< id of the house rule that dismisses it, "" = none

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// True if somebody must still decide: undecided, lapsed, or the author is asked.
[[nodiscard]] bool is_open(const Standing& standing);

/// The findings of a document with their prints and standings, all in the same order.
struct Desk {
  std::vector<FindingPrint> prints;
  std::vector<Standing> standings;
  std::vector<ReviewLine> lines;  ///< the decisions, oldest first
  std::size_t known = 0;          ///< findings that were left out because an earlier run had them
};

/// Reads off how each finding stands. Of the lines of one fingerprint the latest is in force, of
/// several of one time the last. A finding without one is dismissed if a `waiver` entry of the
/// rules that has not expired names its code and, if it has a `phrase`, its words hold that.
///
/// A waiver's last day is compared with input.today, else with the dateline; without either it does
/// not apply. n log n in findings and lines.
[[nodiscard]] Desk make_desk(const Document& document, const RuleSet& rules,
                             const ReviewInput& input);

/// Takes the findings that `known` names out of both. Pre: `desk` is of `document`.
void leave_out_known(Document& document, Desk& desk, const std::set<std::string>& known);

/// The most severe of the findings that are open and not known; nothing if there is none.
[[nodiscard]] std::optional<Severity> worst_open(const Document& document, const RuleSet& rules,
                                                 const ReviewInput& input);

/// The name of an article's review file: "ARTICLE.review.jsonl", ARTICLE being what stands behind
/// the last slash of its id, every character but letters, digits, `-`, `_` and `.` as `_`.
[[nodiscard]] std::string review_file_name(std::string_view id);

}  // namespace cotejo

#endif
