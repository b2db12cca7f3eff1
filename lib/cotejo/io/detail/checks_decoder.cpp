#include <cotejo/io/detail/layers_decoder.hpp>

namespace cotejo::detail {
namespace {

Target target(const JsonNode& node) {
  const JsonNode quote = node["quote"];
  const JsonNode claim = node["claim"];
  if (quote.exists() == claim.exists()) {
    node.fail("not {\"quote\": number} or {\"claim\": number}");
    return {};
  }
  if (quote.exists()) return quote.id<Quote>();
  return claim.id<Claim>();
}

Edit edit(const JsonNode& node) {
  return {.op = node["op"].named<EditOp>(),
          .quoted = node["quoted"].string_or_empty(),
          .original = node["original"].string_or_empty(),
          .kind = node["kind"].named<EditKind>(),
          .severity = node["severity"].named<EditSeverity>()};
}

std::optional<ReferenceValue> figure(const JsonNode& node) {
  if (!node.exists()) return std::nullopt;
  return ReferenceValue{.low = node["low"].number(),
                        .high = node["high"].number(),
                        .from = node["from"].day_or_empty(),
                        .to = node["to"].day_or_empty(),
                        .source = node["source"].string_or_empty()};
}

Evidence evidence(const JsonNode& node) {
  const JsonNode context = node["context"];
  return {.target = target(node["target"]),
          .entry = node["entry"].string(),
          .span = node["span"].span(),
          .passage = node["passage"].string(),
          .before = context["before"].string_or_empty(),
          .after = context["after"].string_or_empty(),
          .speaker = node["speaker"].maybe_string(),
          .date = node["date"].maybe_day(),
          .url = node["url"].maybe_string(),
          .similarity = node["similarity"].number(),
          .edits = node["edits"].list<Edit>(edit),
          .figure = figure(node["figure"])};
}

Verdict verdict(const JsonNode& node) {
  return {.target = target(node["target"]),
          .label = node["label"].named<VerdictLabel>(),
          .also = node["also"].list<VerdictLabel>(
              [](const JsonNode& item) { return item.named<VerdictLabel>(); }),
          .evidence = node["evidence"].list<Id<Evidence>>(
              [](const JsonNode& item) { return item.id<Evidence>(); }),
          .justification = node["justification"].string_or_empty()};
}

Finding finding(const JsonNode& node) {
  return {.code = node["code"].string(),
          .severity = node["severity"].named<Severity>(),
          .span = node["span"].span(),
          .spans = node["spans"].spans(),
          .message = node["message"].string(),
          .verdict = node["verdict"].maybe_id<Verdict>(),
          .rule = node["rule"].string_or_empty()};
}

}  // namespace

void decode_check_layers(const JsonNode& record, Document& document) {
  if (const JsonNode node = record["evidence"]; node.is_layer()) {
    document.evidence = node.list<Evidence>(evidence);
  }
  if (const JsonNode node = record["verdicts"]; node.is_layer()) {
    document.verdicts = node.list<Verdict>(verdict);
  }
  if (const JsonNode node = record["findings"]; node.is_layer()) {
    document.findings = node.list<Finding>(finding);
  }
}

}  // namespace cotejo::detail
