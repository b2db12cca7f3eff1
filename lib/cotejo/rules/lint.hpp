#ifndef COTEJO_RULES_LINT_HPP
#define COTEJO_RULES_LINT_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/diagnostic.hpp>

#include <filesystem>
#include <vector>

namespace cotejo {

/// Looks at every rule file of `directories` (lowest to highest, as RuleLibrary::open) and reports
/// every fault: the first syntax error of each file, all faults of meaning in the others, and what
/// is legal but poor (no example, no docs, a list that nothing uses, invisible characters). By file
/// and place, each once. The codes are in docs/rules.md. Error io if a directory cannot be read.
Result<std::vector<Diagnostic>> lint_rules(const std::vector<std::filesystem::path>& directories);

}  // namespace cotejo

#endif
