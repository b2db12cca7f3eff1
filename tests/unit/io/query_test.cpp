#include <cotejo/io/query.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_query)

BOOST_AUTO_TEST_CASE(a_query_has_an_id_and_a_text) {
  const auto query = cotejo::read_query(R"({"id":"1","text":"tropas","more":[]})");
  BOOST_TEST_REQUIRE(query.has_value());
  BOOST_CHECK((*query == cotejo::Query{"1", "tropas"}));
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_with_its_place) {
  BOOST_TEST(cotejo::read_query(R"({"id":1,"text":"x"})").error().message == "id: not a string");
  BOOST_TEST(cotejo::read_query(R"({"id":"1"})").error().message == "text: missing");
  BOOST_TEST(cotejo::read_query("[").error().message.starts_with("not JSON"));
}

BOOST_AUTO_TEST_SUITE_END()
