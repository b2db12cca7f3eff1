#include <cotejo/check/units.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(check_units)

BOOST_AUTO_TEST_CASE(units_of_one_dimension_are_converted) {
  BOOST_TEST(cotejo::unit_factor("km", "m").value() == 1000.0);
  BOOST_TEST(cotejo::unit_factor("[ft_i]", "m").value() == 0.3048);
  BOOST_TEST(cotejo::unit_factor("EUR", "EUR").value() == 1.0);
}

BOOST_AUTO_TEST_CASE(nothing_else_is) {
  BOOST_TEST(!cotejo::unit_factor("km", "kg"));
  BOOST_TEST(!cotejo::unit_factor("EUR", "USD"));
  BOOST_TEST(!cotejo::unit_factor("", "%"));
}

BOOST_AUTO_TEST_SUITE_END()
