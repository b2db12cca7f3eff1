// The page's sections as CommonMark. Everything from the record goes through `escape`, so that it
// is text and no markup, in tables too.
#include <cotejo/report/exports/exports.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/report/places.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

constexpr std::string_view dot = " \xC2\xB7 ";

/// Text on one line, with every ASCII mark escaped that Markdown could read where it stands.
std::string escape(std::string_view value) {
  constexpr std::string_view marks = "\\`*_{}[]<>|~&$";
  constexpr std::string_view marks_at_begin = "#+-.()!=";  // of lists, headings and rules
  std::string text;
  bool at_begin = true;
  for (const char letter : show_on_one_line(value)) {
    const bool address = letter == '/' && text.ends_with(':');
    if (address || marks.find(letter) != std::string_view::npos ||
        (at_begin && marks_at_begin.find(letter) != std::string_view::npos)) {
      text += '\\';
    }
    text += letter;
    at_begin = at_begin && letter >= '0' && letter <= '9';
  }
  return text;
}

class Markdown {
 public:
  explicit Markdown(const Sheet& sheet) : sheet_(sheet) {}

  std::string write() {
    strip();
    must_fix();
    article();
    quotes();
    numbers();
    claims();
    sources();
    check_list();
    method();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view id) const {
    return escape(word(sheet_.words, id));
  }
  void heading(std::string_view id) { out_ += "\n## " + say(id) + "\n\n"; }
  void paragraph(const std::string& text) { out_ += text + "\n\n"; }
  bool has(const std::string& absent, bool empty, std::string_view empty_id) {
    if (!absent.empty()) {
      paragraph("**" + escape(absent) + "**");
    } else if (empty) {
      paragraph(say(empty_id));
    }
    return absent.empty() && !empty;
  }

  void strip() {
    const Document& document = sheet_.document;
    out_ += "# " + escape(headline_of(document)) + "\n\n";
    paragraph(escape(document.id) + std::string(dot) +
              escape(document.date ? day_in_words(*document.date, sheet_.words)
                                   : word(sheet_.words, "date-unknown")) +
              std::string(dot) + "sha256 " + sha256(document.text).substr(0, 12));
    if (document.findings) {
      paragraph(counts());
    } else {
      paragraph("**" + escape(say_absent(sheet_, "findings")) + "**");
    }
    paragraph(escape(coverage_in_words(sheet_)));
    const std::string progress = progress_in_words(sheet_);
    if (!progress.empty()) paragraph(escape(progress));
  }
  [[nodiscard]] std::string counts() const {
    const Counts& counts = sheet_.outline.counts;
    const auto one = [&](std::size_t n, std::string_view id) {
      return "**" + std::to_string(n) + "** " + say(id);
    };
    return one(counts.errors, "count-error") + std::string(dot) +
           one(counts.warnings, "count-warning") + std::string(dot) +
           one(counts.notes, "count-note") + std::string(dot) + one(counts.clear, "count-clear");
  }

