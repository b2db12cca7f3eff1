#ifndef COTEJO_CHECK_CHECK_CLAIMS_HPP
#define COTEJO_CHECK_CHECK_CLAIMS_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/check/check_document.hpp>
#include <cotejo/check/messages.hpp>

namespace cotejo {

/// Compares the figures of claims with the published ones of the same measure, subject, place and
/// period; never otherwise. Every claim with a figure gets a verdict whose justification holds the
/// arithmetic or says what was missing. Only what was published up to the dateline counts.
/// Pre: document.claims and quantities are filled. Error bad_corpus if an entry cannot be read.
[[nodiscard]] Result<Done> check_claims(const Document& document, const Analysis& analysis,
                                        const Corpus& corpus, const CheckOptions& options,
                                        CheckOutcome& outcome, FindingList& findings);

}  // namespace cotejo

#endif
