// The one place that defines the test module; every unit_* program links it.
#define BOOST_TEST_MODULE cotejo
#include <boost/test/unit_test.hpp>
