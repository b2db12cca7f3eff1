// A rule file is read twice over: toml++ makes nodes with their places, and each table becomes a
// RuleEntry whose keys are checked against the schema. Everything wrong is collected, so that a
// writer of rules sees all faults at once. Tests: tests/lint/*, one folder per fault code.
#include <cotejo/rules/read_rule_file.hpp>

#include <cotejo/rules/schema.hpp>
#include <cotejo/text/utf8.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

namespace cotejo {
namespace {

std::string written_number(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end.ptr};
}

std::vector<std::string_view> split(std::string_view line, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = line.find(mark);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

/// Turns the nodes of one TOML file into entries.
class TomlReader {
 public:
  explicit TomlReader(RuleFile& file) : file_(file) {}

  void read() {
    try {
      const toml::table root = toml::parse(file_.bytes, file_.path);
      read_head(root);
      for (const auto& [key, node] : root) read_top(key.str(), node);
      // toml++ sorts keys; entries count in the order they are written.
      std::ranges::stable_sort(file_.entries, {},
                               [](const RuleEntry& entry) { return entry.place.line; });
    } catch (const toml::parse_error& error) {
      report("R001", place_of(error.source()), "syntax: " + std::string(error.description()));
    }
  }

 private:
  RulePlace place_of(const toml::source_region& region) const {
    return {file_.path, region.begin.line, region.begin.column};
  }
  RulePlace place_of(const toml::node& node) const { return place_of(node.source()); }

  void report(std::string code, RulePlace place, std::string text,
              FaultSeverity severity = FaultSeverity::error) {
    const auto line = std::string(source_line(file_.bytes, place.line));
    file_.diagnostics.push_back(
        {std::move(code), severity, std::move(text), std::move(place), line});
  }

  void read_head(const toml::table& root) {
    const auto* format = root.get("format");
    if (format == nullptr) {
      report("R002", {file_.path, 1, 1}, "the file has no 'format = 1'");
    } else if (format->value<std::int64_t>() != 1) {
      report("R002", place_of(*format), "format: expected 1, the only one there is");
    }
    if (const auto* language = root.get("language")) {
      if (const auto code = language->value<std::string>()) file_.language = *code;
    }
  }

  void read_top(std::string_view key, const toml::node& node) {
    if (key == "format" || key == "kind") return;
    if (key == "language" && node.is_string()) return;
    if (key == "disable") {
      read_disable(node);
      return;
    }
    const RuleKind* kind = find_rule_kind(key);
    if (kind == nullptr) {
      unknown_kind(key, node);
      return;
    }
    if (const auto* table = node.as_table()) {
      read_entry(*kind, *table);
      return;
    }
    const auto* tables = node.as_array();
    if (tables == nullptr || !tables->is_array_of_tables()) {
      report("R004", place_of(node), "'" + std::string(key) + "' must be a table");
      return;
    }
    for (const auto& item : *tables) read_entry(*kind, *item.as_table());
  }

  void unknown_kind(std::string_view key, const toml::node& node) {
    std::vector<std::string_view> names;
    for (const RuleKind& kind : rule_kinds()) names.push_back(kind.name);
    report("R024", place_of(node),
           "no such kind of entry: '" + std::string(key) + "'" +
               did_you_mean(nearest_name(key, names)));
  }

  static std::string did_you_mean(std::string_view name) {
    return name.empty() ? "" : "; did you mean '" + std::string(name) + "'?";
  }

  void read_disable(const toml::node& node) {
    const auto* ids = node.as_array();
    if (ids == nullptr) {
      report("R004", place_of(node), "'disable' must be a list of rule ids");
      return;
    }
    for (const auto& id : *ids) {
      if (const auto text = id.value<std::string>()) {
        file_.disabled.push_back({"disable", *text, place_of(id), {}});
      } else {
        report("R004", place_of(id), "'disable' must hold rule ids");
      }
    }
  }

  void read_entry(const RuleKind& kind, const toml::table& table) {
    RuleEntry entry;
    entry.kind = kind.name;
    entry.language = file_.language;
    entry.stage = file_.stage;
    entry.place = place_of(table);
    for (const auto& [key, node] : table) {
      if (key.str() == "id") continue;
      read_field(kind, entry, key.str(), node);
    }
    for (const RuleKey& key : kind.keys) {
      if (key.required && entry.find(key.name) == nullptr && table.get(key.name) == nullptr) {
        report("R005", entry.place,
               "[[" + std::string(kind.name) + "]] needs '" + std::string(key.name) + "'");
      }
    }
    if (set_id(entry, table)) file_.entries.push_back(std::move(entry));
  }

  /// Traits are one per language, verbs are named by their lemma; all others have an id.
  bool set_id(RuleEntry& entry, const toml::table& table) {
    std::string id(entry.kind == "verb" ? entry.text("lemma") : "");
    if (entry.kind == "traits") id = "traits";
    if (const auto* node = table.get("id")) id = node->value<std::string>().value_or("");
    if (id.empty()) {
      report("R005", entry.place, "[[" + entry.kind + "]] needs an 'id'");
      return false;
    }
    const bool verb = entry.kind == "verb" || entry.kind == "paradigm" || entry.kind == "marks";
    const std::string owner = entry.language.empty() ? "common" : entry.language;
    if (id.find('.') != std::string::npos) return set_full_id(entry, id);
    entry.id = entry.kind == "override" ? id
               : verb                   ? owner + "." + file_.stage + "." + entry.kind + "." + id
                                        : owner + "." + file_.stage + "." + id;
    return true;
  }

  /// "es.quotes.say" in a file of another pack means that very entry.
  bool set_full_id(RuleEntry& entry, const std::string& id) {
    entry.id = id;
    if (entry.kind == "override") return true;
    const std::size_t first = id.find('.');
    const std::size_t second = id.find('.', first + 1);
    if (second == std::string::npos || first == 0 || second + 1 == id.size()) {
      report("R009", entry.place, "'" + id + "' is no full id: expected language.stage.id");
      return false;
    }
    entry.language = id.substr(0, first) == "common" ? "" : id.substr(0, first);
    entry.stage = id.substr(first + 1, second - first - 1);
    return true;
  }

  void read_field(const RuleKind& kind, RuleEntry& entry, std::string_view name,
                  const toml::node& node) {
    const auto key = std::ranges::find(kind.keys, name, &RuleKey::name);
    if (key == kind.keys.end() && !kind.free_keys) {
      std::vector<std::string_view> names{"id"};
      for (const RuleKey& known : kind.keys) names.push_back(known.name);
      report("R003", place_of(node),
             "[[" + entry.kind + "]] has no key '" + std::string(name) + "'" +
                 did_you_mean(nearest_name(name, names)));
      return;
    }
    RuleField field{std::string(name), {}, place_of(node), {}};
    if (!read_value(node, field)) {
      report("R004", field.place, "'" + field.key + "' holds a kind of value that no rule has");
      return;
    }
    if (key != kind.keys.end() && !fits(field.value, key->type)) {
      report("R004", field.place,
             "'" + field.key + "' must be " + std::string(words_for(key->type)));
      return;
    }
    if (key != kind.keys.end() && !in_range(field, *key)) return;
    if (name == "pattern" && !stands_in_single_quotes(field.place)) {
      report("R004", field.place, "'pattern' must stand in single quotes on one line");
      return;
    }
    check_text(field);
    entry.fields.push_back(std::move(field));
  }

  bool in_range(const RuleField& field, const RuleKey& key) {
    const auto* number = std::get_if<double>(&field.value);
    if (number == nullptr || key.low >= key.high) return true;
    if (*number >= key.low && *number <= key.high) return true;
    report("R011", field.place,
           "'" + field.key + "' must be from " + written_number(key.low) + " to " +
               written_number(key.high));
    return false;
  }

  /// Only there does a place inside the string follow from the place of its begin.
  [[nodiscard]] bool stands_in_single_quotes(const RulePlace& place) const {
    std::string_view line = source_line(file_.bytes, place.line);
    for (std::size_t column = 1; column < place.column && !line.empty(); ++column) {
      line.remove_prefix(code_point_at(line, 0).length);
    }
    return line.starts_with('\'') && !line.starts_with("'''");
  }

  static bool fits(const RuleValue& value, RuleType type) {
    switch (type) {
      case RuleType::flag:
        return std::holds_alternative<bool>(value);
      case RuleType::number:
        return std::holds_alternative<double>(value);
      case RuleType::text:
        return std::holds_alternative<std::string>(value);
      case RuleType::words:
        return std::holds_alternative<std::string>(value) ||
               std::holds_alternative<std::vector<std::string>>(value);
      case RuleType::rows:
        return std::holds_alternative<std::vector<RuleRow>>(value);
    }
    return false;
  }

  static std::string_view words_for(RuleType type) {
    switch (type) {
      case RuleType::flag:
        return "true or false";
      case RuleType::number:
        return "a number";
      case RuleType::text:
        return "a string";
      case RuleType::words:
        return "a string of words or a list of strings";
      case RuleType::rows:
        return "a table {key = value} or a list of them";
    }
    return "";
  }

  bool read_value(const toml::node& node, RuleField& field) {
    if (const auto* text = node.as_string())
      field.value = text->get();
    else if (const auto* flag = node.as_boolean())
      field.value = flag->get();
    else if (node.is_number())
      field.value = node.value<double>().value_or(0);
    else if (const auto* table = node.as_table())
      field.value = std::vector{read_row(*table)};
    else if (const auto* array = node.as_array())
      return read_array(*array, field);
    else
      return false;
    return true;
  }

  bool read_array(const toml::array& array, RuleField& field) {
    std::vector<std::string> words;
    std::vector<RuleRow> rows;
    for (const auto& item : array) {
      field.items.push_back(place_of(item));
      if (const auto* text = item.as_string())
        words.push_back(text->get());
      else if (const auto* table = item.as_table())
        rows.push_back(read_row(*table));
      else if (item.is_number())
        words.push_back(written_number(item.value<double>().value_or(0)));
      else
        return false;
    }
    if (!words.empty() && !rows.empty()) return false;
    if (rows.empty())
      field.value = std::move(words);
    else
      field.value = std::move(rows);
    return true;
  }

  RuleRow read_row(const toml::table& table) {
    RuleRow row{place_of(table), {}};
    for (const auto& [key, node] : table) {
      if (const auto* text = node.as_string())
        row.cells.emplace_back(key.str(), text->get());
      else if (node.is_number())
        row.cells.emplace_back(key.str(), written_number(node.value<double>().value_or(0)));
      else if (const auto* flag = node.as_boolean())
        row.cells.emplace_back(key.str(), flag->get() ? "true" : "false");
      else
        report("R004", place_of(node), "'" + std::string(key.str()) + "' must be a plain value");
    }
    return row;
  }

  void check_text(const RuleField& field) {
    const auto check = [&](const std::string& text, const RulePlace& place) {
      if (!is_nfc(text)) report("R019", place, "'" + field.key + "' is not in normal form C");
    };
    if (const auto* text = std::get_if<std::string>(&field.value)) check(*text, field.place);
    if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
      for (std::size_t i = 0; i < list->size(); ++i) check((*list)[i], field.items[i]);
    }
  }

  RuleFile& file_;
};

/// Turns a TSV word list into one list entry with a row per line.
class TsvReader {
 public:
  explicit TsvReader(RuleFile& file) : file_(file) {}

