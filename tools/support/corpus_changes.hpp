#ifndef COTEJO_TOOLS_SUPPORT_CORPUS_CHANGES_HPP
#define COTEJO_TOOLS_SUPPORT_CORPUS_CHANGES_HPP

#include "option_table.hpp"

#include <cotejo/base/result.hpp>

namespace cotejo {

// The commands of cotejo-corpus that change a corpus. Each returns the exit status and says on
// standard error what the corpus holds afterwards.

[[nodiscard]] int build_entries(const ParsedOptions& options);
[[nodiscard]] int add_entries(const ParsedOptions& options);
[[nodiscard]] int remove_entries(const ParsedOptions& options);
[[nodiscard]] int merge_corpora(const ParsedOptions& options);

/// Says what went wrong; exit status 2.
[[nodiscard]] int fail_corpus(const Error& error);
[[nodiscard]] int fail_corpus(std::string_view message);

}  // namespace cotejo

#endif
