// The JSON of every layer's items, members in the order of docs/records.md. Kept flat and dull on
// purpose: one function per type, one line per member.

#include <cotejo/io/record_writer.hpp>

#include <cotejo/io/json_text.hpp>

#include <cassert>
#include <optional>
#include <variant>
#include <vector>

namespace cotejo {
namespace {

template <typename T, typename Append>
void append_or_null(std::string& out, const std::optional<T>& value, Append append) {
  if (value) {
    append(*value);
  } else {
    out += "null";
  }
}

template <typename T>
void append_id(std::string& out, Id<T> id) {
  out += std::to_string(id.index);
}

template <typename T>
void append_id(std::string& out, const std::optional<Id<T>>& id) {
  append_or_null(out, id, [&](Id<T> known) { append_id(out, known); });
}

void append_optional_span(std::string& out, const std::optional<Span>& span) {
  append_or_null(out, span, [&](Span known) { append_json_span(out, known); });
}

template <typename Enum>
void append_name(std::string& out, Enum value) {
  out += '"';
  out += name_of(value);
  out += '"';
}

template <typename List, typename Append>
void append_list(std::string& out, const List& items, Append append) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

void append_spans(std::string& out, const std::vector<Span>& spans) {
  append_list(out, spans, [&](Span span) { append_json_span(out, span); });
}

template <typename T>
void append_ids(std::string& out, const std::vector<Id<T>>& ids) {
  append_list(out, ids, [&](Id<T> id) { append_id(out, id); });
}

void append_strings(std::string& out, const std::vector<std::string>& strings) {
  append_list(out, strings, [&](const std::string& string) { append_json_string(out, string); });
}

void append_optional_number(std::string& out, const std::optional<double>& number) {
  append_or_null(out, number, [&](double known) { append_json_number(out, known); });
}

void append_item(std::string& out, const Paragraph& paragraph) {
  out += R"({"span":)";
  append_json_span(out, paragraph.span);
  out += R"(,"role":)";
  append_name(out, paragraph.role);
  out += R"(,"sentences":)";
  append_spans(out, paragraph.sentences);
  out += '}';
}

void append_item(std::string& out, const Quote& quote) {
  out += R"({"kind":)";
  append_name(out, quote.kind);
  out += R"(,"content":)";
  append_json_span(out, quote.content);
  out += R"(,"text":)";
  append_json_string(out, quote.text);
  out += R"(,"parts":)";
  append_spans(out, quote.parts);
  out += R"(,"marks":)";
  append_spans(out, quote.marks);
  out += R"(,"cue":)";
  append_optional_span(out, quote.cue);
  out += R"(,"cue_text":)";
  append_json_string_or_null(out, quote.cue_text);
  out += R"(,"cue_lemma":)";
  append_json_string_or_null(out, quote.cue_lemma);
  out += R"(,"cue_class":)";
  append_json_string_or_null(out, quote.cue_class);
  out += R"(,"source":)";
  append_optional_span(out, quote.source);
  out += R"(,"source_text":)";
  append_json_string_or_null(out, quote.source_text);
  out += R"(,"inside":)";
  append_id(out, quote.inside);
  out += R"(,"rule":)";
  append_json_string(out, quote.rule);
  out += '}';
}

void append_item(std::string& out, const Source& source) {
  out += R"({"name":)";
  append_json_string(out, source.name);
  out += R"(,"kind":)";
  append_name(out, source.kind);
  out += R"(,"entity":)";
  append_json_optional(out, source.entity);
  out += R"(,"control":)";
  append_or_null(out, source.control, [&](SourceControl control) { append_name(out, control); });
  out += R"(,"mentions":)";
  append_spans(out, source.mentions);
  out += '}';
}

void append_item(std::string& out, const Relay& relay) {
  out += R"({"source":)";
  append_id(out, relay.source);
  out += R"(,"quote":)";
  append_id(out, relay.quote);
  out += R"(,"how":)";
  append_name(out, relay.how);
  out += R"(,"confidence":)";
  append_json_score(out, relay.confidence);
  out += '}';
}

void append_item(std::string& out, const Attribution& attribution) {
  out += R"({"quote":)";
  append_id(out, attribution.quote);
  out += R"(,"speaker":)";
  append_ids(out, attribution.speaker);
  out += R"(,"reported_by":)";
  append_list(out, attribution.reported_by, [&](const Relay& relay) { append_item(out, relay); });
  out += R"(,"resolved":)";
  append_name(out, attribution.resolved);
  out += R"(,"confidence":)";
  append_json_score(out, attribution.confidence);
  out += R"(,"rule":)";
  append_json_string(out, attribution.rule);
  out += '}';
}

void append_item(std::string& out, const TimeRange& time) {
  out += R"({"from":)";
  append_json_string_or_null(out, time.from);
  out += R"(,"to":)";
  append_json_string_or_null(out, time.to);
  out += R"(,"grain":)";
  append_name(out, time.grain);
  out += '}';
}

void append_item(std::string& out, const Counted& counted) {
  out += R"({"span":)";
  append_json_span(out, counted.span);
  out += R"(,"text":)";
  append_json_string(out, counted.text);
  out += R"(,"lemma":)";
  append_json_string_or_null(out, counted.lemma);
  out += R"(,"category":)";
  append_json_string_or_null(out, counted.category);
  out += '}';
}

void append_item(std::string& out, const Slip& slip) {
  out += R"({"kind":)";
  append_name(out, slip.kind);
  out += R"(,"from":)";
  append_json_string(out, slip.from);
  out += R"(,"to":)";
  append_json_string(out, slip.to);
  out += R"(,"literal":)";
  append_json_number(out, slip.literal);
  out += '}';
}

template <typename T>
void append_optional_item(std::string& out, const std::optional<T>& item) {
  append_or_null(out, item, [&](const T& known) { append_item(out, known); });
}

void append_alternatives(std::string& out, const std::vector<double>& alternatives) {
  if (alternatives.empty()) {
    out += "null";
    return;
  }
  append_list(out, alternatives, [&](double value) { append_json_number(out, value); });
}

void append_item(std::string& out, const Quantity& quantity) {
  out += R"({"kind":)";
  append_name(out, quantity.kind);
  out += R"(,"number":)";
  append_json_span(out, quantity.number);
  out += R"(,"span":)";
  append_json_span(out, quantity.span);
  out += R"(,"phrase":)";
  append_json_span(out, quantity.phrase);
  out += R"(,"text":)";
  append_json_string(out, quantity.text);
  out += R"(,"low":)";
  append_optional_number(out, quantity.low);
  out += R"(,"high":)";
  append_optional_number(out, quantity.high);
  out += R"(,"modifier":)";
  append_name(out, quantity.modifier);
  out += R"(,"modifier_span":)";
  append_optional_span(out, quantity.modifier_span);
  out += R"(,"unit":)";
  append_json_optional(out, quantity.unit);
  out += R"(,"counted":)";
  append_optional_item(out, quantity.counted);
  out += R"(,"time":)";
  append_optional_item(out, quantity.time);
  out += R"(,"alternatives":)";
  append_alternatives(out, quantity.alternatives);
  out += R"(,"slip":)";
  append_optional_item(out, quantity.slip);
  out += R"(,"rule":)";
  append_json_string(out, quantity.rule);
  out += '}';
}

void append_item(std::string& out, const Claim& claim) {
  out += R"({"span":)";
  append_json_span(out, claim.span);
  out += R"(,"text":)";
  append_json_string(out, claim.text);
  out += R"(,"quantities":)";
  append_ids(out, claim.quantities);
  out += R"(,"attribution":)";
  append_id(out, claim.attribution);
  out += R"(,"measure":)";
  append_json_optional(out, claim.measure);
  out += R"(,"subject":)";
  append_strings(out, claim.subject);
  out += R"(,"place":)";
  append_strings(out, claim.place);
  out += R"(,"period":)";
  append_optional_item(out, claim.period);
  out += R"(,"check_worthiness":)";
  append_json_score(out, claim.check_worthiness);
  out += R"(,"reasons":)";
  append_list(out, claim.reasons, [&](const Reason& reason) {
    out += R"({"rule":)";
    append_json_string(out, reason.rule);
    out += R"(,"weight":)";
    append_json_score(out, reason.weight);
    out += '}';
  });
  out += '}';
}

void append_target(std::string& out, const Target& target) {
  out += std::holds_alternative<Id<Quote>>(target) ? R"({"quote":)" : R"({"claim":)";
  std::visit([&](auto id) { append_id(out, id); }, target);
  out += '}';
}

void append_item(std::string& out, const Edit& edit) {
  out += R"({"op":)";
  append_name(out, edit.op);
  out += R"(,"quoted":)";
  append_json_string(out, edit.quoted);
  out += R"(,"original":)";
  append_json_string(out, edit.original);
  out += R"(,"kind":)";
  append_name(out, edit.kind);
  out += R"(,"severity":)";
  append_name(out, edit.severity);
  out += '}';
}

void append_figure(std::string& out, const ReferenceValue& figure) {
  out += R"(,"figure":{"low":)";
  append_json_number(out, figure.low);
  out += R"(,"high":)";
  append_json_number(out, figure.high);
  out += R"(,"from":)";
  append_json_string_or_null(out, figure.from);
  out += R"(,"to":)";
  append_json_string_or_null(out, figure.to);
  out += R"(,"source":)";
  append_json_string(out, figure.source);
  out += '}';
}

void append_item(std::string& out, const Evidence& evidence) {
  out += R"({"target":)";
  append_target(out, evidence.target);
  out += R"(,"entry":)";
  append_json_string(out, evidence.entry);
  out += R"(,"span":)";
  append_json_span(out, evidence.span);
  out += R"(,"passage":)";
  append_json_string(out, evidence.passage);
  out += R"(,"context":{"before":)";
  append_json_string(out, evidence.before);
  out += R"(,"after":)";
  append_json_string(out, evidence.after);
  out += R"(},"speaker":)";
  append_json_optional(out, evidence.speaker);
  out += R"(,"date":)";
  append_json_optional(out, evidence.date);
  out += R"(,"url":)";
  append_json_optional(out, evidence.url);
  out += R"(,"similarity":)";
  append_json_score(out, evidence.similarity);
  out += R"(,"edits":)";
  append_list(out, evidence.edits, [&](const Edit& edit) { append_item(out, edit); });
  if (evidence.figure) append_figure(out, *evidence.figure);
  out += '}';
}

void append_item(std::string& out, const Verdict& verdict) {
  out += R"({"target":)";
  append_target(out, verdict.target);
  out += R"(,"label":)";
  append_name(out, verdict.label);
  out += R"(,"also":)";
  append_list(out, verdict.also, [&](VerdictLabel label) { append_name(out, label); });
  out += R"(,"evidence":)";
  append_ids(out, verdict.evidence);
  out += R"(,"justification":)";
  append_json_string(out, verdict.justification);
  out += '}';
}

void append_item(std::string& out, const Finding& finding) {
  out += R"({"code":)";
  append_json_string(out, finding.code);
  out += R"(,"severity":)";
  append_name(out, finding.severity);
  out += R"(,"span":)";
  append_json_span(out, finding.span);
  out += R"(,"spans":)";
  append_spans(out, finding.spans);
  out += R"(,"message":)";
  append_json_string(out, finding.message);
  out += R"(,"verdict":)";
  append_id(out, finding.verdict);
  out += R"(,"rule":)";
  append_json_string(out, finding.rule);
  out += '}';
}

template <typename T>
void append_items(std::string& out, const std::optional<std::vector<T>>& items) {
  assert(items.has_value());
  append_list(out, *items, [&](const T& item) { append_item(out, item); });
}

}  // namespace

void append_layer(std::string& out, const Document& document, Layer layer) {
  switch (layer) {
    case Layer::paragraphs:
      return append_items(out, document.paragraphs);
    case Layer::quotes:
      return append_items(out, document.quotes);
    case Layer::sources:
      return append_items(out, document.sources);
    case Layer::attributions:
      return append_items(out, document.attributions);
    case Layer::quantities:
      return append_items(out, document.quantities);
    case Layer::claims:
      return append_items(out, document.claims);
    case Layer::evidence:
      return append_items(out, document.evidence);
    case Layer::verdicts:
      return append_items(out, document.verdicts);
    case Layer::findings:
      return append_items(out, document.findings);
  }
}

}  // namespace cotejo
