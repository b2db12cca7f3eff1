#include <cotejo/rules/marks.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

const std::vector<MarkPair> pairs{
    {"«", "»", "angle"},      {"“", "”", "high"},       {"‘", "’", "single"},
    {"\"", "\"", "straight"}, {"'", "'", "typewriter"}, {"‹", "›", "angle-single"},
    {"„", "“", "low"},        {"„", "”", "low"},        {"‚", "‘", "single-low"},
};

/// Each quotation as text with its state before it: + closed, > continued, ~ mismatched, (
/// unclosed, ) unopened; nested ones with a digit for their depth.
std::string quotations_in(const std::string& text, const std::vector<MarkPair>& known = pairs) {
  const Tokeniser tokeniser({.elisions = {"l"}, .clitics = {"s"}, .abbreviations = {}});
  std::vector<Token> tokens;
  std::vector<TokenRange> paragraphs;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto first = static_cast<std::uint32_t>(tokens.size());
    tokeniser.tokenise(text, {static_cast<Offset>(at), static_cast<Offset>(end)}, tokens);
    if (tokens.size() > first) {  // as Analyser does
      paragraphs.push_back({first, static_cast<std::uint32_t>(tokens.size())});
    }
    at = end + 1;
  }
  std::string all;
  for (const Quotation& quotation : find_quotations(text, tokens, paragraphs, known)) {
    constexpr std::string_view signs = "+>~()";
    if (!all.empty()) all += ' ';
    all += signs[static_cast<std::size_t>(quotation.state)];
    if (quotation.depth > 0) all += std::to_string(quotation.depth);
    const Span span{tokens[quotation.range.begin].span.begin,
                    tokens[quotation.range.end - 1].span.end};
    all += slice(text, span);
  }
  return all;
}

struct Case {
  std::string text;
  std::string quotations;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"", ""},
    {"nada", ""},
    // every family
    {"dijo “a b” y", "+“a b”"},
    {"dijo \"a b\" y", "+\"a b\""},
    {"dijo «a b» y", "+«a b»"},
    {"dijo ‹a b› y", "+‹a b›"},
    {"dijo „a b“ y", "+„a b“"},
    {"dijo „a b” y", "+„a b”"},
    {"dijo ‘a b’ y", "+‘a b’"},
    {"dijo 'a b' y", "+'a b'"},
    {"dijo ‚a b‘ y", "+‚a b‘"},
    // where they stand
    {"“a”", "+“a”"},
    {"\"a\"", "+\"a\""},
    {"\"a\", dijo. \"b\"", "+\"a\" +\"b\""},
    {"(\"a\")", "+\"a\""},
    {"¿\"a\"?", "+\"a\""},
    {"\"¿a?\"", "+\"¿a?\""},
    {"\"a.\" \"b.\"", "+\"a.\" +\"b.\""},
    {"dijo:\"a\"", "+\"a\""},
    {"dijo: \"a.\"", "+\"a.\""},
    {"“a”“b”", "+“a” +“b”"},
    {"\" a \"", "+\" a \""},
    {"« a b »", "+« a b »"},
    {"“”", "+“”"},
    {"\"\"", "+\"\""},
    {"la \"a\"-b", "+\"a\""},
    // nested
    {"«a “b” c»", "+«a “b” c» +1“b”"},
    {"“a ‘b’ c”", "+“a ‘b’ c” +1‘b’"},
    {"\"a 'b' c\"", "+\"a 'b' c\" +1'b'"},
    {"“a ‘b “c” d’ e”", "+“a ‘b “c” d’ e” +1‘b “c” d’ +2“c”"},
    {"«a «b» c»", "+«a «b» c» +1«b»"},
    {"“a \"b\" c”", "+“a \"b\" c” +1\"b\""},
    {"«a “b”»", "+«a “b”» +1“b”"},
    {"“‘a’ b”", "+“‘a’ b” +1‘a’"},
    {"“a ‘b’”", "+“a ‘b’” +1‘b’"},
    // unclosed, unopened, crossed, of the wrong family
    {"dijo “a b", "(“"},
    {"dijo «a “b” c", "(« +“b”"},
    {"dijo a” b", ")”"},
    {"dijo a» b", ")»"},
    {"«a “b» c", "+«a “b» (1“"},
    {"“a» b", "~“a»"},
    {"«a” b", "~«a”"},
    {"“a\" b", "~“a\""},
    {"\"a” b", "~\"a”"},
    // apostrophes and primes are no marks
    {"O’Brien y l’armée", ""},
    {"Putin’s “a”", "+“a”"},
    {"the dogs’ bowl", ""},
    {"rock 'n' roll", "+'n'"},
    {"the ’80s and the ’90s", ""},
    {"‘the dogs’ bowl’", "+‘the dogs’"},
    {"“it’s his’ thing”", "+“it’s his’ thing”"},
    {"‘it’s so’", "+‘it’s so’"},
    {"5′ 3″ “a”", "+“a”"},
    // long speeches: each paragraph opens again, only the last closes
    {"“a b\n“c d\n“e f”", ">“a b >“c d +“e f”"},
    {"«a b\n»c d\n»e f»", ">«a b >»c d +»e f»"},
    {"“a b\nc d”", "(“ )”"},
    {"“a b\n«c d»", "(“ +«c d»"},
    {"“a b”\n“c d”", "+“a b” +“c d”"},
    {"\"a b\n\"c d\"", ">\"a b +\"c d\""},
    {"“a b\n“c d", ">“a b (“"},
    {"“a b\n\n“c d”", ">“a b +“c d”"},
    {"‘a b\n‘c d’", ">‘a b +‘c d’"},
    {"dijo:\"a\" y", "+\"a\""},
    {"5\" y 3\"", ")\" )\""},
    {"a b \"", ")\""},
};

