#include <cotejo/report/render_diagnostics.hpp>

#include <cotejo/report/places.hpp>
#include <cotejo/report/visible_text.hpp>

namespace cotejo {
namespace {

/// In the words of the record, so that scripts can read it.
std::string decision_of(const Standing& standing) {
  if (standing.decision == Decision::undecided) return {};
  std::string text = " (" + std::string(name_of(standing.decision));
  if (standing.lapse != Lapse::none) text += ", " + std::string(name_of(standing.lapse));
  if (!standing.waiver.empty()) text += " by " + show_on_one_line(standing.waiver);
  if (!standing.note.empty()) text += ": " + show_on_one_line(standing.note);
  return text + ')';
}

}  // namespace

std::string render_diagnostics(const Document& document, Colour colour) {
  Desk undecided;
  undecided.standings.resize(document.findings ? document.findings->size() : 0);
  return render_diagnostics(document, undecided, colour);
}

std::string render_diagnostics(const Document& document, const Desk& desk, Colour colour) {
  std::string lines;
  if (!document.findings) return lines;
  const std::string file =
      show_on_one_line(document.meta.path.empty() ? document.id : document.meta.path);
  PlaceFinder places(document.text);
  auto standing = desk.standings.begin();
  for (const Finding& finding : *document.findings) {
    const std::string place = file + ':' + to_string(places.find(finding.span.begin)) + ':';
    lines += bold(place, colour) + ' ';
    lines += coloured(std::string(name_of(finding.severity)) + ':', finding.severity, colour);
    lines += ' ' + show_on_one_line(finding.message) + ' ';
    lines += faint('[' + show_on_one_line(finding.code) + ']' + decision_of(*standing++), colour);
    lines += '\n';
  }
  return lines;
}

}  // namespace cotejo
