#include <cotejo/io/json_text.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct NumberCase {
  double number;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const NumberCase& c) {
    return out << c.expected;
  }
};

const std::vector<NumberCase> numbers{{0, "0"},
                                      {-0.0, "0"},
                                      {14000, "14000"},
                                      {100000, "100000"},
                                      {4.5e9, "4500000000"},
                                      {999999999999999, "999999999999999"},
                                      {1e15, "1e+15"},
                                      {2.5, "2.5"},
                                      {-0.667, "-0.667"},
                                      {0.1, "0.1"},
                                      {1e-7, "0.0000001"},
                                      {1.5e-9, "1.5e-09"},
                                      {123456789.125, "123456789.125"}};

const std::vector<NumberCase> scores{{0, "0.000"},      {1, "1.000"},       {0.93, "0.930"},
                                     {0.9996, "1.000"}, {-0.0001, "0.000"}, {0.1235, "0.124"},
                                     {-0.25, "-0.250"}};

struct StringCase {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const StringCase& c) {
    return out << c.expected;
  }
};

const std::vector<StringCase> strings{
    {"", R"("")"},
    {"«Ñandú» 😀", R"("«Ñandú» 😀")"},
    {"a\"b\\c/d", R"("a\"b\\c/d")"},
    {"\n\t\r\b\f", R"("\n\t\r\b\f")"},
    {std::string("\x00\x01\x1f\x7f", 4), "\"\\u0000\\u0001\\u001f\x7f\""}};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_json_text)

BOOST_DATA_TEST_CASE(numbers_are_plain_below_ten_to_the_fifteenth,
                     boost::unit_test::data::make(numbers)) {
  std::string out;
  cotejo::append_json_number(out, sample.number);
  BOOST_TEST(out == sample.expected);
}

BOOST_DATA_TEST_CASE(scores_have_three_decimals, boost::unit_test::data::make(scores)) {
  std::string out;
  cotejo::append_json_score(out, sample.number);
  BOOST_TEST(out == sample.expected);
}

BOOST_DATA_TEST_CASE(strings_are_escaped_no_more_than_they_must,
                     boost::unit_test::data::make(strings)) {
  std::string out;
  cotejo::append_json_string(out, sample.text);
  BOOST_TEST(out == sample.expected);
}

BOOST_AUTO_TEST_CASE(nothing_is_null_and_an_empty_string_is_one_or_the_other) {
  std::string out;
  cotejo::append_json_string_or_null(out, "");
  cotejo::append_json_optional(out, std::nullopt);
  cotejo::append_json_optional(out, "");
  BOOST_TEST(out == "nullnull\"\"");
}

BOOST_AUTO_TEST_CASE(a_span_is_a_pair) {
  std::string out;
  cotejo::append_json_span(out, {3, 4294967295});
  BOOST_TEST(out == "[3,4294967295]");
}

BOOST_AUTO_TEST_SUITE_END()
