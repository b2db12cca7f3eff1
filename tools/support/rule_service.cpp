#include "rule_service.hpp"

#include "rule_directories.hpp"

#include <filesystem>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

// Loads the rules of every language that `directory` has a folder for; of all if it has common
// ones.
std::optional<Error> load_packs_of(const std::filesystem::path& directory, RuleLibrary& library) {
  const bool common = std::filesystem::exists(directory / "common");
  for (const std::string& language : library.languages()) {
    if (!common && !std::filesystem::exists(directory / language)) continue;
    const auto rules = library.rules_for(language);
    if (!rules) return rules.error();
  }
  return std::nullopt;
}

}  // namespace

RuleService::RuleService(RuleLibrary library) : library_(std::move(library)) {}

Result<std::unique_ptr<RuleService>> RuleService::open(const std::vector<std::string>& given,
                                                       RuleOrigin origin) {
  std::vector<std::filesystem::path> paths;
  const auto directories = find_rule_directories(given);
  for (const RuleDirectory& directory : directories) {
    paths.push_back(directory.path);
  }
  if (paths.empty()) {
    return Error{.kind = ErrorKind::bad_rule,
                 .message =
                     "no rules: there is no ../share/cotejo/rules beside the program and no "
                     "--rules"};
  }
  const bool parsed = origin == RuleOrigin::parsed;
  auto library =
      RuleLibrary::open(std::move(paths), parsed ? std::filesystem::path{} : compiled_directory());
  if (!library) return library.error();
  for (const RuleDirectory& directory : directories) {
    if (directory.origin == "shipped") continue;
    if (auto error = load_packs_of(directory.path, *library)) return *error;
  }
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
