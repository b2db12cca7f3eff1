// Web Annotation Data Model, sections 3.1 (annotations), 3.2.4 (embedded text), 4.2.4 and 4.2.5
// (selectors), 5.2 (pages). The required members are tested against
// tests/schemas/webanno.schema.json.
#include <cotejo/report/exports/exports.hpp>

#include <cotejo/report/exports/json_writer.hpp>
#include <cotejo/report/text_index.hpp>

#include <cotejo/base/sha256.hpp>

#include <algorithm>

namespace cotejo {
namespace {

constexpr Offset context_bytes = 32;

/// What stands right before or after a span, at most `context_bytes` long.
std::string_view before(std::string_view text, Span span) {
  Offset begin = span.begin > context_bytes ? span.begin - context_bytes : 0;
  while (!is_boundary(text, begin)) ++begin;
  return slice(text, {begin, span.begin});
}

std::string_view after(std::string_view text, Span span) {
  auto end = static_cast<Offset>(std::min<std::size_t>(text.size(), span.end + context_bytes));
  while (!is_boundary(text, end)) --end;
  return slice(text, {span.end, end});
}

class Page {
 public:
  explicit Page(const Sheet& sheet)
      : sheet_(sheet),
        index_(sheet.document.text),
        source_(uri_of(sheet.document)),
        text_hash_(sha256(sheet.document.text)) {}

  std::string write() {
    json_.open_object().member("@context", "http://www.w3.org/ns/anno.jsonld");
    json_.member("id", urn_of("page:" + text_hash_)).member("type", "AnnotationPage");
    json_.key("items").open_array();
    for (std::size_t i = 0; i < findings_of(sheet_).size(); ++i) annotation(Id<Finding>(i));
    json_.close_array().close_object();
    return json_.finish() + '\n';
  }

 private:
  void annotation(Id<Finding> id) {
    const Finding& finding = findings_of(sheet_)[id.index];
    const Standing& standing = sheet_.desk.standings[id.index];
    const bool asks = standing.decision == Decision::ask_author;
    json_.open_object();
    json_.member("id", urn_of(text_hash_ + sheet_.desk.prints[id.index].whole));
    json_.member("type", "Annotation").member("motivation", asks ? "questioning" : "assessing");
    json_.key("body").open_array();
    body(finding.message, "commenting");
    body(finding.code, "tagging");
    body(name_of(finding.severity), "classifying");
    if (!standing.note.empty()) body(standing.note, "replying");
    json_.close_array();
    json_.key("target");
    if (!finding.spans.empty()) json_.open_array();
    target(finding.span);
    for (const Span span : finding.spans) target(span);
    if (!finding.spans.empty()) json_.close_array();
    json_.close_object();
  }

  void body(std::string_view value, std::string_view purpose) {
    json_.open_object().member("type", "TextualBody").member("value", value);
    json_.member("format", "text/plain");
    if (purpose == "commenting") {
      json_.member_if("language", sheet_.document.language.value_or(""));
    }
    json_.member("purpose", purpose).close_object();
  }

  void target(Span span) {
    const std::string_view text = sheet_.document.text;
    json_.open_object().member("type", "SpecificResource").member("source", source_);
    json_.key("selector").open_array();
    json_.open_object().member("type", "TextQuoteSelector").member("exact", slice(text, span));
    json_.member("prefix", before(text, span)).member("suffix", after(text, span)).close_object();
    json_.open_object().member("type", "TextPositionSelector");
    json_.member("start", index_.code_points_before(span.begin));
    json_.member("end", index_.code_points_before(span.end)).close_object();
    json_.close_array().close_object();
  }

  const Sheet& sheet_;
  TextIndex index_;
  std::string source_;
  std::string text_hash_;
  JsonWriter json_;
};

}  // namespace

std::string export_annotations(const Sheet& sheet) { return Page(sheet).write(); }

}  // namespace cotejo
