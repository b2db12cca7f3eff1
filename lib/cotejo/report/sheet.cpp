#include <cotejo/report/sheet.hpp>

#include <cotejo/report/places.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace cotejo {
namespace {

template <typename Layer>
LayerState state_of(std::string_view name, const Layer& layer) {
  return {name, layer.has_value(), layer ? layer->size() : 0};
}

void add_count(std::string& line, const Sheet& sheet, std::string_view id, std::size_t count) {
  if (count == 0) return;
  line += " \xC2\xB7 " + word(sheet.words, id, {{"n", std::to_string(count)}});
}

}  // namespace

Sheet make_sheet(const Document& document, const RuleSet& words, Desk desk) {
  Sheet sheet{document, words, make_outline(document), {}, std::move(desk)};
  PlaceFinder places(document.text);
  for (const Finding& finding : findings_of(sheet)) {
    sheet.places.push_back(places.find(finding.span.begin));
  }
  return sheet;
}

std::string decision_in_words(const Sheet& sheet, Id<Finding> finding) {
  const Standing& standing = sheet.desk.standings[finding.index];
  if (standing.decision == Decision::undecided) return {};
  std::string text = word_for(sheet.words, "decided", standing.decision);
  if (standing.lapse != Lapse::none) {
    text = word(sheet.words, "lapse-" + std::string(name_of(standing.lapse)), {{"decision", text}});
  }
  if (!standing.waiver.empty()) text += " (" + word(sheet.words, "waiver") + ')';
  return standing.note.empty() ? text : text + ": " + standing.note;
}

std::string open_in_words(const Sheet& sheet) {
  const auto& standings = sheet.desk.standings;
  const auto open = std::ranges::count_if(standings, is_open);
  return word(sheet.words, "progress",
              {{"n", std::to_string(open)}, {"total", std::to_string(standings.size())}});
}

std::string known_in_words(const Sheet& sheet) {
  if (sheet.desk.known == 0) return {};
  return word(sheet.words, "known-left-out", {{"n", std::to_string(sheet.desk.known)}});
}

std::string progress_in_words(const Sheet& sheet) {
  const bool decided =
      !sheet.desk.lines.empty() || !std::ranges::all_of(sheet.desk.standings, is_open);
  std::string line = decided ? open_in_words(sheet) : "";
  const std::string known = known_in_words(sheet);
  if (!line.empty() && !known.empty()) line += " \xC2\xB7 ";
  return line + known;
}

const std::vector<Finding>& findings_of(const Sheet& sheet) {
  static const std::vector<Finding> none;
  return sheet.document.findings ? *sheet.document.findings : none;
}

std::string say_absent(const Sheet& sheet, std::string_view layer) {
  return word(sheet.words, "not-checked",
              {{"layer", word(sheet.words, "layer-" + std::string(layer))}});
}

std::string_view icon_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\xE2\x96\xA0";  // black square
    case Severity::warning:
      return "\xE2\x96\xB2";  // black triangle
    case Severity::note:
      break;
  }
  return "\xE2\x97\x8F";  // black circle
}

std::string_view icon_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "\xE2\x9C\x93";  // check mark
    case Tone::doubtful:
      return icon_of(Severity::warning);
    case Tone::bad:
      return icon_of(Severity::error);
    case Tone::open:
      break;
  }
  return "\xE2\x97\x8B";  // white circle
}

std::string quote_number(const Sheet& sheet, Id<Quote> quote) {
  return word(sheet.words, "quote-letter") + std::to_string(quote.index + 1);
}

std::string coverage_in_words(const Sheet& sheet) {
  if (!sheet.document.quotes) return say_absent(sheet, "quotes");
  const Coverage& coverage = sheet.outline.coverage;
  std::string line = word(sheet.words, "coverage-quotes", {{"n", std::to_string(coverage.quotes)}});
  add_count(line, sheet, "coverage-located", coverage.located);
  add_count(line, sheet, "coverage-translated", coverage.translated);
  add_count(line, sheet, "coverage-not-found", coverage.not_found);
  add_count(line, sheet, "coverage-not-checkable", coverage.not_checkable);
  add_count(line, sheet, "coverage-without-verdict", coverage.without_verdict);
  add_count(line, sheet, "coverage-without-speaker", coverage.without_speaker);
  return line;
}

std::vector<std::string> check_items(const RuleSet& words) {
  constexpr std::string_view prefix = "report.check-item-";
  std::vector<std::string> items;
  std::set<std::string, std::less<>> seen;  // a fallback's entry and the one that replaces it
  for (const RuleEntry& entry : words.entries("text")) {
    const std::string id = entry.id.substr(entry.id.find('.') + 1);
    if (id.starts_with(prefix) && seen.insert(id).second) items.emplace_back(words.text(id));
  }
  return items;
}

std::string source_in_words(const Sheet& sheet, const QuantityOutline& outline) {
  if (!outline.attribution) {
    if (!sheet.document.attributions) return say_absent(sheet, "attributions");
    return word(sheet.words, "source-paper");
  }
  std::string names = speakers_in_words(sheet.document, *outline.attribution, sheet.words);
  const std::string relays = relays_in_words(sheet.document, *outline.attribution, sheet.words);
  if (!relays.empty()) names += ", " + word(sheet.words, "relayed-by", {{"names", relays}});
  return names;
}

std::string flags_in_words(const Sheet& sheet, const SourceOutline& outline) {
  const Source& source = (*sheet.document.sources)[outline.source.index];
  std::string flags;
  const auto add = [&](std::string_view id) {
    if (!flags.empty()) flags += ", ";
    flags += word(sheet.words, id);
  };
  if (source.control == SourceControl::state) add("flag-state");
  if (source.kind == SourceKind::unnamed) add("flag-unnamed");
  const auto speaks = [](const SourceOutline& one) { return one.spoken > 0; };
  if (outline.spoken > 0 && std::ranges::count_if(sheet.outline.sources, speaks) == 1) {
    add("flag-single");
  }
  return flags;
}

std::size_t attributed_quotes(const Sheet& sheet) {
  return sheet.outline.coverage.quotes - sheet.outline.coverage.without_speaker;
}

std::vector<LayerState> layers_of(const Document& document) {
  return {
      state_of("paragraphs", document.paragraphs), state_of("quotes", document.quotes),
      state_of("sources", document.sources),       state_of("attributions", document.attributions),
      state_of("quantities", document.quantities), state_of("claims", document.claims),
      state_of("evidence", document.evidence),     state_of("verdicts", document.verdicts),
      state_of("findings", document.findings)};
}

}  // namespace cotejo
