#ifndef COTEJO_RULES_MARKS_HPP
#define COTEJO_RULES_MARKS_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/token.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// Pairs the quotation marks of a text by a stack machine fed with the language's pairs.
///
/// `paragraphs` are the paragraphs' token ranges. Nothing is open across paragraphs, except that a
/// paragraph that begins with a mark of the family left open before continues that quotation
/// (state `continued`), as newspapers print long speeches. Returns quotations in reading order,
/// outer ones first. An apostrophe that nothing opened is no mark. Linear but for the depth.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text,
                                                     std::span<const Token> tokens,
                                                     std::span<const TokenRange> paragraphs,
                                                     std::span<const MarkPair> pairs);

}  // namespace cotejo

#endif
