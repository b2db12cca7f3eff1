// Any bytes as the values of compiled rules, under a head that is right: reading never fails but by
// saying so, and rules that are read match some text with spans inside it.
#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/compiled_rules.hpp>

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

void check_matches(const RuleSet& rules) {
  constexpr std::string_view text =
      "Ana dece 12 en Lima. Juan de la Paz pide que no: «Nueva York».";
  const Paragraph paragraph{{0, text.size()}, ParagraphRole::body, {{0, text.size()}}};
  Analyser analyser(rules);
  const Analysis analysis = analyser.analyse(text, std::vector<Paragraph>{paragraph});
  for (const Pattern& pattern : rules.patterns()) {
    for (const PatternMatch& match : find_patterns(analysis, pattern.stage)) {
      require(match.range.end <= analysis.tokens().size(), "a match lies inside the text");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  // libFuzzer hands over unsigned bytes; they are text here.
  const std::string_view values(reinterpret_cast<const char*>(bytes), size);
  const std::string sealed = seal(values, SourceKey{});
  const bool bare = size < seal("", SourceKey{}).size();
  require(!bare || !decode_rules(values, SourceKey{}), "a head is needed");
  if (const auto rules = decode_rules(sealed, SourceKey{})) check_matches(*rules);
  (void)decode_traits(sealed, SourceKey{});
  return 0;
}
