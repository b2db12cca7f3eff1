// The sections of the page for a terminal of 80 columns. Every line goes through TextReport::wrap,
// so none is wider. Proved by render_text_test.cpp against a golden report.
#include <cotejo/report/render_text.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/report/columns.hpp>
#include <cotejo/report/places.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::string_view dot = " \xC2\xB7 ";

class TextReport {
 public:
  TextReport(const Sheet& sheet, Colour colour) : sheet_(sheet), colour_(colour) {}

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
  [[nodiscard]] std::string say(std::string_view id) const { return word(sheet_.words, id); }
  void line(std::string_view text, std::string_view indent = "") {
    out_ += wrap_lines(show_on_one_line(text), page_width, indent);
  }
  /// The first line after `label`, the others under its text.
  void labelled(std::string_view label, std::size_t width, std::string_view text) {
    const std::string indent(width, ' ');
    std::string lines = wrap_lines(show_on_one_line(text), page_width, indent);
    if (lines.empty()) lines = indent + '\n';
    const std::size_t pad = width - std::min(width, columns_of(label));
    out_ += std::string(label) + std::string(pad, ' ') + lines.substr(width);
  }
  void heading(std::string_view id) {
    const std::string title = say(id);
    out_ += '\n' + bold(title, colour_) + '\n';
    for (std::size_t i = 0; i < columns_of(title); ++i) out_ += "\xE2\x94\x80";
    out_ += '\n';
  }
  bool has(const std::string& absent, bool empty, std::string_view empty_id) {
    if (!absent.empty()) {
      line(absent);
    } else if (empty && !empty_id.empty()) {
      line(say(empty_id));
    }
    return absent.empty() && !empty;
  }

  void strip() {
    const Document& document = sheet_.document;
    for (const std::string& row : lines_of(show_on_one_line(headline_of(document)), page_width)) {
      out_ += bold(row, colour_) + '\n';
    }
    std::string about = document.id;
    for (const std::string& part : {document.language.value_or(""), when(document)}) {
      if (!part.empty()) about += std::string(dot) + part;
    }
    line(about + std::string(dot) + "sha256 " + sha256(document.text).substr(0, 12));
    if (document.findings) {
      line(counts());
    } else {
      line(say_absent(sheet_, "findings"));
    }
    line(coverage_in_words(sheet_));
    line(progress_in_words(sheet_));
  }
  [[nodiscard]] std::string when(const Document& document) const {
    return document.date ? day_in_words(*document.date, sheet_.words) : say("date-unknown");
  }
  [[nodiscard]] std::string counts() const {
    const Counts& counts = sheet_.outline.counts;
    const auto one = [&](std::size_t n, std::string_view id) {
      return std::to_string(n) + ' ' + say(id);
    };
    return one(counts.errors, "count-error") + std::string(dot) +
           one(counts.warnings, "count-warning") + std::string(dot) +
           one(counts.notes, "count-note") + std::string(dot) + one(counts.clear, "count-clear");
  }

