#include <cotejo/rules/schema.hpp>

#include <algorithm>

namespace cotejo {

const std::vector<RuleKind>& rule_kinds() {
  using enum RuleType;
  static const std::vector<RuleKind> kinds{
      {"traits",
       {{"name", text, true},
        {"fallback", words},
        {"function_words", words},
        {"abbreviations", words},
        {"elisions", words},
        {"clitics", words},
        {"decimal_mark", text},
        {"group_marks", words},
        {"particles", words},
        {"capitals", text},
        {"months", words},
        {"weekdays", words},
        {"docs", text}}},
      {"marks",
       {{"open", text, true}, {"close", text, true}, {"family", text, true}, {"docs", text}}},
      {"paradigm",
       {{"infinitive", text, true},
        {"gerund", text},
        {"participle", text},
        {"finite", text},
        {"docs", text}}},
      {"verb",
       {{"lemma", text, true},
        {"paradigm", text},
        {"stem", text},
        {"infinitive", text},
        {"gerund", text},
        {"participle", text},
        {"finite", text},
        {"docs", text}}},
      {"list",
       {{"layer", text},
        {"with", rows},
        {"words", words},
        {"verbs", words},
        {"rows", rows},
        {"extend", flag},
        {"docs", text}}},
      {"vocabulary", {{"words", words, true}, {"key", text}, {"layers", words}, {"docs", text}}},
      {"text", {{"text", text, true}, {"docs", text}}},
      {"pattern",
       {{"pass", number, false, 0, 99},
        {"emit", text},
        {"with", rows},
        {"pattern", text, true},
        {"docs", text},
        {"match", words},
        {"no_match", words}}},
      {"check",
       {{"code", text, true},
        {"severity", text, true},
        {"message", text, true},
        {"pattern", text},
        {"pass", number, false, 0, 99},
        {"condition", text},
        {"suggest", text},
        {"docs", text},
        {"match", words},
        {"no_match", words}},
       true},
      {"weight",
       {{"weight", number, true, -100, 100},
        {"feature", text},
        {"layer", text},
        {"pattern", text},
        {"pass", number, false, 0, 99},
        {"docs", text},
        {"match", words},
        {"no_match", words}},
       true},
      {"measure", {{"docs", text}}, true},
      {"noun-phrase",
       {{"order", text, true}, {"plural", words}, {"not_plural", words}, {"docs", text}}},
      {"date-order", {{"order", text, true}, {"future", words}, {"docs", text}}},
      {"waiver",
       {{"code", text, true},
        {"phrase", text},
        {"reason", text, true},
        {"until", text, true},
        {"docs", text}}},
      {"override", {{"severity", text}}},
  };
  return kinds;
}

const RuleKind* find_rule_kind(std::string_view name) {
  const auto& kinds = rule_kinds();
  const auto kind = std::ranges::find(kinds, name, &RuleKind::name);
  return kind == kinds.end() ? nullptr : &*kind;
}

}  // namespace cotejo
