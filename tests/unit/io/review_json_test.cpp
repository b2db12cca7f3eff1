#include <cotejo/io/review_json.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace {

using namespace cotejo;

struct Fault {
  std::string name;
  std::string file;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Fault& fault) { return out << fault.name; }

const std::vector<Fault> faults{
    {"no JSON", "{\"fingerprint\":\"a\",\"decision\":\"fixed\"}\nnothing\n", "2: "},
    {"no print", R"({"decision":"fixed"})", "1: fingerprint: missing"},
    {"an empty print", R"({"fingerprint":"","decision":"fixed"})", "1: fingerprint: empty"},
    {"no decision", R"({"fingerprint":"a"})", "1: decision: missing"},
    {"an unknown decision", R"({"fingerprint":"a","decision":"maybe"})", "1: decision: "},
    {"no reason", R"({"fingerprint":"a","decision":"dismissed"})",
     "1: note: a dismissal needs a reason"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_review_json)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const ReviewLine line{.when = "2025-09-09T10:00:00.000Z",
                        .who = "Ana \"la jefa\"",
                        .fingerprint = "0123456789abcdef",
                        .words = "1123456789abcdef",
                        .place = "2123456789abcdef",
                        .code = "quote-altered",
                        .decision = Decision::dismissed,
                        .note = "así lo dijo,\nde verdad",
                        .text = "ff"};
  const std::string written = write_review_line(line);
  BOOST_TEST(written.find('\n') == std::string::npos);
  const auto read = read_review(written + "\n\n" + written);
  BOOST_REQUIRE(read.has_value());
  BOOST_REQUIRE(read->size() == 2U);
  BOOST_TEST((read->front() == line));
  BOOST_TEST((read->back() == line));
}

BOOST_AUTO_TEST_CASE(a_file_without_lines_is_no_fault_and_unknown_members_are_none) {
  BOOST_TEST(read_review("")->empty());
  BOOST_TEST(read_review("\n \n")->empty());
  const auto read = read_review(R"({"fingerprint":"a","decision":"accepted","mood":["good"]})");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST((read->front().decision == Decision::accepted));
}

BOOST_DATA_TEST_CASE(faults_are_told_with_their_place, faults) {
  const auto read = read_review(sample.file);
  BOOST_REQUIRE(!read.has_value());
  BOOST_TEST(read.error().to_string().starts_with(sample.expected), read.error().to_string());
}

BOOST_AUTO_TEST_SUITE_END()
