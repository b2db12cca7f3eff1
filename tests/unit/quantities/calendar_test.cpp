#include <cotejo/quantities/calendar.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::DayRange;
using cotejo::Grain;

struct Case {
  std::string day;
  Grain grain;
  int offset;
  std::string from;
  std::string to;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) {
    return out << c.day << ' ' << name_of(c.grain) << ' ' << c.offset;
  }
};

const std::vector<Case> units{
    {"2025-08-13", Grain::day, -1, "2025-08-12", "2025-08-12"},
    {"2025-08-13", Grain::week, 0, "2025-08-11", "2025-08-17"},
    {"2025-08-13", Grain::week, 1, "2025-08-18", "2025-08-24"},
    {"2025-01-31", Grain::month, -1, "2024-12-01", "2024-12-31"},
    {"2024-01-31", Grain::month, 1, "2024-02-01", "2024-02-29"},
    {"2025-08-13", Grain::quarter, 0, "2025-07-01", "2025-09-30"},
    {"2025-02-13", Grain::quarter, -1, "2024-10-01", "2024-12-31"},
    {"2025-08-13", Grain::year, -1, "2024-01-01", "2024-12-31"},
    {"2025-08-13", Grain::decade, -1, "2010-01-01", "2019-12-31"},
    {"2025-08-13", Grain::century, 0, "2001-01-01", "2100-12-31"},
    {"2000-08-13", Grain::century, 0, "1901-01-01", "2000-12-31"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quantities_calendar)

BOOST_DATA_TEST_CASE(units_begin_and_end_where_the_calendar_says,
                     boost::unit_test::data::make(units)) {
  const auto day = cotejo::parse_day(sample.day);
  BOOST_REQUIRE(day.has_value());
  const DayRange range = cotejo::unit_range(*day, sample.grain, sample.offset);
  BOOST_TEST(cotejo::to_iso(range.from) == sample.from);
  BOOST_TEST(cotejo::to_iso(range.to) == sample.to);
}

BOOST_AUTO_TEST_CASE(a_day_that_is_none_is_not_read) {
  BOOST_TEST(!cotejo::parse_day("2025-02-29").has_value());
  BOOST_TEST(!cotejo::parse_day("2025-13-01").has_value());
  BOOST_TEST(!cotejo::parse_day("2025-8-13").has_value());
  BOOST_TEST(!cotejo::parse_day("hoy").has_value());
}

BOOST_AUTO_TEST_CASE(months_back_from_a_long_month_end_in_the_short_one) {
  const auto day = cotejo::shift(*cotejo::parse_day("2025-03-31"), Grain::month, -1);
  BOOST_TEST(cotejo::to_iso(day) == "2025-02-28");
}

BOOST_AUTO_TEST_CASE(thirds_cover_the_ends_of_a_month) {
  const DayRange month = cotejo::month_range(2024, 12);
  BOOST_TEST(cotejo::to_iso(cotejo::third_of(month, 1).to) == "2024-12-10");
  BOOST_TEST(cotejo::to_iso(cotejo::third_of(month, 3).from) == "2024-12-22");
  BOOST_TEST(cotejo::to_iso(cotejo::third_of(month, 3).to) == "2024-12-31");
}

BOOST_AUTO_TEST_SUITE_END()
