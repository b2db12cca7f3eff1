#ifndef COTEJO_REPORT_RENDER_REPORT_HPP
#define COTEJO_REPORT_RENDER_REPORT_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/report/colour.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// The forms a report can take.
enum class ReportFormat {
  html,      ///< one self-contained page
  text,      ///< for a terminal of fixed width
  markdown,  ///< not built yet
  csv        ///< the number ledger; not built yet
};
template <>
inline constexpr std::array names_of<ReportFormat>{std::string_view{"html"},
                                                   std::string_view{"text"}, std::string_view{"md"},
                                                   std::string_view{"csv"}};

/// What the caller of a report can choose.
struct ReportOptions {
  ReportFormat format = ReportFormat::html;
  Colour colour = Colour::never;  ///< of text
  /// Of html: a Mustache template instead of the shipped one; the names it may use are set in
  /// page/*_section(s).cpp.
  std::optional<std::string> page_template = std::nullopt;
};

/// Renders one document for an editor, from the record alone.
///
/// `interface_words` are the rules of the language the report speaks; its texts are `report.*`. The
/// sections, in every format: strip, must-fix list, annotated article, quotes, numbers, claims and
/// earlier fact-checks, sources, check-list, method. A layer that is absent is said to be not
/// checked. Everything from the record is escaped. The same document, words and options give the
/// same bytes. Pre: the document obeys the laws of the record. Error bad_usage if the format is not
/// built yet or the template is broken.
Result<std::string> render_report(const Document& document, const RuleSet& interface_words,
                                  const ReportOptions& options);

}  // namespace cotejo

#endif
