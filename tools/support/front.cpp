#include "front.hpp"

#include "filter.hpp"
#include "help.hpp"
#include "option_rows.hpp"
#include "rule_directories.hpp"
#include "verify.hpp"

#include <cotejo/rules/diagnostic.hpp>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

struct Command {
  std::string_view name;
  std::string_view purpose;
};

constexpr std::array commands{Command{"verify", "check articles from end to end, in one process"},
                              Command{"read", "make records of articles"},
                              Command{"quotes", "find reported speech"},
                              Command{"attribution", "say who spoke, and through whom"},
                              Command{"quantities", "find numbers and what they count"},
                              Command{"claims", "find statements that can be checked"},
                              Command{"check", "check against a corpus and the article itself"},
                              Command{"report", "render what was found for an editor"},
                              Command{"corpus", "build, list and search a reference corpus"},
                              Command{"rules", "look at, test and explain the rules in force"}};

ProgramTable table() {
  std::string description =
      "Verifies the quotes and numbers of a news article before it is printed. `cotejo COMMAND` is "
      "the program `cotejo-COMMAND`, beside this one or on PATH.\n\nCommands: ";
  for (const Command& command : commands) {
    description += std::string{command.name} + " (" + std::string{command.purpose} + ")";
    description += command.name == commands.back().name ? "." : "; ";
  }
  return {.name = "cotejo",
          .summary = "verify the quotes and numbers of an article",
          .arguments = "COMMAND [ARGUMENT...]",
          .description = std::move(description),
          .options = pick_options({"help-as", "version", "help"}),
          .examples = {{"cotejo verify article.txt", "The findings of an article"},
                       {"cotejo read article.txt | cotejo quotes --format text", "Its quotes"},
                       {"cotejo help quotes", "What cotejo-quotes does"}},
          .exit_status = "0-2  as of the command\n2  there is no such command"};
}

std::string command_list() {
  std::string text =
      "usage: cotejo COMMAND [ARGUMENT...]\nVerify the quotes and numbers of an "
      "article before it is printed.\n\nCommands:\n";
  for (const Command& command : commands) {
    text += "  " + std::string{command.name} + std::string(14 - command.name.size(), ' ') +
            std::string{command.purpose} + "\n";
  }
  return text +
         "\n`cotejo help COMMAND` says more. A program cotejo-foo on PATH is the command foo.\n";
}

// Becomes the program; returns only if it cannot.
void become(const std::string& path, const std::vector<std::string>& arguments) {
  std::vector<char*> values;
  std::string name = path;
  std::vector<std::string> copies = arguments;
  values.push_back(name.data());
  for (std::string& argument : copies) values.push_back(argument.data());
  values.push_back(nullptr);
  ::execvp(path.c_str(), values.data());
}

int become_command(const std::string& command, const std::vector<std::string>& arguments) {
  const std::string program = "cotejo-" + command;
  if (command.find('/') == std::string::npos) {
    become((program_directory() / program).string(), arguments);
    become(program, arguments);
  }
  if (errno != ENOENT) {
    say("cotejo", program + ": " + std::strerror(errno));
    return exit_failed;
  }
  std::vector<std::string_view> names;
  for (const Command& known : commands) names.push_back(known.name);
  const std::string_view nearest = nearest_name(command, names);
  say("cotejo", "no command " + command +
                    (nearest.empty() ? "; cotejo --help lists them"
                                     : "; did you mean " + std::string{nearest} + "?"));
  return exit_failed;
}

}  // namespace

int run_front(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    say("cotejo", "no command; cotejo --help lists them");
    return exit_failed;
  }
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (arguments.front() == "help" && !rest.empty()) {
    if (rest.front() == "verify") return run_verify({"--help"});
    return become_command(rest.front(), {"--help"});
  }
  if (arguments.front() == "help" || arguments == std::vector<std::string>{"--help"} ||
      arguments == std::vector<std::string>{"-h"}) {
    return print("cotejo", command_list());
  }
  if (arguments.front().starts_with('-')) return start(table(), arguments).status;
  return become_command(arguments.front(), rest);
}

}  // namespace cotejo
