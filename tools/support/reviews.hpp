#ifndef COTEJO_TOOLS_SUPPORT_REVIEWS_HPP
#define COTEJO_TOOLS_SUPPORT_REVIEWS_HPP

#include "option_table.hpp"
#include "rule_service.hpp"

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/report/standing.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cotejo {

/// What --review, --since and --today say of the findings of a run. May be asked by several threads
/// at once.
class Reviews {
 public:
  /// Error bad_record or io if a file of decisions or of an earlier run cannot be read; bad_usage
  /// if the language of the interface has no rules.
  static Result<Reviews> open(const ParsedOptions& options, RuleService& rules);

  /// What is known of a document's findings. Error if its review file, in a directory of them,
  /// cannot be read.
  [[nodiscard]] Result<ReviewInput> input_for(const Document& document) const;

  /// The most severe finding that is open and that no earlier run had.
  [[nodiscard]] Result<std::optional<Severity>> worst_open(const Document& document) const;

  /// The rules whose words and waivers a report of the document is made with: of --ui-language,
  /// else of its own language, else of the first one that has words for a report.
  [[nodiscard]] Result<const RuleSet*> words_for(const Document& document) const;
  /// The same for a list of documents in several languages: --ui-language, else the given one.
  [[nodiscard]] Result<const RuleSet*> words_in(const std::string& language) const;

 private:
  explicit Reviews(RuleService& rules) : rules_(&rules) {}
  std::optional<Error> read_review_path(const std::string& path);
  std::optional<Error> read_earlier_run(const std::string& path);

  using Prints = std::set<std::string>;
  RuleService* rules_;
  std::optional<std::string> language_;
  std::string today_;
  std::vector<ReviewLine> lines_;
  std::vector<std::string> directories_;                  // of review files, one an article
  std::optional<std::map<std::string, Prints>> earlier_;  // by id
};

}  // namespace cotejo

#endif
