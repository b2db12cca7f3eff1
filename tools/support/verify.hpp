#ifndef COTEJO_TOOLS_SUPPORT_VERIFY_HPP
#define COTEJO_TOOLS_SUPPORT_VERIFY_HPP

#include <string>
#include <vector>

namespace cotejo {

/// `cotejo verify`: all stages in one process, by the functions of the filters.
[[nodiscard]] int run_verify(const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
