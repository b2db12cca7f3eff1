// Tests: tests/unit/corpus/stems_test.cpp.
#include <cotejo/corpus/stems.hpp>

#include <cotejo/text/fold.hpp>

namespace cotejo {

std::string_view stem_method() { return has_snowball() ? "snowball" : "letters"; }

std::uint32_t Stems::of(std::string_view text, const IndexWord& word) {
  if (!snowball_.is_there()) return word.stem;
  const std::string_view written = slice(text, word.span);
  if (written.front() >= '0' && written.front() <= '9') return word.hash;
  const auto [known, is_new] = known_.try_emplace(fold_hash(written), 0);
  if (is_new) known->second = hash_word(fold_accents(snowball_.stem(fold(written))));
  return known->second;
}

}  // namespace cotejo
