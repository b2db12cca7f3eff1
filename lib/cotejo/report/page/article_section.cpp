#include <cotejo/report/page/draw_marks.hpp>
#include <cotejo/report/page/sections.hpp>
#include <cotejo/report/places.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>

namespace cotejo {
namespace {

constexpr std::size_t max_shown_bytes = 400;  // of a finding's words in its note

std::string number_of(std::size_t index) { return std::to_string(index + 1); }

std::string_view tag_of(ParagraphRole role) {
  switch (role) {
    case ParagraphRole::headline:
      return "h3";
    case ParagraphRole::crosshead:
      return "h4";
    case ParagraphRole::standfirst:
    case ParagraphRole::body:
    case ParagraphRole::caption:
      break;
  }
  return "p";
}

Mark spanned(Span span, const std::string& classes, const std::string& id) {
  const std::string attribute = id.empty() ? "" : " id=\"" + id + '"';
  return {span,
          "<span class=\"" + classes + '"' + attribute + '>',
          "<span class=\"" + classes + "\">",
          "</span>",
          {}};
}

/// Where a quote is marked: between its quotation marks; an indirect one along its pieces.
std::vector<Span> marked_spans(const Quote& quote) {
  if (!quote.marks.empty()) return quote.marks;
  return quote.parts.empty() ? std::vector{quote.content} : quote.parts;
}

/// The number behind a mark: a link to what is said of it. Pre: `label_html` is escaped.
std::string number_link(std::string_view kind, const std::string& target,
                        std::string_view label_html) {
  std::string html = "<a class=\"ref ";
  html.append(kind).append("\" href=\"#").append(target).append("\">");
  return html.append(label_html).append("</a>");
}

std::string severity_label(const Sheet& sheet, Severity severity, const std::string& number) {
  std::string html = "<span aria-hidden=\"true\">";
  html.append(icon_of(severity)).append("</span><span class=\"vh\">");
  html.append(escape_html(word_for(sheet.words, "severity", severity)));
  return html.append(" </span>").append(number);
}

void add_marks_of_quote(std::vector<Mark>& marks, const Sheet& sheet, Id<Quote> id) {
  const Quote& quote = (*sheet.document.quotes)[id.index];
  const std::string classes = "quote " + std::string(name_of(quote.kind));
  const std::string number = number_of(id.index);
  std::string first_id = "qt" + number;
  for (const Span span : marked_spans(quote)) {
    marks.push_back(spanned(span, classes, first_id));
    first_id.clear();
  }
  if (id.index >= max_items) return;  // it has no card
  marks.back().after = number_link("q", 'q' + number, escape_html(quote_number(sheet, id)));
}

void add_quote_marks(std::vector<Mark>& marks, const Sheet& sheet) {
  if (!sheet.document.quotes) return;
  for (std::size_t i = 0; i < sheet.document.quotes->size(); ++i) {
    add_marks_of_quote(marks, sheet, Id<Quote>(i));
  }
}

void add_quantity_marks(std::vector<Mark>& marks, const Sheet& sheet) {
  if (!sheet.document.quantities) return;
  for (std::size_t i = 0; i < sheet.document.quantities->size(); ++i) {
    const Quantity& quantity = (*sheet.document.quantities)[i];
    marks.push_back(spanned(quantity.span, "quantity", "nt" + number_of(i)));
  }
}

void add_finding_marks(std::vector<Mark>& marks, const Sheet& sheet) {
  const auto& findings = findings_of(sheet);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const std::string severity(name_of(finding.severity));
    const std::string number = number_of(i);
    const Standing& standing = sheet.desk.standings[i];
    const bool dismissed = !is_open(standing) && standing.decision == Decision::dismissed;
    const std::string classes = "found " + severity + (dismissed ? " is-dismissed" : "");
    marks.push_back(spanned(finding.span, classes, "ft" + number));
    marks.back().after =
        number_link(severity, 'f' + number, severity_label(sheet, finding.severity, number));
    for (const Span other : finding.spans) {
      if (other == finding.span) continue;
      marks.push_back(spanned(other, "found also " + severity, ""));
    }
  }
}

/// The end of a mark that ends between two paragraphs, moved to the end of the first of them, where
/// its number can stand.
void end_inside_windows(std::vector<Mark>& marks, const std::vector<Span>& windows) {
  for (Mark& mark : marks) {
    const auto next = std::ranges::lower_bound(windows, mark.span.end, {}, &Span::begin);
    if (next == windows.begin()) continue;
    const Offset last_end = std::prev(next)->end;
    if (last_end >= mark.span.end) continue;
    mark.span.end = std::max(last_end, mark.span.begin);
  }
}

/// All marks in reading order; of equal spans the quote is outside, the finding inside.
std::vector<Mark> marks_of(const Sheet& sheet, const std::vector<Span>& windows) {
  std::vector<Mark> marks;
  add_quote_marks(marks, sheet);
  add_quantity_marks(marks, sheet);
  add_finding_marks(marks, sheet);
  end_inside_windows(marks, windows);
  std::ranges::stable_sort(marks, {}, &Mark::span);
  return marks;
}

PageData note_data(const Sheet& sheet, Id<Finding> id) {
  const Finding& finding = findings_of(sheet)[id.index];
  return PageData{}
      .text("number", number_of(id.index))
      .text("severity", std::string(name_of(finding.severity)))
      .text("icon", std::string(icon_of(finding.severity)))
      .text("severity_word", word_for(sheet.words, "severity", finding.severity))
      .text("message", finding.message)
      .text("words", shortened(slice(sheet.document.text, finding.span), max_shown_bytes))
      .text("code", finding.code)
      .text("rule", finding.rule)
      .text("place", to_string(sheet.places[id.index]))
      .text("print", sheet.desk.prints[id.index].whole)
      .text("words_print", sheet.desk.prints[id.index].words)
      .text("place_print", sheet.desk.prints[id.index].place);
}

/// The note with what was decided, empty names if nothing was.
PageData decided_note(const Sheet& sheet, Id<Finding> id) {
  PageData data = note_data(sheet, id);
  const Standing& standing = sheet.desk.standings[id.index];
  if (standing.decision == Decision::undecided) return data;
  const bool lapsed = standing.lapse != Lapse::none;
  const std::string decision(name_of(standing.decision));
  data.text("decided", decision_in_words(sheet, id))
      .text("decision", decision)
      .text("standing", lapsed ? "lapsed" : decision)
      .text("lapse", std::string(name_of(standing.lapse)))
      .text("waiver", standing.waiver)
      .text("why", standing.note)
      .text("who", standing.who)
      .text("when", standing.when);
  return data;
}

std::vector<PageData> notes_of(const Sheet& sheet, const std::vector<Id<Finding>>& findings) {
  return data_of_each(findings, [&](const auto& finding) { return decided_note(sheet, finding); });
}

}  // namespace

