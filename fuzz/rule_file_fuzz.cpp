// Any bytes as a rule file, TOML or TSV by the first byte: reading never fails, every fault has a
// place in the file, and rules that load match some text with spans inside it.
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/read_rule_file.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace cotejo;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

void check_diagnostics(const RuleFile& file, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.place.file == file.path, "a fault names its file");
    require(diagnostic.code.size() == 4 && diagnostic.code[0] == 'R', "a fault has a code");
    require(!diagnostic.text.empty(), "a fault says what is wrong");
    require(!render(diagnostic).empty(), "a fault can be shown");
  }
}

void check_matches(const RuleSet& rules) {
  constexpr std::string_view text = "«Uno, dos», dijo Ana Paz a EE. UU.: “14.000 ’l’”; y l’armée";
  const Paragraph paragraph{{0, text.size()}, ParagraphRole::body, {{0, text.size()}}};
  Analyser analyser(rules);
  const Analysis analysis = analyser.analyse(text, std::vector<Paragraph>{paragraph});
  for (const Pattern& pattern : rules.patterns()) {
    for (const PatternMatch& match : find_patterns(analysis, pattern.stage)) {
      require(match.range.begin < match.range.end, "a match holds a token");
      require(match.range.end <= analysis.tokens().size(), "a match lies inside the text");
      for (const Capture& capture : match.captures) {
        require(match.range.begin <= capture.range.begin && capture.range.end <= match.range.end,
                "a capture lies inside its match");
      }
    }
    if (&pattern - rules.patterns().data() > 3) return;  // enough for one input
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  // libFuzzer hands over unsigned bytes; they are text here.
  std::string text(reinterpret_cast<const char*>(bytes), size);
  const char* path = text.starts_with('#') ? "r/xx/quotes.x.tsv" : "r/xx/quotes.toml";
  const RuleFile file = read_rule_file(path, std::move(text));
  check_diagnostics(file, file.diagnostics);
  const RuleFile* const files[] = {&file};
  const BuiltRuleSet built = build_rule_set("xx", files);
  check_diagnostics(file, built.diagnostics);
  check_matches(built.rules);
  return 0;
}
