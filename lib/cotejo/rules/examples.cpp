#include <cotejo/rules/examples.hpp>

#include <cotejo/rules/analysis.hpp>
#include <cotejo/text/sentences.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

/// Without the punctuation and blanks around it: an example marks words, not the points after them.
Span trim(std::string_view text, Span span) {
  const auto loose = [](char32_t c) { return !is_letter(c) && !is_digit(c) && !is_blank(c); };
  while (!span.empty()) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!loose(first.value) && !is_blank(first.value)) break;
    span.begin += first.length;
  }
  while (!span.empty()) {
    const CodePoint last = code_point_before(text, span.end);
    if (!loose(last.value) && !is_blank(last.value)) break;
    span.end -= last.length;
  }
  return span;
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const RuleSet& rules)
      : rules_(rules),
        analyser_(rules),
        sentences_(rules.language().code, rules.language().tokens.abbreviations) {}

  ExampleReport run() {
    for (const std::string_view kind : {"pattern", "check", "weight"}) {
      for (const RuleEntry& entry : rules_.entries(kind)) {
        if (!entry.text("pattern").empty()) run(entry);
      }
    }
    return std::move(report_);
  }

 private:
  void run(const RuleEntry& entry) {
    const std::size_t before = report_.examples;
    each_example(entry, "match", [&](const Example& example, const RulePlace& place) {
      check_match(entry, example, place);
    });
    each_example(entry, "no_match", [&](const Example& example, const RulePlace& place) {
      check_no_match(entry, example, place);
    });
    if (report_.examples > before) ++report_.rules;
  }

  template <typename Use>
  void each_example(const RuleEntry& entry, std::string_view key, Use use) {
    const RuleField* field = entry.find(key);
    if (field == nullptr) return;
    const auto* list = std::get_if<std::vector<std::string>>(&field->value);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      ++report_.examples;
      const auto example = parse_example((*list)[i]);
      if (example) use(*example, field->items[i]);
      else fail(field->items[i], example.error().message);
    }
  }

  void fail(const RulePlace& place, std::string text) {
    report_.failures.push_back({"R025", FaultSeverity::error, std::move(text), place, ""});
  }

  /// All places where the rule itself matches, with all other rules of the stage in force.
  std::vector<PatternMatch> matches_of(const RuleEntry& entry, const Example& example) {
    const Span all{0, static_cast<Offset>(example.text.size())};
    paragraph_ = {all, ParagraphRole::body, sentences_.find_sentences(example.text, all)};
    analysis_ = analyser_.analyse(example.text, std::span(&paragraph_, 1));
    std::vector<PatternMatch> found = find_patterns(*analysis_, entry.stage);
    std::erase_if(found, [&](const PatternMatch& match) { return match.pattern->id != entry.id; });
    return found;
  }

  void check_match(const RuleEntry& entry, const Example& example, const RulePlace& place) {
    const auto found = matches_of(entry, example);
    if (found.empty()) return fail(place, "'" + entry.id + "' does not match its example");
    std::string wrong;
    for (const PatternMatch& match : found) {
      wrong = first_wrong_capture(match, example);
      if (wrong.empty()) return;
    }
    fail(place, "'" + entry.id + "' matches its example, but " + wrong);
  }

  std::string first_wrong_capture(const PatternMatch& match, const Example& example) const {
    for (const Example::Marked& wanted : example.captures) {
      const TokenRange* range = match.capture(wanted.name);
      if (range == nullptr) return "captures no '" + wanted.name + "'";
      const Span got = analysis_->span_of(*range);
      const bool same = got == wanted.span ||
                        trim(example.text, got) == trim(example.text, wanted.span);
      if (!same) return wanted.name + " is '" + std::string(slice(example.text, got)) + "'";
    }
    return "";
  }

  void check_no_match(const RuleEntry& entry, const Example& example, const RulePlace& place) {
    const auto found = matches_of(entry, example);
    if (found.empty()) return;
    fail(place, "'" + entry.id + "' must not match, but does: '" +
                    std::string(analysis_->text_of(found.front().range)) + "'");
  }

  const RuleSet& rules_;
  Analyser analyser_;
  SentenceBreaker sentences_;
  Paragraph paragraph_;
  std::optional<Analysis> analysis_;
  ExampleReport report_;
};

}  // namespace

Result<Example> parse_example(std::string_view marked) {
  Example example;
  std::optional<std::pair<std::string, std::size_t>> open;  // name and begin in the text
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const char c = marked[at];
    const auto fault = [&](std::string message) {
      return Error{ErrorKind::bad_rule, std::move(message), "", 0,
                   count_code_points(marked.substr(0, at)) + 1};
    };
    if (c == '{' && at + 1 < marked.size() && marked[at + 1] == '{') {
      example.text += '{';
      ++at;
    } else if (c == '{') {
      const std::size_t colon = marked.find(':', at);
      if (open || colon == std::string_view::npos) return fault("expected {name:words}");
      open.emplace(marked.substr(at + 1, colon - at - 1), example.text.size());
      at = colon;
    } else if (c == '}' && open) {
      example.captures.push_back({open->first,
                                  {static_cast<Offset>(open->second),
                                   static_cast<Offset>(example.text.size())}});
      open.reset();
    } else {
      example.text += c;
    }
  }
  if (open) return Error{ErrorKind::bad_rule, "a { is not closed", "", 0, marked.size()};
  return example;
}

ExampleReport run_examples(const RuleSet& rules) { return ExampleRunner(rules).run(); }

}  // namespace cotejo
