#ifndef COTEJO_TESTS_UNIT_RULES_RULES_OF_HPP
#define COTEJO_TESTS_UNIT_RULES_RULES_OF_HPP

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/read_rule_file.hpp>
#include <cotejo/text/sentences.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo {

/// Rule files written in a test, and what became of them.
class WrittenRules {
 public:
  /// The rules of language "xx" from (path, text) pairs; `format = 1` is put before TOML texts.
  explicit WrittenRules(const std::vector<std::pair<std::string, std::string>>& texts) {
    for (const auto& [path, text] : texts) {
      const bool toml = path.ends_with(".toml");
      files_.push_back(
          std::make_unique<RuleFile>(read_rule_file(path, (toml ? "format = 1\n" : "") + text)));
    }
    std::vector<const RuleFile*> files;
    for (const auto& file : files_) files.push_back(file.get());
    built_ = build_rule_set("xx", files);
  }
  /// One file of stage quotes.
  explicit WrittenRules(const std::string& text)
      : WrittenRules(std::vector<std::pair<std::string, std::string>>{{"r/xx/quotes.toml", text}}) {
  }

  [[nodiscard]] const RuleSet& rules() const { return built_.rules; }
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return built_.diagnostics; }
  [[nodiscard]] std::string faults() const { return render(built_.diagnostics); }

 private:
  std::vector<std::unique_ptr<RuleFile>> files_;
  BuiltRuleSet built_;
};

/// A text split at line breaks into paragraphs and these into sentences, and its analysis.
class Analysed {
 public:
  Analysed(const RuleSet& rules, std::string text) : analyser_(rules), text_(std::move(text)) {
    const SentenceBreaker breaker("es", rules.language().tokens.abbreviations);
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const Span span{static_cast<Offset>(at), static_cast<Offset>(end)};
      paragraphs_.push_back({span, ParagraphRole::body, breaker.find_sentences(text_, span)});
      at = end + 1;
    }
    analysis_ = analyser_.analyse(text_, paragraphs_);
  }
  Analysed(const Analysed&) = delete;
  Analysed& operator=(const Analysed&) = delete;
  Analysed(Analysed&&) = delete;
  Analysed& operator=(Analysed&&) = delete;
  ~Analysed() = default;

  const Analysis& operator*() const { return analysis_; }
  const Analysis* operator->() const { return &analysis_; }

 private:
  Analyser analyser_;
  std::string text_;
  std::vector<Paragraph> paragraphs_;
  Analysis analysis_;
};

}  // namespace cotejo

#endif
