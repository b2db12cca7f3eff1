#include <cotejo/report/columns.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cotejo {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// The blocks of general category Mn that newswire can hold; Unicode 15.
constexpr std::array combining_ranges{
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x93C, 0x93C},   Range{0x941, 0x948},   Range{0x94D, 0x94D},
    Range{0xE31, 0xE31},   Range{0xE34, 0xE3A},   Range{0xE47, 0xE4E},   Range{0x200C, 0x200D},
    Range{0x20D0, 0x20FF}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};

// East_Asian_Width W and F, joined over their gaps.
constexpr std::array wide_ranges{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x3247},
    Range{0x3250, 0x4DBF},   Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

template <typename Ranges>
bool is_in(const Ranges& ranges, char32_t value) {
  const auto after = std::ranges::upper_bound(ranges, value, {}, &Range::first);
  return after != ranges.begin() && value <= std::prev(after)->last;
}

std::size_t columns_of(char32_t value) {
  if (value < 0x300) return 1;
  if (is_in(combining_ranges, value)) return 0;
  return is_in(wide_ranges, value) ? 2 : 1;
}

bool is_break(char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; }

/// How many bytes of `word` fit into `width` columns; at least one code point.
std::size_t bytes_that_fit(std::string_view word, std::size_t width) {
  std::size_t columns = 0;
  Offset at = 0;
  while (at < word.size()) {
    const CodePoint point = code_point_at(word, at);
    columns += columns_of(point.value);
    if (columns > width && at > 0) break;
    at += point.length;
  }
  return at;
}

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}

  void add(std::string_view word) {
    const std::size_t columns = cotejo::columns_of(word);
    if (!line_.empty() && used_ + 1 + columns > width_) end_line();
    if (!line_.empty()) {
      line_ += ' ';
      ++used_;
    }
    if (columns > width_) return add_long(word);
    line_ += word;
    used_ += columns;
  }
  std::vector<std::string> finish() {
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void add_long(std::string_view word) {
    while (!word.empty()) {
      const std::size_t bytes = bytes_that_fit(word, width_);
      line_ = word.substr(0, bytes);
      used_ = cotejo::columns_of(line_);
      word.remove_prefix(bytes);
      if (!word.empty()) end_line();
    }
  }
  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t width_;
  std::size_t used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (Offset at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    columns += columns_of(point.value);
    at += point.length;
  }
  return columns;
}

std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
  Lines lines(width);
  while (!text.empty()) {
    const auto begin = std::ranges::find_if_not(text, is_break);
    const auto end = std::find_if(begin, text.end(), is_break);
    if (begin != end) lines.add(std::string_view(begin, end));
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
  }
  return lines.finish();
}

std::string wrap_lines(std::string_view text, std::size_t width, std::string_view indent) {
  std::string wrapped;
  for (const std::string& line : lines_of(text, width - columns_of(indent))) {
    wrapped += std::string(indent) + line + '\n';
  }
  return wrapped;
}

}  // namespace cotejo
