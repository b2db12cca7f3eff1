// schema.org ClaimReview, with the properties that search engines require of it (claimReviewed,
// reviewRating.alternateName, url). What only the desk can say, the address of its article and its
// own name, is left empty.
#include <cotejo/report/exports/exports.hpp>

#include <cotejo/report/exports/json_writer.hpp>
#include <cotejo/report/wording.hpp>

#include <optional>

namespace cotejo {
namespace {

/// What an accepted finding says of whose statement.
struct Reviewed {
  std::string_view words;  ///< the statement as printed
  std::optional<Id<Attribution>> attribution;
};

bool overlaps(Span span, Span found) {
  return span.overlaps(found) || (found.empty() && span.contains(found));
}

/// The innermost claim that the finding touches, else the innermost quote, else its own words.
Reviewed reviewed_by(const Document& document, const Finding& finding) {
  Reviewed reviewed{slice(document.text, finding.span), std::nullopt};
  if (document.quotes && document.attributions) {
    for (std::size_t i = 0; i < document.quotes->size(); ++i) {
      const Quote& quote = (*document.quotes)[i];
      if (overlaps(quote.content, finding.span)) reviewed = {quote.text, Id<Attribution>(i)};
    }
  }
  if (document.claims) {
    for (const Claim& claim : *document.claims) {
      if (overlaps(claim.span, finding.span)) reviewed = {claim.text, claim.attribution};
    }
  }
  return reviewed;
}

class Drafts {
 public:
  explicit Drafts(const Sheet& sheet) : sheet_(sheet) {}

  std::string write() {
    json_.open_array();
    for (std::size_t i = 0; i < findings_of(sheet_).size(); ++i) {
      const Standing& standing = sheet_.desk.standings[i];
      if (standing.decision != Decision::accepted || standing.lapse != Lapse::none) continue;
      draft(findings_of(sheet_)[i]);
    }
    json_.close_array();
    return json_.finish() + '\n';
  }

 private:
  void draft(const Finding& finding) {
    const Reviewed reviewed = reviewed_by(sheet_.document, finding);
    json_.open_object().member("@context", "https://schema.org").member("@type", "ClaimReview");
    json_.member("creativeWorkStatus", "Draft").member("url", "");
    json_.member("claimReviewed", reviewed.words);
    json_.member("reviewBody", finding.message);
    json_.member_if("inLanguage", sheet_.document.language.value_or(""));
    json_.key("author").open_object().member("@type", "Organization").member("name", "");
    json_.close_object();
    json_.key("reviewRating").open_object().member("@type", "Rating");
    json_.member("alternateName", rating(finding)).close_object();
    json_.key("itemReviewed").open_object().member("@type", "Claim");
    author(reviewed);
    appearance();
    json_.close_object().close_object();
  }

  /// How the article stands to the corpus; without a verdict, the finding's own words.
  [[nodiscard]] std::string rating(const Finding& finding) const {
    if (!finding.verdict) return finding.message;
    const Verdict& verdict = (*sheet_.document.verdicts)[finding.verdict->index];
    return word_for(sheet_.words, "verdict", verdict.label);
  }

  void author(const Reviewed& reviewed) {
    if (!reviewed.attribution) return;
    const Attribution& said = (*sheet_.document.attributions)[reviewed.attribution->index];
    if (said.speaker.empty()) return;
    const Source& source = (*sheet_.document.sources)[said.speaker.front().index];
    const bool person = source.kind == SourceKind::person;
    json_.key("author").open_object().member("@type", person ? "Person" : "Organization");
    json_.member("name", source.name).close_object();
  }

  void appearance() {
    const Document& document = sheet_.document;
    json_.key("appearance").open_object().member("@type", "NewsArticle");
    json_.member("url", uri_of(document)).member("headline", headline_of(document));
    json_.member_if("datePublished", document.date.value_or(""));
    if (!document.meta.outlet.empty()) {
      json_.key("publisher").open_object().member("@type", "Organization");
      json_.member("name", document.meta.outlet).close_object();
    }
    json_.close_object();
  }

  const Sheet& sheet_;
  JsonWriter json_;
};

}  // namespace

std::string export_claim_reviews(const Sheet& sheet) { return Drafts(sheet).write(); }

}  // namespace cotejo
