#ifndef COTEJO_TOOLS_SUPPORT_FRONT_HPP
#define COTEJO_TOOLS_SUPPORT_FRONT_HPP

#include <string>
#include <vector>

namespace cotejo {

/// `cotejo COMMAND …`: becomes `cotejo-COMMAND …`, found beside this program, then on PATH. Without
/// a command, with --help, --version or `help COMMAND`, says what there is. Returns the exit status
/// if it does not become another program.
[[nodiscard]] int run_front(const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
