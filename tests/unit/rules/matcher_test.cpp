#include <cotejo/rules/matcher.hpp>
#include <cotejo/rules/window_masks.hpp>

#include <cotejo/text/fold.hpp>

#include "rules_of.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <optional>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

/// Matches by the definition of the language: every way is tried in order, nothing is remembered.
/// Shares no code with the matcher but the compiled program.
class PlainMatcher {
 public:
  PlainMatcher(const Analysis& analysis, const Pattern& pattern, TokenRange window)
      : analysis_(analysis), pattern_(pattern), window_(window) {}

  /// Nothing if it takes too long: trying every way may.
  std::optional<std::vector<TokenRange>> run() {
    std::vector<TokenRange> found;
    for (std::uint32_t at = window_.begin; at < window_.end;) {
      const auto end = end_from(0, at);
      if (end) found.push_back({at, *end});
      at = end ? std::max(*end, at + 1) : at + 1;
    }
    if (steps_ > max_steps) return std::nullopt;
    return found;
  }

 private:
  using Op = Instruction::Op;
  static constexpr int max_steps = 20'000;

  std::optional<std::uint32_t> end_from(std::uint32_t pc, std::uint32_t at) {
    if (++steps_ > max_steps) return std::nullopt;
    if (!path_.insert({pc, at}).second) return std::nullopt;  // an empty round of a loop
    const auto end = try_from(pc, at);
    path_.erase({pc, at});
    return end;
  }

