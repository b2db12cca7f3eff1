#ifndef COTEJO_RULES_COMPILED_RULES_HPP
#define COTEJO_RULES_COMPILED_RULES_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/base/sha256.hpp>
#include <cotejo/rules/entry.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Raised with every change of what compiled rules hold or mean.
inline constexpr std::uint32_t compiled_format = 2;

/// The traits entries of every pack, lowest directory first.
using PackTraits = std::map<std::string, std::vector<RuleEntry>, std::less<>>;

/// What the rule files that something was made from are known by: a hash over their folders, names,
/// sizes and bytes. Rules compiled from other files are not used.
using SourceKey = Sha256Digest;

/// Of files, the lists of several rule directories, lowest first; those without files count for
/// nothing. Error io if one cannot be read.
Result<SourceKey> key_of(std::span<const std::vector<std::filesystem::path>> directories);

/// Rules as bytes, for the kind of machine at hand: what the stages use. Not so documentation,
/// examples, places, and the entries that only loading reads.
[[nodiscard]] std::string encode_rules(RuleSet rules, const SourceKey& key);
[[nodiscard]] std::string encode_traits(const PackTraits& traits, const SourceKey& key);

/// `values` with the head that says what they are and that they are whole.
[[nodiscard]] std::string seal(std::string_view values, const SourceKey& key);

/// The rules that `bytes` hold; nothing if they are of other files, of another version or damaged.
/// `bytes` must outlive them.
[[nodiscard]] std::optional<RuleSet> decode_rules(std::string_view bytes, const SourceKey& key);
[[nodiscard]] std::optional<PackTraits> decode_traits(std::string_view bytes, const SourceKey& key);

/// The same of a file; nothing also if there is none that can be read.
[[nodiscard]] std::optional<RuleSet> load_compiled_rules(const std::filesystem::path& path,
                                                         const SourceKey& key);
[[nodiscard]] std::optional<PackTraits> load_compiled_traits(const std::filesystem::path& path,
                                                             const SourceKey& key);

/// The names of compiled files: of the traits of all packs, and of one pack, "" for common rules.
[[nodiscard]] std::string compiled_traits_name();
[[nodiscard]] std::string compiled_rules_name(std::string_view pack);

}  // namespace cotejo

#endif
