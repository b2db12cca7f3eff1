#ifndef COTEJO_REPORT_OUTLINE_HPP
#define COTEJO_REPORT_OUTLINE_HPP

#include <cotejo/model/document.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// How a verdict is shown.
enum class Tone {
  good,      ///< as the corpus has it
  doubtful,  ///< to be looked at
  bad,       ///< to be changed
  open       ///< nothing could be said
};
[[nodiscard]] Tone tone_of(VerdictLabel label);

/// A quote with all that is said of it.
struct QuoteOutline {
  Id<Quote> quote;
  std::optional<Id<Attribution>> attribution;
  std::optional<Id<Verdict>> verdict;
  std::vector<Id<Evidence>> evidence;
  std::vector<Id<Finding>> findings;  ///< those that overlap its content
  Span around;                        ///< its sentences, with the one before and the one after
};

/// A claim with all that is said of it.
struct ClaimOutline {
  Id<Claim> claim;
  std::optional<Id<Verdict>> verdict;
  std::optional<Id<Quantity>> quantity;  ///< that the verdict is on, where it can be told
  std::vector<Id<Evidence>> compared;    ///< what its verdict rests on
  std::vector<Id<Evidence>> related;  ///< found for it, not part of a verdict: earlier fact-checks
  std::vector<Id<Finding>> findings;  ///< those that overlap it
};

/// A quantity with the claims it stands in and whose number it is.
struct QuantityOutline {
  Id<Quantity> quantity;
  std::vector<Id<Claim>> claims;
  std::vector<Id<Verdict>> verdicts;  ///< on those claims, but for those on another quantity
  std::optional<Id<Attribution>> attribution;  ///< of its claim, else of the quote around it
  std::vector<Id<Finding>> findings;           ///< those that overlap its phrase
};

/// Quantities that count the same thing in the same unit, two or more.
struct QuantityGroup {
  std::string counted;  ///< as first written
  std::vector<Id<Quantity>> quantities;
};

/// A source with its share of the article's quotes.
struct SourceOutline {
  Id<Source> source;
  std::size_t spoken = 0;   ///< quotes whose speaker it is, alone or with others
  std::size_t relayed = 0;  ///< quotes that reached the article through it
};

/// Who passed on whose words, how often.
struct Relaying {
  Id<Source> relay;
  Id<Source> speaker;
  std::size_t quotes = 0;
};

/// Findings by severity, and quotes and claims without any.
struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t clear = 0;
};

/// How far the quotes could be followed to their source.
struct Coverage {
  std::size_t quotes = 0;
  std::size_t located = 0;  ///< found in the corpus in their own language
  std::size_t translated = 0;
  std::size_t not_found = 0;
  std::size_t not_checkable = 0;
  std::size_t without_verdict = 0;  ///< indirect quotes, or nothing was looked up
  std::size_t without_speaker = 0;
};

/// A paragraph with the findings that begin in it.
struct ParagraphOutline {
  Paragraph paragraph;
  std::vector<Id<Finding>> findings;
};

/// What every form of the report says, joined once: the same data in the same order everywhere.
/// An absent layer of the document leaves its lists empty; ask the document which it was.
struct Outline {
  Counts counts;
  Coverage coverage;
  std::vector<ParagraphOutline> paragraphs;  ///< the lines of the text if the layer is absent
  std::vector<QuoteOutline> quotes;          ///< one per quote, in order
  std::vector<ClaimOutline> claims;          ///< most check-worthy first
  std::vector<QuantityOutline> quantities;   ///< one per quantity, in order
  std::vector<QuantityGroup> groups;
  std::vector<SourceOutline> sources;  ///< most quoted first, those never quoted last
  std::vector<Relaying> relays;        ///< most frequent first
};

/// Joins the layers of `document`. Pre: the document obeys the laws of the record.
/// Cost n log n in the number of its items.
[[nodiscard]] Outline make_outline(const Document& document);

/// The headline: meta.title, else the first paragraph in that role, else the first line, else the
/// id.
[[nodiscard]] std::string headline_of(const Document& document);

}  // namespace cotejo

#endif