BOOST_AUTO_TEST_SUITE(rules_marks)

BOOST_DATA_TEST_CASE(marks_are_paired, data::make(cases)) {
  BOOST_TEST(quotations_in(sample.text) == sample.quotations);
}

BOOST_AUTO_TEST_CASE(languages_may_turn_pairs_round) {
  const std::vector<MarkPair> german{{"„", "“", "low"}, {"»", "«", "angle"}};
  BOOST_TEST(quotations_in("sagt „a b“ und »c d«.", german) == "+„a b“ +»c d«");
  const std::vector<MarkPair> swedish{{"”", "”", "high"}};
  BOOST_TEST(quotations_in("säger ”a b” och ”c”", swedish) == "+”a b” +”c”");
  BOOST_TEST(quotations_in("säger ”a b”", {}) == "");
}

BOOST_AUTO_TEST_CASE(quotations_nest_or_stand_apart_whatever_the_text) {
  std::mt19937 random(5);
  static const std::vector<std::string> pieces{"a", " ", "“", "”",  "\"", "«", "»", "'",
                                               "’", "‘", "„", "\n", ",",  ".", "s", "‚"};
  const Tokeniser tokeniser({});
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random() % 30; length > 0; --length)
      text += pieces[random() % pieces.size()];
    std::vector<Token> tokens;
    std::vector<TokenRange> paragraphs;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const auto first = static_cast<std::uint32_t>(tokens.size());
      tokeniser.tokenise(text, {static_cast<Offset>(at), static_cast<Offset>(end)}, tokens);
      paragraphs.push_back({first, static_cast<std::uint32_t>(tokens.size())});
      at = end + 1;
    }
    std::vector<std::uint32_t> open;
    std::uint32_t last_begin = 0;
    for (const Quotation& quotation : find_quotations(text, tokens, paragraphs, pairs)) {
      const auto [begin, end] = quotation.range;
      BOOST_TEST_CONTEXT("text " << text) {
        BOOST_REQUIRE(begin >= last_begin);
        BOOST_REQUIRE(begin < end);
        BOOST_REQUIRE(end <= tokens.size());
        BOOST_REQUIRE(quotation.inner.begin >= begin && quotation.inner.end <= end);
        while (!open.empty() && open.back() <= begin) open.pop_back();
        BOOST_REQUIRE(open.empty() || end <= open.back());
        BOOST_REQUIRE_EQUAL(quotation.depth, open.size());
      }
      last_begin = begin;
      if (quotation.has_words()) open.push_back(end);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
