// The laws of the record, layer by layer. A law is a function that returns what is wrong, beginning
// with the way from its item on (".content: [40, 30]: end before begin"), or nothing; nothing is
// allocated while all is well.

#include <cotejo/io/laws.hpp>

#include <cotejo/io/json_text.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <variant>
#include <vector>

namespace cotejo {
namespace {

using Fault = std::optional<std::string>;

std::string shown(Span span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + "]";
}

std::string shown(double number) {
  if (!std::isfinite(number)) return "not a number";
  std::string text;
  append_json_number(text, number);
  return text;
}

std::string item(std::size_t place) { return "[" + std::to_string(place) + "]"; }

bool on_boundary(std::string_view text, Offset at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

Fault fault_of_span(std::string_view text, Span span) {
  if (span.begin > span.end) return ": " + shown(span) + ": end before begin";
  if (span.end > text.size()) {
    return ": " + shown(span) + ": outside the text of " + std::to_string(text.size()) + " bytes";
  }
  if (!on_boundary(text, span.begin) || !on_boundary(text, span.end)) {
    return ": " + shown(span) + ": inside a character";
  }
  return std::nullopt;
}

// Prefixes a fault with the name of the member it is in.
Fault in_member(std::string_view name, Fault fault) {
  if (fault) *fault = "." + std::string{name} + *fault;
  return fault;
}

Fault fault_of_span(std::string_view text, std::string_view name, Span span) {
  return in_member(name, fault_of_span(text, span));
}

Fault fault_of_span(std::string_view text, std::string_view name, const std::optional<Span>& span) {
  return span ? fault_of_span(text, name, *span) : std::nullopt;
}

// Spans in the text, ascending, none beginning before the one before it has ended.
Fault fault_of_row(std::string_view text, std::string_view name, const std::vector<Span>& spans) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (auto fault = fault_of_span(text, spans[i])) return in_member(name, item(i) + *fault);
    if (i > 0 && spans[i].begin < spans[i - 1].end) {
      return in_member(name, item(i) + ": " + shown(spans[i]) + ": begins before " +
                                 shown(spans[i - 1]) + " ends");
    }
  }
  return std::nullopt;
}

Fault fault_of_spans(std::string_view text, std::string_view name, const std::vector<Span>& spans) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (auto fault = fault_of_span(text, spans[i])) return in_member(name, item(i) + *fault);
  }
  return std::nullopt;
}

Fault fault_of_order(Span before, Span span) {
  if (before <= span) return std::nullopt;
  return ": " + shown(span) + ": stands before " + shown(before) +
         " in the text, but comes after it";
}

Fault fault_of_score(std::string_view name, double score) {
  if (score >= 0 && score <= 1) return std::nullopt;
  return "." + std::string{name} + ": " + shown(score) + ": not from 0 to 1";
}

template <typename T>
std::size_t count_of(const std::optional<std::vector<T>>& layer) {
  return layer ? layer->size() : 0;
}

// `layer` names what the id counts: "quotes".
template <typename T>
Fault fault_of_id(std::string_view layer, Id<T> id, std::size_t count) {
  if (id.index < count) return std::nullopt;
  return ": " + std::to_string(id.index) + ": there are " + std::to_string(count) + " " +
         std::string{layer};
}

template <typename T>
Fault fault_of_ids(std::string_view name, std::string_view layer, const std::vector<Id<T>>& ids,
                   std::size_t count) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (auto fault = fault_of_id(layer, ids[i], count)) return in_member(name, item(i) + *fault);
  }
  return std::nullopt;
}

Fault fault_of_time(std::string_view name, const std::optional<TimeRange>& time) {
  if (!time || time->from.empty() || time->to.empty() || time->from <= time->to) {
    return std::nullopt;
  }
  return "." + std::string{name} + ": from " + time->from + " is after to " + time->to;
}

Fault fault_of(const Document& document, const Paragraph& paragraph) {
  const std::string_view text = document.text;
  if (auto fault = fault_of_span(text, "span", paragraph.span)) return fault;
  if (auto fault = fault_of_row(text, "sentences", paragraph.sentences)) return fault;
  for (std::size_t i = 0; i < paragraph.sentences.size(); ++i) {
    if (!paragraph.span.contains(paragraph.sentences[i])) {
      return ".sentences" + item(i) + ": " + shown(paragraph.sentences[i]) +
             ": outside its paragraph " + shown(paragraph.span);
    }
  }
  return std::nullopt;
}

Fault fault_of_parts(std::string_view text, const Quote& quote) {
  if (auto fault = fault_of_row(text, "parts", quote.parts)) return fault;
  if (quote.parts.empty()) return ".parts: empty";
  if (hull(quote.parts.front(), quote.parts.back()) != quote.content) {
    return ".parts: do not reach from begin to end of the content " + shown(quote.content);
  }
  return std::nullopt;
}

