#ifndef COTEJO_RULES_RULE_FILES_HPP
#define COTEJO_RULES_RULE_FILES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/read_rule_file.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The folder of a rule directory whose rules hold for every language.
inline constexpr std::string_view common_folder = "common";

/// The rule files of one pack's folder (TOML and TSV), by name. Error io if it cannot be read.
Result<std::vector<std::filesystem::path>> rule_files_in(const std::filesystem::path& folder);

/// The packs of a rule directory: its folders but `common`, by name. Error io if it cannot be read.
Result<std::vector<std::filesystem::path>> packs_in(const std::filesystem::path& directory);

/// The bytes of a file. Error io if it cannot be read.
Result<std::string> read_bytes(const std::filesystem::path& path);

/// Reads a file from disk as a rule file. Error io if it cannot be read.
Result<RuleFile> load_rule_file(const std::filesystem::path& path);

}  // namespace cotejo

#endif
