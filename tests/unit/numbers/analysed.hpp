#ifndef COTEJO_TESTS_UNIT_NUMBERS_ANALYSED_HPP
#define COTEJO_TESTS_UNIT_NUMBERS_ANALYSED_HPP

#include <cotejo/model/paragraph.hpp>
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::test {

/// The project's own rules for a language; read once per process.
inline const RuleSet& rules_for(std::string_view language) {
  static auto library = RuleLibrary::open({std::string(COTEJO_SOURCE_DIR) + "/rules"});
  if (!library) throw std::runtime_error(library.error().to_string());
  const auto rules = library->rules_for(language);
  if (!rules) throw std::runtime_error(rules.error().to_string());
  return **rules;
}

/// A text of one paragraph and one sentence, analysed by the project's own rules.
struct Analysed {
  std::string text;
  std::vector<Paragraph> paragraphs;
  std::unique_ptr<Analyser> analyser;
  Analysis analysis;

  Analysed(std::string_view language, std::string_view sentence)
      : text(sentence),
        paragraphs{{{0, end()}, ParagraphRole::body, {{0, end()}}}},
        analyser(std::make_unique<Analyser>(rules_for(language))),
        analysis(analyser->analyse(text, paragraphs)) {}

  [[nodiscard]] Offset end() const { return static_cast<Offset>(text.size()); }
  [[nodiscard]] TokenRange all() const {
    return {0, static_cast<std::uint32_t>(analysis.tokens().size())};
  }
};

}  // namespace cotejo::test

#endif
