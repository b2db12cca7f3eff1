#ifndef COTEJO_CHECK_CHECK_QUOTES_HPP
#define COTEJO_CHECK_CHECK_QUOTES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/check/check_document.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/check/messages.hpp>

namespace cotejo {

/// Gives every direct or mixed quote a verdict: finds its words in the corpus, aligns them, names
/// each difference, judges. Adds evidence and verdicts to `outcome`, and to `findings` what an
/// editor must see. Pre: document.quotes is filled. Error bad_corpus if an entry cannot be read.
[[nodiscard]] Result<Done> check_quotes(const Document& document, Lexis& lexis,
                                        const Corpus& corpus, const CheckOptions& options,
                                        CheckOutcome& outcome, FindingList& findings);

}  // namespace cotejo

#endif
