// Plain text has no markup, so what a paragraph does is told from its length, its final mark and
// the blank lines around it. All thresholds are in bytes. Tests:
// tests/unit/read/plain_text_test.cpp.
#include <cotejo/read/plain_text.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <cstddef>

namespace cotejo {
namespace {

constexpr Offset longest_headline = 220;
constexpr Offset longest_standfirst = 420;
constexpr Offset shortest_standfirst = 45;  // a shorter line is a byline or a place
constexpr Offset longest_crosshead = 90;
constexpr Offset longest_caption = 300;

struct Line {
  Span span;               // without blanks around it
  bool after_gap = false;  // a blank line, or nothing, stands before it
};

Span trim(std::string_view text, Span span) {
  while (!span.empty() && is_blank(code_point_at(text, span.begin).value)) {
    span.begin += code_point_at(text, span.begin).length;
  }
  while (!span.empty() && is_blank(code_point_before(text, span.end).value)) {
    span.end -= code_point_before(text, span.end).length;
  }
  return span;
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  bool gap = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span span = trim(text, {static_cast<Offset>(begin), static_cast<Offset>(end)});
    if (!span.empty()) lines.push_back({span, gap});
    gap = span.empty();
    begin = end + 1;
  }
  return lines;
}

bool is_closing(char32_t value) {
  return value == U'"' || value == U'\'' || value == U')' || value == U']' || value == 0x00BB ||
         value == 0x201C || value == 0x201D || value == 0x2018 || value == 0x2019 ||
         value == 0x203A;
}

/// The last character of a line that is no closing mark.
char32_t final_mark(std::string_view text, Span line) {
  while (!line.empty()) {
    const CodePoint point = code_point_before(text, line.end);
    if (!is_closing(point.value)) return point.value;
    line.end -= point.length;
  }
  return 0;
}

bool ends_a_sentence(std::string_view text, Span line) {
  const char32_t mark = final_mark(text, line);
  return mark == U'.' || mark == U'!' || mark == U'?' || mark == 0x2026 || mark == 0x3002;
}
bool ends_with_stop(std::string_view text, Span line) {
  const char32_t mark = final_mark(text, line);
  return mark == U'.' || mark == 0x3002;
}
bool goes_on(std::string_view text, Span line) {
  const char32_t mark = final_mark(text, line);
  return mark == U',' || mark == U';' || mark == U':';
}

bool begins_like_a_title(std::string_view text, Span line) {
  const char32_t first = code_point_at(text, line.begin).value;
  const bool dash =
      first == U'-' || first == U'*' || first == 0x2022 || first == 0x2013 || first == 0x2014;
  const bool small_letter = is_letter(first) && !is_upper(first) && first < 0x0500;
  return !dash && !small_letter;
}

/// True if most lines that another follows are cut near one width, in the middle of a sentence.
bool is_wrapped(std::string_view text, const std::vector<Line>& lines) {
  constexpr Offset narrowest = 40;
  constexpr Offset widest = 110;
  std::size_t followed = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_gap) continue;
    ++followed;
    const Offset width = lines[i].span.length();
    if (width >= narrowest && width <= widest && !ends_a_sentence(text, lines[i].span)) ++cut;
  }
  return followed >= 4 && cut * 10 >= followed * 7;
}

/// Lines between blank lines as one, where a text is wrapped.
std::vector<Line> join_wrapped(std::string_view text, std::vector<Line> lines) {
  if (!is_wrapped(text, lines)) return lines;
  std::vector<Line> joined;
  for (const Line& line : lines) {
    if (line.after_gap) {
      joined.push_back(line);
    } else {
      joined.back().span.end = line.span.end;
    }
  }
  return joined;
}

