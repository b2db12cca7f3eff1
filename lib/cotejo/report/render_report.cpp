#include <cotejo/report/render_report.hpp>

#include <cotejo/report/exports/exports.hpp>
#include <cotejo/report/page/render_page.hpp>
#include <cotejo/report/render_diagnostics.hpp>
#include <cotejo/report/render_text.hpp>
#include <cotejo/report/sheet.hpp>

#include <utility>

namespace cotejo {
namespace {

Result<std::string> render(const Sheet& sheet, const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::html:
      return render_page(sheet, options.page_template ? std::string_view(*options.page_template)
                                                      : shipped_template);
    case ReportFormat::text:
      return render_text(sheet, options.colour);
    case ReportFormat::markdown:
      return export_markdown(sheet);
    case ReportFormat::csv:
      return export_ledger(sheet);
    case ReportFormat::sarif:
      return export_sarif(sheet);
    case ReportFormat::webanno:
      return export_annotations(sheet);
    case ReportFormat::claimreview:
      return export_claim_reviews(sheet);
    case ReportFormat::lines:
      break;
  }
  return render_diagnostics(sheet.document, sheet.desk, options.colour);
}

}  // namespace

std::string_view header_of(ReportFormat format) {
  return format == ReportFormat::csv ? ledger_header : std::string_view{};
}

Result<std::string> render_report(const Document& document, const RuleSet& interface_words,
                                  const ReportOptions& options) {
  Desk desk = make_desk(document, interface_words, options.review);
  if (!options.review.known) {
    return render(make_sheet(document, interface_words, std::move(desk)), options);
  }
  Document fresh = document;
  leave_out_known(fresh, desk, *options.review.known);
  return render(make_sheet(fresh, interface_words, std::move(desk)), options);
}

}  // namespace cotejo
