#include <cotejo/rules/rule_packs.hpp>

#include <cotejo/rules/rule_files.hpp>

#include <utility>

namespace cotejo {

namespace fs = std::filesystem;

Result<RulePacks> RulePacks::open(std::vector<fs::path> directories) {
  RulePacks made;
  for (const fs::path& directory : directories) {
    auto folders = packs_in(directory);
    if (!folders) return folders.error();
    for (const fs::path& folder : *folders) {
      if (auto done = made.add_folder(folder); !done) return done.error();
    }
  }
  made.directories_ = std::move(directories);
  return made;
}

Result<Done> RulePacks::add_folder(const fs::path& folder) {
  const std::string name = folder.filename().string();
  names_.insert(name);
  const fs::path path = folder / "language.toml";
  if (!fs::exists(path)) return Done{};
  auto read = file(path);
  if (!read) return read.error();
  for (const RuleEntry& entry : (*read)->entries) {
    if (entry.kind == "traits") traits_[name].push_back(entry);
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

Result<std::vector<const RuleFile*>> RulePacks::files_of(const std::string& pack) {
  std::vector<const RuleFile*> all;
  for (const fs::path& directory : directories_) {
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

}  // namespace cotejo
