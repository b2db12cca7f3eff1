#ifndef COTEJO_TOOLS_SUPPORT_REFERENCE_HPP
#define COTEJO_TOOLS_SUPPORT_REFERENCE_HPP

#include "option_table.hpp"
#include "rule_service.hpp"

#include <cotejo/base/result.hpp>
#include <cotejo/check/check_document.hpp>
#include <cotejo/corpus/corpus.hpp>

#include <memory>

namespace cotejo {

/// What --corpus names, or a corpus in memory of the texts that --against names; null if neither is
/// given. Error bad_usage if both are; bad_corpus; whatever keeps a text of --against from being
/// read.
[[nodiscard]] Result<std::unique_ptr<Corpus>> open_reference(const ParsedOptions& options,
                                                             RuleService& rules);

/// What --window and --today say. Error bad_usage.
[[nodiscard]] Result<CheckOptions> check_options_of(const ParsedOptions& options);

}  // namespace cotejo

#endif
