#ifndef COTEJO_TOOLS_SUPPORT_OPTION_ROWS_HPP
#define COTEJO_TOOLS_SUPPORT_OPTION_ROWS_HPP

#include "option_table.hpp"

#include <string_view>
#include <vector>

namespace cotejo {

/// Every option that some tool has, once. A tool's table picks from them by name.
[[nodiscard]] const std::vector<OptionRow>& every_option_row();

/// The rows of these names, in that order. Pre: there are rows of these names.
[[nodiscard]] std::vector<OptionRow> pick_options(const std::vector<std::string_view>& names);

/// The options of every filter: input, rules, output, jobs, help.
[[nodiscard]] std::vector<OptionRow> filter_options();

/// Those, and further ones before the last three, which are about help.
[[nodiscard]] std::vector<OptionRow> filter_options_and(
    const std::vector<std::string_view>& further);

/// What the exit statuses of a filter mean, and of a tool that has findings.
extern const std::string_view filter_exit_status;
extern const std::string_view checker_exit_status;

/// Says of `since`, if it is among the rows, that it is an earlier run of the same articles.
void describe_since(std::vector<OptionRow>& rows);

}  // namespace cotejo

#endif
