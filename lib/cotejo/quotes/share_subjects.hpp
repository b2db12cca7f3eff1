#ifndef COTEJO_QUOTES_SHARE_SUBJECTS_HPP
#define COTEJO_QUOTES_SHARE_SUBJECTS_HPP

#include <cotejo/quotes/candidate.hpp>

#include <vector>

namespace cotejo {

/// "X said that A and added that B": gives the candidates that share a subject and have no source
/// of their own that of the report before them, if it stands in the same window and on the same
/// level, neither around them nor inside another one; if there is none, the subject that their
/// pattern found. So a chain that begins without a source stays without one. Linear but for sorting
/// and for the cues of one window.
void share_subjects(const Analysis& analysis, std::vector<Candidate>& candidates);

}  // namespace cotejo

#endif
