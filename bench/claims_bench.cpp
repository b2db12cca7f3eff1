// How fast claims are found once the quantities are. Prints one JSON line a job.
#include "bench.hpp"
#include "newswire.hpp"

#include <cotejo/claims/find_claims.hpp>
#include <cotejo/quantities/find_quantities.hpp>
#include <cotejo/rules/rule_library.hpp>
#include <cotejo/text/sentences.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace cotejo;

/// Documents as `read` makes them of plain text: a paragraph per line.
std::vector<Document> documents(const std::string& language, const RuleSet& rules) {
  const SentenceBreaker breaker(language, rules.language().tokens.abbreviations);
  std::vector<Document> all;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    Document document;
    document.language = language;
    document.date = "2025-08-13";
    document.text = bench::newswire(language, 3000, seed);
    document.paragraphs.emplace();
    const auto size = static_cast<Offset>(document.text.size());
    for (Offset begin = 0; begin < size;) {
      const auto end =
          static_cast<Offset>(std::min<std::size_t>(document.text.find('\n', begin), size));
      if (end > begin) {
        const Span span{begin, end};
        document.paragraphs->push_back(
            {span, ParagraphRole::body, breaker.find_sentences(document.text, span)});
      }
      begin = end + 1;
    }
    all.push_back(std::move(document));
  }
  return all;
}

void measure(const std::string& language, const RuleSet& rules) {
  std::vector<Document> all = documents(language, rules);
  Analyser analyser(rules);
  const QuantityRules quantity_rules(rules);
  const ClaimRules claim_rules(rules);
  std::size_t bytes = 0;
  double finding = 0;
  for (Document& document : all) {
    bytes += document.text.size();
    const Analysis analysis = analyser.analyse(document.text, *document.paragraphs);
    if (auto found = find_quantities(document, analysis, quantity_rules)) {
      document.quantities = *std::move(found);
    }
    const double begin = bench::processor_seconds();
    const auto claims = find_claims(document, analysis, claim_rules);
    finding += bench::processor_seconds() - begin;
    if (!claims) std::fputs("no claims\n", stderr);
  }
  bench::print({language + " claims", bytes, finding});
}

}  // namespace

int main() {
  auto library = cotejo::RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
  for (const char* language : {"es", "en"}) {
    if (!library) break;
    const auto rules = library->rules_for(language);
    if (!rules) {
      std::fputs(rules.error().to_string().c_str(), stderr);
      return 2;
    }
    measure(language, **rules);
  }
  return library ? 0 : 2;
}
