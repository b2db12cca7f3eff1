#ifndef COTEJO_TOOLS_SUPPORT_RULE_SERVICE_HPP
#define COTEJO_TOOLS_SUPPORT_RULE_SERVICE_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/read/language.hpp>
#include <cotejo/read/read_article.hpp>
#include <cotejo/rules/rule_library.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Whether rules may come from compiled files, which hold no examples.
enum class RuleOrigin { compiled_or_parsed, parsed };

/// The rules in force and what is made of them, for any number of workers at once.
class RuleService {
 public:
  /// Opens the rule directories in force. Those that are not shipped are read at once, for every
  /// language that they have rules for, so that broken ones are told before any input is read.
  /// Errors as of RuleLibrary.
  static Result<std::unique_ptr<RuleService>> open(
      const std::vector<std::string>& given, RuleOrigin origin = RuleOrigin::compiled_or_parsed);

  /// As RuleLibrary::rules_for.
  Result<const RuleSet*> rules_for(std::string_view language);
  [[nodiscard]] bool has(std::string_view language);
  /// The codes of all languages that have a pack, sorted.
  [[nodiscard]] std::vector<std::string> languages();
  /// Made when first asked for.
  [[nodiscard]] const ArticleReader& article_reader();
  [[nodiscard]] const LanguageDetector& language_detector();

 private:
  explicit RuleService(RuleLibrary library);

  RuleLibrary library_;
  std::mutex mutex_;
  std::unique_ptr<ArticleReader> article_reader_;
  std::unique_ptr<LanguageDetector> language_detector_;
};

}  // namespace cotejo

#endif
