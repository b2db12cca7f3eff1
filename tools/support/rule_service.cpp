#include "rule_service.hpp"

#include "rule_directories.hpp"

#include <utility>

namespace cotejo {

RuleService::RuleService(RuleLibrary library) : library_(std::move(library)) {}

Result<std::unique_ptr<RuleService>> RuleService::open(const std::vector<std::string>& given) {
  std::vector<std::filesystem::path> paths;
  for (const RuleDirectory& directory : find_rule_directories(given)) {
    paths.push_back(directory.path);
  }
  if (paths.empty()) {
    return Error{.kind = ErrorKind::bad_rule,
                 .message =
                     "no rules: there is no ../share/cotejo/rules beside the program and no "
                     "--rules"};
  }
  auto library = RuleLibrary::open(std::move(paths));
  if (!library) return library.error();
  return std::unique_ptr<RuleService>(new RuleService(*std::move(library)));
}

Result<const RuleSet*> RuleService::rules_for(std::string_view language) {
  const std::scoped_lock lock(mutex_);
  return library_.rules_for(language);
}

bool RuleService::has(std::string_view language) {
  const std::scoped_lock lock(mutex_);
  return library_.has(language);
}

std::vector<std::string> RuleService::languages() {
  const std::scoped_lock lock(mutex_);
  return library_.languages();
}

const ArticleReader& RuleService::article_reader() {
  const std::scoped_lock lock(mutex_);
  if (!article_reader_) article_reader_ = std::make_unique<ArticleReader>(library_.traits());
  return *article_reader_;
}

const LanguageDetector& RuleService::language_detector() {
  const std::scoped_lock lock(mutex_);
  if (!language_detector_) {
    language_detector_ = std::make_unique<LanguageDetector>(library_.traits());
  }
  return *language_detector_;
}

}  // namespace cotejo
