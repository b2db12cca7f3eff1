#ifndef COTEJO_READ_LANGUAGE_HPP
#define COTEJO_READ_LANGUAGE_HPP

#include <cotejo/rules/rule_set.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Tells the language of a text by the function words of the languages that have rules.
class LanguageDetector {
 public:
  explicit LanguageDetector(std::span<const LanguageTraits> languages);

  /// The code of the language whose function words `text` uses most, or nothing if they are too few
  /// for a text (under a fifth of the words) or another language has nearly as many. Looks at the
  /// first 20,000 bytes at most, and at fewer if these are clear.
  [[nodiscard]] std::optional<std::string> detect(std::string_view text) const;

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::size_t language = 0;
  };
  [[nodiscard]] std::optional<std::size_t> winner(std::string_view head) const;

  std::vector<std::string> codes_;
  std::vector<Entry> words_;  // sorted by hash
};

/// A language tag as in BCP 47 from what pages write: "es_MX.UTF-8" → "es-MX", "EN" → "en"; "" if
/// it is none.
[[nodiscard]] std::string language_tag(std::string_view written);

}  // namespace cotejo

#endif