  [[nodiscard]] std::string finding(Id<Finding> id) const {
    const Finding& found = findings_of(sheet_)[id.index];
    std::string line =
        "**" + std::string(icon_of(found.severity)) + ' ' + std::to_string(id.index + 1) + ' ' +
        escape(word_for(sheet_.words, "severity", found.severity)) + "** " + escape(found.message) +
        " (" + to_string(sheet_.places[id.index]) + ", " + escape(found.code) + ')';
    const std::string decision = decision_in_words(sheet_, id);
    return decision.empty() ? line : line + " — *" + escape(decision) + '*';
  }
  void must_fix() {
    heading("must-fix");
    const auto& findings = findings_of(sheet_);
    const auto is_error = [](const Finding& one) { return one.severity == Severity::error; };
    const bool none = std::ranges::none_of(findings, is_error);
    if (!has(absence(sheet_, sheet_.document.findings, "findings"), none, "must-fix-empty")) return;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (is_error(findings[i])) out_ += "* " + finding(Id<Finding>(i)) + '\n';
    }
    out_ += '\n';
  }

  void article() {
    heading("article");
    for (const ParagraphOutline& outline : sheet_.outline.paragraphs) {
      paragraph(text_of(outline));
      for (const Id<Finding> id : outline.findings) out_ += "> * " + finding(id) + '\n';
      if (!outline.findings.empty()) out_ += '\n';
    }
  }
  /// The paragraph with the number of each finding behind its words.
  [[nodiscard]] std::string text_of(const ParagraphOutline& outline) const {
    const Span span = outline.paragraph.span;
    std::vector<std::pair<Offset, std::size_t>> marks;
    for (const Id<Finding> id : outline.findings) {
      const Offset end = findings_of(sheet_)[id.index].span.end;
      marks.emplace_back(std::clamp(end, span.begin, span.end), id.index);
    }
    std::ranges::sort(marks);
    std::string text;
    Offset at = span.begin;
    for (const auto& [end, number] : marks) {
      text += escape(slice(sheet_.document.text, Span{at, end})) + " **\\[" +
              std::to_string(number + 1) + "\\]**";
      at = end;
    }
    return text + escape(slice(sheet_.document.text, Span{at, span.end}));
  }

  void quotes() {
    heading("quotes");
    const auto& all = sheet_.outline.quotes;
    if (!has(absence(sheet_, sheet_.document.quotes, "quotes"), all.empty(), "quotes-empty"))
      return;
    for (const QuoteOutline& outline : all) quote(outline);
  }
  void quote(const QuoteOutline& outline) {
    const Document& document = sheet_.document;
    const Quote& quote = (*document.quotes)[outline.quote.index];
    std::string who = say_absent(sheet_, "attributions");
    if (outline.attribution) {
      who = speakers_in_words(document, *outline.attribution, sheet_.words);
      const auto relays = relays_in_words(document, *outline.attribution, sheet_.words);
      if (!relays.empty()) who += ", " + word(sheet_.words, "relayed-by", {{"names", relays}});
    }
    out_ += "### " + escape(quote_number(sheet_, outline.quote)) + std::string(dot) + escape(who) +
            "\n\n> " + escape(printed_words(document, quote)) + "\n\n";
    verdict(outline.verdict);
    for (const Id<Evidence> id : outline.evidence) passage(id);
    if (!outline.evidence.empty()) out_ += '\n';
  }
  void verdict(std::optional<Id<Verdict>> id) {
    if (!id) {
      if (!sheet_.document.verdicts) paragraph(escape(say_absent(sheet_, "verdicts")));
      return;
    }
    const Verdict& outcome = (*sheet_.document.verdicts)[id->index];
    std::string text = std::string(icon_of(tone_of(outcome.label))) + " **" +
                       escape(word_for(sheet_.words, "verdict", outcome.label)) + "**";
    for (const VerdictLabel label : outcome.also) {
      text += ", " + escape(word_for(sheet_.words, "verdict", label));
    }
    if (!outcome.justification.empty()) text += ": " + escape(outcome.justification);
    paragraph(text);
  }
  void passage(Id<Evidence> id) {
    const Evidence& evidence = (*sheet_.document.evidence)[id.index];
    std::string text = "* " + say("in-corpus") + ' ' + escape(evidence.entry);
    if (evidence.date)
      text += std::string(dot) + escape(day_in_words(*evidence.date, sheet_.words));
    if (evidence.speaker) text += std::string(dot) + escape(*evidence.speaker);
    out_ += text + ": " + escape(evidence.passage) + '\n';
    for (const Edit& edit : evidence.edits) {
      out_ += "    * " + escape(word_for(sheet_.words, "edit", edit.kind)) + ": " +
              side(edit.original, "~~") + " \xE2\x86\x92 " + side(edit.quoted, "**") + '\n';
    }
  }
  [[nodiscard]] std::string side(const std::string& words, const std::string& mark) const {
    return words.empty() ? say("nothing") : mark + escape(words) + mark;
  }

  void row(const std::vector<std::string>& cells) {
    for (const std::string& one : cells) out_ += "| " + one + ' ';
    out_ += "|\n";
  }
  void numbers() {
    heading("numbers");
    const auto& all = sheet_.outline.quantities;
    const std::string absent = absence(sheet_, sheet_.document.quantities, "quantities");
    if (!has(absent, all.empty(), "numbers-empty")) return;
    row({say("col-number"), say("col-printed"), say("col-value"), say("col-source"),
         say("col-outcome")});
    row({"--:", "---", "---", "---", "---"});
    for (const QuantityOutline& outline : all) number(outline);
    out_ += '\n';
  }
  void number(const QuantityOutline& outline) {
    const Quantity& quantity = (*sheet_.document.quantities)[outline.quantity.index];
    std::string value = value_in_words(quantity, sheet_.words);
    if (quantity.modifier != Modifier::exact) {
      value += ", " + word_for(sheet_.words, "modifier", quantity.modifier);
    }
    std::string outcome;
    for (const Id<Verdict> id : outline.verdicts) {
      const Verdict& verdict = (*sheet_.document.verdicts)[id.index];
      outcome += escape(word_for(sheet_.words, "verdict", verdict.label)) + ' ';
    }
    for (const Id<Finding> id : outline.findings) {
      outcome += "\\[" + std::to_string(id.index + 1) + "\\] ";
    }
    row({std::to_string(outline.quantity.index + 1),
         escape(slice(sheet_.document.text, quantity.phrase)), escape(value),
         escape(source_in_words(sheet_, outline)), outcome});
  }

  void claims() {
    heading("claims");
    const auto& all = sheet_.outline.claims;
    const std::string unsearched = absence(sheet_, sheet_.document.evidence, "evidence");
    if (!unsearched.empty()) paragraph("**" + escape(unsearched) + "**");
    if (!has(absence(sheet_, sheet_.document.claims, "claims"), all.empty(), "claims-empty"))
      return;
    constexpr double percent = 100;
    for (const ClaimOutline& outline : all) {
      const Claim& claim = (*sheet_.document.claims)[outline.claim.index];
      const double worth = std::round(claim.check_worthiness * percent);
      out_ += "* **" + escape(number_in_words(worth, sheet_.words)) + " %** " + escape(claim.text) +
              '\n';
      for (const auto* references : {&outline.compared, &outline.related}) {
        for (const Id<Evidence> id : *references) out_ += "    " + reference(id) + '\n';
      }
    }
    out_ += '\n';
  }
  [[nodiscard]] std::string reference(Id<Evidence> id) const {
    const Evidence& evidence = (*sheet_.document.evidence)[id.index];
    std::string text = "* " + escape(evidence.entry);
    if (evidence.date)
      text += std::string(dot) + escape(day_in_words(*evidence.date, sheet_.words));
    if (evidence.speaker) text += std::string(dot) + escape(*evidence.speaker);
    return text + ": " + escape(evidence.passage);
  }

  void sources() {
    heading("sources");
    const auto& all = sheet_.outline.sources;
    if (!has(absence(sheet_, sheet_.document.sources, "sources"), all.empty(), "sources-empty")) {
      return;
    }
    row({say("col-source"), say("col-spoken"), say("col-relayed"), say("col-share"),
         say("col-flags")});
    row({"---", "--:", "--:", "--:", "---"});
    for (const SourceOutline& outline : all) {
      const Source& source = (*sheet_.document.sources)[outline.source.index];
      row({escape(source.name) + " (" + escape(word_for(sheet_.words, "source", source.kind)) + ')',
           std::to_string(outline.spoken), std::to_string(outline.relayed),
           escape(percent_in_words(outline.spoken, attributed_quotes(sheet_), sheet_.words)),
           escape(flags_in_words(sheet_, outline))});
    }
    out_ += '\n';
    for (const Relaying& relaying : sheet_.outline.relays) {
      const auto& names = *sheet_.document.sources;
      out_ += "* " + escape(names[relaying.relay.index].name) + " \xE2\x86\x92 " +
              escape(names[relaying.speaker.index].name) + ": " + std::to_string(relaying.quotes) +
              '\n';
    }
  }

  void check_list() {
    heading("check-list");
    for (const std::string& item : check_items(sheet_.words))
      out_ += "- [ ] " + escape(item) + '\n';
  }

  void method() {
    heading("method");
    paragraph(say("method-lead"));
    for (const LayerState& layer : layers_of(sheet_.document)) {
      out_ +=
          "* " + say("layer-" + std::string(layer.name)) + ": " +
          (layer.present
               ? escape(word(sheet_.words, "layer-present", {{"n", std::to_string(layer.items)}}))
               : say("layer-absent")) +
          '\n';
    }
    const std::string& rules = sheet_.document.rules;
    out_ +=
        "* " + say("rules") + ": " + (rules.empty() ? say("rules-unknown") : escape(rules)) + '\n';
  }

  const Sheet& sheet_;
  std::string out_;
};

}  // namespace

std::string export_markdown(const Sheet& sheet) { return Markdown(sheet).write(); }

}  // namespace cotejo
