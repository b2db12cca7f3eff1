// How fast claims are found once the quantities are. Prints one JSON line a job.
#include "bench.hpp"
#include "documents.hpp"

#include <cotejo/claims/find_claims.hpp>
#include <cotejo/quantities/find_quantities.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace cotejo;

constexpr std::size_t document_count = 4000;

void measure(const std::string& language, const RuleSet& rules) {
  std::vector<Document> all = bench::documents(language, rules, document_count);
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
