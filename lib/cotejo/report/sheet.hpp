#ifndef COTEJO_REPORT_SHEET_HPP
#define COTEJO_REPORT_SHEET_HPP

#include <cotejo/model/document.hpp>
#include <cotejo/report/outline.hpp>
#include <cotejo/report/standing.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/utf8.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What every section of every format is written from. Refers to the document and the words.
struct Sheet {
  const Document& document;
  const RuleSet& words;
  Outline outline;
  std::vector<LineColumn> places;  ///< of each finding
  Desk desk;                       ///< how each finding stands
};

/// Joins and counts what the report says. `document` and `words` must outlive the sheet.
/// Pre: `desk` is of `document`.
[[nodiscard]] Sheet make_sheet(const Document& document, const RuleSet& words, Desk desk);

/// What was decided about a finding, in a few words: "dismissed: as the author wrote it"; "" if
/// nothing was.
[[nodiscard]] std::string decision_in_words(const Sheet& sheet, Id<Finding> finding);

/// How many findings are open, of how many.
[[nodiscard]] std::string open_in_words(const Sheet& sheet);
/// How many were left out because an earlier run had them; "" if none was.
[[nodiscard]] std::string known_in_words(const Sheet& sheet);
/// Both, the first only if anything was decided.
[[nodiscard]] std::string progress_in_words(const Sheet& sheet);

/// The findings of the document, none if the layer is absent.
[[nodiscard]] const std::vector<Finding>& findings_of(const Sheet& sheet);

/// "not checked: …" if `layer` of the document is absent, else "".
template <typename Layer>
[[nodiscard]] std::string absence(const Sheet& sheet, const Layer& layer, std::string_view name);

/// "not checked", with the stage that has not run.
[[nodiscard]] std::string say_absent(const Sheet& sheet, std::string_view layer);

template <typename Layer>
std::string absence(const Sheet& sheet, const Layer& layer, std::string_view name) {
  return layer ? std::string{} : say_absent(sheet, name);
}

/// The mark that stands beside a word of severity or tone, so that colour is never alone.
[[nodiscard]] std::string_view icon_of(Severity severity);
[[nodiscard]] std::string_view icon_of(Tone tone);

/// The title of a card: "C1".
[[nodiscard]] std::string quote_number(const Sheet& sheet, Id<Quote> quote);

/// "Quotes: 17 · located: 9 · …", leaving out what is zero.
[[nodiscard]] std::string coverage_in_words(const Sheet& sheet);

/// One thing to tick: what no program can do.
[[nodiscard]] std::vector<std::string> check_items(const RuleSet& words);

/// Whose number it is: speakers and relays, or the paper.
[[nodiscard]] std::string source_in_words(const Sheet& sheet, const QuantityOutline& outline);

/// What an editor must know of a source: state-controlled, unnamed, the only one.
[[nodiscard]] std::string flags_in_words(const Sheet& sheet, const SourceOutline& outline);

/// Quotes that have a speaker, whoever it is: the whole that shares are of.
[[nodiscard]] std::size_t attributed_quotes(const Sheet& sheet);

/// One layer of the record: its name, whether it is there and how many items it holds.
struct LayerState {
  std::string_view name;
  bool present = false;
  std::size_t items = 0;
};
/// All layers in stage order.
[[nodiscard]] std::vector<LayerState> layers_of(const Document& document);

}  // namespace cotejo

#endif
