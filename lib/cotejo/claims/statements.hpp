#ifndef COTEJO_CLAIMS_STATEMENTS_HPP
#define COTEJO_CLAIMS_STATEMENTS_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// A stretch of text that states something: a sentence, or what a quote reports within one.
struct Statement {
  Span span;
  TokenRange tokens;
  std::uint32_t sentence = 0;  ///< number in Analysis::sentences
  std::optional<Id<Attribution>> attribution;
  bool attributed = false;  ///< its speaker is known
};

/// The statements of a document in reading order, outer ones first. A sentence that lies inside a
/// quote's content is that quote's; one that holds a reported clause is a statement beside it, but
/// not if the clause is nearly all of it. Fragments of quotations are no statements of their own.
[[nodiscard]] std::vector<Statement> find_statements(const Document& document,
                                                     const Analysis& analysis);

}  // namespace cotejo

#endif
