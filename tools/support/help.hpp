#ifndef COTEJO_TOOLS_SUPPORT_HELP_HPP
#define COTEJO_TOOLS_SUPPORT_HELP_HPP

#include "option_table.hpp"

#include <string>
#include <string_view>

namespace cotejo {

/// The version of all tools.
[[nodiscard]] std::string_view program_version();

/// `--help`: usage, description, options, examples, exit status; at most 80 columns wide.
[[nodiscard]] std::string render_help(const ProgramTable& table);

/// Two lines for who gave no input: usage, and where more is said.
[[nodiscard]] std::string render_usage(const ProgramTable& table);

/// `--help-as FORM`: "man" is roff for man(1), "md" its source under docs/man, "bash", "zsh" and
/// "fish" are completions. Pre: one of these.
[[nodiscard]] std::string render_help_as(const ProgramTable& table, std::string_view form);

}  // namespace cotejo

#endif
