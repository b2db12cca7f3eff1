#ifndef COTEJO_CORPUS_LIST_ENTRIES_HPP
#define COTEJO_CORPUS_LIST_ENTRIES_HPP

#include <cotejo/corpus/corpus.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Which entries a list holds; what is not given is not asked.
struct EntryFilter {
  std::optional<EntryKind> kind{};
  std::string speaker{};  ///< "" = any; compared by is_same_name
  std::string from{};     ///< ISO 8601 days, both included; entries without a date never fit
  std::string to{};
  std::string language{};  ///< "" = any; the region is not looked at
};

/// The numbers of all entries that fit, ascending.
[[nodiscard]] std::vector<std::uint32_t> list_entries(const Corpus& corpus,
                                                      const EntryFilter& filter);

/// The numbers of all figures of `measure`, ascending.
[[nodiscard]] std::vector<std::uint32_t> list_figures(const Corpus& corpus,
                                                      std::string_view measure);

/// True if two names can be the same person's or body's: every word of the shorter one stands in
/// the longer one, the last word of one of them among those ("Putin", "Vladimir Putin"). Case and
/// accents aside.
[[nodiscard]] bool is_same_name(std::string_view left, std::string_view right);

}  // namespace cotejo

#endif
