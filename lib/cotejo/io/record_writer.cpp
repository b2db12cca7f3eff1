#include <cotejo/io/record_writer.hpp>

#include <cotejo/io/json_text.hpp>

namespace cotejo {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out += ",\"";
  out += name;
  out += "\":";
  append_json_string(out, value);
}

std::size_t estimated_size(const Document& document) {
  return document.text.size() * 3 + 512;  // with all layers, a record is about three times its text
}

}  // namespace

void append_meta(std::string& out, const Meta& meta) {
  out += '{';
  const std::size_t start = out.size();
  if (!meta.title.empty()) append_member(out, "title", meta.title);
  if (!meta.byline.empty()) append_member(out, "byline", meta.byline);
  if (!meta.outlet.empty()) append_member(out, "outlet", meta.outlet);
  if (!meta.url.empty()) append_member(out, "url", meta.url);
  if (!meta.path.empty()) append_member(out, "path", meta.path);
  if (out.size() > start) out.erase(start, 1);
  out += '}';
}

std::string write_record(const Document& document) {
  std::string out;
  out.reserve(estimated_size(document));
  out += R"({"format":)";
  append_json_string(out, record_format);
  if (!document.rules.empty()) append_member(out, "rules", document.rules);
  append_member(out, "id", document.id);
  out += R"(,"language":)";
  append_json_optional(out, document.language);
  out += R"(,"date":)";
  append_json_optional(out, document.date);
  out += R"(,"meta":)";
  append_meta(out, document.meta);
  append_member(out, "text", document.text);
  const LayerSet layers = layers_in(document);
  for (std::size_t i = 0; i < layer_count; ++i) {
    if (!layers.test(i)) continue;
    const auto layer = static_cast<Layer>(i);
    out += ",\"";
    out += name_of(layer);
    out += "\":";
    append_layer(out, document, layer);
  }
  out += '}';
  return out;
}

void settle_scores(Document& document, Layer layer) {
  const auto settle = [](double& score) { score = rounded_score(score); };
  if (layer == Layer::attributions && document.attributions) {
    for (Attribution& attribution : *document.attributions) {
      settle(attribution.confidence);
      for (Relay& relay : attribution.reported_by) settle(relay.confidence);
    }
  }
  if (layer == Layer::claims && document.claims) {
    for (Claim& claim : *document.claims) {
      settle(claim.check_worthiness);
      for (Reason& reason : claim.reasons) settle(reason.weight);
    }
  }
  if (layer == Layer::evidence && document.evidence) {
    for (Evidence& evidence : *document.evidence) settle(evidence.similarity);
  }
}

}  // namespace cotejo
