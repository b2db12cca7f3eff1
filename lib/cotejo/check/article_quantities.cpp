#include <cotejo/check/article_view.hpp>
#include <cotejo/check/units.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace cotejo {
namespace {

void find_slips(const ArticleView& article, const Quantity& quantity) {
  const LanguageTraits& language = article.analysis.rules().language();
  if (quantity.slip && quantity.alternatives.size() < 2) {
    article.findings.add("number-slip", quantity.span,
                         {{"text", quantity.text},
                          {"from", quantity.slip->from},
                          {"to", quantity.slip->to},
                          {"noun", quantity.counted ? quantity.counted->text : ""},
                          {"reading", write_number(quantity.low.value_or(0), language)}});
    return;
  }
  if (quantity.alternatives.size() < 2) return;
  std::string readings;
  for (const double value : quantity.alternatives) {
    readings += (readings.empty() ? "" : " / ") + write_number(value, language);
  }
  article.findings.add("number-ambiguous", quantity.span,
                       {{"text", quantity.text}, {"readings", readings}});
}

/// "240 metros (unos 520 pies)", "12 km, unas 7 millas": the second directly behind the first, in
/// brackets or said to be about the same.
void find_wrong_conversion(const ArticleView& article, const Quantity& first,
                           const Quantity& second) {
  if (!first.unit || !second.unit || *first.unit == *second.unit) return;
  const TokenRange a = article.tokens_of(first);
  const TokenRange b = article.analysis.tokens_in(second.phrase);
  const bool about = second.modifier == Modifier::about && article.is(a.end, ",");
  if ((!article.is(a.end, "(") && !about) || b.begin != a.end + 1) return;
  const auto left = any_value(first);
  const auto right = any_value(second);
  if (!left || !right) return;
  const auto expected_value = converted(*left, *first.unit, *second.unit);
  const auto above = converted(*left + rounding_of(*left), *first.unit, *second.unit);
  if (!expected_value || !above) return;
  const double expected = *expected_value;
  const double slack = *above - expected + rounding_of(*right) +
                       (second.modifier == Modifier::exact ? 0.01 : 0.05) * std::abs(expected);
  if (std::abs(expected - *right) <= slack) return;
  article.findings.add(
      "conversion-wrong", hull(first.span, second.span),
      {{"first", first.text},
       {"second", second.text},
       {"expected", write_number(std::round(expected), article.analysis.rules().language())}});
}

/// True if `quantity` begins an item of a list: behind a comma, colon, bracket or conjunction.
bool begins_item(const ArticleView& article, const Quantity& quantity,
                 const std::set<std::string, std::less<>>& conjunctions) {
  const TokenRange range = article.analysis.tokens_in(quantity.phrase);
  if (range.begin == 0) return false;
  const std::string before = fold(article.analysis.text_of(range.begin - 1));
  return before == "," || before == ":" || before == "(" || conjunctions.contains(before);
}

/// The place of the list that says what a total is made of: "64 barcos: 38 …". Nothing if there is
/// none. The text between may only be what is counted.
std::optional<TokenRange> list_after(const ArticleView& article, const Quantity& total) {
  const TokenRange phrase = article.analysis.tokens_in(total.phrase);
  const auto tokens = static_cast<std::uint32_t>(article.analysis.tokens().size());
  std::uint32_t at = phrase.end;
  constexpr std::uint32_t words_between = 6;
  while (at < tokens && at < phrase.end + words_between &&
         article.analysis.tokens()[at].kind == TokenKind::word) {
    ++at;
  }
  const bool bracket = article.is(at, "(");
  if (!bracket && !article.is(at, ":")) return {};
  std::uint32_t end = at + 1;
  while (end < tokens) {
    const std::string_view text = article.analysis.text_of(end);
    if (text == ")" || text == "." || text == ";" || text == "?" || text == "!") break;
    if (bracket && text == "(") break;
    ++end;
  }
  return TokenRange{at + 1, end};
}

void find_wrong_sum(const ArticleView& article, std::size_t number,
                    const std::set<std::string, std::less<>>& conjunctions) {
  const auto& quantities = *article.document.quantities;
  const Quantity& total = quantities[number];
  const auto value = exact_value(total);
  if (!value || !is_count(total)) return;
  const auto list = list_after(article, total);
  if (!list) return;
  double sum = 0;
  std::size_t parts = 0;
  Span last = total.span;
  for (std::size_t i = number + 1; i < quantities.size(); ++i) {
    const Quantity& part = quantities[i];
    if (article.tokens_of(part).begin >= list->end) break;
    const auto part_value = exact_value(part);
    if (!part_value || !is_count(part) || !begins_item(article, part, conjunctions)) return;
    if (parts == 0 && article.analysis.tokens_in(part.phrase).begin != list->begin) return;
    if (part.counted && total.counted && !part.counted->category.empty() &&
        part.counted->category != total.counted->category) {
      return;
    }
    sum += *part_value;
    ++parts;
    last = part.span;
  }
  if (parts < 2 || std::abs(sum - *value) < 0.5) return;
  // A sum that is far off was not meant as one: "20 points: six wins and two draws".
  constexpr double near = 0.25;
  if (std::abs(sum - *value) > near * *value) return;
  // Every item must have its number, or the rest is not said.
  std::size_t items = 1;
  for (std::uint32_t t = list->begin; t < list->end; ++t) {
    const std::string text = fold(article.analysis.text_of(t));
    const bool joint = text == "," || conjunctions.contains(text);
    const bool doubled = joint && t > list->begin && article.is(t - 1, ",");
    if (joint && !doubled) ++items;
  }
  if (items != parts) return;
  const LanguageTraits& language = article.analysis.rules().language();
  article.findings.add("sum-wrong", hull(total.span, last),
                       {{"total", total.text}, {"sum", write_number(sum, language)}});
}

/// Capitalised items of a list in [begin, end), or 0 if it is no such list.
std::size_t count_named(const ArticleView& article, TokenRange list,
                        const std::set<std::string, std::less<>>& conjunctions) {
  const auto& analysis = article.analysis;
  constexpr std::uint32_t longest_item = 5;
  std::size_t items = 0;
  bool joined = false;
  std::uint32_t at = list.begin;
  while (at < list.end) {
    std::uint32_t words = 0;
    if (analysis.tokens()[at].letter_case == TokenCase::lower) return 0;
    while (at < list.end && analysis.tokens()[at].kind == TokenKind::word &&
           !conjunctions.contains(fold(analysis.text_of(at)))) {
      ++words;
      ++at;
    }
    if (words == 0 || words > longest_item) return 0;
    if (analysis.tokens()[at - 1].letter_case == TokenCase::lower && !joined) return 0;
    ++items;
    if (joined) return items;  // what follows is no part of the list
    if (at >= list.end) return 0;
    joined = conjunctions.contains(fold(analysis.text_of(at)));
    if (!joined && analysis.text_of(at) != ",") return 0;
    ++at;
    if (!joined && at < list.end && conjunctions.contains(fold(analysis.text_of(at)))) {
      joined = true;
      ++at;
    }
  }
  return 0;
}

bool is_lower_word(const ArticleView& article, std::uint32_t at) {
  const Token& token = article.analysis.tokens()[at];
  return token.kind == TokenKind::word && token.letter_case == TokenCase::lower;
}

void find_wrong_count(const ArticleView& article, const Quantity& quantity,
                      const std::set<std::string, std::less<>>& conjunctions,
                      const std::set<std::string, std::less<>>& list_verbs) {
  const auto value = exact_value(quantity);
  if (!value || quantity.kind != QuantityKind::count || *value < 2 || *value > 12) return;
  TokenRange phrase = article.analysis.tokens_in(quantity.phrase);
  const auto tokens = static_cast<std::uint32_t>(article.analysis.tokens().size());
  constexpr std::uint32_t words_between = 3;  // "three towns take part: …"
  std::uint32_t mark = phrase.end;
  while (mark < tokens && mark < phrase.end + words_between && is_lower_word(article, mark)) ++mark;
  if (article.is(mark, ":")) phrase.end = mark;
  const bool names =
      phrase.end < tokens && list_verbs.contains(fold(article.analysis.text_of(phrase.end)));
  if (!names && !article.is(phrase.end, ":") && !article.is(phrase.end, ",") &&
      !article.is(phrase.end, "(")) {
    return;
  }
  auto end = phrase.end + 1;
  while (end < tokens) {
    const std::string_view text = article.analysis.text_of(end);
    if (text == ")" || text == "." || text == ";" || text == ":") break;
    if (article.analysis.tokens()[end].kind == TokenKind::digits) break;
    ++end;
  }
  const std::size_t named = count_named(article, {phrase.end + 1, end}, conjunctions);
  if (named < 2 || named == static_cast<std::size_t>(*value)) return;
  const Span span = article.analysis.span_of({phrase.begin, std::min(end, tokens - 1)});
  article.findings.add("count-wrong", span,
                       {{"said", quantity.text}, {"named", std::to_string(named)}});
}

}  // namespace

