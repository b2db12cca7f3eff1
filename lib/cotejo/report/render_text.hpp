#ifndef COTEJO_REPORT_RENDER_TEXT_HPP
#define COTEJO_REPORT_RENDER_TEXT_HPP

#include <cotejo/report/colour.hpp>
#include <cotejo/report/sheet.hpp>

#include <string>

namespace cotejo {

/// The report as plain text, no line wider than 80 columns: the sections of the page in their
/// order. See render_report.
[[nodiscard]] std::string render_text(const Sheet& sheet, Colour colour);

}  // namespace cotejo

#endif
