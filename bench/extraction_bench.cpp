// The whole extraction, from the bytes of an article to its claims, in one process on one core:
// each stage, all of it, and beside it the tokeniser alone and a copy of the bytes. Prints one JSON
// line a job.
#include "bench.hpp"
#include "newswire.hpp"

#include <cotejo/attribution/attribute_quotes.hpp>
#include <cotejo/claims/find_claims.hpp>
#include <cotejo/quantities/find_quantities.hpp>
#include <cotejo/quotes/find_quotes.hpp>
#include <cotejo/read/read_article.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace cotejo;

/// Seconds of processor time that each stage has taken so far.
struct Clock {
  double read = 0;
  double analyse = 0;
  double quotes = 0;
  double attribution = 0;
  double quantities = 0;
  double claims = 0;
};

template <typename Work>
auto timed(double& seconds, Work work) {
  const double begin = bench::processor_seconds();
  auto made = work();
  seconds += bench::processor_seconds() - begin;
  return made;
}

/// Runs all stages over one article; false if one failed.
bool extract(const std::string& bytes, const ArticleReader& reader, Analyser& analyser,
             const QuantityRules& quantity_rules, const ClaimRules& claim_rules,
             const std::string& language, Clock& clock) {
  ArticleInput input;
  input.bytes = bytes;
  input.language = language;
  auto document = timed(clock.read, [&] { return reader.read(input); });
  if (!document) return false;
  const Analysis analysis =
      timed(clock.analyse, [&] { return analyser.analyse(document->text, *document->paragraphs); });
  auto quotes = timed(clock.quotes, [&] { return find_quotes(*document, analysis); });
  if (!quotes) return false;
  document->quotes = *std::move(quotes);
  auto who = timed(clock.attribution, [&] { return attribute_quotes(*document, analysis); });
  if (!who) return false;
  document->sources = std::move(who->sources);
  document->attributions = std::move(who->attributions);
  auto numbers =
      timed(clock.quantities, [&] { return find_quantities(*document, analysis, quantity_rules); });
  if (!numbers) return false;
  document->quantities = *std::move(numbers);
  const auto claims =
      timed(clock.claims, [&] { return find_claims(*document, analysis, claim_rules); });
  return claims.has_value();
}

double tokenise_alone(const std::string& text, const RuleSet& rules) {
  const Tokeniser tokeniser(rules.language().tokens);
  return bench::seconds_of(1, [&] {
    std::vector<Token> tokens;
    tokeniser.tokenise(text, {0, static_cast<Offset>(text.size())}, tokens);
  });
}

bool measure(const std::string& language, const RuleLibrary& library, const RuleSet& rules,
             std::size_t total) {
  constexpr std::size_t article_bytes = 3500;
  std::string all;
  std::vector<std::string> articles;
  for (std::uint64_t seed = 1; all.size() < total; ++seed) {
    articles.push_back(bench::newswire(language, article_bytes, seed));
    all += articles.back();
  }
  const std::vector<LanguageTraits> traits = library.traits();
  const ArticleReader reader(traits);
  Analyser analyser(rules);
  const QuantityRules quantity_rules(rules);
  const ClaimRules claim_rules(rules);
  Clock clock;
  for (const std::string& article : articles) {
    if (!extract(article, reader, analyser, quantity_rules, claim_rules, language, clock)) {
      return false;
    }
  }
  const double copy = bench::copy_seconds(all);
  const double whole = clock.read + clock.analyse + clock.quotes + clock.attribution +
                       clock.quantities + clock.claims;
  bench::print({language + " tokenise alone", all.size(), tokenise_alone(all, rules)}, copy);
  bench::print({language + " read", all.size(), clock.read}, copy);
  bench::print({language + " analyse", all.size(), clock.analyse}, copy);
  bench::print({language + " quotes", all.size(), clock.quotes}, copy);
  bench::print({language + " attribution", all.size(), clock.attribution}, copy);
  bench::print({language + " quantities", all.size(), clock.quantities}, copy);
  bench::print({language + " claims", all.size(), clock.claims}, copy);
  bench::print({language + " extraction", all.size(), whole}, copy);
  return true;
}

}  // namespace

/// Usage: extraction_bench [MEGABYTES]; 25 of each language unless said.
int main(int count, char** arguments) {
  const double megabytes = count > 1 ? std::strtod(arguments[1], nullptr) : 25;
  auto library = cotejo::RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
  if (!library) {
    std::fputs(library.error().to_string().c_str(), stderr);
    return 2;
  }
  for (const char* language : {"es", "en"}) {
    const auto rules = library->rules_for(language);
    if (!rules) {
      std::fputs(rules.error().to_string().c_str(), stderr);
      return 2;
    }
    if (!measure(language, *library, **rules, static_cast<std::size_t>(megabytes * 1e6))) return 1;
  }
  return 0;
}