std::optional<double> exact_value(const Quantity& quantity) {
  if (quantity.modifier != Modifier::exact) return {};
  return any_value(quantity);
}

std::optional<double> any_value(const Quantity& quantity) {
  if (!quantity.low || !quantity.high || *quantity.low != *quantity.high) return {};
  return quantity.low;
}

bool is_count(const Quantity& quantity) {
  return quantity.kind == QuantityKind::count || quantity.kind == QuantityKind::number;
}

bool is_figure(const Quantity& quantity) {
  switch (quantity.kind) {
    case QuantityKind::count:
    case QuantityKind::percent:
    case QuantityKind::percentage_point:
    case QuantityKind::money:
    case QuantityKind::measure:
      return quantity.low || quantity.high;
    case QuantityKind::number:
    case QuantityKind::ordinal:
    case QuantityKind::age:
    case QuantityKind::ratio:
    case QuantityKind::fraction:
    case QuantityKind::date:
    case QuantityKind::period:
    case QuantityKind::time:
    case QuantityKind::duration:
      return false;
  }
  return false;
}

double rounding_of(double value) {
  constexpr double tiny = 1e-6;
  const double size = std::abs(value);
  const auto is_whole = [](double number) { return std::abs(number - std::round(number)) < tiny; };
  if (size < tiny) return 0;
  double step = 1;
  if (!is_whole(size)) {
    for (int decimals = 0; decimals < 4 && !is_whole(size / step); ++decimals) step /= 10;
    return step / 2;
  }
  while (step * 10 <= size && is_whole(size / (step * 10))) step *= 10;
  return std::min(step / 2, size * 0.05);  // nobody rounds 100 to the next hundred
}

std::set<std::string, std::less<>> words_of(const RuleSet& rules, std::string_view name) {
  const std::string id = "check." + std::string(name);
  const std::string_view text = rules.text(id);
  std::set<std::string, std::less<>> words;
  if (text == id) return words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n", begin), text.size());
    words.insert(fold(text.substr(begin, at - begin)));
  }
  return words;
}

void check_quantities(const ArticleView& article) {
  if (!article.document.quantities) return;
  const auto& quantities = *article.document.quantities;
  const auto conjunctions = words_of(article.analysis.rules(), "conjunctions");
  const auto list_verbs = words_of(article.analysis.rules(), "list-verbs");
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    find_slips(article, quantities[i]);
    if (i + 1 < quantities.size()) {
      find_wrong_conversion(article, quantities[i], quantities[i + 1]);
    }
    find_wrong_sum(article, i, conjunctions);
    find_wrong_count(article, quantities[i], conjunctions, list_verbs);
  }
}

}  // namespace cotejo
