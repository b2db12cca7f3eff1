#include <cotejo/numbers/digits.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace {

const cotejo::DigitMarks spanish{U',', {U'.', U' ', U'\u00a0', U'\u202f'}};
const cotejo::DigitMarks english{U'.', {U',', U' ', U'\u00a0', U'\u202f'}};

struct Case {
  std::string text;
  std::optional<double> es;  // nothing: no number, or not settled
  std::optional<double> en;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

const std::vector<Case> settled{
    {"7", 7, 7},
    {"2025", 2025, 2025},
    {"14.000", 14000, std::nullopt},
    {"14,000", std::nullopt, 14000},
    {"14.250", 14250, 14.25},
    {"1,5", 1.5, 1.5},
    {"3.5", 3.5, 3.5},
    {"0,125", 0.125, 0.125},
    {"0.500", 0.5, 0.5},
    {"14 000", 14000, 14000},
    {"14\u202f000", 14000, 14000},
    {"14\u00a0000", 14000, 14000},
    {"10'000", 10000, 10000},
    {"10\u2019000", 10000, 10000},
    {"1.234.567", 1234567, 1234567},
    {"1,234,567", 1234567, 1234567},
    {"1.234.567,89", 1234567.89, 1234567.89},
    {"1,234,567.89", 1234567.89, 1234567.89},
    {"1.2.3", std::nullopt, std::nullopt},
    {"12.08.2025", std::nullopt, std::nullopt},
    {"1.4000", std::nullopt, 1.4},
};

std::optional<double> value(const std::string& text, const cotejo::DigitMarks& marks) {
  const auto digits = cotejo::parse_digits(text, marks);
  if (!digits || digits->unsettled) return std::nullopt;
  return digits->value;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers_digits)

BOOST_DATA_TEST_CASE(marks_mean_what_the_language_says, boost::unit_test::data::make(settled)) {
  BOOST_TEST((value(sample.text, spanish) == sample.es));
  BOOST_TEST((value(sample.text, english) == sample.en));
}

BOOST_AUTO_TEST_CASE(a_group_of_four_has_three_readings) {
  const auto digits = cotejo::parse_digits("1.4000", spanish);
  BOOST_REQUIRE(digits.has_value());
  BOOST_TEST(digits->bad_grouping);
  BOOST_TEST(digits->readings == (std::array<double, 3>{1.4, 1400, 14000}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(zeros_behind_the_decimal_mark_may_be_a_group_of_the_wrong_locale) {
  const auto digits = cotejo::parse_digits("14,000", spanish);
  BOOST_REQUIRE(digits.has_value());
  BOOST_TEST(digits->unsettled);
  BOOST_TEST(digits->reading_count == 2);
  BOOST_TEST(digits->readings[0] == 14.0);
  BOOST_TEST(digits->readings[1] == 14000.0);
}

BOOST_AUTO_TEST_CASE(more_digits_than_a_number_has_are_no_number) {
  BOOST_TEST(!cotejo::parse_digits(std::string(40, '9'), spanish).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
