#include <cotejo/check/check_document.hpp>

#include <cotejo/check/check_quotes.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/check/messages.hpp>

namespace cotejo {

Result<CheckOutcome> check_document(const Document& document, const Analysis& analysis,
                                    const Corpus* corpus, const CheckOptions& options) {
  CheckOutcome outcome;
  FindingList findings(analysis.rules());
  Lexis lexis(analysis.rules());
  if (corpus != nullptr && document.quotes) {
    auto checked = check_quotes(document, lexis, *corpus, options, outcome, findings);
    if (!checked) return checked.error();
  }
  outcome.findings = findings.take();
  return outcome;
}

}  // namespace cotejo
