#ifndef COTEJO_REPORT_PAGE_SECTIONS_HPP
#define COTEJO_REPORT_PAGE_SECTIONS_HPP

#include <cotejo/report/page/page_data.hpp>
#include <cotejo/report/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace cotejo {

/// The sections of the page, one function each. Every section has `absent` ("not checked: …", if a
/// layer it needs has not run) and `empty` (if it ran and found nothing) beside its own names,
/// which stand where the function sets them.

/// How many cards, ledger rows and claims a page holds; a browser must still open it. A section
/// that has more says so (`cut`).
inline constexpr std::size_t max_items = 2000;

/// "The first 2000 of 5000 …"; "" if all are shown.
[[nodiscard]] std::string cut_in_words(const Sheet& sheet, std::size_t total);

/// What `make` gives for each of the first max_items of `items`, in order.
template <typename Items, typename Make>
[[nodiscard]] std::vector<PageData> data_of_first(const Items& items, Make make) {
  return data_of_each(std::span(items).first(std::min(items.size(), max_items)), make);
}

/// Headline, language, date, hash of the text, counts by severity, coverage of the quotes.
[[nodiscard]] PageData strip_section(const Sheet& sheet);
/// The errors, a line each.
[[nodiscard]] PageData must_fix_section(const Sheet& sheet);
/// The paragraphs with numbered marks, each with its notes.
[[nodiscard]] PageData article_section(const Sheet& sheet);
/// A card for each quote: printed words against the source's.
[[nodiscard]] PageData quotes_section(const Sheet& sheet);
/// Every number with its value, what it counts, whose it is and what was found.
[[nodiscard]] PageData numbers_section(const Sheet& sheet);
/// Claims, most check-worthy first, with what they were compared with and earlier fact-checks.
[[nodiscard]] PageData claims_section(const Sheet& sheet);
/// Who is cited, their shares, and who relayed whom.
[[nodiscard]] PageData sources_section(const Sheet& sheet);
/// What no program can do.
[[nodiscard]] PageData check_list_section(const Sheet& sheet);
/// Rules, layers, and what was not checked.
[[nodiscard]] PageData method_section(const Sheet& sheet);

/// A verdict with its tone, label, other labels and justification.
[[nodiscard]] PageData verdict_data(const Sheet& sheet, Id<Verdict> verdict);
/// A passage of the corpus with its origin.
[[nodiscard]] PageData passage_data(const Sheet& sheet, Id<Evidence> evidence);
/// Links to the notes of findings.
[[nodiscard]] std::vector<PageData> finding_links(const Sheet& sheet,
                                                  const std::vector<Id<Finding>>& findings);

}  // namespace cotejo

#endif