  void finding(std::size_t index) {
    constexpr std::size_t label_width = 8;
    const Finding& found = findings_of(sheet_)[index];
    const std::string label =
        std::string(icon_of(found.severity)) + ' ' + std::to_string(index + 1);
    const std::size_t taken = columns_of(label);
    labelled(coloured(label, found.severity, colour_) +
                 std::string(label_width - std::min(label_width, taken), ' '),
             label_width,
             word_for(sheet_.words, "severity", found.severity) + ": " + found.message + " (" +
                 to_string(sheet_.places[index]) + ") [" + found.code + "]");
    const std::string decision = decision_in_words(sheet_, Id<Finding>(index));
    if (!decision.empty()) line("\xE2\x86\x92 " + decision, std::string(label_width, ' '));
  }
  void must_fix() {
    heading("must-fix");
    const auto& findings = findings_of(sheet_);
    const auto is_error = [](const Finding& one) { return one.severity == Severity::error; };
    const bool none = std::ranges::none_of(findings, is_error);
    if (!has(absence(sheet_, sheet_.document.findings, "findings"), none, "must-fix-empty")) return;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (is_error(findings[i])) finding(i);
    }
  }

  /// The paragraph with the number of each finding behind its words: "14 mi soldados[3]".
  [[nodiscard]] std::string numbered(Span paragraph,
                                     std::vector<std::pair<Offset, std::size_t>>& marks) const {
    std::ranges::sort(marks);
    std::string text;
    Offset at = paragraph.begin;
    for (const auto& [end, number] : marks) {
      text += slice(sheet_.document.text, Span{at, end});
      text += '[' + std::to_string(number + 1) + ']';
      at = end;
    }
    return text += slice(sheet_.document.text, Span{at, paragraph.end});
  }
  void article() {
    heading("article");
    const std::string absent = absence(sheet_, sheet_.document.findings, "findings");
    if (!absent.empty()) out_ += wrap_lines(absent, page_width, "") + '\n';
    for (const ParagraphOutline& outline : sheet_.outline.paragraphs) {
      std::vector<std::pair<Offset, std::size_t>> marks;
      const Span span = outline.paragraph.span;
      for (const Id<Finding> id : outline.findings) {
        const Offset end = findings_of(sheet_)[id.index].span.end;
        marks.emplace_back(std::clamp(end, span.begin, span.end), id.index);
      }
      line(numbered(span, marks));
      for (const Id<Finding> id : outline.findings) finding(id.index);
      if (&outline != &sheet_.outline.paragraphs.back()) out_ += '\n';
    }
  }

  void quote(const QuoteOutline& outline) {
    const Document& document = sheet_.document;
    const Quote& quote = (*document.quotes)[outline.quote.index];
    std::string title = word_for(sheet_.words, "quote", quote.kind) + std::string(dot);
    if (outline.attribution) {
      title += speakers_in_words(document, *outline.attribution, sheet_.words);
      const auto relays = relays_in_words(document, *outline.attribution, sheet_.words);
      if (!relays.empty()) {
        title += ", " + word(sheet_.words, "relayed-by", {{"names", relays}});
      }
    } else {
      title += say_absent(sheet_, "attributions");
    }
    labelled(quote_number(sheet_, outline.quote), 5, title);
    line(printed_words(document, quote), "     ");
    verdict(outline.verdict, "     ");
    for (const Id<Evidence> id : outline.evidence) passage(id);
  }
  void verdict(std::optional<Id<Verdict>> id, std::string_view indent) {
    if (!id) {
      if (!sheet_.document.verdicts) line(say_absent(sheet_, "verdicts"), indent);
      return;
    }
    const Verdict& outcome = (*sheet_.document.verdicts)[id->index];
    std::string text = std::string(icon_of(tone_of(outcome.label))) + ' ' +
                       word_for(sheet_.words, "verdict", outcome.label);
    for (const VerdictLabel label : outcome.also) {
      text += ", " + word_for(sheet_.words, "verdict", label);
    }
    if (!outcome.justification.empty()) text += ": " + outcome.justification;
    line(text, indent);
  }
  void passage(Id<Evidence> id) {
    const Evidence& evidence = (*sheet_.document.evidence)[id.index];
    std::string text = say("in-corpus") + ' ' + evidence.entry;
    if (evidence.date) text += std::string(dot) + day_in_words(*evidence.date, sheet_.words);
    line(text + ": " + evidence.passage, "     ");
    for (const Edit& edit : evidence.edits) {
      line("- " + word_for(sheet_.words, "edit", edit.kind) + " (" +
               word_for(sheet_.words, "weight", edit.severity) + "): " + side(edit.original) +
               " \xE2\x86\x92 " + side(edit.quoted),
           "       ");
    }
  }
  [[nodiscard]] std::string side(const std::string& words) const {
    return words.empty() ? say("nothing") : '\'' + words + '\'';
  }
  void quotes() {
    heading("quotes");
    const auto& all = sheet_.outline.quotes;
    if (!has(absence(sheet_, sheet_.document.quotes, "quotes"), all.empty(), "quotes-empty"))
      return;
    for (const QuoteOutline& outline : all) quote(outline);
  }

  void number(const QuantityOutline& outline) {
    const Quantity& quantity = (*sheet_.document.quantities)[outline.quantity.index];
    std::string text = std::string(slice(sheet_.document.text, quantity.phrase)) + " = " +
                       value_in_words(quantity, sheet_.words) + std::string(dot) +
                       word_for(sheet_.words, "quantity", quantity.kind);
    if (quantity.modifier != Modifier::exact) {
      text += ", " + word_for(sheet_.words, "modifier", quantity.modifier);
    }
    text += std::string(dot) + source_in_words(sheet_, outline);
    for (const Id<Finding> id : outline.findings) text += " [" + std::to_string(id.index + 1) + ']';
    labelled(std::to_string(outline.quantity.index + 1), 5, text);
    for (const Id<Verdict> id : outline.verdicts) verdict(id, "     ");
  }
  void numbers() {
    heading("numbers");
    const auto& all = sheet_.outline.quantities;
    const std::string absent = absence(sheet_, sheet_.document.quantities, "quantities");
    if (!has(absent, all.empty(), "numbers-empty")) return;
    for (const QuantityOutline& outline : all) number(outline);
  }

  void claim(const ClaimOutline& outline) {
    constexpr double percent = 100;
    const Claim& claim = (*sheet_.document.claims)[outline.claim.index];
    const double worth = std::round(claim.check_worthiness * percent);
    labelled(number_in_words(worth, sheet_.words) + " %", 7, claim.text);
    verdict(outline.verdict, "       ");
    for (const Id<Evidence> id : outline.compared) reference(id);
    if (!outline.related.empty()) line(say("fact-checks") + ':', "       ");
    for (const Id<Evidence> id : outline.related) reference(id);
  }
  void reference(Id<Evidence> id) {
    const Evidence& evidence = (*sheet_.document.evidence)[id.index];
    std::string text = "- " + evidence.entry;
    if (evidence.date) text += std::string(dot) + day_in_words(*evidence.date, sheet_.words);
    if (evidence.speaker) text += std::string(dot) + *evidence.speaker;
    line(text + ": " + evidence.passage, "       ");
  }
  void claims() {
    heading("claims");
    const auto& all = sheet_.outline.claims;
    const std::string unsearched = absence(sheet_, sheet_.document.evidence, "evidence");
    if (!unsearched.empty()) line(unsearched);
    if (!has(absence(sheet_, sheet_.document.claims, "claims"), all.empty(), "claims-empty"))
      return;
    for (const ClaimOutline& outline : all) claim(outline);
  }

  void sources() {
    heading("sources");
    const auto& all = sheet_.outline.sources;
    if (!has(absence(sheet_, sheet_.document.sources, "sources"), all.empty(), "sources-empty")) {
      return;
    }
    for (const SourceOutline& outline : all) source(outline);
    for (const Relaying& relaying : sheet_.outline.relays) {
      const auto& names = *sheet_.document.sources;
      line(names[relaying.relay.index].name + " \xE2\x86\x92 " +
           names[relaying.speaker.index].name + ": " + std::to_string(relaying.quotes));
    }
  }
  void source(const SourceOutline& outline) {
    const Source& source = (*sheet_.document.sources)[outline.source.index];
    std::string text = source.name + " (" + word_for(sheet_.words, "source", source.kind) + ')';
    const std::string flags = flags_in_words(sheet_, outline);
    if (!flags.empty()) text += ": " + flags;
    text += std::string(dot) + say("quotes-spoken") + ' ' + std::to_string(outline.spoken);
    labelled(percent_in_words(outline.spoken, attributed_quotes(sheet_), sheet_.words), 7, text);
  }

  void check_list() {
    heading("check-list");
    for (const std::string& item : check_items(sheet_.words)) labelled("[ ]", 4, item);
  }

  void method() {
    heading("method");
    line(say("method-lead"));
    for (const LayerState& layer : layers_of(sheet_.document)) {
      const std::string state =
          layer.present ? word(sheet_.words, "layer-present", {{"n", std::to_string(layer.items)}})
                        : say("layer-absent");
      labelled(say("layer-" + std::string(layer.name)), 24, state);
    }
    const std::string& rules = sheet_.document.rules;
    labelled(say("rules"), 24, rules.empty() ? say("rules-unknown") : rules);
  }

  const Sheet& sheet_;
  Colour colour_;
  std::string out_;
};

}  // namespace

std::string render_text(const Sheet& sheet, Colour colour) {
  return TextReport(sheet, colour).write();
}

}  // namespace cotejo
