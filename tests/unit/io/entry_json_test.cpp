#include <cotejo/io/entry_json.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string line;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.line; }
};

// Lines that come out as they went in.
const std::vector<std::string> lines{
    R"({"id":"k","kind":"statement","speaker":"Kim","outlet":"KCNA","date":"2025-08-12","language":"es","title":"t","url":"u","licence":"CC0","text":"«a» \"b\""})",
    R"({"id":"d","kind":"document","text":"x"})",
    R"({"id":"f","kind":"fact-check","text":"x","body":"y","rating":"Falso"})",
    R"({"id":"g","kind":"figure","date":"2024-11-04","url":"u","measure":"troops-deployed","subject":"corea-del-norte","place":"kursk","from":"2024-10-01","to":"2025-04-30","low":10000,"high":12000.5,"unit":"%","basis":"stock","source":"s","note":"n"})",
    R"({"id":"h","kind":"figure","measure":"m","low":0})"};

const std::vector<Case> faults{
    {"", "not JSON: empty"},
    {"[1]", "[0]: not an entry: a JSON object is wanted"},
    {R"({"id":"a"})", "kind: missing"},
    {R"({"kind":"poem","text":"x"})",
     R"(kind: "poem": not one of statement, document, fact-check, figure)"},
    {R"({"kind":"statement"})", "text: missing"},
    {R"({"kind":"statement","text":"x","date":"1.5.2025"})",
     R"(date: "1.5.2025": not a day of the form YYYY-MM-DD)"},
    {R"({"kind":"statement","text":"x","text":"y"})", "text: doubled key"},
    {R"({"kind":"figure","low":1})", "measure: missing"},
    {R"({"kind":"figure","measure":"m"})", "a figure without low and high"},
    {R"({"kind":"figure","measure":"m","low":2,"high":1})", "low: above high"},
    {R"({"kind":"figure","measure":"m","low":2,"from":"2025-02-01","to":"2025-01-01"})",
     "from 2025-02-01 is after to 2025-01-01"},
    {R"({"@context":"https://schema.org","@type":"Article"})", "JSON-LD that is no ClaimReview"},
    {R"({"@type":"ClaimReview","url":"u"})", "claimReviewed: missing"},
    {R"([{"kind":"document","text":"x"},{"kind":"document","text":"y"}])",
     "one entry is wanted, there are 2"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_entry_json)

BOOST_DATA_TEST_CASE(in_and_out_is_the_same_line, boost::unit_test::data::make(lines)) {
  const auto entry = cotejo::read_entry(sample);
  BOOST_TEST_REQUIRE(entry.has_value());
  BOOST_TEST(cotejo::write_entry(*entry) == sample);
}

BOOST_DATA_TEST_CASE(a_fault_is_told_with_its_place, boost::unit_test::data::make(faults)) {
  const auto entry = cotejo::read_entry(sample.line);
  BOOST_REQUIRE(!entry.has_value());
  BOOST_TEST(entry.error().message == sample.expected);
}

BOOST_AUTO_TEST_CASE(an_entry_without_an_id_gets_one_from_its_contents) {
  const auto one = cotejo::read_entry(R"({"kind":"document","text":"x"})");
  const auto same = cotejo::read_entry(R"({ "text":"x", "kind":"document" })");
  const auto other = cotejo::read_entry(R"({"kind":"document","text":"y"})");
  BOOST_REQUIRE(one.has_value());
  BOOST_TEST(one->id.size() == 12);
  BOOST_TEST(one->id == same->id);
  BOOST_TEST(one->id != other->id);
}

BOOST_AUTO_TEST_CASE(claim_reviews_are_fact_checks) {
  const std::string json = R"({"@context":"https://schema.org","@graph":[
    {"@type":"WebPage","name":"no"},
    {"@type":["ClaimReview","Review"],"url":"https://c.example/1","claimReviewed":"El agua es seca",
     "headline":"¿Es seca el agua?","datePublished":"2025-03-04T10:00:00+01:00","inLanguage":"es",
     "author":{"@type":"Organization","name":"Comprueba"},"reviewBody":"No lo es.",
     "reviewRating":{"@type":"Rating","ratingValue":"1","alternateName":"Falso"},
     "itemReviewed":{"@type":"Claim","author":[{"name":"Un vecino"},{"name":"otro"}]}}]})";
  const auto entry = cotejo::read_entry(json);
  BOOST_TEST_REQUIRE(entry.has_value());
  BOOST_TEST(cotejo::write_entry(*entry) ==
             R"({"id":"https://c.example/1","kind":"fact-check","speaker":"Un vecino",)"
             R"("outlet":"Comprueba","date":"2025-03-04","language":"es",)"
             R"("title":"¿Es seca el agua?","url":"https://c.example/1","text":"El agua es seca",)"
             R"("body":"No lo es.","rating":"Falso"})");
}

BOOST_AUTO_TEST_CASE(a_list_of_claim_reviews_is_read_in_order) {
  const auto entries = cotejo::read_entries(
      R"([{"@type":"ClaimReview","claimReviewed":"a"},{"@type":"ClaimReview","claimReviewed":"b"}])");
  BOOST_TEST_REQUIRE(entries.has_value());
  BOOST_TEST_REQUIRE(entries->size() == 2);
  BOOST_TEST((*entries)[1].text == "b");
}

BOOST_AUTO_TEST_SUITE_END()
