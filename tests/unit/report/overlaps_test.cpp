#include <cotejo/report/overlaps.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <vector>

namespace {

const cotejo::Overlaps& all() {
  static const cotejo::Overlaps overlaps({{0, 100}, {2, 5}, {10, 12}, {11, 11}, {20, 30}});
  return overlaps;
}
using Numbers = std::vector<std::size_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(report_overlaps)

BOOST_AUTO_TEST_CASE(a_long_early_span_is_found_from_everywhere) {
  BOOST_TEST(all().with({50, 60}) == (Numbers{0}), boost::test_tools::per_element());
  BOOST_TEST(all().with({25, 26}) == (Numbers{0, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(spans_that_only_touch_do_not_overlap) {
  BOOST_TEST(all().with({5, 10}) == (Numbers{0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_place_counts_inside_and_at_the_ends) {
  BOOST_TEST(all().with({11, 15}) == (Numbers{0, 2, 3}), boost::test_tools::per_element());
  BOOST_TEST(all().with({8, 11}) == (Numbers{0, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(beyond_all_spans_there_is_nothing) {
  BOOST_TEST(all().with({100, 110}).empty());
  BOOST_TEST(cotejo::Overlaps({}).with({0, 1}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