  std::optional<std::uint32_t> try_from(std::uint32_t pc, std::uint32_t at) {
    const Instruction& step = pattern_.program[pc];
    switch (step.op) {
      case Op::accept:
        return at;
      case Op::jump:
        return end_from(step.target, at);
      case Op::split: {
        const auto first = end_from(pc + 1, at);
        return first ? first : end_from(step.target, at);
      }
      case Op::consume:
        for (const std::uint32_t end : ends(step.argument, at)) {
          if (const auto found = end_from(pc + 1, end)) return found;
        }
        return std::nullopt;
      case Op::skip:
        return skip(pc, at, step.argument);
      case Op::not_here:
        return ends(step.argument, at).empty() ? end_from(pc + 1, at) : std::nullopt;
      case Op::at_begin:
        return at == window_.begin ? end_from(pc + 1, at) : std::nullopt;
      case Op::at_end: {
        for (std::uint32_t i = at; i < window_.end; ++i) {
          const TokenKind kind = analysis_.tokens()[i].kind;
          if (kind != TokenKind::punctuation && kind != TokenKind::quote) return std::nullopt;
        }
        return end_from(pc + 1, at);
      }
      case Op::open:
      case Op::close:
        return end_from(pc + 1, at);
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> skip(std::uint32_t pc, std::uint32_t at, std::uint32_t most) {
    for (std::uint32_t count = 0; count <= most; ++count) {
      if (count > 0) {
        const std::uint32_t over = at + count - 1;
        if (over >= window_.end || analysis_.tokens()[over].kind == TokenKind::quote) break;
        if (analysis_.text_of(over) == ";") break;
        if (count > 1 && analysis_.begins_sentence(over)) break;
      }
      if (const auto found = end_from(pc + 1, at + count)) return found;
    }
    return std::nullopt;
  }

  std::vector<std::uint32_t> ends(std::uint32_t number, std::uint32_t at) {
    std::set<std::uint32_t, std::greater<>> all;
    if (at >= window_.end) return {};
    const Symbol& symbol = analysis_.rules().symbols()[number];
    const std::string word(analysis_.text_of(at));
    if (symbol.kind == Symbol::Kind::literal && fold(symbol.text) == fold(word)) all.insert(at + 1);
    if (symbol.kind == Symbol::Kind::regex && word.find_first_not_of("ab") == std::string::npos) {
      all.insert(at + 1);  // the only expression of these tests is /[ab]+/
    }
    if (symbol.kind == Symbol::Kind::layer && symbol.text == "word" &&
        analysis_.tokens()[at].kind == TokenKind::word) {
      all.insert(at + 1);
    }
    if (symbol.kind == Symbol::Kind::layer && symbol.text == "mark") {
      if (const Quotation* quotation = analysis_.quotation_at(at)) all.insert(quotation->range.end);
    }
    for (const LexiconHit& hit : analysis_.hits_at(at)) {
      const Lexeme& lexeme = analysis_.lexeme(hit);
      const bool wanted = symbol.wanted.empty() ||
                          lexeme.attribute(symbol.wanted[0].key) == symbol.wanted[0].values[0];
      const bool list = symbol.kind == Symbol::Kind::list && lexeme.list == symbol.text;
      const bool layer = symbol.kind == Symbol::Kind::layer && lexeme.layer == symbol.text &&
                         !lexeme.list.empty() && wanted;
      if ((list || layer) && hit.range.end <= window_.end) all.insert(hit.range.end);
    }
    return {all.begin(), all.end()};
  }

  const Analysis& analysis_;
  const Pattern& pattern_;
  TokenRange window_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> path_;
  int steps_ = 0;
};

class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : random_(seed) {}

  std::string pattern() { return sequence(2) + " " + atom(0); }

  std::string text() {
    std::string all;
    for (int count = below(30) + 1; count > 0; --count) {
      static const std::vector<std::string> words{"a", "b", "c", "d", "e",  "a", "b",
                                                  "“", "”", ",", ";", "Z.", "\""};
      all += words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
      if (below(5) != 0) all += ' ';
    }
    return all;
  }

 private:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string sequence(int depth) {
    std::string all;
    for (int count = below(3) + 1; count > 0; --count) all += item(depth) + ' ';
    return all;
  }
  std::string item(int depth) {
    static const std::vector<std::string> signs{"", "", "", "?", "*", "+"};
    const std::string name = below(6) == 0 ? "n:" : "";
    return name + atom(depth) + signs[static_cast<std::size_t>(below(6))];
  }
  std::string atom(int depth) {
    if (depth > 0 && below(4) == 0) {
      std::string group = "(" + sequence(depth - 1);
      while (below(2) == 0) group += "| " + sequence(depth - 1);
      return group + ")";
    }
    static const std::vector<std::string> atoms{
        "\"a\"", "\"b\"", "\"c d\"", "@list",  "<two>",   "<two k=v>", "<word>", "<mark>",
        "..2",   "..5",   "!\"a\"",  "!<two>", "/[ab]+/", "^",         "$",      "\",\""};
    return atoms[static_cast<std::size_t>(below(static_cast<int>(atoms.size())))];
  }

  std::mt19937 random_;
};

const std::string random_vocabulary = R"(
[[marks]]
id = "m"
open = "“"
close = "”"
family = "f"
[[marks]]
id = "s"
open = '"'
close = '"'
family = "s"
[[list]]
id = "list"
words = ["a", "b c", "c"]
[[list]]
id = "two"
layer = "two"
words = ["a b", "d", "a b a"]
[[list]]
id = "two-v"
layer = "two"
with = { k = "v" }
words = ["b", "c d e"]
)";

std::string shown(const std::vector<PatternMatch>& matches) {
  std::string text;
  for (const PatternMatch& match : matches) {
    text += match.pattern->id + "[" + std::to_string(match.range.begin) + "," +
            std::to_string(match.range.end) + ")";
    for (const Capture& capture : match.captures) {
      text += " " + std::string(capture.name) + "[" + std::to_string(capture.range.begin) + "," +
              std::to_string(capture.range.end) + ")";
    }
    text += "\n";
  }
  return text;
}

BOOST_AUTO_TEST_SUITE(rules_matcher)

