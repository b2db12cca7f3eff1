#include <cotejo/check/check_document.hpp>

#include <cotejo/check/article_view.hpp>
#include <cotejo/check/check_claims.hpp>
#include <cotejo/check/check_quotes.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/check/messages.hpp>

namespace cotejo {

Result<CheckOutcome> check_document(const Document& document, const Analysis& analysis,
                                    const Corpus* corpus, const CheckOptions& options) {
  CheckOutcome outcome;
  FindingList findings(analysis.rules());
  const ArticleView article{document, analysis, findings};
  check_marks(article);
  check_quantities(article);
  check_patterns(article);
  check_dates(article);
  check_sources(article);
  Lexis lexis(analysis.rules());
  if (corpus != nullptr && document.quotes) {
    auto checked = check_quotes(document, lexis, *corpus, options, outcome, findings);
    if (!checked) return checked.error();
  }
  if (corpus != nullptr && document.claims && document.quantities) {
    auto checked = check_claims(document, analysis.rules(), *corpus, options, outcome, findings);
    if (!checked) return checked.error();
  }
  outcome.findings = findings.take();
  return outcome;
}

}  // namespace cotejo
