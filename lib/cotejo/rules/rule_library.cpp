#include <cotejo/rules/rule_library.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/rule_packs.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

/// "es-MX" without its last part, or "".
std::string broader(std::string_view language) {
  const std::size_t dash = language.rfind('-');
  return dash == std::string_view::npos ? "" : std::string(language.substr(0, dash));
}

}  // namespace

struct RuleLibrary::State {
  RulePacks packs;
  std::map<std::string, std::unique_ptr<RuleSet>, std::less<>> sets;

  [[nodiscard]] bool is_language(std::string_view pack) const {
    return !packs.traits_of(pack).empty();
  }
  /// The pack that serves `language`: its own, or that of the language it is a variety of; or "".
  [[nodiscard]] std::string pack_of(std::string_view language) const {
    for (std::string code(language); !code.empty(); code = broader(code)) {
      if (is_language(code)) return code;
    }
    return "";
  }
};

RuleLibrary::RuleLibrary(std::unique_ptr<State> state) : state_(std::move(state)) {}
RuleLibrary::~RuleLibrary() = default;
RuleLibrary::RuleLibrary(RuleLibrary&&) noexcept = default;
RuleLibrary& RuleLibrary::operator=(RuleLibrary&&) noexcept = default;

Result<RuleLibrary> RuleLibrary::open(std::vector<fs::path> directories) {
  auto packs = RulePacks::open(std::move(directories));
  if (!packs) return packs.error();
  std::vector<Diagnostic> faults;
  for (const auto& [path, file] : packs->files()) {
    std::ranges::copy(file.diagnostics, std::back_inserter(faults));
  }
  if (!faults.empty()) return Error{ErrorKind::bad_rule, render(std::move(faults))};
  return RuleLibrary(std::make_unique<State>(State{*std::move(packs), {}}));
}

std::vector<std::string> RuleLibrary::languages() const {
  std::vector<std::string> codes;
  for (const std::string& pack : state_->packs.names()) {
    if (state_->is_language(pack)) codes.push_back(pack);
  }
  return codes;
}

bool RuleLibrary::has(std::string_view language) const {
  return !state_->pack_of(language).empty();
}

std::vector<LanguageTraits> RuleLibrary::traits() const {
  std::vector<LanguageTraits> all;
  for (const std::string& code : languages()) {
    LanguageTraits traits;
    for (const std::string& pack : state_->packs.chain(code)) {
      for (const RuleEntry& entry : state_->packs.traits_of(pack)) {
        traits = read_traits(entry, std::move(traits));
      }
    }
    traits.code = code;
    all.push_back(std::move(traits));
  }
  return all;
}

Result<const RuleSet*> RuleLibrary::rules_for(std::string_view language) {
  const std::string pack = state_->pack_of(language);
  const auto known = state_->sets.find(pack);
  if (known != state_->sets.end()) return known->second.get();
  auto files = state_->packs.files_of(pack);
  if (!files) return files.error();
  BuiltRuleSet built = build_rule_set(pack, *files);
  if (!built.usable()) {
    std::erase_if(built.diagnostics, [](const Diagnostic& diagnostic) {
      return diagnostic.severity != FaultSeverity::error;
    });
    return Error{ErrorKind::bad_rule, render(std::move(built.diagnostics))};
  }
  auto rules = std::make_unique<RuleSet>(std::move(built.rules));
  return state_->sets.emplace(pack, std::move(rules)).first->second.get();
}

}  // namespace cotejo
