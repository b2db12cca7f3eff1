#ifndef COTEJO_REPORT_PAGE_DRAWINGS_HPP
#define COTEJO_REPORT_PAGE_DRAWINGS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A published value in a range plot.
struct PlotValue {
  double low = 0;
  double high = 0;
  long day = 0;  ///< days since 1970-01-01; any other count from a fixed day will do
};

/// What a range plot shows.
struct RangePlot {
  std::vector<PlotValue> values;  ///< published; at least one
  double low = 0;                 ///< the article's, drawn over all days
  double high = 0;
  std::string low_label;   ///< the least value of the axis in words
  std::string high_label;  ///< the greatest
  std::string claim_label;
  std::string first_day;  ///< in words; "" if all values are of one day
  std::string last_day;
  std::string description;  ///< all of it in words, for those who do not see it
};

/// An inline SVG without style attributes: values by day as bars from low to high, the article's as
/// a band across. Escaped.
[[nodiscard]] std::string draw_range_plot(const RangePlot& plot);

/// The least and the greatest value of the axis of a plot.
struct AxisEnds {
  double low = 0;
  double high = 0;
};
[[nodiscard]] AxisEnds axis_of(const RangePlot& plot);

/// An arrow of a graph of relays.
struct RelayArrow {
  std::size_t relay = 0;    ///< place in `relays`
  std::size_t speaker = 0;  ///< place in `speakers`
  std::size_t quotes = 1;
};

/// An inline SVG: relays on the left, speakers on the right, an arrow for each pair, as thick as it
/// has quotes. Names are shortened and escaped. It is hidden from screen readers: the list beside
/// it says the same.
[[nodiscard]] std::string draw_relay_graph(const std::vector<std::string>& relays,
                                           const std::vector<std::string>& speakers,
                                           const std::vector<RelayArrow>& arrows);

/// Days since 1970-01-01 of an ISO 8601 day; 0 if it is none.
[[nodiscard]] long days_since_1970(std::string_view iso_day);

}  // namespace cotejo

#endif
