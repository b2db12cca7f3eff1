#include <cotejo/io/record_reader.hpp>

#include "samples.hpp"

#include <cotejo/io/record_writer.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string name;
  std::string line;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

// A record with the given members behind its text of 10 bytes, "0123 ñ 789".
std::string with(const std::string& members) {
  return R"({"format":"cotejo/1","id":"a","text":"0123 ñ 89",)" + members + "}";
}

const std::vector<Case> faults{
    {"empty", "", "not JSON: empty"},
    {"truncated in a string", R"({"format":"cotejo/1","id":"a","te)",
     "not JSON: a string is not closed"},
    {"truncated in an object", R"({"format":"cotejo/1")",
     "not JSON: brackets, commas or colons are wrong, or the end is missing"},
    {"a brace too many", R"({"format":"cotejo/1","id":"a","text":""}})",
     "not JSON: brackets, commas or colons are wrong, or the end is missing"},
    {"not UTF-8", "{\"format\":\"cotejo/1\",\"id\":\"a\",\"text\":\"\xff\"}", "not UTF-8"},
    {"half a surrogate pair", R"({"format":"cotejo/1","id":"a","text":"\ud800"})",
     "not JSON: a string with a wrong escape"},
    {"a bare line break in a string", "{\"format\":\"cotejo/1\",\"id\":\"a\n\",\"text\":\"\"}",
     "not JSON: a control character that is not escaped inside a string"},
    {"a list", "[]", "not a record: a JSON object is wanted"},
    {"no format", R"({"id":"a","text":""})", "format: missing"},
    {"another format", R"({"format":"cotejo/2","id":"a","text":""})",
     R"(format: "cotejo/2": not "cotejo/1")"},
    {"positions in code points", with(R"("positions":"chars")"),
     R"(positions: "chars": only records with positions in bytes can be read)"},
    {"no id", R"({"format":"cotejo/1","text":""})", "id: missing"},
    {"an empty id", R"({"format":"cotejo/1","id":"","text":""})", "id: empty"},
    {"no text", R"({"format":"cotejo/1","id":"a"})", "text: missing"},
    {"a text that is none", R"({"format":"cotejo/1","id":"a","text":7})", "text: not a string"},
    {"a date that is no day", with(R"("date":"2025-02-29")"),
     R"(date: "2025-02-29": not a day of the form YYYY-MM-DD)"},
    {"an empty date", with(R"("date":"")"), R"(date: "": not a day of the form YYYY-MM-DD)"},
    {"a day with a time", with(R"("date":"2025-02-01T00:00")"),
     R"(date: "2025-02-01T00:00": not a day of the form YYYY-MM-DD)"},
    {"a doubled key", with(R"("id":"b")"), "id: doubled key"},
    {"a doubled key, once escaped", with(R"("\u0069d":"b")"), "id: doubled key"},
    {"a doubled key in a layer", with(R"("quotes":[{"kind":"direct","kind":"direct"}])"),
     "quotes[0].kind: doubled key"},
    {"a doubled key in an unknown member", with(R"("mine":[1,[{"a":{"b":1,"c":2,"b":3}}]])"),
     "mine[1][0].a.b: doubled key"},
    {"a layer that is null", with(R"("quotes":null)"), "quotes: not a list"},
    {"a layer that is an object", with(R"("claims":{})"), "claims: not a list"},
    {"an item that is no object", with(R"("quotes":[3])"), "quotes[0]: not an object"},
    {"an unknown kind", with(R"("quotes":[{"kind":"loud","content":[0,1]}])"),
     R"(quotes[0].kind: "loud": not one of direct, indirect, mixed)"},
    {"a kind left out", with(R"("quotes":[{"content":[0,1]}])"), "quotes[0].kind: missing"},
    {"a span of three", with(R"("quotes":[{"kind":"direct","content":[0,1,2]}])"),
     "quotes[0].content: not a pair [begin, end]"},
    {"a span with a fraction", with(R"("quotes":[{"kind":"direct","content":[0,1.5]}])"),
     "quotes[0].content[1]: not a whole number"},
    {"a negative span", with(R"("quotes":[{"kind":"direct","content":[-1,1]}])"),
     "quotes[0].content[0]: not a whole number"},
    {"a huge span", with(R"("quotes":[{"kind":"direct","content":[0,4294967296]}])"),
     "quotes[0].content[1]: 4294967296: too large"},
    {"a reversed span", with(R"("quotes":[{"kind":"direct","content":[4,3]}])"),
     "quotes[0].content: [4, 3]: end before begin"},
    {"a target of both kinds", with(R"("evidence":[{"target":{"quote":0,"claim":0}}])"),
     R"(evidence[0].target: not {"quote": number} or {"claim": number})"},
    {"a long value is cut short",
     with(R"("quotes":[{"kind":")" + std::string(59, 'x') + "ñandú" + R"(","content":[0,1]}])"),
     "quotes[0].kind: \"" + std::string(59, 'x') + "…\": not one of direct, indirect, mixed"}};

struct FieldCase {
  std::string members;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const FieldCase& c) {
    return out << c.members;
  }
};

