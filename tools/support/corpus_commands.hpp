#ifndef COTEJO_TOOLS_SUPPORT_CORPUS_COMMANDS_HPP
#define COTEJO_TOOLS_SUPPORT_CORPUS_COMMANDS_HPP

#include <string>
#include <vector>

namespace cotejo {

/// `cotejo-corpus build|add|remove|merge|list|show|export|search|stats|verify …`. Returns the exit
/// status.
[[nodiscard]] int run_corpus(const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
