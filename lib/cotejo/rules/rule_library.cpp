#include <cotejo/rules/rule_library.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/compiled_rules.hpp>
#include <cotejo/rules/rule_packs.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

/// "es-MX" without its last part, or "".
std::string broader(std::string_view language) {
  const std::size_t dash = language.rfind('-');
  return dash == std::string_view::npos ? "" : std::string(language.substr(0, dash));
}

/// The packs of some directories; faults of their traits are an error.
Result<RulePacks> open_packs(std::vector<fs::path> directories, const fs::path& compiled) {
  auto packs = RulePacks::open(std::move(directories), compiled);
  if (!packs) return packs;
  std::vector<Diagnostic> faults;
  for (const auto& [path, file] : packs->files()) {
    std::ranges::copy(file.diagnostics, std::back_inserter(faults));
  }
  if (!faults.empty()) return Error{ErrorKind::bad_rule, render(std::move(faults))};
  return packs;
}

Result<SourceKey> key_of_pack(const RulePacks& packs, const std::string& pack) {
  const auto paths = packs.paths_of(pack);
  if (!paths) return paths.error();
  return key_of(*paths);
}

Result<RuleSet> parse_rules(RulePacks& packs, const std::string& pack) {
  auto files = packs.files_of(pack);
  if (!files) return files.error();
  BuiltRuleSet built = build_rule_set(pack, *files);
  if (built.usable()) return std::move(built.rules);
  std::erase_if(built.diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.severity != FaultSeverity::error;
  });
  return Error{ErrorKind::bad_rule, render(std::move(built.diagnostics))};
}

/// Writes a file under another name beside it, then gives it its own.
Result<Done> replace_file(const fs::path& path, std::string_view bytes) {
  std::error_code code;
  fs::create_directories(path.parent_path(), code);
  const fs::path draft = path.string() + ".new";
  std::ofstream out(draft, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) fs::rename(draft, path, code);
  if (!out || code) return Error{ErrorKind::io, "cannot be written", path.string()};
  return Done{};
}

}  // namespace

struct RuleLibrary::State {
  RulePacks packs;
  fs::path compiled;
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

Result<RuleLibrary> RuleLibrary::open(std::vector<fs::path> directories, fs::path compiled) {
  auto packs = open_packs(std::move(directories), compiled);
  if (!packs) return packs.error();
  return RuleLibrary(std::make_unique<State>(State{*std::move(packs), std::move(compiled), {}}));
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
  auto rules = make_rules(pack);
  if (!rules) return rules.error();
  auto kept = std::make_unique<RuleSet>(*std::move(rules));
  return state_->sets.emplace(pack, std::move(kept)).first->second.get();
}

Result<RuleSet> RuleLibrary::make_rules(const std::string& pack) {
  if (!state_->compiled.empty()) {
    const auto key = key_of_pack(state_->packs, pack);
    auto rules = key ? load_compiled_rules(state_->compiled / compiled_rules_name(pack), *key)
                     : std::optional<RuleSet>{};
    if (rules) return *std::move(rules);
  }
  return parse_rules(state_->packs, pack);
}

Result<Done> compile_rules(std::vector<fs::path> directories, const fs::path& compiled) {
  auto packs = open_packs(std::move(directories), {});
  if (!packs) return packs.error();
  std::vector<std::string> all{""};
  for (const auto& [pack, entries] : packs->traits()) all.push_back(pack);
  for (const std::string& pack : all) {
    const auto key = key_of_pack(*packs, pack);
    if (!key) return key.error();
    auto rules = parse_rules(*packs, pack);
    if (!rules) return rules.error();
    const std::string bytes = encode_rules(*std::move(rules), *key);
    if (auto done = replace_file(compiled / compiled_rules_name(pack), bytes); !done) return done;
  }
  const auto key = key_of(packs->traits_paths());
  if (!key) return key.error();
  return replace_file(compiled / compiled_traits_name(), encode_traits(packs->traits(), *key));
}

}  // namespace cotejo