Fault fault_of(const Document& document, const Quote& quote, std::size_t place) {
  const std::string_view text = document.text;
  if (auto fault = fault_of_span(text, "content", quote.content)) return fault;
  if (auto fault = fault_of_parts(text, quote)) return fault;
  if (auto fault = fault_of_row(text, "marks", quote.marks)) return fault;
  if (auto fault = fault_of_span(text, "cue", quote.cue)) return fault;
  if (auto fault = fault_of_span(text, "source", quote.source)) return fault;
  if (quote.inside && quote.inside->index >= place) {
    return ".inside: " + std::to_string(quote.inside->index) + ": not an earlier quote";
  }
  return std::nullopt;
}

Fault fault_of(const Document& document, const Source& source) {
  return fault_of_spans(document.text, "mentions", source.mentions);
}

Fault fault_of_mention_order(const Source& source) {
  for (std::size_t i = 1; i < source.mentions.size(); ++i) {
    if (auto fault = fault_of_order(source.mentions[i - 1], source.mentions[i])) {
      return ".mentions" + item(i) + *fault;
    }
  }
  return std::nullopt;
}

// By first mention; those without one last.
Fault fault_of_source_order(const Source& before, const Source& source) {
  if (source.mentions.empty()) return std::nullopt;
  if (before.mentions.empty()) return ": has mentions, but comes after one without";
  return in_member("mentions[0]", fault_of_order(before.mentions.front(), source.mentions.front()));
}

Fault fault_of(const Document& document, const Relay& relay) {
  if (auto fault = fault_of_id("sources", relay.source, count_of(document.sources))) {
    return in_member("source", std::move(fault));
  }
  if (relay.quote) {
    if (auto fault = fault_of_id("quotes", *relay.quote, count_of(document.quotes))) {
      return in_member("quote", std::move(fault));
    }
  }
  return fault_of_score("confidence", relay.confidence);
}

Fault fault_of(const Document& document, const Attribution& attribution, std::size_t place) {
  if (attribution.quote.index != place) {
    return ".quote: " + std::to_string(attribution.quote.index) +
           ": attributions stand in the order of the quotes";
  }
  const std::size_t sources = count_of(document.sources);
  if (auto fault = fault_of_ids("speaker", "sources", attribution.speaker, sources)) return fault;
  for (std::size_t i = 0; i < attribution.reported_by.size(); ++i) {
    if (auto fault = fault_of(document, attribution.reported_by[i])) {
      return ".reported_by" + item(i) + *fault;
    }
  }
  return fault_of_score("confidence", attribution.confidence);
}

Fault fault_of(const Document& document, const Quantity& quantity) {
  const std::string_view text = document.text;
  if (auto fault = fault_of_span(text, "number", quantity.number)) return fault;
  if (auto fault = fault_of_span(text, "span", quantity.span)) return fault;
  if (auto fault = fault_of_span(text, "phrase", quantity.phrase)) return fault;
  if (quantity.low && quantity.high && !(*quantity.low <= *quantity.high)) {
    return ".low: " + shown(*quantity.low) + ": above high, " + shown(*quantity.high);
  }
  if (auto fault = fault_of_span(text, "modifier_span", quantity.modifier_span)) return fault;
  if (quantity.counted) {
    if (auto fault = fault_of_span(text, "counted.span", quantity.counted->span)) return fault;
  }
  return fault_of_time("time", quantity.time);
}

Fault fault_of(const Document& document, const Claim& claim) {
  if (auto fault = fault_of_span(document.text, "span", claim.span)) return fault;
  const std::size_t quantities = count_of(document.quantities);
  if (auto fault = fault_of_ids("quantities", "quantities", claim.quantities, quantities)) {
    return fault;
  }
  if (claim.attribution) {
    const std::size_t count = count_of(document.attributions);
    if (auto fault = fault_of_id("attributions", *claim.attribution, count)) {
      return in_member("attribution", std::move(fault));
    }
  }
  if (auto fault = fault_of_time("period", claim.period)) return fault;
  return fault_of_score("check_worthiness", claim.check_worthiness);
}

Fault fault_of_target(const Document& document, const Target& target) {
  if (const auto* const quote = std::get_if<Id<Quote>>(&target)) {
    return in_member("target.quote", fault_of_id("quotes", *quote, count_of(document.quotes)));
  }
  const auto& claim = *std::get_if<Id<Claim>>(&target);
  return in_member("target.claim", fault_of_id("claims", claim, count_of(document.claims)));
}

Fault fault_of_target_order(const Target& before, const Target& target) {
  if (before <= target) return std::nullopt;
  return ".target: stands before the target of the item before";
}

Fault fault_of(const Document& document, const Evidence& evidence) {
  if (auto fault = fault_of_target(document, evidence.target)) return fault;
  if (evidence.span.begin > evidence.span.end) {
    return ".span: " + shown(evidence.span) + ": end before begin";
  }
  if (evidence.figure && evidence.figure->low > evidence.figure->high) {
    return std::string(".figure: low above high");
  }
  return fault_of_score("similarity", evidence.similarity);
}

