#ifndef COTEJO_TESTS_UNIT_REPORT_SAMPLE_HPP
#define COTEJO_TESTS_UNIT_REPORT_SAMPLE_HPP

#include <cotejo/model/document.hpp>
#include <cotejo/report/sheet.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace sample {

/// The shipped interface texts of a language, loaded from rules/ with nothing else of its pack, so
/// that these tests do not depend on the other stages' rules.
const cotejo::RuleSet& words(const std::string& language);

/// A document with every layer: a number in a quote in an indirect quote, crossing findings,
/// verdicts of several kinds, evidence with and without edits, an unsettled speaker, a relay.
cotejo::Document full_document();

/// The same text with no layer at all.
cotejo::Document bare_document();

/// The full one with markup, control characters and template tags in every text a record can hold
/// beside the article's.
cotejo::Document hostile_document();

/// So many paragraphs, each with a quote that was compared, a number and a finding on the quote;
/// the first `findings - paragraphs` have one on the number too.
/// Pre: paragraphs <= findings <= 2 * paragraphs.
cotejo::Document long_document(std::size_t paragraphs, std::size_t findings);

/// No text and no layer.
cotejo::Document empty_document();

/// What reports of `document`, which must outlive it, are written from.
cotejo::Sheet sheet_of(const cotejo::Document& document, const std::string& language,
                       const cotejo::ReviewInput& review = {});

/// The `nth` place of `words` in `text`. Pre: it is there.
cotejo::Span place_of(std::string_view text, std::string_view words, int nth = 0);

}  // namespace sample

#endif
