#ifndef COTEJO_REPORT_FINGERPRINT_HPP
#define COTEJO_REPORT_FINGERPRINT_HPP

#include <cotejo/model/document.hpp>

#include <string>
#include <vector>

namespace cotejo {

/// What a decision on each finding is filed under, in the order of document.findings: 16
/// hexadecimal digits of the SHA-256 of its code, its folded words, the folded five words before
/// and after them, and its number among findings that agree in all of these. So it survives edits
/// elsewhere in the article; if the finding's own words or those around it change, it is another.
///
/// Words longer than 4,096 bytes count by their begin and length. Empty without findings.
[[nodiscard]] std::vector<std::string> fingerprints(const Document& document);

}  // namespace cotejo

#endif