BOOST_AUTO_TEST_CASE(random_patterns_match_as_the_language_is_defined) {
  int compared = 0;
  int matched = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    RandomRules random(seed);
    const std::string pattern = random.pattern();
    const WrittenRules written(random_vocabulary + "[[pattern]]\nid = 'p'\npattern = '" + pattern +
                               "'\n");
    if (written.rules().patterns().empty()) continue;  // one that may match nothing is refused
    Matcher matcher(written.rules());
    for (int round = 0; round < 6; ++round) {
      std::string text = random.text();
      if (round >= 4) {  // more than one word of positions
        for (int i = 0; i < 8; ++i) text += " " + random.text();
      }
      const Analysed analysed(written.rules(), text);
      std::string expected;
      bool known = true;
      for (const TokenRange window : analysed->windows()) {
        const auto ranges = PlainMatcher(*analysed, written.rules().patterns()[0], window).run();
        known = known && ranges.has_value();
        if (!known) break;
        for (const TokenRange range : *ranges) {
          expected += "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + ")";
          ++matched;
        }
      }
      if (!known) continue;
      std::string found;
      for (const PatternMatch& match : find_patterns(*analysed, "quotes")) {
        found +=
            "[" + std::to_string(match.range.begin) + "," + std::to_string(match.range.end) + ")";
      }
      BOOST_TEST_CONTEXT("seed " << seed << " pattern " << pattern << " text " << text) {
        BOOST_REQUIRE_EQUAL(found, expected);
      }
      ++compared;
    }
  }
  BOOST_TEST(compared > 1500);
  BOOST_TEST(matched > 1500);
}

BOOST_AUTO_TEST_CASE(looking_only_where_a_match_is_likely_misses_none) {
  int matched = 0;
  for (unsigned seed = 1000; seed < 1200; ++seed) {
    RandomRules random(seed);
    std::string text = random_vocabulary;
    for (int pass = 1; pass <= 3; ++pass) {
      for (int i = 0; i < 3; ++i) {
        std::string pattern = random.pattern();
        if (pass > 1)
          pattern += i == 0 ? " <first>?" : i == 1 ? " (<second>|<first>)" : " !<first> ..3";
        text += "[[pattern]]\nid = 'p" + std::to_string(pass) + std::to_string(i) +
                "'\npass = " + std::to_string(pass) + "\nemit = '" + (i == 0 ? "first" : "second") +
                "'\npattern = '" + pattern + "'\n";
      }
    }
    text += "[[pattern]]\nid='last'\npass=9\nemit='first'\npattern='<first> <second>'\n";
    text += "[[pattern]]\nid='also'\npass=9\nemit='second'\npattern='x:<second> \"z\"'\n";
    const WrittenRules written(text);
    for (int round = 0; round < 5; ++round) {
      const std::string words = random.text() + " . " + random.text();
      const Analysed analysed(written.rules(), words);
      Matcher fresh(written.rules());
      Analysis copy = *analysed;
      fresh.classify(copy);
      const auto likely = fresh.find(copy, "quotes");
      const auto all = fresh.find(copy, "quotes", {}, {}, {}, Matcher::Search::everywhere);
      matched += static_cast<int>(all.size());
      BOOST_TEST_CONTEXT("seed " << seed << " text " << words) {
        BOOST_REQUIRE_EQUAL(shown(likely), shown(all));
        const auto wanted = fresh.find(copy, "quotes", {}, "second");
        std::vector<PatternMatch> expected = all;
        std::erase_if(expected, [](const PatternMatch& m) { return m.pattern->emit != "second"; });
        BOOST_REQUIRE_EQUAL(shown(wanted), shown(expected));
      }
    }
  }
  BOOST_TEST(matched > 3000);
}

struct Case {
  std::string pattern;
  std::string text;
  std::string matches;  ///< each in brackets
};
std::ostream& operator<<(std::ostream& out, const Case& row) {
  return out << row.pattern << " on " << row.text;
}

