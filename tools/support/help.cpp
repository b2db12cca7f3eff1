#include "help.hpp"

#include <cotejo/rules/entry.hpp>

#include <algorithm>
#include <functional>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t width = 80;
constexpr std::size_t option_indent = 26;

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// `text` in lines of at most 80 columns, all but the first indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t column) {
  std::string out;
  for (const std::string& word : split_words(text)) {
    if (column > indent && column + 1 + columns(word) > width) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns(word);
  }
  return out;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return paragraphs;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string written(const OptionRow& row) {
  std::string text = row.letter == '\0' ? "    " : std::string{"-"} + row.letter + ", ";
  text += "--" + row.name;
  if (!row.argument.empty()) text += " " + row.argument;
  if (row.arity == OptionArity::several) text += "...";
  return text;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string{between}) + word;
  return text;
}

std::string help_of(const OptionRow& row) {
  std::string text = row.help;
  if (!row.choices.empty()) text += ": " + joined(row.choices, ", ");
  if (!row.fallback.empty()) text += " (default " + row.fallback + ")";
  if (row.arity == OptionArity::repeated) text += "; may be given several times";
  return text + ".";
}

std::string usage_line(const ProgramTable& table) {
  return "usage: " + table.name + " [OPTION...] " + table.arguments + "\n";
}

std::string help_line(const OptionRow& row) {
  std::string line = "  " + written(row);
  if (columns(line) + 2 > option_indent) {
    line += "\n" + std::string(option_indent, ' ');
  } else {
    line += std::string(option_indent - columns(line), ' ');
  }
  return line + wrapped(help_of(row), option_indent, option_indent) + "\n";
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
  return text;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return text;
}

std::string file_name(const ProgramTable& table) { return replaced(table.name, " ", "-"); }

std::string render_markdown(const ProgramTable& table) {
  std::string out = "# " + upper(file_name(table)) + "(1)\n\n## NAME\n\n" + file_name(table) +
                    " - " + table.summary + "\n\n## SYNOPSIS\n\n`" + table.name +
                    "` [*OPTION*...] " + replaced(table.arguments, "...", "\\...") +
                    "\n\n## DESCRIPTION\n\n" + table.description + "\n\n## OPTIONS\n\n";
  for (const OptionRow& row : table.options) {
    std::string option = written(row);
    option.erase(0, option.find_first_not_of(' '));
    out += "`" + option + "`\n:   " + help_of(row) + "\n\n";
  }
  out += "## EXIT STATUS\n\n";
  for (const std::string& line : lines_of(table.exit_status)) out += "* " + line + "\n";
  out += "\n## EXAMPLES\n\n";
  for (const ShellExample& example : table.examples) {
    out += example.purpose + ":\n\n```sh\n" + example.command + "\n```\n\n";
  }
  out.pop_back();
  return out;
}

