#ifndef COTEJO_REPORT_FINGERPRINT_HPP
#define COTEJO_REPORT_FINGERPRINT_HPP

#include <cotejo/model/document.hpp>

#include <string>
#include <vector>

namespace cotejo {

/// What a finding is known by in other versions of its article: 16 hexadecimal digits each of the
/// SHA-256 of its code and …
struct FindingPrint {
  std::string whole;  ///< its words and those around it: what decisions are filed under
  std::string words;  ///< its words alone
  std::string place;  ///< the words around it alone

  friend bool operator==(const FindingPrint&, const FindingPrint&) = default;
};

/// The prints of document.findings, in their order. Words are folded; those around are the five
/// before and the five after; to each print goes its number among findings that agree in all of
/// this. So the whole survives edits elsewhere in the article; if the finding's own words or those
/// around it change, only one of the other two stays.
///
/// Words longer than 4,096 bytes count by their begin and length. Empty without findings.
[[nodiscard]] std::vector<FindingPrint> fingerprints(const Document& document);

}  // namespace cotejo

#endif
