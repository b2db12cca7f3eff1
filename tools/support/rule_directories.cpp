#include "rule_directories.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

void add_if_there(std::vector<RuleDirectory>& directories, const fs::path& path,
                  std::string origin) {
  std::error_code code;
  if (fs::is_directory(path, code)) directories.push_back({path, std::move(origin)});
}

fs::path user_directory() {
  if (const std::string config = environment("XDG_CONFIG_HOME"); !config.empty()) {
    return fs::path{config} / "cotejo" / "rules";
  }
  const std::string home = environment("HOME");
  return home.empty() ? fs::path{} : fs::path{home} / ".config" / "cotejo" / "rules";
}

void add_listed(std::vector<RuleDirectory>& directories, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(':'), list.size());
    if (end > 0) directories.push_back({fs::path{list.substr(0, end)}, "COTEJO_RULES"});
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string{value};
}

fs::path program_directory() {
  std::error_code code;
  return fs::read_symlink("/proc/self/exe", code).parent_path();
}

fs::path compiled_directory() {
  return program_directory().parent_path() / "share" / "cotejo" / "compiled";
}

std::vector<RuleDirectory> find_rule_directories(const std::vector<std::string>& given) {
  std::vector<RuleDirectory> directories;
  const fs::path shipped = program_directory().parent_path() / "share" / "cotejo" / "rules";
  add_if_there(directories, shipped, "shipped");
  add_if_there(directories, "/etc/xdg/cotejo/rules", "/etc/xdg");
  if (const fs::path user = user_directory(); !user.empty()) {
    add_if_there(directories, user, "user");
  }
  add_listed(directories, environment("COTEJO_RULES"));
  for (const std::string& path : given) directories.push_back({fs::path{path}, "--rules"});
  return directories;
}

}  // namespace cotejo
