#include <cotejo/report/render_diagnostics.hpp>

#include <cotejo/report/places.hpp>
#include <cotejo/report/visible_text.hpp>

namespace cotejo {

std::string render_diagnostics(const Document& document, Colour colour) {
  std::string lines;
  if (!document.findings) return lines;
  const std::string file =
      show_on_one_line(document.meta.path.empty() ? document.id : document.meta.path);
  PlaceFinder places(document.text);
  for (const Finding& finding : *document.findings) {
    const std::string place = file + ':' + to_string(places.find(finding.span.begin)) + ':';
    lines += bold(place, colour) + ' ';
    lines += coloured(std::string(name_of(finding.severity)) + ':', finding.severity, colour);
    lines += ' ' + show_on_one_line(finding.message) + ' ';
    lines += faint('[' + show_on_one_line(finding.code) + ']', colour) + '\n';
  }
  return lines;
}

}  // namespace cotejo
