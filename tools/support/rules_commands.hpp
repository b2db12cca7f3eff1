#ifndef COTEJO_TOOLS_SUPPORT_RULES_COMMANDS_HPP
#define COTEJO_TOOLS_SUPPORT_RULES_COMMANDS_HPP

#include <string>
#include <vector>

namespace cotejo {

/// `cotejo-rules lint|test|list|show|where|explain|expand|hash|compile …`. Returns the exit status.
[[nodiscard]] int run_rules(const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
