#include <cotejo/report/text_index.hpp>

#include <algorithm>

namespace cotejo {
namespace {

constexpr std::size_t block = 256;

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_begins(std::string_view bytes) {
  return static_cast<std::size_t>(std::ranges::count_if(bytes, begins_code_point));
}

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text), lines_{0} {
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text.size(); at += block) {
    counts_.push_back(before);
    before += count_begins(text.substr(at, block));
  }
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    lines_.push_back(static_cast<Offset>(at + 1));
  }
}

std::size_t TextIndex::code_points_before(Offset at) const {
  const std::size_t number = at / block;
  return counts_[number] + count_begins(text_.substr(number * block, at - number * block));
}

LineColumn TextIndex::place(Offset at) const {
  const auto after = std::ranges::upper_bound(lines_, at);
  const Offset begin = *std::prev(after);
  return {static_cast<std::size_t>(after - lines_.begin()),
          code_points_before(at) - code_points_before(begin) + 1};
}

}  // namespace cotejo
