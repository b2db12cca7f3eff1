// A check of the rules with a pattern and a condition is arithmetic: the pattern says in words what
// should come out, the condition which sum it is. Its captures are numbers of the article.
// Tests: the examples in rules/*/check.findings.toml and tests/unit/check/check_article_test.cpp.
#include <cotejo/check/article_arithmetic.hpp>
#include <cotejo/check/article_view.hpp>

#include <optional>

namespace cotejo {
namespace {

/// The layer in which a quantity stands for patterns: days and years are moments, ranks and times
/// of day nothing.
std::string_view layer_of(QuantityKind kind) {
  if (kind == QuantityKind::date || kind == QuantityKind::period) return "moment";
  return kind == QuantityKind::time || kind == QuantityKind::ordinal ? "" : "number";
}

/// The attributes of layer `number` for each kind of quantity.
const Attribute& kind_attribute(QuantityKind kind) {
  static const auto all = [] {
    std::vector<Attribute> made;
    for (const std::string_view name : names_of<QuantityKind>) {
      made.push_back({"kind", name});
    }
    return made;
  }();
  return all[static_cast<std::size_t>(kind)];
}

/// The numbers and days of the article as token layers.
std::vector<LayerSpan> number_layers(const ArticleView& article) {
  std::vector<LayerSpan> layers;
  if (!article.document.quantities) return layers;
  const auto& quantities = *article.document.quantities;
  for (const Quantity& quantity : quantities) {
    const TokenRange range = article.tokens_of(quantity);
    const std::string_view layer = layer_of(quantity.kind);
    if (range.length() == 0 || layer.empty()) continue;
    layers.push_back({layer, range, std::span(&kind_attribute(quantity.kind), 1)});
  }
  return layers;
}

void add_match(const ArticleView& article, const RuleEntry& entry, const PatternMatch& match) {
  MessageValues values;
  for (const Capture& capture : match.captures) {
    values.emplace(capture.name, article.analysis.text_of(capture.range));
  }
  const std::string_view condition = entry.text("condition");
  if (!condition.empty()) {
    if (!article.document.quantities) return;
    const auto sum = work_out(article, match, condition);
    if (!sum || !sum->wrong) return;
    values["expected"] = write_number(sum->expected, article.analysis.rules().language());
  }
  const Span span = article.analysis.span_of(match.range);
  values.emplace("text", article.text(span));
  article.findings.add(entry, span, values);
}

}  // namespace

void check_patterns(const ArticleView& article) {
  std::vector<LayerSpan> layers = number_layers(article);
  for (const PatternMatch& match : find_patterns(article.analysis, "check", layers)) {
    const RuleEntry* entry = article.analysis.rules().entry(match.pattern->id);
    if (entry != nullptr && entry->kind == "check") add_match(article, *entry, match);
  }
}

}  // namespace cotejo
