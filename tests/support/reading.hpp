#ifndef COTEJO_TESTS_SUPPORT_READING_HPP
#define COTEJO_TESTS_SUPPORT_READING_HPP

#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_library.hpp>
#include <cotejo/text/sentences.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo::test {

/// A text read with the miniature language of tests/support/rules: one paragraph a line; a line that
/// begins with '#' is a crosshead.
class Reading {
 public:
  explicit Reading(std::string text) : library_(open()) {
    const auto rules = library_.rules_for("xx");
    BOOST_REQUIRE_MESSAGE(rules.has_value(), "the test rules do not load");
    analyser_ = std::make_unique<Analyser>(**rules);
    document.text = std::move(text);
    document.language = "xx";
    document.paragraphs.emplace();
    add_paragraphs();
    analysis = analyser_->analyse(document.text, *document.paragraphs);
  }

  Document document;
  Analysis analysis;

 private:
  static RuleLibrary open() {
    auto library = RuleLibrary::open({COTEJO_SOURCE_DIR "/tests/support/rules"});
    BOOST_REQUIRE_MESSAGE(library.has_value(), "the test rules cannot be opened");
    return *std::move(library);
  }

  void add_paragraphs() {
    const SentenceBreaker breaker("", {});
    const std::string& text = document.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      Paragraph paragraph;
      paragraph.span = {static_cast<Offset>(begin), static_cast<Offset>(end)};
      if (text[begin] == '#') paragraph.role = ParagraphRole::crosshead;
      paragraph.sentences = breaker.find_sentences(text, paragraph.span);
      if (end > begin) document.paragraphs->push_back(std::move(paragraph));
      begin = end + 1;
    }
  }

  RuleLibrary library_;
  std::unique_ptr<Analyser> analyser_;
};

}  // namespace cotejo::test

#endif
