// Articles and corpora are foreign text: a right-to-left override can make a page show other words
// than the file holds (CVE-2021-42574, "Trojan Source"), so what cannot be seen is spelt out.
// Proved by visible_text_test.cpp.
#include <cotejo/report/visible_text.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace cotejo {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15: Default_Ignorable_Code_Point without variation selectors, Bidi_Control, Cc.
constexpr std::array hidden_ranges{
    Range{0x00, 0x08},       Range{0x0B, 0x1F},       Range{0x7F, 0x9F},
    Range{0xAD, 0xAD},       Range{0x34F, 0x34F},     Range{0x61C, 0x61C},
    Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},
    Range{0x200B, 0x200F},   Range{0x2028, 0x202E},   Range{0x2060, 0x206F},
    Range{0x3164, 0x3164},   Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFFB},   Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF},
};

bool is_hidden(char32_t value) {
  const auto* const after = std::ranges::upper_bound(hidden_ranges, value, {}, &Range::first);
  return after != hidden_ranges.begin() && value <= std::prev(after)->last;
}

bool is_joiner(char32_t value) { return value == 0x200C || value == 0x200D; }

// Scripts whose spelling needs joiners, and emoji with their modifiers.
bool takes_joiner(char32_t before) {
  return (before >= 0x620 && before <= 0x1CFF) || before == 0xFE0F ||
         (before >= 0x1F000 && before <= 0x1FAFF);
}

void append_code(std::string& out, char32_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += "[U+";
  for (int shift = value > 0xFFFF ? (value > 0xFFFFF ? 20 : 16) : 12; shift >= 0; shift -= 4) {
    out += digits[(value >> static_cast<unsigned>(shift)) & 15U];
  }
  out += ']';
}

// What to write instead of one ASCII byte; "" = the byte itself.
using Replacements = std::array<std::string_view, 128>;

constexpr Replacements html_replacements() {
  Replacements table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}

constexpr Replacements line_replacements() {
  Replacements table{};
  table['\n'] = " ";
  table['\t'] = " ";
  return table;
}

// The lead bytes under which hidden characters stand; all others are copied unread.
bool may_lead_hidden(unsigned char byte) {
  constexpr std::string_view leads = "\xC2\xCD\xD8\xE1\xE2\xE3\xEF\xF0\xF3";
  return leads.find(static_cast<char>(byte)) != std::string_view::npos;
}

bool is_plain(unsigned char byte, const Replacements& replace) {
  if (byte >= 0x80) return !may_lead_hidden(byte);
  return byte >= 0x20 ? byte != 0x7F && replace[byte].empty()
                      : (byte == '\n' || byte == '\t') && replace[byte].empty();
}

bool must_show(std::string_view text, Offset at, char32_t value) {
  if (!is_hidden(value)) return false;
  const bool joins = is_joiner(value) && at > 0 && takes_joiner(code_point_before(text, at).value);
  return !joins;
}

std::string show(std::string_view text, const Replacements& replace) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  Offset copied = 0;
  Offset at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_plain(byte, replace)) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const std::string_view instead = byte < 0x80 ? replace[byte] : std::string_view{};
    if (!instead.empty() || must_show(text, at, point.value)) {
      out += text.substr(copied, at - copied);
      if (instead.empty()) append_code(out, point.value);
      out += instead;
      copied = at + point.length;
    }
    at += point.length;
  }
  return out += text.substr(copied);
}

}  // namespace

std::string show_hidden(std::string_view text) {
  static constexpr Replacements none{};
  return show(text, none);
}

std::string show_on_one_line(std::string_view text) {
  static constexpr Replacements table = line_replacements();
  return show(text, table);
}

std::string escape_html(std::string_view text) {
  static constexpr Replacements table = html_replacements();
  return show(text, table);
}

std::string shortened(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  auto cut = static_cast<Offset>(max_bytes);
  while (!is_boundary(text, cut)) --cut;
  return std::string(text.substr(0, cut)) + "\xE2\x80\xA6";
}

std::string_view linkable(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view{};
}

}  // namespace cotejo
