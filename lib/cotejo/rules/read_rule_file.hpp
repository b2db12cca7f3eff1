#ifndef COTEJO_RULES_READ_RULE_FILE_HPP
#define COTEJO_RULES_READ_RULE_FILE_HPP

#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/entry.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What one rule file holds.
struct RuleFile {
  std::string path;
  std::string bytes;
  std::string language;  ///< "" in rules/common
  std::string stage;     ///< first word of the file's name
  std::vector<RuleEntry> entries;
  std::vector<RuleField> disabled;  ///< ids that the file takes out of force, one field each
  std::vector<Diagnostic> diagnostics;
};

/// Reads a rule file, TOML or TSV by the ending of `path`. Never fails: what is wrong is in
/// `diagnostics`, and all entries without a fault are there. The first syntax error of a TOML file
/// ends its reading (toml++ stops there); faults of meaning are all found.
/// Shape of the files: rules/README.md.
[[nodiscard]] RuleFile read_rule_file(std::string path, std::string bytes);

/// Line `number` (from 1) of `bytes`, without its end.
[[nodiscard]] std::string_view source_line(std::string_view bytes, std::size_t number);

/// The place `offset` code points into a single-quoted one-line string that begins at `place`.
[[nodiscard]] RulePlace place_inside(const RulePlace& place, std::size_t offset);

}  // namespace cotejo

#endif
