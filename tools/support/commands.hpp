#ifndef COTEJO_TOOLS_SUPPORT_COMMANDS_HPP
#define COTEJO_TOOLS_SUPPORT_COMMANDS_HPP

#include "option_table.hpp"

#include <functional>
#include <string>
#include <vector>

namespace cotejo {

/// One command of a program that has several: `cotejo-corpus build`.
struct SubCommand {
  std::string name;
  ProgramTable table;
  std::function<int(const ParsedOptions&)> run;
};

/// Runs the command that the first argument names, with its own options; without one, or with
/// --help, lists them. `whole` is the table of the program as such.
[[nodiscard]] int run_command(const ProgramTable& whole, const std::vector<SubCommand>& commands,
                              const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
