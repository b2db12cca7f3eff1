#ifndef COTEJO_TEXT_FOLD_HPP
#define COTEJO_TEXT_FOLD_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// `word` as it is compared: simple case folding (Unicode CaseFolding.txt, C + S) of NFC text, and
/// the typographic apostrophe as the typewriter's. Accents stay: "más" is not "mas".
[[nodiscard]] std::string fold(std::string_view word);

/// A 64-bit hash of fold(word), made without allocating. Equal folded words have equal hashes; the
/// chance of two different words of a language sharing one is below 10⁻⁹.
[[nodiscard]] std::uint64_t fold_hash(std::string_view word);

/// The hash of a sequence of words, from the hash of the words before and that of the next.
[[nodiscard]] constexpr std::uint64_t combine_hashes(std::uint64_t before, std::uint64_t next) {
  return (before ^ next) * 0x9E3779B97F4A7C15ULL + (before >> 29U);
}

/// fold(), and without accents, for comparing words whose accents may have been lost: "Mas".
[[nodiscard]] std::string fold_accents(std::string_view word);

/// The byte where a word of `text` goes over from Latin letters to Cyrillic or Greek ones, or back,
/// as only a slip or a trick does ("Pаris" with a Cyrillic а); nothing if none does. Pre:
/// well-formed UTF-8.
[[nodiscard]] std::optional<std::size_t> find_mixed_scripts(std::string_view text);

}  // namespace cotejo

#endif
