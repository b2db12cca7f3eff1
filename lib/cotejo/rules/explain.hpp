#ifndef COTEJO_RULES_EXPLAIN_HPP
#define COTEJO_RULES_EXPLAIN_HPP

#include <cotejo/rules/analysis.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// What the rules see in a text, for a writer of rules: each token with its layers, the quotations and
/// names, and every match of the patterns of `stage` with its captures ("" = of all stages). For
/// people; the form may change.
[[nodiscard]] std::string explain(const Analysis& analysis, std::string_view stage);

}  // namespace cotejo

#endif