/// Gives each line its role, from the first to the last.
class RoleFinder {
 public:
  RoleFinder(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {}

  [[nodiscard]] ParagraphRole role(std::size_t i) {
    if (i == 0) {
      has_headline_ = is_headline();
      return has_headline_ ? ParagraphRole::headline : ParagraphRole::body;
    }
    if (i == 1 && has_headline_ && is_standfirst()) return ParagraphRole::standfirst;
    if (is_caption(i)) return ParagraphRole::caption;
    return is_crosshead(i) ? ParagraphRole::crosshead : ParagraphRole::body;
  }

 private:
  [[nodiscard]] Span span(std::size_t i) const { return lines_[i].span; }

  [[nodiscard]] bool is_headline() const {
    const Span line = span(0);
    if (lines_.size() < 2 || line.length() > longest_headline) return false;
    if (ends_with_stop(text_, line) || goes_on(text_, line)) return false;
    const auto is_body = [&](const Line& other) { return ends_a_sentence(text_, other.span); };
    return begins_like_a_title(text_, line) &&
           std::any_of(lines_.begin() + 1, lines_.end(), is_body);
  }

  [[nodiscard]] bool is_standfirst() const {
    const Span line = span(1);
    if (lines_.size() < 3 || line.length() > longest_standfirst ||
        line.length() < shortest_standfirst) {
      return false;
    }
    const bool set_apart = lines_[2].after_gap && !lines_[1].after_gap;
    const bool no_sentence = !ends_a_sentence(text_, line) && !goes_on(text_, line);
    return set_apart || (no_sentence && span(2).length() > line.length());
  }

  [[nodiscard]] bool is_crosshead(std::size_t i) const {
    const Span line = span(i);
    if (i + 1 >= lines_.size() || line.length() > longest_crosshead) return false;
    if (ends_a_sentence(text_, line) || goes_on(text_, line)) return false;
    return begins_like_a_title(text_, line) && span(i + 1).length() > line.length() &&
           ends_a_sentence(text_, span(i + 1));
  }

  [[nodiscard]] bool is_caption(std::size_t i) const {
    constexpr std::size_t longest_credit = 50;
    const std::string_view line = slice(text_, span(i));
    if (line.size() > longest_caption || ends_with_stop(text_, span(i))) return false;
    if (line.find("\xC2\xA9") != std::string_view::npos) return true;
    const std::size_t slash = line.rfind(" / ");
    return slash != std::string_view::npos && slash > longest_credit / 2 &&
           line.size() - slash <= longest_credit;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  bool has_headline_ = false;
};

/// True if `line` says a place and a day and then ends or goes over to the text.
bool is_dateline(std::string_view line, Span date) {
  constexpr Offset longest_place = 60;
  const std::string_view before = slice(line, trim(line, {0, date.begin}));
  const Span rest = trim(line, {date.end, static_cast<Offset>(line.size())});
  const std::string_view after = slice(line, rest);
  const bool own_line = line.size() - date.length() <= longest_place;
  if (before.size() > longest_place) return false;
  if (own_line && !ends_with_stop(line, {0, static_cast<Offset>(line.size())})) return true;
  const bool place = before.ends_with(',') || before.ends_with('(') || before.ends_with('.');
  if (!place) return false;
  constexpr std::string_view marks = "(.-)";
  return after.empty() || marks.find(after.front()) != std::string_view::npos ||
         after.starts_with("\xE2\x80\x93") || after.starts_with("\xE2\x80\x94");
}

}  // namespace

std::string with_plain_line_breaks(std::string text) {
  constexpr std::string_view separator_head = "\xE2\x80";
  const bool has_return = text.find('\r') != std::string::npos;
  const bool has_separator = text.find("\xE2\x80\xA8") != std::string::npos ||
                             text.find("\xE2\x80\xA9") != std::string::npos;
  if (!has_return && !has_separator) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      plain += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else if (std::string_view(text).substr(i, 2) == separator_head && i + 2 < text.size() &&
               (text[i + 2] == '\xA8' || text[i + 2] == '\xA9')) {
      plain += '\n';
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = join_wrapped(text, find_lines(text));
  RoleFinder roles(text, lines);
  std::vector<Paragraph> paragraphs;
  paragraphs.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    paragraphs.push_back({lines[i].span, roles.role(i), {}});
  }
  return paragraphs;
}

std::optional<std::string> find_dateline(std::string_view text,
                                         std::span<const Paragraph> paragraphs,
                                         const MonthNames& months) {
  constexpr std::size_t looked_at = 6;
  constexpr std::size_t head_bytes = 160;
  for (const Paragraph& paragraph : paragraphs.first(std::min(looked_at, paragraphs.size()))) {
    const auto date = find_date(head_of(slice(text, paragraph.span), head_bytes), months);
    if (date && is_dateline(slice(text, paragraph.span), date->span)) return date->day;
  }
  return std::nullopt;
}

}  // namespace cotejo
