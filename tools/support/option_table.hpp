#ifndef COTEJO_TOOLS_SUPPORT_OPTION_TABLE_HPP
#define COTEJO_TOOLS_SUPPORT_OPTION_TABLE_HPP

#include <cotejo/base/result.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// How often an option may be given and what it takes.
enum class OptionArity {
  flag,      ///< takes nothing
  once,      ///< takes one value; the last one given counts
  repeated,  ///< takes one value each time
  several    ///< takes all values up to the next option, each time
};

/// One option: everything that parsing, help, manual page and completions need to know of it.
struct OptionRow {
  std::string name;                    ///< "format" for --format
  char letter = '\0';                  ///< 'j' for -j, or none
  std::string argument;                ///< "FORMAT"; "" for a flag
  std::string help;                    ///< one sentence or two, no final full stop
  std::string fallback{};              ///< the value when it is not given, "" if there is none
  std::vector<std::string> choices{};  ///< the values it takes, empty if any
  OptionArity arity = OptionArity::once;
};

/// One line of a shell and what it does.
struct ShellExample {
  std::string command;
  std::string purpose;
};

/// One program or one command of a program.
struct ProgramTable {
  std::string name;         ///< "cotejo-quotes", "cotejo verify"
  std::string summary;      ///< one line, for NAME
  std::string arguments;    ///< "[FILE...]"
  std::string description;  ///< paragraphs parted by blank lines
  std::vector<OptionRow> options;
  std::vector<ShellExample> examples;
  std::string exit_status;  ///< lines "0  …"
};

/// What was asked for on the command line.
class ParsedOptions {
 public:
  [[nodiscard]] bool has(std::string_view name) const;
  /// The last value given, else the fallback of the table, else "".
  [[nodiscard]] std::string value(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> maybe(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
  /// What is no option.
  [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  friend Result<ParsedOptions> parse_options(const ProgramTable&, const std::vector<std::string>&,
                                             const std::vector<std::string>&);

  std::map<std::string, std::vector<std::string>, std::less<>> given_;
  std::map<std::string, std::string, std::less<>> fallbacks_;
  std::vector<std::string> arguments_;
};

/// Parses `arguments` (without the program's name) by the table. `before` are options that come
/// first and may be overridden, as from COTEJO_OPTIONS; those the table does not have are passed
/// over there if another tool has them. Error bad_usage in one line, naming what is wrong and the
/// nearest right name.
[[nodiscard]] Result<ParsedOptions> parse_options(const ProgramTable& table,
                                                  const std::vector<std::string>& before,
                                                  const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
