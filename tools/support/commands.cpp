#include "commands.hpp"

#include "filter.hpp"
#include "help.hpp"

#include <cotejo/rules/diagnostic.hpp>

#include <algorithm>
#include <string_view>

namespace cotejo {
namespace {

constexpr std::size_t name_width = 10;

std::string command_list(const std::vector<SubCommand>& commands) {
  std::string list = "Commands: ";
  for (const SubCommand& command : commands) {
    list += command.name + " (" + command.table.summary + ")";
    list += command.name == commands.back().name ? "." : "; ";
  }
  return list;
}

ProgramTable with_commands(ProgramTable table, const std::vector<SubCommand>& commands) {
  table.description += "\n\n" + command_list(commands);
  for (const SubCommand& command : commands) {
    table.examples.insert(table.examples.end(), command.table.examples.begin(),
                          command.table.examples.end());
    for (const OptionRow& row : command.table.options) {
      if (std::ranges::find(table.options, row.name, &OptionRow::name) != table.options.end())
        continue;
      table.options.insert(
          table.options.end() -
              std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(table.options.size())),
          row);
    }
  }
  return table;
}

std::string short_list(const ProgramTable& table, const std::vector<SubCommand>& commands) {
  std::string text = "usage: " + table.name + " COMMAND [OPTION...] [ARGUMENT...]\n" +
                     table.summary + ".\n\nCommands:\n";
  for (const SubCommand& command : commands) {
    text += "  " + command.name +
            std::string(name_width - std::min(name_width - 1, command.name.size()), ' ') +
            command.table.summary + "\n";
  }
  return text + "\n`" + table.name + " COMMAND --help` says more.\n";
}

}  // namespace

int run_command(const ProgramTable& whole, const std::vector<SubCommand>& commands,
                const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    say(whole.name, "no command; --help lists them");
    return exit_failed;
  }
  if (arguments.front() == "--help" || arguments.front() == "-h") {
    return print(whole.name, short_list(whole, commands));
  }
  if (arguments.front().starts_with('-')) {
    return start(with_commands(whole, commands), arguments).status;
  }
  const auto found = std::ranges::find(commands, arguments.front(), &SubCommand::name);
  if (found != commands.end()) {
    const Started started = start(found->table, {arguments.begin() + 1, arguments.end()});
    return started.options ? found->run(*started.options) : started.status;
  }
  std::vector<std::string_view> names;
  for (const SubCommand& command : commands) names.push_back(command.name);
  const std::string_view nearest = nearest_name(arguments.front(), names);
  say(whole.name, "no command " + arguments.front() +
                      (nearest.empty() ? "; --help lists them"
                                       : "; did you mean " + std::string{nearest} + "?"));
  return exit_failed;
}

}  // namespace cotejo
