#ifndef COTEJO_REPORT_EXPORTS_EXPORTS_HPP
#define COTEJO_REPORT_EXPORTS_EXPORTS_HPP

#include <cotejo/report/sheet.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// The report as CommonMark with tables (GFM): the sections of the page in their order.
[[nodiscard]] std::string export_markdown(const Sheet& sheet);

/// The number ledger as RFC 4180 lines without the header, one per quantity; empty without any.
/// Cells that a spreadsheet would take for a formula begin with an apostrophe.
[[nodiscard]] std::string export_ledger(const Sheet& sheet);
/// Its header line.
inline constexpr std::string_view ledger_header =
    "id,number,place,printed,kind,low,high,unit,modifier,counted,from,to,speaker,relayed_by,"
    "verdict,reference,findings\r\n";

/// The findings as a log of SARIF 2.1.0 (OASIS, errata 01), columns in code points. Each result has
/// the finding's print; a decided finding is suppressed, with who decided and why.
[[nodiscard]] std::string export_sarif(const Sheet& sheet);

/// The findings as a page of W3C Web Annotations (JSON-LD, Recommendation of 2017), each with a
/// quote selector and a position selector in code points.
[[nodiscard]] std::string export_annotations(const Sheet& sheet);

/// A draft of a schema.org ClaimReview for each accepted finding, as a JSON-LD list; its rating
/// says how the article stands to the corpus, and its address is left to be filled in.
[[nodiscard]] std::string export_claim_reviews(const Sheet& sheet);

/// The article's address as a URI reference: meta.url if it can be linked, else its path or id,
/// percent-encoded (RFC 3986).
[[nodiscard]] std::string uri_of(const Document& document);

/// "urn:uuid:…" of 32 hexadecimal digits made from `name` (RFC 9562, version 8).
[[nodiscard]] std::string urn_of(std::string_view name);

}  // namespace cotejo

#endif