const Case cases[] = {
    // words
    {R"("dijo")", "Ana dijo. Dijo Ana.", "[dijo][Dijo]"},
    {R"("por su parte")", "Ana, por su parte, dijo", "[por su parte]"},
    {R"("por su parte")", "por su culpa", ""},
    {R"("EE. UU.")", "en EE. UU. hoy", "[EE. UU.]"},
    {R"("más")", "mas más MÁS", "[más][MÁS]"},
    {R"(",")", "a, b", "[,]"},
    // expressions
    {R"(/\p{Lu}+/)", "la ONU y Ana", "[ONU]"},
    {R"(/[0-9]+|x/)", "x 12 1.2", "[x][12]"},
    // lists and layers, longest span first
    {"@lead", "según la fuente y según", "[según la fuente][según]"},
    {R"(@lead "la fuente")", "según la fuente", "[según la fuente]"},
    {"<lead>", "según la fuente", "[según la fuente]"},
    {"<cue class=say>", "dijo negó", "[dijo]"},
    {"<cue class=deny|say>", "dijo negó", "[dijo][negó]"},
    {"<cue class=say form=finite>", "dijo", ""},
    {"<mark>", "“a” b «c»", "[“a”][«c»]"},
    {"<word>", "a, 1 $ b", "[a][b]"},
    {"<digits>", "a, 1 $ b", "[1]"},
    {"<punctuation>", "a, 1 $ b", "[,]"},
    {"<symbol>", "a, 1 $ b", "[$]"},
    {"<quote>", "a “ b", "[“]"},
    {"<token>", "a, $", "[a][,][$]"},
    {"<lower>", "a Ana ANA iPad 1", "[a]"},
    {"<capital>", "a Ana ANA iPad 1", "[Ana][ANA][iPad]"},
    {"<upper>", "a Ana ANA iPad 1", "[ANA]"},
    {"<glued>", "a, b", "[,]"},
    {"<name>", "la Ana Paz dijo", "[Ana Paz]"},
    // repeats and alternatives
    {R"("a"?  "b")", "a b b", "[a b][b]"},
    {R"("a"* "b")", "a a b b", "[a a b][b]"},
    {R"("a"+ "b")", "a a b b", "[a a b]"},
    {R"(("a" "b")+)", "a b a b a", "[a b a b]"},
    {R"(("a" | "a" "b"))", "a b", "[a]"},
    {R"("a" "b" | "a")", "a b", "[a b]"},
    {R"("a" | "b" | "c")", "c b a", "[c][b][a]"},
    {R"((("a")))", "a", "[a]"},
    // leftmost, not overlapping
    {R"("a" <word> <word>)", "a a b c a x y", "[a a b][a x y]"},
    // gaps
    {R"("a" ..2 "d")", "a b c d", "[a b c d]"},
    {R"("a" ..1 "d")", "a b c d", ""},
    {R"("a" ..2 "d")", "a d", "[a d]"},
    {R"("a" ..9 "d")", "a b; d", ""},
    {R"("a" ..9 "d")", "a “b” d", ""},
    {R"("a" ..9 "d")", "a b. D", ""},
    {R"("a" ..9 "b" "d")", "a b b d", "[a b b d]"},
    {R"("a" ..64 "d")", "a b c d", "[a b c d]"},
    // not
    {R"(!"a" <word>)", "a b", "[b]"},
    {R"(<word> !"b")", "a b c", "[b][c]"},
    {R"(!<lead> <word>)", "según la fuente", "[la][fuente]"},
    // ends
    {R"(^ <word>)", "a b. C d.", "[a][C]"},
    {R"(<word> $)", "a b. C d”.", "[b][d]"},
    {R"("a" ^ "b")", "a b", ""},
    // captures named after what is emitted narrow it; see passes
    {R"(x:"a" y:("b" | "c"))", "a c", "[a c]"},
    {R"(;)", "a", ""},
};

const std::string vocabulary = R"(
[traits]
name = "x"
abbreviations = ["EE.", "UU."]
[[marks]]
id = "m"
open = "“"
close = "”"
family = "high"
[[marks]]
id = "a"
open = "«"
close = "»"
family = "angle"
[[list]]
id = "lead"
layer = "lead"
words = ["según", "según la fuente"]
[[list]]
id = "say"
layer = "cue"
with = { class = "say" }
words = "dijo"
[[list]]
id = "deny"
layer = "cue"
with = { class = "deny" }
words = "negó"
)";

