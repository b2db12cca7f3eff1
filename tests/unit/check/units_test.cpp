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

BOOST_AUTO_TEST_CASE(degrees_have_their_own_zero) {
  BOOST_TEST(cotejo::converted(30, "Cel", "[degF]").value() == 86.0,
             boost::test_tools::tolerance(1e-9));
  BOOST_TEST(cotejo::converted(212, "[degF]", "Cel").value() == 100.0,
             boost::test_tools::tolerance(1e-9));
  BOOST_TEST(cotejo::converted(2, "km", "m").value() == 2000.0);
  BOOST_TEST(!cotejo::converted(30, "Cel", "m"));
}

BOOST_AUTO_TEST_SUITE_END()
