#ifndef COTEJO_IO_ENTRY_JSON_HPP
#define COTEJO_IO_ENTRY_JSON_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The entries that one line of JSON holds, members as in docs/records.md ("Entries of a reference
/// corpus"), or schema.org ClaimReview, alone, in a list or in a `@graph`; other nodes of a graph
/// are passed over. One entry unless it is JSON-LD.
///
/// Without an `id`, the id is the first 12 hex digits of the SHA-256 of what was read. Error
/// bad_record with the way to the fault.
[[nodiscard]] Result<std::vector<CorpusEntry>> read_entries(std::string_view json);

/// The entry of one line. Error bad_record if it holds none or several.
[[nodiscard]] Result<CorpusEntry> read_entry(std::string_view line);

/// The entry as one line of JSON without its line break, without the members that are "" or absent.
[[nodiscard]] std::string write_entry(const CorpusEntry& entry);

/// What is wrong with the entry as such: a figure without value, text where there is none, a day
/// that is none; "" if nothing is.
[[nodiscard]] std::string fault_of_entry(const CorpusEntry& entry);

}  // namespace cotejo

#endif
