// How fast quantities are found, beside the analysis they start from. Prints one JSON line a job.
#include "bench.hpp"
#include "documents.hpp"

#include <cotejo/numbers/read_numbers.hpp>
#include <cotejo/quantities/find_quantities.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

constexpr std::size_t document_count = 4000;

void measure(const std::string& language, const RuleSet& rules) {
  const std::vector<Document> all = bench::documents(language, rules, document_count);
  Analyser analyser(rules);
  const QuantityRules quantity_rules(rules);
  std::size_t bytes = 0;
  double analysing = 0;
  double numbers = 0;
  double finding = 0;
  for (const Document& document : all) {
    bytes += document.text.size();
    const double begin = bench::processor_seconds();
    const Analysis analysis = analyser.analyse(document.text, *document.paragraphs);
    const double analysed = bench::processor_seconds();
    for (const TokenRange& sentence : analysis.sentences()) {
      (void)read_numbers(analysis, quantity_rules.numbers(), sentence);
    }
    const double read = bench::processor_seconds();
    const auto found = find_quantities(document, analysis, quantity_rules);
    finding += bench::processor_seconds() - read;
    numbers += read - analysed;
    analysing += analysed - begin;
    if (!found) std::fputs("no quantities\n", stderr);
  }
  bench::print({language + " analysis", bytes, analysing});
  bench::print({language + " numbers alone", bytes, numbers});
  bench::print({language + " quantities", bytes, finding});
  bench::print({language + " analysis and quantities", bytes, analysing + finding});
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
