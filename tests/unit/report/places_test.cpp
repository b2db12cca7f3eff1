#include <cotejo/report/places.hpp>

#include <boost/test/unit_test.hpp>

#include <string_view>

BOOST_AUTO_TEST_SUITE(report_places)

BOOST_AUTO_TEST_CASE(every_place_is_the_one_that_line_column_says) {
  constexpr std::string_view text = "Año\n\nseñal 北\nfin";
  cotejo::PlaceFinder places(text);
  for (cotejo::Offset at = 0; at <= text.size(); ++at) {
    if (!cotejo::is_boundary(text, at)) continue;
    BOOST_TEST((places.find(at) == cotejo::line_column(text, at)), "at byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(an_earlier_place_is_found_again) {
  cotejo::PlaceFinder places("a\nb\nc");
  BOOST_TEST(to_string(places.find(4)) == "3:1");
  BOOST_TEST(to_string(places.find(2)) == "2:1");
}

BOOST_AUTO_TEST_SUITE_END()
