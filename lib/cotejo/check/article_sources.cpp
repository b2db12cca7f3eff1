#include <cotejo/check/article_view.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace cotejo {
namespace {

using Sources = std::vector<Source>;

bool is_state_media(const Source& source) {
  const bool medium = source.kind == SourceKind::news_agency || source.kind == SourceKind::media;
  return medium && source.control == SourceControl::state;
}

bool is_unnamed(const Source& source) { return source.kind == SourceKind::unnamed; }

/// What somebody's words rest on: the relays if there are any, else who spoke.
std::vector<const Source*> grounds_of(const Attribution& attribution, const Sources& sources) {
  std::vector<const Source*> grounds;
  for (const Relay& relay : attribution.reported_by)
    grounds.push_back(&sources[relay.source.index]);
  if (!grounds.empty()) return grounds;
  for (const Id<Source> id : attribution.speaker) grounds.push_back(&sources[id.index]);
  return grounds;
}

void find_unattributed(const ArticleView& article) {
  constexpr std::uint32_t words_of_a_clause = 4;
  const auto& quotes = *article.document.quotes;
  for (const Attribution& attribution : *article.document.attributions) {
    const Quote& quote = quotes[attribution.quote.index];
    if (quote.kind != QuoteKind::direct || quote.marks.empty()) continue;
    if (!attribution.speaker.empty() || !attribution.reported_by.empty()) continue;
    // With a cue somebody is said to speak, though it could not be settled who.
    if (quote.cue || quote.source || quote.inside) continue;
    if (article.analysis.tokens_in(quote.content).length() < words_of_a_clause) continue;
    article.findings.add("quote-unattributed", quote.content, {{"text", quote.text}});
  }
}

/// True if a named source gives the same value somewhere.
bool is_backed(const ArticleView& article, const Quantity& quantity) {
  for (const Attribution& attribution : *article.document.attributions) {
    const auto& sources = *article.document.sources;
    const bool named = std::ranges::any_of(
        attribution.speaker, [&](Id<Source> id) { return !is_unnamed(sources[id.index]); });
    if (!named) continue;
    const Quote& quote = (*article.document.quotes)[attribution.quote.index];
    for (const Quantity& other : *article.document.quantities) {
      if (quote.content.contains(other.span) && &other != &quantity && other.low == quantity.low &&
          other.high == quantity.high) {
        return true;
      }
    }
  }
  return false;
}

void find_unnamed(const ArticleView& article) {
  if (!article.document.quantities) return;
  const auto& sources = *article.document.sources;
  for (const Attribution& attribution : *article.document.attributions) {
    const bool unnamed = !attribution.speaker.empty() && attribution.reported_by.empty() &&
                         std::ranges::all_of(attribution.speaker, [&](Id<Source> id) {
                           return is_unnamed(sources[id.index]);
                         });
    if (!unnamed) continue;
    const Quote& quote = (*article.document.quotes)[attribution.quote.index];
    for (const Quantity& quantity : *article.document.quantities) {
      if (!quote.content.contains(quantity.span) || !is_figure(quantity)) continue;
      if (is_backed(article, quantity)) continue;
      const Span span = quote.source ? hull(*quote.source, quantity.phrase) : quantity.phrase;
      article.findings.add(
          "unnamed-source", span,
          {{"text", quantity.text}, {"source", sources[attribution.speaker.front().index].name}});
      break;
    }
  }
}

/// A run of quotes that rest on state media alone, with nobody else's words near.
void find_state_only(const ArticleView& article) {
  const auto& sources = *article.document.sources;
  const auto& quotes = *article.document.quotes;
  const Quote* first = nullptr;
  std::set<std::string> names;
  std::size_t state = 0;
  std::size_t others = 0;
  for (const Attribution& attribution : *article.document.attributions) {
    const auto grounds = grounds_of(attribution, sources);
    if (grounds.empty()) continue;
    const bool all_state =
        std::ranges::all_of(grounds, [](const Source* source) { return is_state_media(*source); });
    if (!all_state) {
      ++others;
      continue;
    }
    ++state;
    for (const Source* source : grounds) names.insert(source->name);
    if (first == nullptr) first = &quotes[attribution.quote.index];
  }
  if (first == nullptr || others > 0 || state < 1) return;
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  article.findings.add("state-media-only", first->content, {{"sources", all}});
}

void find_single_source(const ArticleView& article) {
  constexpr std::size_t run = 3;
  const auto& sources = *article.document.sources;
  std::set<std::uint32_t> used;
  std::size_t count = 0;
  const Attribution* first = nullptr;
  for (const Attribution& attribution : *article.document.attributions) {
    for (const Id<Source> id : attribution.speaker) used.insert(id.index);
    if (attribution.speaker.empty()) continue;
    ++count;
    if (first == nullptr) first = &attribution;
  }
  if (used.size() != 1 || count < run) return;
  article.findings.add("single-source", (*article.document.quotes)[first->quote.index].content,
                       {{"source", sources[*used.begin()].name}});
}

/// A full name of the article: its words, folded.
struct FullName {
  Span span;
  std::vector<std::string> words;
};

std::vector<FullName> full_names(const ArticleView& article) {
  std::vector<FullName> names;
  for (const TokenRange range : article.analysis.names()) {
    FullName name{.span = article.analysis.span_of(range), .words = {}};
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (article.analysis.tokens()[t].kind == TokenKind::word) {
        name.words.push_back(fold(article.analysis.text_of(t)));
      }
    }
    if (name.words.size() >= 2) names.push_back(std::move(name));
  }
  return names;
}

/// One word differs, by a slip; all others are the same.
bool are_spellings(const FullName& left, const FullName& right) {
  if (left.words.size() != right.words.size()) return false;
  std::size_t differing = left.words.size();
  for (std::size_t i = 0; i < left.words.size(); ++i) {
    if (left.words[i] == right.words[i]) continue;
    if (differing != left.words.size()) return false;
    differing = i;
  }
  if (differing == left.words.size()) return false;
  const std::string& a = left.words[differing];
  const std::string& b = right.words[differing];
  const bool accents = fold_accents(a) == fold_accents(b);
  if (accents) return true;
  // "Juan" and "Juana", "Paula" and "Paulo" are two people.
  const std::size_t shorter = std::min(a.size(), b.size());
  const bool first_name_ending =
      differing == 0 && a.compare(0, shorter - 1, b, 0, shorter - 1) == 0;
  return !first_name_ending && is_slip(a, b);
}

bool share_sentence(const ArticleView& article, Span left, Span right) {
  return std::ranges::any_of(article.analysis.sentences(), [&](TokenRange sentence) {
    if (sentence.length() == 0) return false;
    const Span span = article.analysis.span_of(sentence);
    return span.contains(left) && span.contains(right);
  });
}

void find_spellings(const ArticleView& article) {
  const std::vector<FullName> names = full_names(article);
  std::set<std::vector<std::string>> done;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!are_spellings(names[j], names[i]) || done.contains(names[i].words)) continue;
      if (share_sentence(article, names[j].span, names[i].span)) continue;
      done.insert(names[i].words);
      article.findings.add(
          "name-inconsistent", names[i].span,
          {{"first", article.text(names[j].span)}, {"second", article.text(names[i].span)}},
          {names[j].span});
    }
  }
}

}  // namespace

void check_sources(const ArticleView& article) {
  find_spellings(article);
  const Document& document = article.document;
  if (!document.quotes || !document.attributions || !document.sources) return;
  find_unattributed(article);
  find_unnamed(article);
  find_state_only(article);
  find_single_source(article);
}

}  // namespace cotejo
