// A check of the rules with a pattern and a condition is arithmetic: the pattern says in words what
// should come out, the condition which sum it is. Its captures are numbers of the article.
// Tests: the examples in rules/*/check.findings.toml and tests/unit/check/check_article_test.cpp.
#include <cotejo/check/article_view.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace cotejo {
namespace {

/// The numbers that a match captured.
class Operands {
 public:
  Operands(const ArticleView& article, const PatternMatch& match)
      : article_(article), match_(match) {}

  [[nodiscard]] const Quantity* quantity(std::string_view name) const {
    const TokenRange* range = match_.capture(name);
    if (range == nullptr) return nullptr;
    for (const Quantity& quantity : *article_.document.quantities) {
      const TokenRange tokens = article_.tokens_of(quantity);
      if (tokens.begin >= range->begin && tokens.end <= range->end) return &quantity;
    }
    return nullptr;
  }

  [[nodiscard]] std::optional<double> value(std::string_view name) const {
    const Quantity* found = quantity(name);
    return found == nullptr ? std::nullopt : any_value(*found);
  }

  /// How far off a number may be by its rounding, or by what stands around it ("about").
  [[nodiscard]] double slack(std::string_view name) const {
    const Quantity* found = quantity(name);
    if (found == nullptr) return 0;
    const double of = any_value(*found).value_or(0);
    const double rounding = rounding_of(of);
    return found->modifier == Modifier::exact ? rounding : std::max(rounding, std::abs(of) * 0.1);
  }

 private:
  const ArticleView& article_;
  const PatternMatch& match_;
};

struct Sum {
  bool wrong = false;
  double expected = 0;
};

Sum is_reversed(const Operands& in) {
  const auto low = in.value("a");
  const auto high = in.value("b");
  const bool comparable = low && high && in.quantity("a")->unit == in.quantity("b")->unit;
  return {comparable && *low > *high, high.value_or(0)};
}

/// result = base * (1 ± percent / 100)
Sum is_not_percent(const Operands& in, double sign) {
  const auto result = in.value("result");
  const auto percent = in.value("percent");
  const auto base = in.value("base");
  if (!result || !percent || !base || *base == 0) return {};
  const double found = sign * (*result / *base - 1) * 100;
  const double slack = std::max(0.51, in.slack("percent") * 1.02) +
                       100 * (in.slack("result") + in.slack("base")) / *base;
  return {std::abs(found - *percent) > slack, std::abs(found)};
}

/// result = base ± change
Sum is_not_difference(const Operands& in, double sign) {
  const auto result = in.value("result");
  const auto change = in.value("change");
  const auto base = in.value("base");
  if (!result || !change || !base) return {};
  if (in.quantity("result")->unit != in.quantity("base")->unit ||
      in.quantity("result")->unit != in.quantity("change")->unit) {
    return {};
  }
  const double found = sign * (*result - *base);
  const double slack = in.slack("result") + in.slack("change") + in.slack("base");
  return {std::abs(found - *change) > std::min(slack, std::abs(*change) * 0.1), found};
}

/// percent = part / whole
Sum is_not_share(const Operands& in) {
  const auto part = in.value("part");
  const auto whole = in.value("whole");
  const auto percent = in.value("percent");
  if (!part || !whole || !percent || *whole == 0 || *part > *whole) return {};
  const double found = 100 * *part / *whole;
  const double slack = std::max(0.51, in.slack("percent") * 1.02);
  return {std::abs(found - *percent) > slack, found};
}

Sum is_over_whole(const Operands& in) {
  const auto percent = in.value("percent");
  return {percent && *percent > 100, 100};
}

Sum is_not_product(const Operands& in) {
  const auto times = in.value("times");
  const auto each = in.value("each");
  const auto result = in.value("result");
  if (!times || !each || !result) return {};
  const double found = *times * *each;
  const double slack = in.slack("result") + *times * in.slack("each") + *each * in.slack("times");
  return {std::abs(found - *result) > std::min(slack, found * 0.1), found};
}

std::optional<Sum> work_out(std::string_view condition, const Operands& in) {
  if (condition == "reversed") return is_reversed(in);
  if (condition == "not-percent-more") return is_not_percent(in, 1);
  if (condition == "not-percent-less") return is_not_percent(in, -1);
  if (condition == "not-more") return is_not_difference(in, 1);
  if (condition == "not-less") return is_not_difference(in, -1);
  if (condition == "not-share") return is_not_share(in);
  if (condition == "over-whole") return is_over_whole(in);
  if (condition == "not-product") return is_not_product(in);
  return std::nullopt;
}

/// Days and ranks are no operands.
bool is_operand(QuantityKind kind) {
  return kind != QuantityKind::date && kind != QuantityKind::period && kind != QuantityKind::time &&
         kind != QuantityKind::ordinal;
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

std::vector<LayerSpan> number_layers(const ArticleView& article) {
  std::vector<LayerSpan> layers;
  if (!article.document.quantities) return layers;
  const auto& quantities = *article.document.quantities;
  for (const Quantity& quantity : quantities) {
    const TokenRange range = article.tokens_of(quantity);
    if (range.length() == 0 || !is_operand(quantity.kind)) continue;
    layers.push_back({"number", range, std::span(&kind_attribute(quantity.kind), 1)});
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
    const auto sum = work_out(condition, Operands(article, match));
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
