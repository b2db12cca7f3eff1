#ifndef COTEJO_TOOLS_SUPPORT_FILTER_HPP
#define COTEJO_TOOLS_SUPPORT_FILTER_HPP

#include "option_table.hpp"
#include "worker.hpp"

#include <cotejo/io/layers.hpp>
#include <cotejo/model/finding.hpp>
#include <cotejo/report/colour.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Exit statuses of all tools.
inline constexpr int exit_done = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_failed = 2;

/// Prints "name: message" on standard error.
void say(std::string_view program, std::string_view message);

/// Prints a text on standard output; the exit status. A reader that left is no fault.
[[nodiscard]] int print(std::string_view program, std::string_view text);

/// The options of a run, or the exit status if there is nothing to run: help, version, a wrong
/// option; these are answered here.
struct Started {
  std::optional<ParsedOptions> options;
  int status = exit_done;
};
[[nodiscard]] Started start(const ProgramTable& table, const std::vector<std::string>& arguments);

/// The arguments behind the program's name.
[[nodiscard]] std::vector<std::string> arguments_of(int count, char** values);

/// Whether text is to be coloured, by --color, NO_COLOR and whether it goes to a terminal.
[[nodiscard]] Colour colour_of(const ParsedOptions& options);

/// How a stage's results are written: by --format and --positions.
[[nodiscard]] std::function<Result<Rendered>(const Finished&)> renderer_of(
    const ParsedOptions& options, Stage stage);

/// The least severe finding that fails a run; nothing if none does.
[[nodiscard]] std::optional<Severity> fail_threshold(const ParsedOptions& options);

/// One run over all inputs, to the output that the options name.
struct FilterRun {
  std::string program;  ///< for messages
  const ParsedOptions* options = nullptr;
  const Work* work = nullptr;
  std::string header;                             ///< written first
  std::optional<Severity> fail_on;                ///< findings from here on make the status 1
  std::function<void(const Worked&)> count = {};  ///< sees every result, in order
  bool to_standard_output = false;                ///< whatever --output says
  bool one_document = false;                      ///< a second one is an error
};
[[nodiscard]] int run_over_inputs(const FilterRun& run);

/// Writes one file, whole or not at all; the exit status, when what is wrong has been told.
[[nodiscard]] int write_side_file(std::string_view program, const SideFile& file);

/// Rules, work and usage of a run; or the exit status, when what is wrong has been told.
struct Prepared {
  std::unique_ptr<RuleService> rules;
  std::optional<Work> work;
  int status = exit_failed;
};
[[nodiscard]] Prepared prepare(const ProgramTable& table, const ParsedOptions& options,
                               std::optional<Stage> target);

/// The whole of a filter that adds one stage: start, rules, run.
[[nodiscard]] int run_filter(const ProgramTable& table, Stage stage,
                             const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
