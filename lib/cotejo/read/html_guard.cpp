// libxml2 compares each attribute of a tag with all before it, and looks for the start of each end
// tag among all open elements, so a page of a few megabytes made for it can take minutes. One pass
// before it keeps both short. The pass follows tags loosely: its open elements need not be exactly
// the parser's, they only have to stay few. Tests: tests/unit/read/html_page_test.cpp.
#include <cotejo/read/html_guard.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cotejo {
namespace {

constexpr std::size_t max_depth = 2000;
constexpr std::size_t max_attributes = 200;
constexpr std::size_t max_value_bytes = 65536;
constexpr std::size_t looked_back = 64;  // open elements that an end tag is compared with

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_name_byte(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(lower(c))) * 0x100000001B3ULL;
  }
  return hash;
}

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 14> names{"area",  "base",   "br",    "col",  "embed",
                                                   "hr",    "img",    "input", "link", "meta",
                                                   "param", "source", "track", "wbr"};
  return std::ranges::any_of(
      names, [&](std::string_view known) { return std::ranges::equal(name, known, {}, lower); });
}

/// Elements that one of the same name closes when it follows them directly.
bool may_stay_open(std::string_view name) {
  constexpr std::array<std::string_view, 7> names{"p", "li", "td", "th", "tr", "dt", "dd"};
  return std::ranges::any_of(
      names, [&](std::string_view known) { return std::ranges::equal(name, known, {}, lower); });
}

struct OpenElement {
  std::uint64_t name = 0;
  bool shown = true;
};

class Guard {
 public:
  explicit Guard(std::string& page) : page_(page) {}

  void run() {
    std::size_t at = page_.find('<');
    while (at != std::string::npos && at + 1 < page_.size()) {
      at = page_.find('<', one_markup(at));
    }
  }

 private:
  [[nodiscard]] std::string_view name_at(std::size_t at) const {
    std::size_t end = at;
    while (end < page_.size() && is_name_byte(page_[end])) ++end;
    return std::string_view(page_).substr(at, end - at);
  }

  /// Where the text behind `what` begins, or the end of the page.
  [[nodiscard]] std::size_t behind(std::string_view what, std::size_t from) const {
    const std::size_t found = page_.find(what, from);
    return found == std::string::npos ? page_.size() : found + what.size();
  }

  /// Handles the markup that begins at `at` and returns where to look on.
  std::size_t one_markup(std::size_t at) {
    if (page_.compare(at, 4, "<!--") == 0) return behind("-->", at + 4);
    if (page_[at + 1] == '/') return end_tag(at);
    const std::string_view name = name_at(at + 1);
    return name.empty() ? at + 1 : start_tag(at, name);
  }

  std::size_t end_tag(std::size_t at) {
    const std::string_view name = name_at(at + 2);
    const std::size_t end = behind(">", at);
    const std::uint64_t hash = name_hash(name);
    const std::size_t lowest = open_.size() > looked_back ? open_.size() - looked_back : 0;
    for (std::size_t i = open_.size(); i > lowest; --i) {
      if (open_[i - 1].name != hash) continue;
      if (!open_[i - 1].shown) blank(at, end);
      open_.resize(i - 1);
      return end;
    }
    return end;
  }

  std::size_t start_tag(std::size_t at, std::string_view name) {
    const std::uint64_t hash = name_hash(name);
    const bool raw = std::ranges::equal(name, std::string_view("script"), {}, lower) ||
                     std::ranges::equal(name, std::string_view("style"), {}, lower);
    const bool single = is_void(name);
    const std::size_t end = tag_end(at + 1 + name.size());
    if (raw) {
      const std::size_t close = page_.find("</", end);
      return close == std::string::npos ? page_.size() : raw_end(hash, close);
    }
    const bool again =
        !open_.empty() && open_.back().name == hash && open_.back().shown && may_stay_open(name);
    if (single || again) return end;
    const bool shown = open_.size() < max_depth;
    open_.push_back({hash, shown});
    if (!shown) blank(at, end);
    return end;
  }

  /// Where the end tag of a script or style begins, seen from the first "</".
  [[nodiscard]] std::size_t raw_end(std::uint64_t hash, std::size_t close) const {
    while (close != std::string::npos && name_hash(name_at(close + 2)) != hash) {
      close = page_.find("</", close + 2);
    }
    return close == std::string::npos ? page_.size() : close;
  }

  /// One past the ">" of the tag whose attributes begin at `at`; blanks out what is too much.
  std::size_t tag_end(std::size_t at) {
    std::size_t attributes = 0;
    std::size_t too_many = 0;  // where the first attribute too many begins
    char before = ' ';         // the last character that is no blank
    for (; at < page_.size() && page_[at] != '>'; ++at) {
      const char c = page_[at];
      if (is_space(c)) continue;
      if ((c == '"' || c == '\'') && before == '=') {
        const std::size_t close = std::min(page_.find(c, at + 1), page_.size() - 1);
        if (close - at > max_value_bytes) blank(at + 1, close);
        at = close;
      } else if (is_space(page_[at - 1]) && c != '=' && before != '=') {
        if (++attributes == max_attributes + 1) too_many = at;
      }
      before = c;
    }
    if (too_many != 0) blank(too_many, at);
    return std::min(at + 1, page_.size());
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin),
              page_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  std::string& page_;
  std::vector<OpenElement> open_;
};

}  // namespace

void guard_html(std::string& page) { Guard(page).run(); }

}  // namespace cotejo
