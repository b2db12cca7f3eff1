#ifndef COTEJO_RULES_RULE_PACKS_HPP
#define COTEJO_RULES_RULE_PACKS_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/compiled_rules.hpp>
#include <cotejo/rules/read_rule_file.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The packs of some rule directories and the files of each, read once. A pack is the folders of
/// one name in all directories.
class RulePacks {
 public:
  /// `directories` from lowest to highest. Reads every `language.toml`, or what was compiled from
  /// just these into the folder `compiled`, if that is not "". Error io if a directory or such a
  /// file cannot be read.
  static Result<RulePacks> open(std::vector<std::filesystem::path> directories,
                                const std::filesystem::path& compiled = {});

  /// The names of all packs but `common`, sorted.
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }
  /// The traits entries of a pack's `language.toml`, lowest directory first; empty if it has none.
  [[nodiscard]] const std::vector<RuleEntry>& traits_of(std::string_view pack) const;
  /// Of all packs.
  [[nodiscard]] const PackTraits& traits() const { return traits_; }
  /// The packs that a pack is made of, most general first: common, its fallbacks, itself. A pack
  /// that falls back on itself, directly or not, does so once.
  [[nodiscard]] std::vector<std::string> chain(const std::string& pack) const;
  /// The paths of the files of all packs of its chain, a list for each directory; in the order they
  /// count: by directory, then by pack, then by name. Error io if a folder cannot be read.
  [[nodiscard]] Result<std::vector<std::vector<std::filesystem::path>>> paths_of(
      const std::string& pack) const;
  /// The paths of every `language.toml`, in the same way.
  [[nodiscard]] const std::vector<std::vector<std::filesystem::path>>& traits_paths() const {
    return traits_paths_;
  }
  /// The files of all packs of its chain, in the order they count. They live as long as this. Error
  /// io if one cannot be read.
  Result<std::vector<const RuleFile*>> files_of(const std::string& pack);
  /// All files read so far.
  [[nodiscard]] const std::map<std::filesystem::path, RuleFile>& files() const { return files_; }

 private:
  RulePacks() = default;
  Result<const RuleFile*> file(const std::filesystem::path& path);
  Result<Done> find_packs();
  Result<Done> read_traits_files();
  void add_chain(const std::string& pack, std::vector<std::string>& packs,
                 std::set<std::string>& seen) const;

  std::vector<std::filesystem::path> directories_;
  std::set<std::string> names_;
  std::vector<std::vector<std::filesystem::path>> traits_paths_;
  PackTraits traits_;
  std::map<std::filesystem::path, RuleFile> files_;
};

}  // namespace cotejo

#endif
