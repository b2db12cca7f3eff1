#ifndef COTEJO_REPORT_PAGE_RENDER_INDEX_HPP
#define COTEJO_REPORT_PAGE_RENDER_INDEX_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/report/standing.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace cotejo {

/// A row of the index of several pages.
struct IndexEntry {
  std::string file;  ///< the page's name, beside the index
  std::string id;
  std::string headline;
  std::string language;               ///< BCP 47, "" = unknown
  std::string date;                   ///< ISO 8601 day, "" = unknown
  std::array<std::size_t, 3> open{};  ///< findings that are open, by Severity
  std::size_t findings = 0;           ///< all that are shown
};

/// The row of a document, without its file.
[[nodiscard]] IndexEntry index_entry(const Document& document, const RuleSet& words,
                                     const ReviewInput& input);

/// The language that most of the articles are in, of several the first in the alphabet; ""
/// if none has one.
[[nodiscard]] std::string most_frequent_language(const std::vector<IndexEntry>& entries);

/// The index as one self-contained page: a row each, those with the most open errors first, then
/// warnings, then notes. The rows can be sorted by every column if scripts run. The order of
/// `entries` does not matter.
Result<std::string> render_index(std::vector<IndexEntry> entries, const RuleSet& words);

}  // namespace cotejo

#endif
