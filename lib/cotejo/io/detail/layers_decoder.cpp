#include <cotejo/io/detail/layers_decoder.hpp>

#include <cotejo/io/record_writer.hpp>

namespace cotejo::detail {
namespace {

// The words under a span that may still lie outside the text: the laws are checked afterwards.
std::string words(std::string_view text, Span span) {
  if (span.begin > span.end || span.end > text.size()) return {};
  return std::string{slice(text, span)};
}

std::string words(std::string_view text, const std::optional<Span>& span) {
  return span ? words(text, *span) : std::string{};
}

Paragraph paragraph(const JsonNode& node) {
  return {.span = node["span"].span(),
          .role = node["role"].named<ParagraphRole>(),
          .sentences = node["sentences"].spans()};
}

Quote quote(const JsonNode& node, std::string_view text) {
  Quote quote;
  quote.kind = node["kind"].named<QuoteKind>();
  quote.content = node["content"].span();
  quote.parts = node["parts"].spans();
  if (quote.parts.empty()) quote.parts = {quote.content};
  for (const Span part : quote.parts) {
    if (part != quote.parts.front()) quote.text += parts_joint;
    quote.text += words(text, part);
  }
  quote.marks = node["marks"].spans();
  quote.cue = node["cue"].maybe_span();
  quote.cue_text = words(text, quote.cue);
  quote.cue_lemma = node["cue_lemma"].string_or_empty();
  quote.cue_class = node["cue_class"].string_or_empty();
  quote.source = node["source"].maybe_span();
  quote.source_text = words(text, quote.source);
  quote.inside = node["inside"].maybe_id<Quote>();
  quote.rule = node["rule"].string_or_empty();
  return quote;
}

Source source(const JsonNode& node) {
  Source source{.name = node["name"].string(),
                .kind = node["kind"].named<SourceKind>(),
                .entity = node["entity"].maybe_string(),
                .control = std::nullopt,
                .mentions = node["mentions"].spans()};
  if (const JsonNode control = node["control"]; control.exists()) {
    source.control = control.named<SourceControl>();
  }
  return source;
}

Relay relay(const JsonNode& node) {
  return {.source = node["source"].id<Source>(),
          .quote = node["quote"].maybe_id<Quote>(),
          .how = node["how"].named<RelayHow>(),
          .confidence = node["confidence"].number()};
}

Attribution attribution(const JsonNode& node) {
  return {.quote = node["quote"].id<Quote>(),
          .speaker = node["speaker"].list<Id<Source>>(
              [](const JsonNode& item) { return item.id<Source>(); }),
          .reported_by = node["reported_by"].list<Relay>(relay),
          .resolved = node["resolved"].named<SpeakerHow>(),
          .confidence = node["confidence"].number(),
          .rule = node["rule"].string_or_empty()};
}

std::optional<Counted> counted(const JsonNode& node, std::string_view text) {
  if (!node.exists()) return std::nullopt;
  const Span span = node["span"].span();
  return Counted{.span = span,
                 .text = words(text, span),
                 .lemma = node["lemma"].string_or_empty(),
                 .category = node["category"].string_or_empty()};
}

std::optional<TimeRange> time_range(const JsonNode& node) {
  if (!node.exists()) return std::nullopt;
  TimeRange range{.from = node["from"].day_or_empty(), .to = node["to"].day_or_empty()};
  if (const JsonNode grain = node["grain"]; grain.exists()) range.grain = grain.named<Grain>();
  return range;
}

std::optional<Slip> slip(const JsonNode& node) {
  if (!node.exists()) return std::nullopt;
  return Slip{.kind = node["kind"].named<SlipKind>(),
              .from = node["from"].string_or_empty(),
              .to = node["to"].string_or_empty(),
              .literal = node["literal"].number()};
}

Quantity quantity(const JsonNode& node, std::string_view text) {
  Quantity quantity;
  quantity.kind = node["kind"].named<QuantityKind>();
  quantity.span = node["span"].span();
  quantity.number = node["number"].maybe_span().value_or(quantity.span);
  quantity.phrase = node["phrase"].maybe_span().value_or(quantity.span);
  quantity.text = words(text, quantity.span);
  quantity.low = node["low"].maybe_number();
  quantity.high = node["high"].maybe_number();
  if (const JsonNode modifier = node["modifier"]; modifier.exists()) {
    quantity.modifier = modifier.named<Modifier>();
  }
  quantity.modifier_span = node["modifier_span"].maybe_span();
  quantity.unit = node["unit"].maybe_string();
  quantity.counted = counted(node["counted"], text);
  quantity.time = time_range(node["time"]);
  quantity.alternatives =
      node["alternatives"].list<double>([](const JsonNode& item) { return item.number(); });
  quantity.slip = slip(node["slip"]);
  quantity.rule = node["rule"].string_or_empty();
  return quantity;
}

Reason reason(const JsonNode& node) {
  return {.rule = node["rule"].string(), .weight = node["weight"].number()};
}

Claim claim(const JsonNode& node, std::string_view text) {
  const Span span = node["span"].span();
  return {.span = span,
          .text = words(text, span),
          .quantities = node["quantities"].list<Id<Quantity>>(
              [](const JsonNode& item) { return item.id<Quantity>(); }),
          .attribution = node["attribution"].maybe_id<Attribution>(),
          .measure = node["measure"].maybe_string(),
          .subject = node["subject"].strings(),
          .place = node["place"].strings(),
          .period = time_range(node["period"]),
          .check_worthiness = node["check_worthiness"].number(),
          .reasons = node["reasons"].list<Reason>(reason)};
}

}  // namespace

void decode_text_layers(const JsonNode& record, Document& document) {
  const std::string_view text = document.text;
  if (const JsonNode node = record["paragraphs"]; node.is_layer()) {
    document.paragraphs = node.list<Paragraph>(paragraph);
  }
  if (const JsonNode node = record["quotes"]; node.is_layer()) {
    document.quotes = node.list<Quote>([&](const JsonNode& item) { return quote(item, text); });
  }
  if (const JsonNode node = record["sources"]; node.is_layer()) {
    document.sources = node.list<Source>(source);
  }
  if (const JsonNode node = record["attributions"]; node.is_layer()) {
    document.attributions = node.list<Attribution>(attribution);
  }
  if (const JsonNode node = record["quantities"]; node.is_layer()) {
    document.quantities =
        node.list<Quantity>([&](const JsonNode& item) { return quantity(item, text); });
  }
  if (const JsonNode node = record["claims"]; node.is_layer()) {
    document.claims = node.list<Claim>([&](const JsonNode& item) { return claim(item, text); });
  }
}

}  // namespace cotejo::detail
