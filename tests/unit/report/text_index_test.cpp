#include <cotejo/report/text_index.hpp>

#include <cotejo/report/places.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using namespace cotejo;

BOOST_AUTO_TEST_SUITE(report_text_index)

BOOST_AUTO_TEST_CASE(it_says_what_the_place_finder_says_in_any_order) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 == 0 ? "ñandú\n" : "日本 😀 a";
  const TextIndex index(text);
  for (Offset at = static_cast<Offset>(text.size());; --at) {
    if (is_boundary(text, at)) {
      PlaceFinder places(text);
      BOOST_REQUIRE((index.place(at) == places.find(at)));
      BOOST_REQUIRE(index.code_points_before(at) ==
                    count_code_points(std::string_view(text).substr(0, at)));
    }
    if (at == 0) break;
  }
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_one_place) {
  const TextIndex index("");
  BOOST_TEST((index.place(0) == LineColumn{}));
  BOOST_TEST(index.code_points_before(0) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