bool needs_evidence(VerdictLabel label) {
  return label != VerdictLabel::not_found && label != VerdictLabel::not_checkable;
}

Fault fault_of(const Document& document, const Verdict& verdict) {
  if (auto fault = fault_of_target(document, verdict.target)) return fault;
  const std::size_t count = count_of(document.evidence);
  if (auto fault = fault_of_ids("evidence", "evidence", verdict.evidence, count)) return fault;
  if (verdict.evidence.empty() && needs_evidence(verdict.label)) {
    return ".evidence: empty, but the label is " + std::string{name_of(verdict.label)};
  }
  return std::nullopt;
}

Fault fault_of(const Document& document, const Finding& finding) {
  if (auto fault = fault_of_span(document.text, "span", finding.span)) return fault;
  if (auto fault = fault_of_spans(document.text, "spans", finding.spans)) return fault;
  if (!finding.verdict) return std::nullopt;
  return in_member("verdict",
                   fault_of_id("verdicts", *finding.verdict, count_of(document.verdicts)));
}

Fault fault_of_finding_order(const Finding& before, const Finding& finding) {
  if (before.span == finding.span && before.code > finding.code) {
    return ".code: " + finding.code + ": comes after " + before.code + " at the same place";
  }
  return in_member("span", fault_of_order(before.span, finding.span));
}

// The first fault of a layer's items, then of their order.
template <typename T, typename OfItem, typename OfOrder>
Fault fault_of_layer(std::string_view name, const std::optional<std::vector<T>>& layer,
                     OfItem of_item, OfOrder of_order) {
  for (std::size_t i = 0; i < count_of(layer); ++i) {
    Fault fault = of_item((*layer)[i], i);
    if (!fault && i > 0) fault = of_order((*layer)[i - 1], (*layer)[i]);
    if (fault) return std::string{name} + item(i) + *fault;
  }
  return std::nullopt;
}

Fault fault_of_text_layers(const Document& document) {
  const auto checked = [&](const auto& value, std::size_t) { return fault_of(document, value); };
  const auto placed = [&](const auto& value, std::size_t place) {
    return fault_of(document, value, place);
  };
  const auto by_span = [](const auto& before, const auto& value) {
    return in_member("span", fault_of_order(before.span, value.span));
  };
  const auto by_paragraph = [](const Paragraph& before, const Paragraph& paragraph) -> Fault {
    if (before.span.end <= paragraph.span.begin) return std::nullopt;
    return ".span: " + shown(paragraph.span) + ": begins before " + shown(before.span) + " ends";
  };
  const auto by_content = [](const Quote& before, const Quote& quote) {
    return in_member("content", fault_of_order(before.content, quote.content));
  };
  const auto source = [&](const Source& value, std::size_t) {
    Fault fault = fault_of(document, value);
    return fault ? fault : fault_of_mention_order(value);
  };
  const auto unordered = [](const auto&, const auto&) { return Fault{}; };
  if (auto f = fault_of_layer("paragraphs", document.paragraphs, checked, by_paragraph)) return f;
  if (auto f = fault_of_layer("quotes", document.quotes, placed, by_content)) return f;
  if (auto f = fault_of_layer("sources", document.sources, source, fault_of_source_order)) return f;
  if (auto f = fault_of_layer("attributions", document.attributions, placed, unordered)) return f;
  if (auto f = fault_of_layer("quantities", document.quantities, checked, by_span)) return f;
  return fault_of_layer("claims", document.claims, checked, by_span);
}

Fault fault_of_check_layers(const Document& document) {
  const auto checked = [&](const auto& value, std::size_t) { return fault_of(document, value); };
  const auto by_target = [](const auto& before, const auto& value) {
    return fault_of_target_order(before.target, value.target);
  };
  if (auto f = fault_of_layer("evidence", document.evidence, checked, by_target)) return f;
  if (auto f = fault_of_layer("verdicts", document.verdicts, checked, by_target)) return f;
  return fault_of_layer("findings", document.findings, checked, fault_of_finding_order);
}

Fault fault_of_counts(const Document& document) {
  if (!document.attributions) return std::nullopt;
  const std::size_t attributions = document.attributions->size();
  const std::size_t quotes = count_of(document.quotes);
  if (attributions == quotes) return std::nullopt;
  return "attributions: " + std::to_string(attributions) + " of them, but " +
         std::to_string(quotes) + " quotes";
}

}  // namespace

std::optional<std::string> find_broken_law(const Document& document) {
  if (document.text.size() > std::numeric_limits<Offset>::max()) return "text: more than 4 GiB";
  if (auto fault = fault_of_text_layers(document)) return fault;
  if (auto fault = fault_of_counts(document)) return fault;
  return fault_of_check_layers(document);
}

}  // namespace cotejo