  void read() {
    if (!read_head(source_line(file_.bytes, 1))) return;
    const auto columns = split(source_line(file_.bytes, 2), '\t');
    if (columns.front() != "name") {
      report(2, 1, "R002", "expected the column names, 'name' first");
      return;
    }
    std::vector<RuleRow> rows;
    std::string_view rest = file_.bytes;
    for (std::size_t line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (line > 2 && end > 0 && rest.front() != '#')
        read_row(line, columns, rest.substr(0, end), rows);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    entry_.fields.push_back({"rows", std::move(rows), entry_.place, {}});
    file_.entries.push_back(std::move(entry_));
  }

 private:
  void report(std::size_t line, std::size_t column, std::string code, std::string text) {
    file_.diagnostics.push_back({std::move(code),
                                 FaultSeverity::error,
                                 std::move(text),
                                 {file_.path, line, column},
                                 std::string(source_line(file_.bytes, line))});
  }

  bool read_head(std::string_view line) {
    constexpr std::string_view lead = "#cotejo ";
    if (!line.starts_with(lead)) {
      report(1, 1, "R002", "expected '#cotejo format=1 list=… layer=…'");
      return false;
    }
    bool format = false;
    std::string id;
    for (const std::string_view part : split(line.substr(lead.size()), ' ')) {
      const std::size_t mark = part.find('=');
      if (mark == std::string_view::npos) continue;
      const std::string_view key = part.substr(0, mark);
      const std::string value(part.substr(mark + 1));
      if (key == "format") format = value == "1";
      if (key == "list") id = value;
      if (key == "language") file_.language = value;
      if (key == "case") {
        RuleRow row;
        row.place = {file_.path, 1, 1};
        row.cells.emplace_back(key, value);
        RuleField with{"with", {}, row.place, {}};
        with.value = std::vector{std::move(row)};
        entry_.fields.push_back(std::move(with));
      }
      if (key == "layer") entry_.fields.push_back({"layer", value, {file_.path, 1, 1}, {}});
    }
    if (!format || id.empty()) {
      report(1, 1, "R002", "expected 'format=1' and 'list=…' in the first line");
      return false;
    }
    entry_.kind = "list";
    entry_.language = file_.language;
    entry_.stage = file_.stage;
    entry_.place = {file_.path, 1, 1};
    entry_.id = (file_.language.empty() ? "common" : file_.language) + "." + file_.stage + "." + id;
    return true;
  }

  void read_row(std::size_t line, const std::vector<std::string_view>& columns,
                std::string_view text, std::vector<RuleRow>& rows) {
    const auto cells = split(text, '\t');
    if (cells.size() != columns.size()) {
      report(line, 1, "R004",
             "expected " + std::to_string(columns.size()) + " columns, found " +
                 std::to_string(cells.size()));
      return;
    }
    RuleRow row{{file_.path, line, 1}, {}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) row.cells.emplace_back(columns[i], cells[i]);
    }
    rows.push_back(std::move(row));
  }

  RuleFile& file_;
  RuleEntry entry_;
};

}  // namespace

RuleFile read_rule_file(std::string path, std::string bytes) {
  RuleFile file;
  file.path = std::move(path);
  file.bytes = std::move(bytes);
  const std::filesystem::path name(file.path);
  const std::string filename = name.filename().string();
  file.stage = filename.substr(0, filename.find('.'));
  const std::string folder = name.parent_path().filename().string();
  if (folder != "common") file.language = folder;

  if (const auto bad = first_bad_utf8(file.bytes)) {
    const auto at =
        line_column(std::string_view(file.bytes).substr(0, *bad), static_cast<Offset>(*bad));
    file.diagnostics.push_back(
        {"R001", FaultSeverity::error, "not UTF-8", {file.path, at.line, at.column}, ""});
    return file;
  }
  if (name.extension() == ".tsv")
    TsvReader(file).read();
  else
    TomlReader(file).read();
  return file;
}

std::string_view source_line(std::string_view bytes, std::size_t number) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < number; ++line) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

RulePlace place_inside(const RulePlace& place, std::size_t offset) {
  constexpr std::size_t opening_quote = 1;
  return {place.file, place.line, place.column + opening_quote + offset};
}

}  // namespace cotejo
