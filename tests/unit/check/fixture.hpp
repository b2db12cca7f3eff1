#ifndef COTEJO_TESTS_CHECK_FIXTURE_HPP
#define COTEJO_TESTS_CHECK_FIXTURE_HPP

#include <cotejo/check/check_document.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The shipped rules, read once for all tests.
inline const cotejo::RuleSet& shipped_rules(const std::string& language) {
  static auto library = cotejo::RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
  if (!library) BOOST_FAIL(library.error().to_string());
  auto rules = library->rules_for(language);
  if (!rules) BOOST_FAIL(rules.error().to_string());
  return **rules;
}

/// The place of `part` in `text`, the first one.
inline cotejo::Span place_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) BOOST_FAIL("no \"" + part + "\" in: " + text);
  return {static_cast<cotejo::Offset>(at), static_cast<cotejo::Offset>(at + part.size())};
}

/// A document of one body paragraph, with empty layers up to the claims.
inline cotejo::Document article(const std::string& language, const std::string& text,
                                const std::string& date = "2025-08-13") {
  cotejo::Document document;
  document.id = "a";
  document.language = language;
  document.date = date;
  document.text = text;
  const cotejo::Span all{0, static_cast<cotejo::Offset>(text.size())};
  const cotejo::SentenceBreaker breaker(language,
                                        shipped_rules(language).language().tokens.abbreviations);
  document.paragraphs = {{.span = all, .sentences = breaker.find_sentences(text, all)}};
  document.quotes.emplace();
  document.sources.emplace();
  document.attributions.emplace();
  document.quantities.emplace();
  document.claims.emplace();
  return document;
}

/// Adds a number: `written` is its text, `phrase` the words around it.
inline cotejo::Quantity& add_number(cotejo::Document& document, const std::string& written,
                                    const std::string& phrase, double value,
                                    cotejo::QuantityKind kind = cotejo::QuantityKind::count) {
  cotejo::Quantity quantity;
  quantity.kind = kind;
  quantity.phrase = place_of(document.text, phrase);
  quantity.span = place_of(document.text.substr(quantity.phrase.begin), written);
  quantity.span = {quantity.span.begin + quantity.phrase.begin,
                   quantity.span.end + quantity.phrase.begin};
  quantity.number = quantity.span;
  quantity.text = written;
  quantity.low = quantity.high = value;
  document.quantities->push_back(quantity);
  return document.quantities->back();
}

/// Adds a source and what it said: all of `content`, between marks if `kind` is not indirect.
inline void add_quote(cotejo::Document& document, const std::string& content,
                      const std::optional<cotejo::Source>& speaker,
                      cotejo::QuoteKind kind = cotejo::QuoteKind::direct) {
  cotejo::Quote quote;
  quote.kind = kind;
  quote.content = place_of(document.text, content);
  quote.text = content;
  quote.parts = {quote.content};
  if (kind != cotejo::QuoteKind::indirect) quote.marks = {quote.content};
  cotejo::Attribution attribution;
  attribution.quote = cotejo::Id<cotejo::Quote>(document.quotes->size());
  if (speaker) {
    attribution.speaker.emplace_back(document.sources->size());
    document.sources->push_back(*speaker);
  }
  document.quotes->push_back(quote);
  document.attributions->push_back(attribution);
}

inline cotejo::Source source(const std::string& name,
                             cotejo::SourceKind kind = cotejo::SourceKind::person) {
  cotejo::Source made;
  made.name = name;
  made.kind = kind;
  return made;
}

inline cotejo::CheckOutcome check(const cotejo::Document& document,
                                  const cotejo::Corpus* corpus = nullptr) {
  cotejo::Analyser analyser(shipped_rules(document.language.value_or("")));
  const cotejo::Analysis analysis = analyser.analyse(document.text, *document.paragraphs);
  auto outcome = cotejo::check_document(document, analysis, corpus);
  BOOST_REQUIRE(outcome);
  return *std::move(outcome);
}

/// "code: words under it" of every finding.
inline std::vector<std::string> found_in(const cotejo::Document& document) {
  std::vector<std::string> found;
  for (const cotejo::Finding& finding : check(document).findings) {
    found.push_back(finding.code + ": " + std::string(cotejo::slice(document.text, finding.span)));
  }
  return found;
}

#endif
