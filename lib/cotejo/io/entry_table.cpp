#include <cotejo/io/entry_table.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/io/entry_json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t id_digits = 12;

Error bad_table(std::string message, std::size_t line) {
  return {.kind = ErrorKind::bad_record, .message = std::move(message), .file = {}, .line = line};
}

// RFC 4180, one character after the other.
class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : text_(text) {}

  Result<std::vector<TableRow>> parse() {
    while (at_ < text_.size()) {
      if (auto fault = parse_row()) return std::move(*fault);
    }
    return std::move(rows_);
  }

 private:
  std::optional<Error> parse_row() {
    TableRow row{.cells = {}, .line = line_};
    while (true) {
      std::string cell;
      if (auto fault = parse_cell(cell)) return fault;
      row.cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      skip_line_break();
      break;
    }
    const bool blank = row.cells.size() == 1 && row.cells.front().empty();
    if (!blank) rows_.push_back(std::move(row));
    return std::nullopt;
  }

  std::optional<Error> parse_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"') return parse_quoted(cell);
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    cell = text_.substr(at_, end - at_);
    if (cell.ends_with('\r')) cell.pop_back();
    at_ = end;
    return std::nullopt;
  }

  std::optional<Error> parse_quoted(std::string& cell) {
    const std::size_t opened = line_;
    ++at_;
    while (true) {
      const std::size_t mark = text_.find('"', at_);
      if (mark == std::string_view::npos) return bad_table("a quoted cell is not closed", opened);
      add(cell, text_.substr(at_, mark - at_));
      at_ = mark + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    const bool ends = at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n' ||
                      text_.substr(at_, 2) == "\r\n";
    if (!ends) return bad_table("text after the closing mark of a quoted cell", line_);
    return std::nullopt;
  }

  void add(std::string& cell, std::string_view piece) {
    line_ += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
    cell += piece;
  }

  void skip_line_break() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<TableRow> rows_;
};

std::string unescaped(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    const bool escape = next == 't' || next == 'n' || next == '\\';
    if (escape) ++i;
    text += !escape ? cell[i] : next == 't' ? '\t' : next == 'n' ? '\n' : '\\';
  }
  return text;
}

std::vector<std::string> tsv_cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(unescaped(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

using TextMember = std::pair<std::string_view, std::string CorpusEntry::*>;
constexpr std::array text_members{TextMember{"id", &CorpusEntry::id},
                                  TextMember{"speaker", &CorpusEntry::speaker},
                                  TextMember{"outlet", &CorpusEntry::outlet},
                                  TextMember{"date", &CorpusEntry::date},
                                  TextMember{"language", &CorpusEntry::language},
                                  TextMember{"title", &CorpusEntry::title},
                                  TextMember{"url", &CorpusEntry::url},
                                  TextMember{"licence", &CorpusEntry::licence},
                                  TextMember{"text", &CorpusEntry::text},
                                  TextMember{"body", &CorpusEntry::body},
                                  TextMember{"rating", &CorpusEntry::rating}};

using FigureMember = std::pair<std::string_view, std::string Figure::*>;
constexpr std::array figure_members{
    FigureMember{"measure", &Figure::measure}, FigureMember{"subject", &Figure::subject},
    FigureMember{"place", &Figure::place},     FigureMember{"from", &Figure::from},
    FigureMember{"to", &Figure::to},           FigureMember{"unit", &Figure::unit},
    FigureMember{"basis", &Figure::basis},     FigureMember{"source", &Figure::source},
    FigureMember{"note", &Figure::note}};

bool is_known(std::string_view name) {
  const auto named = [&](const auto& member) { return member.first == name; };
  return name == "kind" || name == "low" || name == "high" ||
         std::ranges::any_of(text_members, named) || std::ranges::any_of(figure_members, named);
}

std::optional<std::string> read_number(std::string_view cell, std::optional<double>& number) {
  double value = 0;
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || stop != cell.data() + cell.size() || !std::isfinite(value)) {
    return "\"" + std::string{cell} + "\": not a number";
  }
  number = value;
  return std::nullopt;
}

// Puts one cell where it belongs; says what is wrong with it.
std::optional<std::string> take_cell(CorpusEntry& entry, Figure& figure, std::string_view name,
                                     const std::string& cell) {
  if (cell.empty()) return std::nullopt;
  for (const auto& [member, field] : text_members) {
    if (member == name) entry.*field = cell;
  }
  for (const auto& [member, field] : figure_members) {
    if (member == name) figure.*field = cell;
  }
  if (name == "low") return read_number(cell, figure.low);
  if (name == "high") return read_number(cell, figure.high);
  if (name != "kind") return std::nullopt;
  const auto kind = value_named<EntryKind>(cell);
  if (!kind) return "\"" + cell + "\": not one of statement, document, fact-check, figure";
  entry.kind = *kind;
  return std::nullopt;
}

Result<CorpusEntry> read_row(const std::vector<std::string>& names, const TableRow& row) {
  if (row.cells.size() > names.size()) {
    return bad_table(std::to_string(row.cells.size()) + " cells, but the first row names " +
                         std::to_string(names.size()),
                     row.line);
  }
  CorpusEntry entry;
  Figure figure;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (auto fault = take_cell(entry, figure, names[i], row.cells[i])) {
      return bad_table(names[i] + ": " + *fault, row.line);
    }
  }
  if (entry.kind == EntryKind::figure) entry.figure = std::move(figure);
  if (auto fault = fault_of_entry(entry); !fault.empty()) return bad_table(fault, row.line);
  if (entry.id.empty()) entry.id = sha256(write_entry(entry)).substr(0, id_digits);
  return entry;
}

std::optional<Error> fault_of_names(const TableRow& header) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& name = header.cells[i];
    if (!is_known(name)) return bad_table("\"" + name + "\": no such member", header.line);
    if (std::find(header.cells.begin(), header.cells.begin() + static_cast<std::ptrdiff_t>(i),
                  name) != header.cells.begin() + static_cast<std::ptrdiff_t>(i)) {
      return bad_table("\"" + name + "\": named twice", header.line);
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<TableRow>> parse_csv(std::string_view text) { return CsvParser(text).parse(); }

std::vector<TableRow> parse_tsv(std::string_view text) {
  std::vector<TableRow> rows;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) rows.push_back({.cells = tsv_cells(line), .line = number});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

std::string tsv_cell(std::string_view value) {
  std::string cell;
  for (const char letter : value) {
    if (letter == '\t')
      cell += "\\t";
    else if (letter == '\n')
      cell += "\\n";
    else if (letter == '\\')
      cell += "\\\\";
    else
      cell += letter;
  }
  return cell;
}

Result<std::vector<TableEntry>> read_entry_table(const std::vector<TableRow>& rows) {
  if (rows.empty()) return bad_table("empty: a first row that names the members is wanted", 1);
  if (auto fault = fault_of_names(rows.front())) return std::move(*fault);
  std::vector<TableEntry> entries;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    entries.push_back({.entry = read_row(rows.front().cells, rows[i]), .line = rows[i].line});
  }
  return entries;
}

}  // namespace cotejo
