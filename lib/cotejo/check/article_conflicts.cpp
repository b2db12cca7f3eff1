// The same things counted twice with two results: in the running text where the second speaks of
// the first ("las 13 colmenas"), and in a headline and the paragraph under it. Tests:
// tests/selfcheck, tests/unit/check/check_article_test.cpp.
#include <cotejo/check/article_view.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace cotejo {
namespace {

bool noun_first(const RuleSet& rules) {
  return std::ranges::any_of(rules.entries("noun-phrase"), [](const RuleEntry& entry) {
    return entry.text("order") == "noun-first";
  });
}

/// The noun of what is counted: its first word, or its last, as the language has it.
std::uint32_t head_of(const ArticleView& article, const Counted& counted) {
  const TokenRange range = article.analysis.tokens_in(counted.span);
  return noun_first(article.analysis.rules()) ? range.begin : range.end - 1;
}

/// Two words with the same beginning: "envenenadas", "envenenar".
bool share_stem(std::string_view one, std::string_view other) {
  const auto same = std::ranges::mismatch(one, other).in1 - one.begin();
  constexpr double most = 0.6;
  return same >= 3 && static_cast<double>(same) >= most * static_cast<double>(one.size());
}

/// True if every word beside the noun of `second` is said of the first too, in its sentence: "31
/// hives were poisoned", "the 13 poisoned hives"; not "31 pupils", "the 13 French pupils".
bool same_things(const ArticleView& article, const Quantity& first, const Quantity& second) {
  if (first.phrase.overlaps(second.phrase)) return false;  // "four of the ten wells"
  if (!second.counted) return true;
  const Analysis& analysis = article.analysis;
  const std::uint32_t head = head_of(article, *second.counted);
  const TokenRange words = analysis.tokens_in(second.counted->span);
  const TokenRange said =
      analysis.sentences()[analysis.sentence_of(article.tokens_of(first).begin)];
  if (first.counted && analysis.tokens_in(first.counted->span).length() > 1 && words.length() > 1 &&
      fold(first.counted->text) != fold(second.counted->text)) {
    return false;  // "11 primary debates", "the three presidential debates"
  }
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (word == head || analysis.tokens()[word].kind != TokenKind::word) continue;
    const std::string qualifier = fold_accents(analysis.text_of(word));
    bool found = false;
    for (std::uint32_t t = said.begin; t < said.end && !found; ++t) {
      found = share_stem(qualifier, fold_accents(analysis.text_of(t)));
    }
    if (!found) return false;
  }
  return true;
}

/// What is counted, as one word; "" if nothing is.
std::string noun_of(const ArticleView& article, const Quantity& quantity) {
  if (quantity.counted) {
    if (!quantity.counted->lemma.empty()) return quantity.counted->lemma;
    return fold(article.analysis.text_of(head_of(article, *quantity.counted)));
  }
  const TokenRange range = article.tokens_of(quantity);
  if (range.end >= article.analysis.tokens().size()) return {};
  const Token& next = article.analysis.tokens()[range.end];
  const bool noun = next.kind == TokenKind::word && next.letter_case == TokenCase::lower;
  const auto& function_words = article.analysis.rules().language().function_words;
  const std::string word = fold(article.analysis.text_of(range.end));
  if (!noun || std::ranges::find(function_words, word) != function_words.end()) return {};
  return word;
}

/// True if one of the words stands in what a quantity counts or up to two tokens behind it.
bool stands_near(const ArticleView& article, const Quantity& quantity,
                 const std::set<std::string, std::less<>>& words) {
  const TokenRange phrase = article.analysis.tokens_in(quantity.phrase);
  const auto size = static_cast<std::uint32_t>(article.analysis.tokens().size());
  for (std::uint32_t t = phrase.begin; t < std::min(phrase.end + 2, size); ++t) {
    if (words.contains(fold(article.analysis.text_of(t)))) return true;
  }
  return false;
}

/// "Las 13 colmenas" after "31 colmenas": the second speaks of the first, and says another number.
void find_conflicts(const ArticleView& article) {
  const auto articles = words_of(article.analysis.rules(), "definite-articles");
  const auto rest = words_of(article.analysis.rules(), "rest-words");
  const auto& quantities = *article.document.quantities;
  std::map<std::string, std::vector<const Quantity*>> said;
  for (const Quantity& quantity : quantities) {
    const std::string noun = noun_of(article, quantity);
    const auto value = exact_value(quantity);
    if (noun.empty() || !value || !is_count(quantity) || *value != std::round(*value)) continue;
    auto& before = said[noun];
    const TokenRange phrase = article.analysis.tokens_in(quantity.phrase);
    const bool definite =
        phrase.begin > 0 && articles.contains(fold(article.analysis.text_of(phrase.begin - 1)));
    const bool one_before =
        before.size() == 1 && std::abs(*exact_value(*before.front()) - *value) > 0.5;
    if (definite && one_before && same_things(article, *before.front(), quantity) && *value > 2 &&
        !stands_near(article, quantity, rest)) {
      article.findings.add("quantity-conflict", quantity.phrase,
                           {{"first", article.text(before.front()->phrase)},
                            {"second", article.text(quantity.phrase)}},
                           {before.front()->phrase});
    }
    before.push_back(&quantity);
  }
}

/// The only quantity of a paragraph that counts `noun` exactly, or null.
const Quantity* only_count_of(const ArticleView& article, Span paragraph, const std::string& noun) {
  const Quantity* found = nullptr;
  for (const Quantity& quantity : *article.document.quantities) {
    if (!paragraph.contains(quantity.span) || noun_of(article, quantity) != noun) continue;
    if (found != nullptr || !is_count(quantity) || !exact_value(quantity)) return nullptr;
    found = &quantity;
  }
  return found;
}

/// A headline that counts otherwise than the first paragraph under it, beyond rounding.
void find_headline_conflicts(const ArticleView& article) {
  if (!article.document.paragraphs) return;
  const auto& paragraphs = *article.document.paragraphs;
  const auto rest = words_of(article.analysis.rules(), "rest-words");
  const auto is_headline = [](const Paragraph& p) { return p.role == ParagraphRole::headline; };
  const auto headline = std::ranges::find_if(paragraphs, is_headline);
  const auto lead = std::ranges::find(paragraphs, ParagraphRole::body, &Paragraph::role);
  if (headline == paragraphs.end() || lead == paragraphs.end()) return;
  for (const Quantity& above : *article.document.quantities) {
    if (!headline->span.contains(above.span) || !above.counted || above.counted->category.empty())
      continue;
    const std::string noun = noun_of(article, above);
    if (only_count_of(article, headline->span, noun) != &above) continue;
    const Quantity* below = only_count_of(article, lead->span, noun);
    if (below == nullptr || stands_near(article, *below, rest)) continue;
    const double slack = rounding_of(*exact_value(above)) + rounding_of(*exact_value(*below));
    if (std::abs(*exact_value(above) - *exact_value(*below)) <= slack) continue;
    article.findings.add(
        "quantity-conflict", below->phrase,
        {{"first", article.text(above.phrase)}, {"second", article.text(below->phrase)}},
        {above.phrase});
  }
}

}  // namespace

void check_conflicts(const ArticleView& article) {
  if (!article.document.quantities) return;
  find_conflicts(article);
  find_headline_conflicts(article);
}

}  // namespace cotejo
