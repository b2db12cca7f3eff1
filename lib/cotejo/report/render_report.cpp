#include <cotejo/report/render_report.hpp>

#include <cotejo/report/page/render_page.hpp>
#include <cotejo/report/render_text.hpp>
#include <cotejo/report/sheet.hpp>

namespace cotejo {
namespace {

Error not_built(ReportFormat format) {
  return {.kind = ErrorKind::bad_usage,
          .message = "a report in the format \"" + std::string(name_of(format)) +
                     "\" is not built yet; there are html and text"};
}

}  // namespace

Result<std::string> render_report(const Document& document, const RuleSet& interface_words,
                                  const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::html:
      return render_page(
          make_sheet(document, interface_words),
          options.page_template ? std::string_view(*options.page_template) : shipped_template);
    case ReportFormat::text:
      return render_text(document, interface_words, options.colour);
    case ReportFormat::markdown:
    case ReportFormat::csv:
      break;
  }
  return not_built(options.format);
}

}  // namespace cotejo
