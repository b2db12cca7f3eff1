#include <cotejo/check/check_document.hpp>

#include <cotejo/check/article_view.hpp>
#include <cotejo/check/check_claims.hpp>
#include <cotejo/check/check_quotes.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/check/messages.hpp>

namespace cotejo {

namespace {

void check_article(const ArticleView& article) {
  check_marks(article);
  check_quantities(article);
  check_conflicts(article);
  check_patterns(article);
  check_dates(article);
  check_sources(article);
}

}  // namespace

Result<CheckOutcome> check_document(const Document& document, const Analysis& analysis,
                                    Lexis& lexis, const Corpus* corpus,
                                    const CheckOptions& options) {
  CheckOutcome outcome;
  FindingList findings(analysis.rules());
  check_article({document, analysis, findings});
  if (corpus != nullptr && document.quotes) {
    auto checked = check_quotes(document, lexis, *corpus, options, outcome, findings);
    if (!checked) return checked.error();
  }
  if (corpus != nullptr && document.claims && document.quantities) {
    auto checked = check_claims(document, analysis, *corpus, options, outcome, findings);
    if (!checked) return checked.error();
  }
  outcome.findings = findings.take();
  return outcome;
}

Result<CheckOutcome> check_document(const Document& document, const Analysis& analysis,
                                    const Corpus* corpus, const CheckOptions& options) {
  Lexis lexis(analysis.rules());
  return check_document(document, analysis, lexis, corpus, options);
}

}  // namespace cotejo