PageData article_section(const Sheet& sheet) {
  std::vector<Span> windows;
  windows.reserve(sheet.outline.paragraphs.size());
  for (const auto& outline : sheet.outline.paragraphs) windows.push_back(outline.paragraph.span);
  const std::vector<Mark> marks = marks_of(sheet, windows);
  const auto marks_in = marks_by_window(marks, windows);

  std::vector<PageData> paragraphs;
  paragraphs.reserve(windows.size());
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const ParagraphOutline& outline = sheet.outline.paragraphs[i];
    const ParagraphRole role = outline.paragraph.role;
    PageData data;
    data.text("tag", std::string(tag_of(role)))
        .text("role", std::string(name_of(role)))
        .text("text_html", draw_marks(sheet.document.text, windows[i], marks_in[i]))
        .text("has_notes", outline.findings.empty() ? "" : "notes")
        .list("notes", notes_of(sheet, outline.findings));
    paragraphs.push_back(std::move(data));
  }
  return PageData{}
      .text("absent", absence(sheet, sheet.document.findings, "findings"))
      .list("paragraphs", std::move(paragraphs));
}

PageData must_fix_section(const Sheet& sheet) {
  std::vector<Id<Finding>> errors;
  for (std::size_t i = 0; i < findings_of(sheet).size(); ++i) {
    if (findings_of(sheet)[i].severity == Severity::error) errors.emplace_back(i);
  }
  const bool none = sheet.document.findings && errors.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.findings, "findings"))
      .text("empty", none ? word(sheet.words, "must-fix-empty") : "")
      .list("errors", notes_of(sheet, errors));
}

std::vector<PageData> finding_links(const Sheet& sheet, const std::vector<Id<Finding>>& findings) {
  return data_of_each(findings, [&](const Id<Finding> finding) {
    const Severity severity = findings_of(sheet)[finding.index].severity;
    return PageData{}
        .text("number", number_of(finding.index))
        .text("severity", std::string(name_of(severity)))
        .text("icon", std::string(icon_of(severity)))
        .text("severity_word", word_for(sheet.words, "severity", severity));
  });
}

}  // namespace cotejo
