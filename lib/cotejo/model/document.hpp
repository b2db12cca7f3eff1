#ifndef COTEJO_MODEL_DOCUMENT_HPP
#define COTEJO_MODEL_DOCUMENT_HPP

#include <cotejo/model/attribution.hpp>
#include <cotejo/model/claim.hpp>
#include <cotejo/model/evidence.hpp>
#include <cotejo/model/finding.hpp>
#include <cotejo/model/paragraph.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/model/quote.hpp>
#include <cotejo/model/source.hpp>
#include <cotejo/model/verdict.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// What the file says of the article beside its text. "" = not said.
struct Meta {
  std::string title;
  std::string byline;
  std::string outlet;
  std::string url;
  std::string path;

  friend bool operator==(const Meta&, const Meta&) = default;
};

/// One article and all that was found in it. Each stage fills its own layer and alters nothing
/// before it; a layer points to earlier layers and to `text` only. An absent layer means that its
/// stage has not run, an empty one that it found nothing. Order and laws: docs/records.md.
struct Document {
  std::string rules;  ///< "sha256:…" of the rules that read it, "" if none
  std::string id;
  std::optional<std::string> language;  ///< BCP 47
  std::optional<std::string> date;      ///< dateline, ISO 8601 day
  Meta meta;
  std::string text;  ///< UTF-8; never changes after reading

  std::optional<std::vector<Paragraph>> paragraphs;      // read
  std::optional<std::vector<Quote>> quotes;              // quotes
  std::optional<std::vector<Source>> sources;            // attribution
  std::optional<std::vector<Attribution>> attributions;  // attribution
  std::optional<std::vector<Quantity>> quantities;       // quantities
  std::optional<std::vector<Claim>> claims;              // claims
  std::optional<std::vector<Evidence>> evidence;         // check
  std::optional<std::vector<Verdict>> verdicts;          // check
  std::optional<std::vector<Finding>> findings;          // check

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace cotejo

#endif