std::string matches_of(const WrittenRules& written, const std::string& text) {
  const Analysed analysed(written.rules(), text);
  std::string found;
  for (const PatternMatch& match : find_patterns(*analysed, "quotes")) {
    found += "[" + std::string(analysed->text_of(match.range)) + "]";
  }
  return found;
}

BOOST_DATA_TEST_CASE(atoms_match_what_they_say, data::make(cases)) {
  const WrittenRules written(vocabulary + "[[pattern]]\nid = 'p'\npattern = '" + sample.pattern +
                             "'\n");
  BOOST_TEST(matches_of(written, sample.text) == sample.matches);
}

BOOST_AUTO_TEST_CASE(a_later_pass_sees_what_earlier_ones_emit_and_not_its_own) {
  const WrittenRules written(vocabulary + R"(
[[pattern]]
id = "pair"
pass = 1
emit = "pair"
with = { kind = "ab" }
pattern = '"a" "b"'
[[pattern]]
id = "too-early"
pass = 1
pattern = '<pair> "c"'
[[pattern]]
id = "use"
pass = 2
pattern = '<pair kind=ab> "c"'
[[pattern]]
id = "other-kind"
pass = 2
pattern = '<pair kind=x> "c"'
)");
  BOOST_TEST(written.faults() == "");
  BOOST_TEST(matches_of(written, "a b c") == "[a b][a b c]");
}

BOOST_AUTO_TEST_CASE(a_capture_named_as_the_layer_narrows_what_is_emitted) {
  const WrittenRules written(vocabulary + R"(
[[pattern]]
id = "only-b"
pass = 1
emit = "inner"
pattern = '"a" inner:"b"'
[[pattern]]
id = "use"
pass = 2
pattern = '<inner>'
)");
  BOOST_TEST(matches_of(written, "a b b") == "[a b][b]");
}

BOOST_AUTO_TEST_CASE(a_clause_ends_at_a_stop_of_its_own_quotation) {
  const WrittenRules written(vocabulary + R"(
[[pattern]]
id = "stop"
pass = 1
emit = "clause-end"
pattern = '"y"'
[[pattern]]
id = "that"
pass = 2
pattern = '"que" content:<clause>'
)");
  const auto clause = [&](const std::string& text) {
    const Analysed analysed(written.rules(), text);
    std::string found;
    for (const PatternMatch& match : find_patterns(*analysed, "quotes")) {
      if (match.capture("content") == nullptr) continue;
      found += "[" + std::string(analysed->text_of(*match.capture("content"))) + "]";
    }
    return found;
  };
  BOOST_TEST(clause("dijo que va a ir") == "[va a ir]");
  BOOST_TEST(clause("dijo que va; y más") == "[va]");
  BOOST_TEST(clause("dijo que va y viene") == "[va]");
  BOOST_TEST(clause("dijo que “va y viene” hoy") == "[“va y viene” hoy]");
  BOOST_TEST(clause("«dijo que va y viene» hoy") == "[va]");
  BOOST_TEST(clause("«dijo que va» y viene") == "[va]");
}

BOOST_AUTO_TEST_CASE(captures_are_named_and_in_the_order_they_begin) {
  const WrittenRules written(vocabulary +
                             "[[pattern]]\nid='p'\npattern = 'b:(a:\"x\" \"y\")? a:\"z\"'\n");
  const Analysed both(written.rules(), "x y z");
  auto matches = find_patterns(*both, "quotes");
  BOOST_REQUIRE_EQUAL(matches.size(), 1U);
  BOOST_TEST(shown(matches) == "xx.quotes.p[0,3) b[0,2) a[2,3)\n");
  BOOST_TEST((matches[0].capture("c") == nullptr));
  const Analysed one(written.rules(), "z");
  matches = find_patterns(*one, "quotes");
  BOOST_TEST(shown(matches) == "xx.quotes.p[0,1) a[0,1)\n");
}

