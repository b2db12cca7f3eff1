#include <cotejo/numbers/number_sum.hpp>

#include <boost/test/unit_test.hpp>

using cotejo::NumberSum;
using Bare = NumberSum::AllowBare;

BOOST_AUTO_TEST_SUITE(numbers_number_sum)

BOOST_AUTO_TEST_CASE(magnitudes_multiply_all_that_is_smaller_before_them) {
  NumberSum sum;  // two thousand three hundred millions
  sum.add(2, 1);
  BOOST_TEST(sum.multiply(1e3, Bare::no));
  sum.add(300, 100);
  BOOST_TEST(sum.multiply(1e6, Bare::no));
  BOOST_TEST(sum.value() == 2300e6);
}

BOOST_AUTO_TEST_CASE(a_magnitude_does_not_follow_one_as_small) {
  NumberSum sum;
  sum.add(2, 1);
  BOOST_TEST(sum.multiply(1e3, Bare::no));
  sum.add(3, 1);
  BOOST_TEST(!sum.multiply(1e3, Bare::no));
  BOOST_TEST(sum.value() == 2003);
}

BOOST_AUTO_TEST_CASE(a_bare_magnitude_is_one_where_it_is_allowed) {
  NumberSum sum;
  BOOST_TEST(!sum.multiply(1e6, Bare::no));
  BOOST_TEST(sum.multiply(1e6, Bare::yes));
  BOOST_TEST(sum.value() == 1e6);
}

BOOST_AUTO_TEST_CASE(a_half_is_half_of_the_last_magnitude) {
  NumberSum sum;
  sum.add(2, 1);
  BOOST_TEST(sum.multiply(1e6, Bare::no));
  sum.add_half();
  BOOST_TEST(sum.value() == 2.5e6);
  BOOST_TEST(sum.slot() == 0);
}

BOOST_AUTO_TEST_CASE(the_whole_number_can_be_multiplied) {
  NumberSum sum;  // two hundred dozen
  sum.add(2, 1);
  BOOST_TEST(sum.multiply(100, Bare::no));
  sum.multiply_whole(12);
  BOOST_TEST(sum.value() == 2400);
  BOOST_TEST(sum.slot() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
