#include <cotejo/read/text_blocks.hpp>

#include <cotejo/text/utf8.hpp>

#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t letters_of_ideograph = 4;

bool is_comma(char32_t value) {
  return value == U',' || value == U'.' || value == U';' || value == 0x3001 || value == 0x3002 ||
         value == 0xFF0C || value == 0x060C;
}

/// Letters as measured: what a reader takes in.
std::size_t weight_of(char32_t value) {
  if (value < 0x80) {
    const char32_t lower = value | 0x20U;
    return (lower >= U'a' && lower <= U'z') || (value >= U'0' && value <= U'9') ? 1 : 0;
  }
  if (!is_letter(value)) return 0;
  return value >= 0x2E80 && value < 0xE000 ? letters_of_ideograph : 1;
}

class BlockFinder {
 public:
  BlockFinder(const HtmlPage& page, const std::vector<char>& left_out)
      : page_(page), left_out_(left_out) {}

  std::vector<TextBlock> run() {
    const auto count = static_cast<std::uint32_t>(page_.nodes.size());
    for (std::uint32_t i = 0; i < count;) {
      leave(i);
      if (left_out_[i] != 0) {
        if (!is_inline(page_.nodes[i].tag)) flush();
        i = page_.nodes[i].end;
        continue;
      }
      enter(i);
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void leave(std::uint32_t at) {
    while (!open_.empty() && page_.nodes[open_.back()].end <= at) {
      flush();
      open_.pop_back();
    }
  }

  void enter(std::uint32_t index) {
    const HtmlNode& node = page_.nodes[index];
    if (node.tag == Tag::text) return add_text(index);
    if (node.tag == Tag::br) return line_break();
    if (node.tag == Tag::a) links_end_ = std::max(links_end_, node.end);
    if (node.tag == Tag::b || node.tag == Tag::strong) bold_end_ = std::max(bold_end_, node.end);
    if (is_inline(node.tag)) return;
    flush();
    open_.push_back(index);
  }

  void line_break() {
    if (breaks_ > 0 || ends_a_paragraph()) flush();
    ++breaks_;
    append_collapsed(block_.text, " ");
  }

  /// True if the line before a single break is a whole sentence, or all in bold: then the break
  /// parts paragraphs, as on pages without any. Else it is one inside a verse or an address.
  [[nodiscard]] bool ends_a_paragraph() const {
    std::string_view line = block_.text;
    while (line.ends_with(' ')) line.remove_suffix(1);
    for (const std::string_view closing : {"”", "»", "\"", ")"}) {
      if (line.ends_with(closing)) line.remove_suffix(closing.size());
    }
    const bool sentence = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
    return sentence || (block_.letters > 0 && block_.bold_letters == block_.letters);
  }

  void add_text(std::uint32_t index) {
    const std::string_view text = page_.text_of(page_.nodes[index]);
    std::size_t letters = 0;
    for (Offset at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      letters += weight_of(point.value);
      if (is_comma(point.value)) ++block_.commas;
      at += point.length;
    }
    append_collapsed(block_.text, text);
    block_.letters += letters;
    if (index < links_end_) block_.link_letters += letters;
    if (index < bold_end_) block_.bold_letters += letters;
    if (letters == 0) return;
    block_.last = index;
    breaks_ = 0;
  }

  void flush() {
    breaks_ = 0;
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.node = open_.empty() ? 0 : open_.back();
      if (block_.letters > 0) blocks_.push_back(std::move(block_));
    }
    block_ = TextBlock{};
  }

  const HtmlPage& page_;
  const std::vector<char>& left_out_;
  std::vector<TextBlock> blocks_;
  std::vector<std::uint32_t> open_;  // elements that are no part of a line
  TextBlock block_;
  std::uint32_t links_end_ = 0;
  std::uint32_t bold_end_ = 0;
  std::size_t breaks_ = 0;
};

}  // namespace

std::vector<TextBlock> find_blocks(const HtmlPage& page, const std::vector<char>& left_out) {
  return BlockFinder(page, left_out).run();
}

}  // namespace cotejo
