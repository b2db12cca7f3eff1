#include <cotejo/report/page/drawings.hpp>

#include <cotejo/report/visible_text.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace cotejo {
namespace {

// Of the range plot, in its own units.
constexpr double plot_width = 360;
constexpr double plot_left = 8;
constexpr double plot_right = 260;
constexpr double plot_top = 12;
constexpr double plot_bottom = 84;
constexpr double plot_height = 104;

// Of the graph.
constexpr double graph_width = 560;
constexpr double row_height = 26;
constexpr double left_end = 170;     // where names on the left end
constexpr double right_begin = 330;  // where those on the right begin
constexpr std::size_t name_bytes = 30;

std::string number(double value) {
  return std::to_string(std::isfinite(value) ? std::lround(value) : 0L);
}

std::string attribute(std::string_view name, double value) {
  return ' ' + std::string(name) + "=\"" + number(value) + '"';
}

std::string text_at(double x, double y, std::string_view classes, std::string_view text) {
  return "<text class=\"" + std::string(classes) + '"' + attribute("x", x) + attribute("y", y) +
         '>' + escape_html(text) + "</text>";
}

std::string rectangle(std::string_view classes, double x, double y, double width, double height) {
  return "<rect class=\"" + std::string(classes) + '"' + attribute("x", x) + attribute("y", y) +
         attribute("width", width) + attribute("height", height) + "/>";
}

class Scale {
 public:
  Scale(double low, double high, double begin, double end)
      : low_(low), high_(high), begin_(begin), end_(end) {}

  [[nodiscard]] double operator()(double value) const {
    if (high_ <= low_) return (begin_ + end_) / 2;
    return begin_ + (value - low_) / (high_ - low_) * (end_ - begin_);
  }

 private:
  double low_;
  double high_;
  double begin_;
  double end_;
};

/// A bar from low to high, at least as high as a dot.
std::string value_bar(const PlotValue& value, const Scale& x, const Scale& y) {
  constexpr double width = 7;
  const double top = y(value.high);
  const double height = std::max(y(value.low) - top, width);
  const double middle = (y(value.low) + top) / 2;
  return rectangle("value", x(static_cast<double>(value.day)) - width / 2, middle - height / 2,
                   width, height);
}

}  // namespace

AxisEnds axis_of(const RangePlot& plot) {
  AxisEnds ends{plot.low, plot.high};
  for (const PlotValue& value : plot.values) {
    ends.low = std::min(ends.low, value.low);
    ends.high = std::max(ends.high, value.high);
  }
  return ends;
}

std::string draw_range_plot(const RangePlot& plot) {
  const auto by_day = std::ranges::minmax(plot.values, {}, &PlotValue::day);
  constexpr double margin = 14;
  const Scale x(static_cast<double>(by_day.min.day), static_cast<double>(by_day.max.day),
                plot_left + margin, plot_right - margin);
  const AxisEnds ends = axis_of(plot);
  const Scale y(ends.low, ends.high, plot_bottom - margin, plot_top);

  std::string svg = "<svg class=\"plot\" viewBox=\"0 0 " + number(plot_width) + ' ' +
                    number(plot_height) + "\" role=\"img\" aria-label=\"" +
                    escape_html(plot.description) + "\">";
  svg += rectangle("axis", plot_left, plot_bottom, plot_right - plot_left, 1);
  const double band = std::max(y(plot.low) - y(plot.high), 2.0);
  const double claim = (y(plot.low) + y(plot.high)) / 2;
  svg += rectangle("claim", plot_left, claim - band / 2, plot_right - plot_left, band);
  for (const PlotValue& value : plot.values) svg += value_bar(value, x, y);
  svg += text_at(plot_right + 6, claim + 4, "claim", plot.claim_label);
  constexpr double apart = 12;  // two labels nearer than that would cover each other
  if (std::abs(y(ends.high) - claim) > apart) {
    svg += text_at(plot_right + 6, y(ends.high) + 4, "label", plot.high_label);
  }
  if (std::abs(y(ends.low) - claim) > apart) {
    svg += text_at(plot_right + 6, y(ends.low) + 4, "label", plot.low_label);
  }
  svg += text_at(plot_left, plot_height - 6, "label", plot.first_day);
  svg += text_at(plot_right, plot_height - 6, "label end", plot.last_day);
  return svg + "</svg>";
}

std::string draw_relay_graph(const std::vector<std::string>& relays,
                             const std::vector<std::string>& speakers,
                             const std::vector<RelayArrow>& arrows) {
  const auto rows = static_cast<double>(std::max(relays.size(), speakers.size()));
  const double height = rows * row_height + 8;
  const auto place = [&](std::size_t at, std::size_t of) {
    const double gap = (rows - static_cast<double>(of)) * row_height / 2;
    return gap + (static_cast<double>(at) + 0.5) * row_height + 4;
  };
  std::string svg = "<svg class=\"graph\" viewBox=\"0 0 " + number(graph_width) + ' ' +
                    number(height) + "\" aria-hidden=\"true\">";
  for (const RelayArrow& arrow : arrows) {
    const std::string from = number(place(arrow.relay, relays.size()));
    const std::string to = number(place(arrow.speaker, speakers.size()));
    const std::string middle = number((left_end + right_begin) / 2);
    constexpr std::size_t thickest = 8;
    svg += "<path class=\"arrow\" d=\"M" + number(left_end + 6) + ' ' + from + " C" + middle + ' ' +
           from + ' ' + middle + ' ' + to + ' ' + number(right_begin - 8) + ' ' + to + '"' +
           " stroke-width=\"" + std::to_string(std::min(arrow.quotes, thickest)) + "\"/>";
  }
  for (std::size_t i = 0; i < relays.size(); ++i) {
    svg += text_at(left_end, place(i, relays.size()) + 4, "name end",
                   shortened(relays[i], name_bytes));
  }
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const double y = place(i, speakers.size());
    svg += "<path class=\"head\" d=\"M" + number(right_begin - 9) + ' ' + number(y - 4) +
           " l8 4 l-8 4 z\"/>";
    svg += text_at(right_begin + 4, y + 4, "name", shortened(speakers[i], name_bytes));
  }
  return svg + "</svg>";
}

long days_since_1970(std::string_view iso_day) {
  constexpr std::size_t length = 10;
  if (iso_day.size() != length) return 0;
  const auto part = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    const std::string_view digits = iso_day.substr(begin, size);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year{part(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(part(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(part(8, 2))}};
  return day.ok() ? std::chrono::sys_days{day}.time_since_epoch().count() : 0;
}

}  // namespace cotejo
