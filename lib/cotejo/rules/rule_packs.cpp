#include <cotejo/rules/rule_packs.hpp>

#include <cotejo/rules/rule_files.hpp>

#include <optional>
#include <utility>

namespace cotejo {

namespace fs = std::filesystem;

Result<RulePacks> RulePacks::open(std::vector<fs::path> directories, const fs::path& compiled) {
  RulePacks made;
  made.directories_ = std::move(directories);
  if (auto done = made.find_packs(); !done) return done.error();
  if (!compiled.empty()) {
    const auto key = key_of(made.traits_paths_);
    auto traits = key ? load_compiled_traits(compiled / compiled_traits_name(), *key)
                      : std::optional<PackTraits>{};
    if (traits) {
      made.traits_ = *std::move(traits);
      return made;
    }
  }
  if (auto done = made.read_traits_files(); !done) return done.error();
  return made;
}

Result<Done> RulePacks::find_packs() {
  for (const fs::path& directory : directories_) {
    auto folders = packs_in(directory);
    if (!folders) return folders.error();
    std::vector<fs::path>& paths = traits_paths_.emplace_back();
    for (const fs::path& folder : *folders) {
      names_.insert(folder.filename().string());
      fs::path path = folder / "language.toml";
      if (fs::exists(path)) paths.push_back(std::move(path));
    }
  }
  return Done{};
}

Result<Done> RulePacks::read_traits_files() {
  for (const auto& paths : traits_paths_) {
    for (const fs::path& path : paths) {
      auto read = file(path);
      if (!read) return read.error();
      for (const RuleEntry& entry : (*read)->entries) {
        if (entry.kind == "traits")
          traits_[path.parent_path().filename().string()].push_back(entry);
      }
    }
  }
  return Done{};
}

Result<const RuleFile*> RulePacks::file(const fs::path& path) {
  const auto known = files_.find(path);
  if (known != files_.end()) return &known->second;
  auto read = load_rule_file(path);
  if (!read) return read.error();
  return &files_.emplace(path, *std::move(read)).first->second;
}

const std::vector<RuleEntry>& RulePacks::traits_of(std::string_view pack) const {
  static const std::vector<RuleEntry> none;
  const auto found = traits_.find(pack);
  return found == traits_.end() ? none : found->second;
}

std::vector<std::string> RulePacks::chain(const std::string& pack) const {
  std::vector<std::string> packs{std::string(common_folder)};
  std::set<std::string> seen;
  add_chain(pack, packs, seen);
  return packs;
}

void RulePacks::add_chain(const std::string& pack, std::vector<std::string>& packs,
                          std::set<std::string>& seen) const {
  if (!names_.contains(pack) || !seen.insert(pack).second) return;
  if (const auto& traits = traits_of(pack); !traits.empty()) {
    for (const std::string& fallback : traits.back().words("fallback")) {
      add_chain(fallback, packs, seen);
    }
  }
  packs.push_back(pack);
}

Result<std::vector<std::vector<fs::path>>> RulePacks::paths_of(const std::string& pack) const {
  std::vector<std::vector<fs::path>> all;
  for (const fs::path& directory : directories_) {
    std::vector<fs::path>& mine = all.emplace_back();
    for (const std::string& name : chain(pack)) {
      const fs::path folder = directory / name;
      if (!fs::is_directory(folder)) continue;
      auto paths = rule_files_in(folder);
      if (!paths) return paths.error();
      mine.insert(mine.end(), paths->begin(), paths->end());
    }
  }
  return all;
}

Result<std::vector<const RuleFile*>> RulePacks::files_of(const std::string& pack) {
  const auto paths = paths_of(pack);
  if (!paths) return paths.error();
  std::vector<const RuleFile*> all;
  for (const auto& directory : *paths) {
    for (const fs::path& path : directory) {
      auto read = file(path);
      if (!read) return read.error();
      all.push_back(*read);
    }
  }
  return all;
}

}  // namespace cotejo
