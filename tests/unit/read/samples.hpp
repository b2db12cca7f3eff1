#ifndef COTEJO_TESTS_READ_SAMPLES_HPP
#define COTEJO_TESTS_READ_SAMPLES_HPP

#include <cotejo/rules/rule_set.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace cotejo::test {

inline LanguageTraits spanish() {
  LanguageTraits traits;
  traits.code = "es";
  traits.function_words = {"el",  "la", "los", "las", "de",   "del", "que", "en", "y",  "un",
                           "una", "se", "con", "por", "para", "su",  "al",  "es", "no", "ha"};
  traits.month_names = {{"enero", "ene"},
                        {"febrero", "feb"},
                        {"marzo", "mar"},
                        {"abril", "abr"},
                        {"mayo"},
                        {"junio", "jun"},
                        {"julio", "jul"},
                        {"agosto", "ago"},
                        {"septiembre", "sep"},
                        {"octubre", "oct"},
                        {"noviembre", "nov"},
                        {"diciembre", "dic"}};
  traits.tokens.abbreviations = {"Sr.", "EE.", "UU."};
  return traits;
}

inline LanguageTraits english() {
  LanguageTraits traits;
  traits.code = "en";
  traits.function_words = {"the", "of",  "and", "to",   "in", "a",  "that", "is",
                           "was", "for", "on",  "with", "it", "by", "at"};
  traits.month_names = {{"January", "Jan"},
                        {"February", "Feb"},
                        {"March", "Mar"},
                        {"April", "Apr"},
                        {"May"},
                        {"June", "Jun"},
                        {"July", "Jul"},
                        {"August", "Aug"},
                        {"September", "Sep"},
                        {"October", "Oct"},
                        {"November", "Nov"},
                        {"December", "Dec"}};
  traits.tokens.abbreviations = {"Mr.", "Gov."};
  return traits;
}

inline std::vector<LanguageTraits> languages() { return {spanish(), english()}; }

/// The page tests/unit/read/pages/<name>.
inline std::string page(const std::string& name) {
  std::ifstream file(COTEJO_SOURCE_DIR "/tests/unit/read/pages/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace cotejo::test

#endif
