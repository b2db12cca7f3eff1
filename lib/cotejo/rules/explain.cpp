#include <cotejo/rules/explain.hpp>

#include <set>
#include <vector>

namespace cotejo {
namespace {

std::string layers_at(const Analysis& analysis, std::uint32_t token) {
  std::string text;
  for (const LexiconHit& hit : analysis.hits_at(token)) {
    const Lexeme& lexeme = analysis.lexeme(hit);
    if (lexeme.list.empty()) continue;  // a word that a pattern names
    text +=
        "  <" + (lexeme.layer.empty() ? "@" + std::string(lexeme.list) : std::string(lexeme.layer));
    for (const Attribute& attribute : lexeme.attributes) {
      text.append(" ").append(attribute.key).append("=").append(attribute.value);
    }
    text += ">";
    if (hit.range.length() > 1) text += "(" + std::string(analysis.text_of(hit.range)) + ")";
  }
  return text;
}

void add_matches(const Analysis& analysis, std::string_view stage, std::string& text) {
  for (const PatternMatch& match : find_patterns(analysis, stage)) {
    text += "match " + match.pattern->id + ": " + std::string(analysis.text_of(match.range)) + "\n";
    for (const Capture& capture : match.captures) {
      text += "      " + std::string(capture.name) + ": " +
              std::string(analysis.text_of(capture.range)) + "\n";
    }
  }
}

}  // namespace

std::string explain(const Analysis& analysis, std::string_view stage) {
  std::string text;
  for (std::uint32_t at = 0; at < analysis.tokens().size(); ++at) {
    if (analysis.begins_sentence(at)) text += "sentence\n";
    text += "  " + std::string(analysis.text_of(at)) + layers_at(analysis, at) + "\n";
  }
  for (const Quotation& quotation : analysis.quotations()) {
    text += "quotation " + std::string(analysis.text_of(quotation.range)) + "\n";
  }
  for (const TokenRange name : analysis.names()) {
    text += "name " + std::string(analysis.text_of(name)) + "\n";
  }
  std::set<std::string_view> stages;
  for (const Pattern& pattern : analysis.rules().patterns()) stages.insert(pattern.stage);
  for (const std::string_view one : stages) {
    if (stage.empty() || stage == one) add_matches(analysis, one, text);
  }
  return text;
}

}  // namespace cotejo
