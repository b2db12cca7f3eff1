#ifndef COTEJO_CLAIMS_FIND_CLAIMS_HPP
#define COTEJO_CLAIMS_FIND_CLAIMS_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/claims/claim_rules.hpp>
#include <cotejo/model/claim.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <vector>

namespace cotejo {

/// Finds the statements of a document that a desk should want checked, with what they measure.
///
/// A statement whose weights sum up to more than 0 is a claim; one whose quantities state several
/// measures is a claim for each. Check-worthiness is the sum, kept between 0 and 1. Subject and
/// place are ids of the gazetteer, the period is the date that stands nearest. Ascending by span,
/// the outer first. Pre: `analysis` was made of document.text; document.quantities is filled.
/// Linear.
[[nodiscard]] Result<std::vector<Claim>> find_claims(const Document& document,
                                                     const Analysis& analysis,
                                                     const ClaimRules& rules);

/// The same, with rules decoded for this one document.
[[nodiscard]] Result<std::vector<Claim>> find_claims(const Document& document,
                                                     const Analysis& analysis);

}  // namespace cotejo

#endif
