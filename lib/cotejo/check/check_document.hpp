#ifndef COTEJO_CHECK_CHECK_DOCUMENT_HPP
#define COTEJO_CHECK_CHECK_DOCUMENT_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/check/lexis.hpp>
#include <cotejo/corpus/corpus.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// What the stage adds to a document, in the order of its layers.
struct CheckOutcome {
  std::vector<Evidence> evidence;
  std::vector<Verdict> verdicts;
  std::vector<Finding> findings;
};

struct CheckOptions {
  /// How many days before the article the words may have been said without being old.
  int window_days = 30;
  /// Stands for the dateline of articles without one; ISO 8601 day.
  std::optional<std::string> today{};
};

/// Checks a document against itself and, if there is one, against a reference corpus: how each
/// quotation stands to what was said, each claim to what was published. Never "true" or "false".
///
/// `corpus` may be null: then only the article's own findings are returned. Evidence and verdicts
/// are ordered by target, findings by span, then code. Pre: paragraphs, quotes, sources,
/// attributions, quantities and claims are filled as far as they are to be checked (an absent layer
/// is not checked); `analysis` is of `document.text`. Error bad_corpus if an entry cannot be read.
[[nodiscard]] Result<CheckOutcome> check_document(const Document& document,
                                                  const Analysis& analysis, const Corpus* corpus,
                                                  const CheckOptions& options = {});

/// The same, with what is known of the language's words made once and kept between documents of one
/// language (making it costs a few milliseconds). Pre: `lexis` is of the rules of `analysis`.
[[nodiscard]] Result<CheckOutcome> check_document(const Document& document,
                                                  const Analysis& analysis, Lexis& lexis,
                                                  const Corpus* corpus,
                                                  const CheckOptions& options = {});

}  // namespace cotejo

#endif
