#ifndef COTEJO_IO_ENTRY_TABLE_HPP
#define COTEJO_IO_ENTRY_TABLE_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A row of a table and the line it begins in.
struct TableRow {
  std::vector<std::string> cells;
  std::size_t line = 1;

  friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// The rows of comma-separated values (RFC 4180): cells may stand between double quotation marks
/// and then hold commas, line breaks and doubled marks. Line breaks are LF or CRLF; blank lines are
/// no rows. Error bad_record with the line where a mark is not closed, or text follows a closed
/// one.
[[nodiscard]] Result<std::vector<TableRow>> parse_csv(std::string_view text);

/// The rows of tab-separated values as the tools write them: `\t` `\n` `\\` inside a cell stand for
/// tab, line break and backslash. No quotation. Blank lines are no rows.
[[nodiscard]] std::vector<TableRow> parse_tsv(std::string_view text);

/// One cell of tab-separated values, escaped.
[[nodiscard]] std::string tsv_cell(std::string_view value);

/// An entry of a table, or why the row is none.
struct TableEntry {
  Result<CorpusEntry> entry;
  std::size_t line = 1;
};

/// The entries of a table whose first row names the members, as in docs/records.md. Empty cells are
/// members left out; a row without an `id` gets one as in read_entries. Error bad_record if the
/// first row names an unknown or doubled member, or there is none.
[[nodiscard]] Result<std::vector<TableEntry>> read_entry_table(const std::vector<TableRow>& rows);

}  // namespace cotejo

#endif
