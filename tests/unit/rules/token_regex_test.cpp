#include <cotejo/rules/token_regex.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

struct Case {
  std::string expression;
  std::string text;
  bool matches;
};
std::ostream& operator<<(std::ostream& out, const Case& row) {
  return out << row.expression << " on " << row.text;
}

const Case cases[] = {
    {"a+", "aaa", true},
    {"a+", "aab", false},  // the whole text or nothing
    {"a|b", "b", true},
    {"a", "A", false},
    // categories mean what they say, in brackets too
    {R"(\p{L}+)", "Niño", true},
    {R"(\p{L}+)", "a1", false},
    {R"([\p{L}]+)", "Niño", true},
    {R"([\p{L}]+)", "p{L}", false},
    {R"([\p{L}0-9-]+)", "Kim-2", true},
    {R"([^\p{L}]+)", "12", true},
    {R"([^\p{L}]+)", "1a", false},
    {R"(\p{Lu}\p{Ll}+)", "Ñandú", true},
    {R"(\p{Lu}\p{Ll}+)", "ñandú", false},
    {R"(\P{L})", "1", true},
    {R"(\P{L})", "ñ", false},
    {R"(\p{Nd}+)", "12", true},
    {R"(\p{N})", "½", true},
    {R"(\p{Sc})", "€", true},
    {R"(\p{S})", "+", true},
    {R"(\p{P})", "¿", true},
    {R"(e\p{M})", "e\u0301", true},
    // code points
    {R"(\u{201C})", "“", true},
    {R"([\u{201C}\u{201D}])", "”", true},
    {R"(\u{1F600})", "😀", true},
    {".", "😀", true},
    {"..", "é", false},
    // the rest is Perl's
    {R"(\d{1,3}(?:[.]\d{3})*)", "14.000", true},
    {R"((?!a)\w+)", "b1", true},
    {R"((?!a)\w+)", "a1", false},
    {R"([[:alpha:]+]+)", "a+b", true},
    {R"([*+]+)", "*+", true},
    {R"(\(\))", "()", true},
    {"(a|b)*c", "ababc", true},
    {"(ab){2,3}", "abab", true},
};

struct Fault {
  std::string expression;
  RegexFault fault;
};
std::ostream& operator<<(std::ostream& out, const Fault& row) { return out << row.expression; }

using enum RegexFault::Kind;
const Fault faults[] = {
    {"ab(", {syntax, "Unmatched marking parenthesis ( or \\(.", 1}},
    {"ñ\\", {syntax, "a \\ at the end", 2}},
    {"a[[:alpha", {syntax, "this [: is not closed", 3}},
    {R"(ñ\pL)", {dialect, "expected \\p{…}", 2}},
    {R"(\p{Script=Greek})", {dialect, "\\p{Script=Greek}: expected L Lu Ll N Nd P S Sc or M", 1}},
    {R"([\P{L}])", {dialect, "\\P inside [ ] is not allowed", 2}},
    {R"(\u201C)", {dialect, "write a code point as \\u{201C}", 1}},
    {R"(\u{XYZ})", {dialect, "not a code point", 1}},
    {R"(\u{D800})", {dialect, "not a code point", 1}},
    {R"(\u{110000})", {dialect, "not a code point", 1}},
    {"b(?<=a)", {dialect, "look-behind is not allowed", 2}},
    {"b(?<!a)", {dialect, "look-behind is not allowed", 2}},
    {R"((a)\1)", {dialect, "back references are not allowed", 4}},
    {"(?i)a", {dialect, "of the groups that begin with (? only (?: (?= and (?! are allowed", 1}},
    {"(a+)*", {slow, "a repeat of a repeat can take for ever", 5}},
    {"(?:a+)+", {slow, "a repeat of a repeat can take for ever", 7}},
    {"(a{2,})*", {slow, "a repeat of a repeat can take for ever", 8}},
    {"(a+){2}", {slow, "a repeat of a repeat can take for ever", 5}},
    {"((a*)b)+", {slow, "a repeat of a repeat can take for ever", 8}},
};

BOOST_AUTO_TEST_SUITE(rules_token_regex)

BOOST_DATA_TEST_CASE(expressions_mean_what_they_say, data::make(cases)) {
  const auto regex = TokenRegex::compile(sample.expression);
  BOOST_REQUIRE_MESSAGE(regex.has_value(), (regex ? "" : regex.error().message));
  BOOST_TEST((regex->match(sample.text) ==
              (sample.matches ? TokenRegex::Outcome::matches : TokenRegex::Outcome::differs)));
}

BOOST_DATA_TEST_CASE(traps_are_refused_with_their_place, data::make(faults)) {
  const auto fault = find_regex_fault(sample.expression);
  BOOST_REQUIRE(fault.has_value());
  BOOST_TEST(fault->message == sample.fault.message);
  BOOST_TEST(fault->column == sample.fault.column);
  BOOST_TEST((fault->kind == sample.fault.kind));
  const auto compiled = TokenRegex::compile(sample.expression);
  BOOST_REQUIRE(!compiled.has_value());
  BOOST_TEST(
      (compiled.error() == Error{ErrorKind::bad_rule, fault->message, "", 0, fault->column}));
}

BOOST_AUTO_TEST_CASE(what_takes_too_long_is_given_up_and_said) {
  const auto regex = TokenRegex::compile("a*a*a*a*a*b");
  BOOST_REQUIRE(regex.has_value());
  BOOST_TEST((regex->match(std::string(3000, 'a')) == TokenRegex::Outcome::aborted));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
