#include <cotejo/rules/rule_library.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/read_rule_file.hpp>
#include <cotejo/rules/rule_files.hpp>

#include <algorithm>
#include <iterator>
#include <set>
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
  std::vector<fs::path> directories;
  std::map<std::string, std::vector<RuleEntry>, std::less<>> languages;  // language entries by code
  std::map<fs::path, RuleFile> files;
  std::map<std::string, std::unique_ptr<RuleSet>, std::less<>> sets;

  Result<const RuleFile*> file(const fs::path& path) {
    const auto known = files.find(path);
    if (known != files.end()) return &known->second;
    auto read = load_rule_file(path);
    if (!read) return read.error();
    return &files.emplace(path, *std::move(read)).first->second;
  }

  /// The pack that serves `language`: its own, or that of the language it is a variety of; or "".
  [[nodiscard]] std::string pack_of(std::string_view language) const {
    for (std::string code(language); !code.empty(); code = broader(code)) {
      if (languages.contains(code)) return code;
    }
    return "";
  }

  /// The packs a language is made of, most general first: common, its fallbacks, its own.
  [[nodiscard]] std::vector<std::string> chain(const std::string& pack) const {
    std::vector<std::string> packs{std::string(common_folder)};
    std::set<std::string> seen;
    add_chain(pack, packs, seen);
    return packs;
  }

  void add_chain(const std::string& pack, std::vector<std::string>& packs,
                 std::set<std::string>& seen) const {
    const auto found = languages.find(pack);
    if (found == languages.end() || !seen.insert(pack).second) return;
    for (const std::string& fallback : found->second.back().words("fallback")) {
      add_chain(fallback, packs, seen);
    }
    packs.push_back(pack);
  }

  Result<std::vector<const RuleFile*>> files_of(const std::string& pack) {
    std::vector<const RuleFile*> all;
    for (const fs::path& directory : directories) {
      for (const std::string& name : chain(pack)) {
        const fs::path folder = directory / name;
        if (!fs::is_directory(folder)) continue;
        auto paths = rule_files_in(folder);
        if (!paths) return paths.error();
        for (const fs::path& path : *paths) {
          auto read = file(path);
          if (!read) return read.error();
          all.push_back(*read);
        }
      }
    }
    return all;
  }
};

RuleLibrary::RuleLibrary() : state_(std::make_unique<State>()) {}
RuleLibrary::~RuleLibrary() = default;
RuleLibrary::RuleLibrary(RuleLibrary&&) noexcept = default;
RuleLibrary& RuleLibrary::operator=(RuleLibrary&&) noexcept = default;

Result<RuleLibrary> RuleLibrary::open(std::vector<fs::path> directories) {
  RuleLibrary library;
  State& state = *library.state_;
  std::vector<Diagnostic> faults;
  for (const fs::path& directory : directories) {
    auto packs = packs_in(directory);
    if (!packs) return packs.error();
    for (const fs::path& folder : *packs) {
      const fs::path path = folder / "language.toml";
      if (!fs::exists(path)) continue;
      auto file = state.file(path);
      if (!file) return file.error();
      std::ranges::copy((*file)->diagnostics, std::back_inserter(faults));
      for (const RuleEntry& entry : (*file)->entries) {
        if (entry.kind == "traits") state.languages[folder.filename().string()].push_back(entry);
      }
    }
  }
  state.directories = std::move(directories);
  if (!faults.empty()) return Error{ErrorKind::bad_rule, render(std::move(faults))};
  return library;
}

std::vector<std::string> RuleLibrary::languages() const {
  std::vector<std::string> codes;
  for (const auto& [code, entries] : state_->languages) codes.push_back(code);
  return codes;
}

bool RuleLibrary::has(std::string_view language) const {
  return !state_->pack_of(language).empty();
}

std::vector<LanguageTraits> RuleLibrary::traits() const {
  std::vector<LanguageTraits> all;
  for (const auto& [code, entries] : state_->languages) {
    LanguageTraits traits;
    for (const std::string& pack : state_->chain(code)) {
      const auto found = state_->languages.find(pack);
      if (found == state_->languages.end()) continue;
      for (const RuleEntry& entry : found->second) traits = read_traits(entry, std::move(traits));
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
  auto files = state_->files_of(pack);
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
