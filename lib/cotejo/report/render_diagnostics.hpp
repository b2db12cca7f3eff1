#ifndef COTEJO_REPORT_RENDER_DIAGNOSTICS_HPP
#define COTEJO_REPORT_RENDER_DIAGNOSTICS_HPP

#include <cotejo/model/document.hpp>
#include <cotejo/report/colour.hpp>
#include <cotejo/report/standing.hpp>

#include <string>

namespace cotejo {

/// The findings as other tools print theirs, one a line, in their order:
/// "file:line:column: severity: text [code]".
///
/// The file is meta.path, else the id; columns count code points from 1; the severity is the word
/// of the record, so that editors and scripts can read it. Empty without findings. Linear in the
/// text.
[[nodiscard]] std::string render_diagnostics(const Document& document,
                                             Colour colour = Colour::never);

/// The same, with what was decided behind each: "(dismissed: as the author wrote it)".
[[nodiscard]] std::string render_diagnostics(const Document& document, const Desk& desk,
                                             Colour colour);

}  // namespace cotejo

#endif