// Every closed list of the record refuses what is not in it.
const std::vector<FieldCase> enumerations{
    {R"("paragraphs":[{"span":[0,1],"role":"x"}])",
     "paragraphs[0].role: \"x\": not one of headline, standfirst, crosshead, body, caption"},
    {R"("sources":[{"name":"n","kind":"x"}])",
     "sources[0].kind: \"x\": not one of person, organization, news-agency, media, government, "
     "military, igo, ngo, company, document, unnamed"},
    {R"("sources":[{"name":"n","kind":"media","control":"x"}])",
     "sources[0].control: \"x\": not one of state, public, private, unknown"},
    {R"("attributions":[{"quote":0,"speaker":[],"resolved":"x","confidence":1}])",
     "attributions[0].resolved: \"x\": not one of explicit, elided, pronoun, description, carried"},
    {R"("attributions":[{"quote":0,"speaker":[],"reported_by":[{"source":0,"how":"x","confidence":1}],"resolved":"explicit","confidence":1}])",
     "attributions[0].reported_by[0].how: \"x\": not one of explicit, inherited"},
    {R"("quantities":[{"kind":"x","span":[0,1]}])",
     "quantities[0].kind: \"x\": not one of count, number, ordinal, percent, percentage-point, "
     "money, "
     "measure, age, ratio, fraction, date, period, time, duration"},
    {R"("quantities":[{"kind":"count","span":[0,1],"modifier":"x"}])",
     "quantities[0].modifier: \"x\": not one of exact, about, almost, at-least, at-most, "
     "more-than, "
     "less-than, between, up-to, vague"},
    {R"("quantities":[{"kind":"count","span":[0,1],"slip":{"kind":"x","literal":1}}])",
     "quantities[0].slip.kind: \"x\": not one of dropped-letter, letter-for-digit, bad-grouping, "
     "missing-space, misspelling, doubled-word"},
    {R"("quantities":[{"kind":"count","span":[0,1],"time":{"grain":"x"}}])",
     "quantities[0].time.grain: \"x\": not one of day, week, month, quarter, year, decade, "
     "century"},
    {R"("verdicts":[{"target":{"quote":0},"label":"true"}])",
     "verdicts[0].label: \"true\": not one of verbatim, benign-edit, altered, truncated, spliced, "
     "other-speaker, older, translation, not-found, agrees, agrees-within-range, differs, "
     "outdated, "
     "conflicting, not-checkable"},
    {R"("findings":[{"code":"c","severity":"fatal","span":[0,1],"message":"m"}])",
     "findings[0].severity: \"fatal\": not one of error, warning, note"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_record_reader)

BOOST_AUTO_TEST_CASE(a_bare_record_is_read) {
  const auto document = cotejo::read_record(R"({"format":"cotejo/1","id":"a","text":"Ñandú"})");
  BOOST_REQUIRE(document.has_value());
  cotejo::Document expected;
  expected.id = "a";
  expected.text = "Ñandú";
  BOOST_CHECK(*document == expected);
}

BOOST_DATA_TEST_CASE(a_fault_is_told_with_its_place, boost::unit_test::data::make(faults)) {
  const auto document = cotejo::read_record(sample.line);
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST(document.error().message == sample.expected);
  BOOST_CHECK(document.error().kind == cotejo::ErrorKind::bad_record);
}

BOOST_DATA_TEST_CASE(an_unknown_value_is_told_with_the_known_ones,
                     boost::unit_test::data::make(enumerations)) {
  const auto document = cotejo::read_record(with(sample.members));
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST(document.error().message == sample.expected);
}

BOOST_AUTO_TEST_CASE(unknown_members_are_passed_over) {
  BOOST_TEST(cotejo::read_record(with(R"("mine":{"a":[1,{"b":null}]},"quotes":[])")).has_value());
  BOOST_TEST(cotejo::read_record(with(R"("quotes":[{"kind":"direct","content":[0,1],"new":1}])"))
                 .has_value());
}

BOOST_AUTO_TEST_CASE(copies_of_the_text_are_made_from_the_spans) {
  const auto document = cotejo::read_record(with(
      R"("quotes":[{"kind":"direct","content":[0,7],"parts":[[0,2],[5,7]],"text":"lie","cue":[8,9]}])"));
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->quotes->front().text == "01 … ñ");
  BOOST_TEST(document->quotes->front().cue_text == "8");
}

BOOST_AUTO_TEST_CASE(out_and_in_again_is_the_same_document) {
  const cotejo::Document document = cotejo::samples::full_document();
  const auto again = cotejo::read_record(cotejo::write_record(document) + "\n");
  BOOST_TEST_REQUIRE(again.has_value());
  BOOST_CHECK(*again == document);
}

BOOST_AUTO_TEST_CASE(random_documents_come_back_the_same_and_as_the_same_bytes) {
  std::mt19937 random(3);
  cotejo::RecordReader reader;
  for (int i = 0; i < 2000; ++i) {
    const cotejo::Document document = cotejo::samples::random_document(random);
    const std::string line = cotejo::write_record(document);
    const auto again = reader.read(line);
    if (!again) BOOST_FAIL(again.error().message << "\n" << line);
    BOOST_CHECK(*again == document);
    BOOST_TEST(cotejo::write_record(*again) == line);
  }
}

BOOST_AUTO_TEST_CASE(an_object_with_very_many_keys_is_read_in_no_time) {
  std::string members = R"("mine":{)";
  for (int i = 0; i < 200'000; ++i) members += "\"" + std::to_string(i) + "\":0,";
  const auto good = cotejo::read_record(with(members + R"("x":0})"));
  BOOST_TEST(good.has_value());
  const auto bad = cotejo::read_record(with(members + R"("77":0})"));
  BOOST_REQUIRE(!bad.has_value());
  BOOST_TEST(bad.error().message == "mine.77: doubled key");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_an_error_and_no_crash) {
  const std::string deep(100'000, '[');
  const auto document = cotejo::read_record(with("\"mine\":" + deep));
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST(document.error().message == "nested more than 1024 deep");
}

BOOST_AUTO_TEST_SUITE_END()
