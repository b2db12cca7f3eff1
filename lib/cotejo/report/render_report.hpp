#ifndef COTEJO_REPORT_RENDER_REPORT_HPP
#define COTEJO_REPORT_RENDER_REPORT_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/report/colour.hpp>
#include <cotejo/report/standing.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// The forms a report can take.
enum class ReportFormat {
  html,         ///< one self-contained page
  text,         ///< for a terminal of fixed width
  markdown,     ///< CommonMark with tables
  csv,          ///< the number ledger, without its header line
  sarif,        ///< the findings for code-scanning tools
  webanno,      ///< the findings as W3C annotations
  claimreview,  ///< drafts of fact-checks of what was accepted
  lines         ///< the findings as file:line:column lines
};
template <>
inline constexpr std::array names_of<ReportFormat>{
    std::string_view{"html"},        std::string_view{"text"},  std::string_view{"md"},
    std::string_view{"csv"},         std::string_view{"sarif"}, std::string_view{"webanno"},
    std::string_view{"claimreview"}, std::string_view{"lines"}};

/// What stands once before the reports of a run: the header line of csv, else "".
[[nodiscard]] std::string_view header_of(ReportFormat format);

/// What the caller of a report can choose.
struct ReportOptions {
  ReportFormat format = ReportFormat::html;
  Colour colour = Colour::never;  ///< of text and lines
  /// Of html: a Mustache template instead of the shipped one; the names it may use are set in
  /// page/*_section(s).cpp.
  std::optional<std::string> page_template = std::nullopt;
  ReviewInput review{};  ///< decisions, and the findings of an earlier run to leave out
};

/// Renders one document for an editor, from the record alone.
///
/// `interface_words` are the rules of the language the report speaks; its texts are `report.*`. The
/// sections, in every format: strip, must-fix list, annotated article, quotes, numbers, claims and
/// earlier fact-checks, sources, check-list, method. A layer that is absent is said to be not
/// checked. Everything from the record is escaped. The same document, words and options give the
/// same bytes. Pre: the document obeys the laws of the record. Error bad_usage if
/// the template is broken.
Result<std::string> render_report(const Document& document, const RuleSet& interface_words,
                                  const ReportOptions& options);

}  // namespace cotejo

#endif
