#ifndef COTEJO_REPORT_PAGE_RENDER_PAGE_HPP
#define COTEJO_REPORT_PAGE_RENDER_PAGE_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/report/sheet.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// The shipped parts of the page, made of the files of the same names beside this one.
extern const std::string_view shipped_template;      ///< report.mustache
extern const std::string_view shipped_style;         ///< report.css
extern const std::string_view shipped_script;        ///< report.js
extern const std::string_view shipped_index;         ///< index.mustache
extern const std::string_view shipped_index_script;  ///< index.js

/// The page as one self-contained HTML file. Its Content-Security-Policy allows the inline style
/// and script by their SHA-256 and nothing else. Errors of fill_template.
Result<std::string> render_page(const Sheet& sheet, std::string_view page_template);

/// A Content-Security-Policy that allows one inline style and one inline script by their SHA-256
/// and nothing else.
[[nodiscard]] std::string policy_for(std::string_view style, std::string_view script);

/// "sha256-…": the source expression of CSP level 2 that allows exactly these bytes.
[[nodiscard]] std::string csp_hash(std::string_view bytes);

}  // namespace cotejo

#endif