BOOST_AUTO_TEST_CASE(layers_of_the_stage_are_seen_with_their_attributes) {
  const WrittenRules written(
      "[[vocabulary]]\nid = 'layer'\nwords = 'figure'\n"
      "[[pattern]]\nid = 'p'\npattern = '<figure unit=km> \"c\"'\n");
  const Analysed analysed(written.rules(), "a b c a b c");
  const std::vector<Attribute> units{{"unit", "km"}, {"unit", "kg"}};
  std::vector<LayerSpan> layers{{"figure", {0, 2}, std::span(units).first(1)},
                                {"figure", {3, 5}, std::span(units).last(1)}};
  BOOST_TEST(shown(find_patterns(*analysed, "quotes", layers)) == "xx.quotes.p[0,3)\n");
}

BOOST_AUTO_TEST_CASE(an_expression_that_takes_too_long_is_said) {
  const WrittenRules written("[[pattern]]\nid = 'p'\npattern = '/a*a*a*a*a*b/'\n");
  Analyser analyser(written.rules());
  const std::string text(3000, 'a');
  const Span all{0, 3000};
  const std::vector<Paragraph> paragraphs{{all, ParagraphRole::body, {all}}};
  const Analysis analysis = analyser.analyse(text, paragraphs);
  BOOST_TEST(find_patterns(analysis, "quotes").empty());
  BOOST_TEST(analyser.aborted_expressions() == std::vector<std::string>{"a*a*a*a*a*b"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pass_may_hold_more_than_sixty_four_patterns) {
  std::string text;
  for (int i = 0; i < 150; ++i) {
    text += "[[pattern]]\nid = 'p" + std::to_string(1000 + i) + "'\npattern = '\"w" +
            std::to_string(i) + "\" \"z" + std::to_string(i) + "\"'\n";
  }
  const WrittenRules written(text);
  BOOST_TEST(matches_of(written, "w0 z0 w70 z70 w149 z149 w149 z148") ==
             "[w0 z0][w70 z70][w149 z149]");
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

BOOST_AUTO_TEST_CASE(a_sentence_without_end_is_looked_at_in_pieces) {
  const WrittenRules written("[[pattern]]\nid = 'p'\npattern = '\"a\" \"z\"'\n");
  const std::string text = repeated("b ", 700) + "a z" + repeated(" b", 900);
  const Analysed analysed(written.rules(), text);
  for (const TokenRange window : analysed->windows()) {
    BOOST_TEST(window.length() <= WindowMasks::max_window);
  }
  BOOST_TEST(shown(find_patterns(*analysed, "quotes")) == "xx.quotes.p[700,702)\n");
}

BOOST_AUTO_TEST_CASE(neighbouring_sentences_do_not_see_each_other) {
  const WrittenRules written(
      "[[pattern]]\nid = 'begin'\npattern = '^ \"a\"'\n"
      "[[pattern]]\nid = 'end'\npattern = '\"a\" $'\n"
      "[[pattern]]\nid = 'over'\npattern = '\"a\" ..9 \"b\"'\n");
  const Analysed analysed(written.rules(), repeated("A c a. B d. ", 40));
  BOOST_TEST(analysed->windows().size() == 80);
  std::map<std::string, int> counts;
  for (const PatternMatch& match : find_patterns(*analysed, "quotes")) ++counts[match.pattern->id];
  BOOST_TEST(counts["xx.quotes.begin"] == 40);
  BOOST_TEST(counts["xx.quotes.end"] == 40);
  BOOST_TEST(counts["xx.quotes.over"] == 0);
}

BOOST_AUTO_TEST_CASE(a_span_that_holds_no_token_is_not_there) {
  const WrittenRules written(
      "[[vocabulary]]\nid = 'layer'\nwords = 'figure'\n"
      "[[pattern]]\nid = 'p'\npattern = '<figure> \"a\"'\n");
  const Analysed analysed(written.rules(), "a a b a");
  const std::vector<LayerSpan> layers{
      {"figure", {0, 0}, {}}, {"figure", {1, 1}, {}}, {"figure", {2, 3}, {}}};
  BOOST_TEST(shown(find_patterns(*analysed, "quotes", layers)) == "xx.quotes.p[2,4)\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
