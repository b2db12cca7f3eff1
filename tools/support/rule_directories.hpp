#ifndef COTEJO_TOOLS_SUPPORT_RULE_DIRECTORIES_HPP
#define COTEJO_TOOLS_SUPPORT_RULE_DIRECTORIES_HPP

#include <filesystem>
#include <string>
#include <vector>

namespace cotejo {

/// A rule directory and why it is in force.
struct RuleDirectory {
  std::filesystem::path path;
  std::string origin;  ///< "shipped", "/etc/xdg", "user", "COTEJO_RULES", "--rules"
};

/// The rule directories in force, lowest first: the shipped one beside the program, /etc/xdg, the
/// user's, those of COTEJO_RULES, those given with --rules. Of the first three, those that exist;
/// of the last two, all.
[[nodiscard]] std::vector<RuleDirectory> find_rule_directories(
    const std::vector<std::string>& given);

/// Where the shipped rules are compiled to, beside them; there may be none.
[[nodiscard]] std::filesystem::path compiled_directory();

/// The directory of the running program.
[[nodiscard]] std::filesystem::path program_directory();

/// The value of a variable of the environment, "" if it is not set.
[[nodiscard]] std::string environment(const char* name);

}  // namespace cotejo

#endif
