#include "option_table.hpp"

#include "option_rows.hpp"

#include <cotejo/rules/diagnostic.hpp>

#include <boost/program_options.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

// Under this name Boost keeps what is no option; nobody can write it.
constexpr const char* positional_name = "\n";

Error bad_usage(std::string message) {
  return {.kind = ErrorKind::bad_usage, .message = std::move(message)};
}

po::options_description described(const std::vector<OptionRow>& rows) {
  po::options_description options;
  for (const OptionRow& row : rows) {
    auto* const value = po::value<Strings>();
    if (row.arity == OptionArity::flag) value->zero_tokens();
    if (row.arity == OptionArity::several) value->multitoken();
    const std::string names = row.letter == '\0' ? row.name : row.name + "," + row.letter;
    options.add_options()(names.c_str(), value);
  }
  options.add_options()(positional_name, po::value<Strings>());
  return options;
}

std::string unknown_option(const std::vector<OptionRow>& rows, const std::string& written) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : rows) names.push_back(row.name);
  const std::string name = written.substr(std::min(written.find_first_not_of('-'), written.size()));
  const std::string_view nearest = nearest_name(name, names);
  std::string message = "unknown option " + written;
  if (!nearest.empty()) message += "; did you mean --" + std::string{nearest} + "?";
  return message;
}

po::parsed_options parsed_by(const po::options_description& options, const Strings& words) {
  po::positional_options_description positional;
  positional.add(positional_name, -1);
  const int style = po::command_line_style::unix_style &
                    ~static_cast<int>(po::command_line_style::allow_guessing);
  return po::command_line_parser(words).options(options).positional(positional).style(style).run();
}

// Boost reports what is wrong with exceptions; they end here.
Result<po::parsed_options> parse_words(const std::vector<OptionRow>& rows, const Strings& words) {
  const po::options_description options = described(rows);
  try {
    po::parsed_options parsed = parsed_by(options, words);
    parsed.description = nullptr;
    return parsed;
  } catch (const po::unknown_option& error) {
    return bad_usage(unknown_option(rows, error.get_option_name()));
  } catch (const po::invalid_command_line_syntax& error) {
    const std::string name = error.get_option_name();
    const bool missing = error.kind() == po::invalid_syntax::missing_parameter;
    return bad_usage(name + (missing ? " needs a value" : ": takes no value"));
  } catch (const po::error& error) {
    return bad_usage(error.what());
  }
}

const OptionRow* find_row(const std::vector<OptionRow>& rows, std::string_view name) {
  const auto found = std::ranges::find(rows, name, &OptionRow::name);
  return found == rows.end() ? nullptr : &*found;
}

std::string listed(const std::vector<std::string>& choices) {
  std::string text;
  for (const std::string& choice : choices) text += (text.empty() ? "" : ", ") + choice;
  return text;
}

std::optional<Error> fault_of(const OptionRow& row, const Strings& values) {
  if (row.choices.empty()) return std::nullopt;
  for (const std::string& value : values) {
    if (std::ranges::find(row.choices, value) != row.choices.end()) continue;
    return bad_usage("--" + row.name + " " + value + ": not one of " + listed(row.choices));
  }
  return std::nullopt;
}

}  // namespace

bool ParsedOptions::has(std::string_view name) const { return given_.contains(name); }

std::string ParsedOptions::value(std::string_view name) const {
  if (auto given = maybe(name)) return *given;
  const auto fallback = fallbacks_.find(name);
  return fallback == fallbacks_.end() ? std::string{} : fallback->second;
}

std::optional<std::string> ParsedOptions::maybe(std::string_view name) const {
  const auto given = given_.find(name);
  if (given == given_.end() || given->second.empty()) return std::nullopt;
  return given->second.back();
}

std::vector<std::string> ParsedOptions::values(std::string_view name) const {
  const auto given = given_.find(name);
  return given == given_.end() ? Strings{} : given->second;
}

Result<ParsedOptions> parse_options(const ProgramTable& table,
                                    const std::vector<std::string>& before,
                                    const std::vector<std::string>& arguments) {
  ParsedOptions options;
  for (const OptionRow& row : table.options) options.fallbacks_[row.name] = row.fallback;
  const auto take = [&](const po::parsed_options& parsed, bool own) -> std::optional<Error> {
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0) {
        options.arguments_.insert(options.arguments_.end(), option.value.begin(),
                                  option.value.end());
        continue;
      }
      const OptionRow* const row = find_row(table.options, option.string_key);
      if (row == nullptr && !own) continue;
      if (auto fault = fault_of(*row, option.value)) return fault;
      auto& values = options.given_[option.string_key];
      values.insert(values.end(), option.value.begin(), option.value.end());
    }
    return std::nullopt;
  };
  const auto first = parse_words(every_option_row(), before);
  if (!first) return bad_usage("COTEJO_OPTIONS: " + first.error().message);
  if (auto fault = take(*first, false)) return bad_usage("COTEJO_OPTIONS: " + fault->message);
  const auto second = parse_words(table.options, arguments);
  if (!second) return second.error();
  if (auto fault = take(*second, true)) return *fault;
  return options;
}

}  // namespace cotejo
