#ifndef COTEJO_CORPUS_ENTRY_BYTES_HPP
#define COTEJO_CORPUS_ENTRY_BYTES_HPP

#include <cotejo/model/corpus_entry.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// Appends `entry` in the form that corpus files hold.
void put_entry(std::string& bytes, const CorpusEntry& entry);

/// The entry that put_entry wrote, or nothing if `bytes` are not one.
[[nodiscard]] std::optional<CorpusEntry> take_entry(std::string_view bytes);

/// The words of that entry, without reading the rest; "" if `bytes` are not one. Lives as long as
/// `bytes`.
[[nodiscard]] std::string_view take_text(std::string_view bytes);

/// Its id, likewise.
[[nodiscard]] std::string_view take_id(std::string_view bytes);

}  // namespace cotejo

#endif