std::string roff(std::string_view text) {
  std::string out = replaced(std::string{text}, "\\", "\\e");
  out = replaced(std::move(out), "-", "\\-");
  out = replaced(std::move(out), "\n.", "\n\\&.");
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

std::string render_roff(const ProgramTable& table) {
  std::string out = ".TH " + upper(file_name(table)) + " 1 \"\" \"cotejo " +
                    std::string{program_version()} + "\"\n.SH NAME\n" + roff(file_name(table)) +
                    " \\- " + roff(table.summary) + "\n.SH SYNOPSIS\n.B " + roff(table.name) +
                    "\n[\\fIOPTION\\fR...] " + roff(table.arguments) + "\n.SH DESCRIPTION\n";
  for (const std::string& paragraph : paragraphs_of(table.description)) {
    out += roff(paragraph) + "\n.PP\n";
  }
  out += ".SH OPTIONS\n";
  for (const OptionRow& row : table.options) {
    std::string option = written(row);
    option.erase(0, option.find_first_not_of(' '));
    out += ".TP\n.B " + roff(option) + "\n" + roff(help_of(row)) + "\n";
  }
  out += ".SH EXIT STATUS\n";
  for (const std::string& line : lines_of(table.exit_status)) out += roff(line) + "\n.br\n";
  out += ".SH EXAMPLES\n";
  for (const ShellExample& example : table.examples) {
    out +=
        roff(example.purpose) + ":\n.PP\n.nf\n.RS\n" + roff(example.command) + "\n.RE\n.fi\n.PP\n";
  }
  return out;
}

std::string function_name(const ProgramTable& table) {
  return "_" + replaced(file_name(table), "-", "_");
}

std::string all_options(const ProgramTable& table) {
  std::string text;
  for (const OptionRow& row : table.options) text += (text.empty() ? "--" : " --") + row.name;
  return text;
}

std::string render_bash(const ProgramTable& table) {
  const std::string function = function_name(table);
  std::string out = function + "() {\n  local current=\"${COMP_WORDS[COMP_CWORD]}\"\n" +
                    "  case \"${COMP_WORDS[COMP_CWORD-1]}\" in\n";
  for (const OptionRow& row : table.options) {
    if (row.choices.empty()) continue;
    out += "    --" + row.name + ") COMPREPLY=($(compgen -W '" + joined(row.choices, " ") +
           "' -- \"$current\")); return ;;\n";
  }
  return out + "  esac\n  if [[ $current == -* ]]; then\n    COMPREPLY=($(compgen -W '" +
         all_options(table) + "' -- \"$current\"))\n  else\n" +
         "    COMPREPLY=($(compgen -f -- \"$current\"))\n  fi\n}\ncomplete -o filenames -F " +
         function + " " + file_name(table) + "\n";
}

std::string zsh_quoted(std::string_view text) {
  std::string out = replaced(std::string{text}, "'", "'\\''");
  out = replaced(std::move(out), "[", "\\[");
  out = replaced(std::move(out), "]", "\\]");
  return replaced(std::move(out), ":", "\\:");
}

std::string render_zsh(const ProgramTable& table) {
  std::string out = "#compdef " + file_name(table) + "\n_arguments \\\n";
  for (const OptionRow& row : table.options) {
    out += "  '";
    if (row.arity == OptionArity::repeated || row.arity == OptionArity::several) out += "*";
    out += "--" + row.name + (row.argument.empty() ? "" : "=") + "[" + zsh_quoted(row.help) + "]";
    if (!row.choices.empty()) out += ":" + row.argument + ":(" + joined(row.choices, " ") + ")";
    if (row.choices.empty() && !row.argument.empty()) out += ":" + row.argument + ":_files";
    out += "' \\\n";
  }
  return out + "  '*:file:_files'\n";
}

std::string render_fish(const ProgramTable& table) {
  std::string out;
  for (const OptionRow& row : table.options) {
    out += "complete -c " + file_name(table) + " -l " + row.name;
    if (row.letter != '\0') out += std::string{" -s "} + row.letter;
    if (!row.argument.empty()) out += " -r";
    if (!row.choices.empty()) out += " -f -a '" + joined(row.choices, " ") + "'";
    out += " -d '" + replaced(replaced(row.help, "\\", "\\\\"), "'", "\\'") + "'\n";
  }
  return out;
}

}  // namespace

std::string_view program_version() { return COTEJO_VERSION; }

std::string render_help(const ProgramTable& table) {
  std::string out = usage_line(table) + wrapped(table.summary, 0, 0) + ".\n";
  for (const std::string& paragraph : paragraphs_of(table.description)) {
    out += "\n" + wrapped(paragraph, 0, 0) + "\n";
  }
  out += "\nOptions:\n";
  for (const OptionRow& row : table.options) out += help_line(row);
  if (!table.examples.empty()) out += "\nExamples:\n";
  for (const ShellExample& example : table.examples) {
    out += "  " + example.command + "\n      " + wrapped(example.purpose, 6, 6) + "\n";
  }
  out += "\nExit status:\n";
  for (const std::string& line : lines_of(table.exit_status)) {
    out += "  " + line.substr(0, 3) + wrapped(line.substr(3), 5, 5) + "\n";
  }
  return out;
}

std::string render_usage(const ProgramTable& table) {
  return usage_line(table) + "no input: name a file, or - for the terminal; --help says more\n";
}

std::string render_help_as(const ProgramTable& table, std::string_view form) {
  if (form == "md") return render_markdown(table);
  if (form == "man") return render_roff(table);
  if (form == "bash") return render_bash(table);
  if (form == "zsh") return render_zsh(table);
  return render_fish(table);
}

}  // namespace cotejo
