#include <cotejo/report/exports/exports.hpp>

#include <cotejo/io/json_text.hpp>
#include <cotejo/report/places.hpp>
#include <cotejo/report/text_index.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace cotejo {
namespace {

/// A cell of RFC 4180. A spreadsheet runs what begins with = + - @; the apostrophe makes it text.
std::string cell(std::string_view value) {
  constexpr std::string_view formulas = "=+-@";
  std::string text = show_on_one_line(value);
  if (!text.empty() && formulas.find(text.front()) != std::string_view::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::string number(const std::optional<double>& value) {
  std::string text;
  if (value) append_json_number(text, *value);
  return text;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::string verdicts_of(const Sheet& sheet, const QuantityOutline& outline) {
  std::vector<std::string> labels;
  for (const Id<Verdict> id : outline.verdicts) {
    labels.emplace_back(name_of((*sheet.document.verdicts)[id.index].label));
  }
  return joined(labels);
}

std::string references_of(const Sheet& sheet, const QuantityOutline& outline) {
  std::vector<std::string> references;
  for (const Id<Verdict> id : outline.verdicts) {
    for (const Id<Evidence> evidence : (*sheet.document.verdicts)[id.index].evidence) {
      references.push_back((*sheet.document.evidence)[evidence.index].passage);
    }
  }
  return joined(references);
}

std::string codes_of(const Sheet& sheet, const QuantityOutline& outline) {
  std::vector<std::string> codes;
  for (const Id<Finding> id : outline.findings) codes.push_back(findings_of(sheet)[id.index].code);
  return joined(codes);
}

std::string line_of(const Sheet& sheet, const TextIndex& index, const QuantityOutline& outline) {
  const Document& document = sheet.document;
  const Quantity& quantity = (*document.quantities)[outline.quantity.index];
  const TimeRange time = quantity.time.value_or(TimeRange{});
  const bool said = outline.attribution.has_value();
  const std::vector<std::string> cells{
      cell(document.id),
      std::to_string(outline.quantity.index + 1),
      to_string(index.place(quantity.span.begin)),
      cell(slice(document.text, quantity.phrase)),
      std::string(name_of(quantity.kind)),
      number(quantity.low),
      number(quantity.high),
      cell(quantity.unit.value_or("")),
      std::string(name_of(quantity.modifier)),
      cell(quantity.counted ? quantity.counted->text : ""),
      time.from,
      time.to,
      cell(said ? speakers_in_words(document, *outline.attribution, sheet.words) : ""),
      cell(said ? relays_in_words(document, *outline.attribution, sheet.words) : ""),
      verdicts_of(sheet, outline),
      cell(references_of(sheet, outline)),
      codes_of(sheet, outline)};
  std::string line;
  for (const std::string& one : cells) line += (&one == &cells.front() ? "" : ",") + one;
  return line + "\r\n";
}

}  // namespace

std::string export_ledger(const Sheet& sheet) {
  const TextIndex index(sheet.document.text);
  std::string lines;
  for (const QuantityOutline& outline : sheet.outline.quantities) {
    lines += line_of(sheet, index, outline);
  }
  return lines;
}

}  // namespace cotejo
