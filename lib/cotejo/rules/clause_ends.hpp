#ifndef COTEJO_RULES_CLAUSE_ENDS_HPP
#define COTEJO_RULES_CLAUSE_ENDS_HPP

#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace cotejo {

/// The layer whose spans end clauses.
constexpr std::string_view clause_end_layer = "clause-end";

/// Where the clause that begins at each token ends, the spans of layer `<clause>`: before the next
/// `clause-end` span of `layers` or semicolon of the same quotation; else where its quotation, its
/// sentence inside a quotation, or its window ends. Linear.
[[nodiscard]] std::vector<std::uint32_t> find_clause_ends(const Analysis& analysis,
                                                          const std::vector<LayerSpan>& layers);

}  // namespace cotejo

#endif
