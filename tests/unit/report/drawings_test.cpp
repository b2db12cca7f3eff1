#include <cotejo/report/page/drawings.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

namespace {

using namespace cotejo;

RangePlot plot() {
  RangePlot made;
  made.values = {{10, 12, 100}, {11, 11, 200}};
  made.low = made.high = 20;
  made.claim_label = "20 <b>";
  made.low_label = "10";
  made.high_label = "20";
  made.first_day = "hoy";
  made.last_day = "mañana";
  made.description = "todo \"dicho\"";
  return made;
}

std::size_t count(const std::string& svg, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = svg.find(part); at != std::string::npos; at = svg.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_drawings)

BOOST_AUTO_TEST_CASE(a_plot_has_a_bar_for_each_value_and_a_band_for_the_claim) {
  const std::string svg = draw_range_plot(plot());
  BOOST_TEST(count(svg, "class=\"value\"") == 2U);
  BOOST_TEST(count(svg, "<rect class=\"claim\"") == 1U);
  BOOST_TEST(count(svg, "20 &lt;b&gt;") == 1U);
  BOOST_TEST(count(svg, "aria-label=\"todo &quot;dicho&quot;\"") == 1U);
  BOOST_TEST(count(svg, "style=") == 0U);
}

BOOST_AUTO_TEST_CASE(the_axis_holds_all_values_and_the_claim) {
  const AxisEnds ends = axis_of(plot());
  BOOST_TEST(ends.low == 10);
  BOOST_TEST(ends.high == 20);
}

BOOST_AUTO_TEST_CASE(values_beyond_all_measure_are_drawn_somewhere) {
  RangePlot wild = plot();
  wild.values.push_back({-std::numeric_limits<double>::max(), std::numeric_limits<double>::max(),
                         std::numeric_limits<long>::max() / 2});
  const std::string svg = draw_range_plot(wild);
  BOOST_TEST(count(svg, "nan") == 0U);
  BOOST_TEST(count(svg, "class=\"value\"") == 3U);
}

BOOST_AUTO_TEST_CASE(a_graph_has_an_arrow_for_each_pair_as_thick_as_it_is_frequent) {
  const std::string svg = draw_relay_graph({"Delta", "<Omega>"}, {"Ana"}, {{0, 0, 3}, {1, 0, 500}});
  BOOST_TEST(count(svg, "class=\"arrow\"") == 2U);
  BOOST_TEST(count(svg, "stroke-width=\"3\"") == 1U);
  BOOST_TEST(count(svg, "stroke-width=\"8\"") == 1U);
  BOOST_TEST(count(svg, "&lt;Omega&gt;") == 1U);
}

BOOST_AUTO_TEST_CASE(days_are_counted_from_1970) {
  BOOST_TEST(days_since_1970("1970-01-02") == 1);
  BOOST_TEST(days_since_1970("2024-02-29") == 19782);
  BOOST_TEST(days_since_1970("2023-02-29") == 0);
  BOOST_TEST(days_since_1970("soon") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
