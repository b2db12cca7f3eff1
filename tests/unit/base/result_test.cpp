#include <cotejo/base/result.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string name;
  cotejo::Error error;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

const std::vector<Case> cases{
    {"all", {cotejo::ErrorKind::bad_rule, "no such list", "a.toml", 3, 7}, "a.toml:3:7: no such list"},
    {"file only", {cotejo::ErrorKind::io, "cannot be read", "a.txt"}, "a.txt: cannot be read"},
    {"line only", {cotejo::ErrorKind::bad_record, "not JSON", "", 12}, "12: not JSON"},
    {"nowhere", {cotejo::ErrorKind::bad_usage, "no input"}, "no input"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(base_result)

BOOST_DATA_TEST_CASE(an_error_prints_what_it_knows_of_its_place, boost::unit_test::data::make(cases)) {
  BOOST_TEST(sample.error.to_string() == sample.expected);
}

BOOST_AUTO_TEST_CASE(a_result_holds_a_value_or_an_error) {
  const cotejo::Result<int> good = 3;
  BOOST_TEST(good.has_value());
  BOOST_TEST(*good == 3);
  const cotejo::Result<int> bad = cotejo::Error{.message = "no"};
  BOOST_TEST(!bad.has_value());
  BOOST_TEST(bad.error().message == "no");
}

BOOST_AUTO_TEST_SUITE_END()
