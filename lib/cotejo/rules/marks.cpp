// Each mark is read with the blanks around it. A mark that only opens, opens; one that only closes
// closes the nearest open one of its pair, giving up what was opened inside and never closed. A
// mark that can do both (the straight ones, “ in German) closes when a blank or punctuation follows
// and one of its pair is open, else it opens. Tests: tests/unit/rules/marks_test.cpp.
#include <cotejo/rules/marks.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <optional>

namespace cotejo {
namespace {

constexpr std::size_t max_open = 16;  // deeper marks are noise, and would make the machine slow

class MarkStack {
 public:
  MarkStack(std::string_view text, std::span<const Token> tokens, std::span<const MarkPair> pairs)
      : text_(text), tokens_(tokens), pairs_(pairs) {}

  void paragraph(TokenRange range, bool last) {
    range_ = range;
    std::uint32_t begin = range.begin;
    if (left_open_ && begin < range.end && continues(begin)) {
      found_[left_open_->quotation].state = Quotation::State::continued;
      push(begin, left_open_->family);
      ++begin;
    }
    left_open_.reset();
    for (std::uint32_t at = begin; at < range.end; ++at) {
      if (tokens_[at].kind == TokenKind::quote) mark(at);
    }
    end_paragraph(last);
  }

  std::vector<Quotation> take() {
    std::erase_if(found_, [](const Quotation& q) { return q.range.begin == q.range.end; });
    std::ranges::sort(found_, [](const Quotation& a, const Quotation& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end > b.range.end;
    });
    set_depths();
    return std::move(found_);
  }

 private:
  struct Open {
    std::string_view family;
    std::size_t quotation = 0;
    bool apostrophe = false;
  };

  [[nodiscard]] std::string_view text_of(std::uint32_t token) const {
    return slice(text_, tokens_[token].span);
  }
  [[nodiscard]] bool is_apostrophe(std::uint32_t token) const {
    const std::string_view mark = text_of(token);
    return mark == "'" || mark == "\u2019";
  }

  [[nodiscard]] bool blank_before(std::uint32_t at) const {
    return at == range_.begin || !tokens_[at].glued;
  }
  [[nodiscard]] bool blank_after(std::uint32_t at) const {
    return at + 1 >= range_.end || !tokens_[at + 1].glued;
  }
  /// Whether words stand glued behind the mark: it looks like an opening one.
  [[nodiscard]] bool looks_opening(std::uint32_t at) const {
    if (blank_after(at)) return false;
    if (blank_before(at)) return true;
    const TokenKind before = tokens_[at - 1].kind;
    const TokenKind after = tokens_[at + 1].kind;
    const bool word_after = after == TokenKind::word || after == TokenKind::digits;
    return word_after && before != TokenKind::word && before != TokenKind::digits &&
           !closes_clause(at - 1);
  }
  /// Where a mark that closes nothing may open all the same: glued to a colon or bracket before it
  /// (dijo:"a"), or with blanks on both sides (" a ").
  [[nodiscard]] bool opens_by_default(std::uint32_t at) const {
    if (at + 1 >= range_.end || is_apostrophe(at)) return false;
    if (blank_before(at)) return true;
    const TokenKind before = tokens_[at - 1].kind;
    return !blank_after(at) && before == TokenKind::punctuation;
  }
  [[nodiscard]] bool closes_clause(std::uint32_t at) const {
    constexpr std::string_view closing = ".,;:!?)]}\u2026";
    return closing.find(text_of(at)) != std::string_view::npos;
  }

  [[nodiscard]] bool continues(std::uint32_t at) const {
    return std::ranges::any_of(pairs_, [&](const MarkPair& pair) {
      return pair.family == left_open_->family &&
             (pair.open == text_of(at) || pair.close == text_of(at));
    });
  }

  void push(std::uint32_t at, std::string_view family) {
    found_.push_back({{at, at + 1}, {at + 1, at + 1}, 0, Quotation::State::unclosed});
    stack_.push_back({family, found_.size() - 1, is_apostrophe(at)});
  }

  void close(std::size_t level, std::uint32_t at, Quotation::State state) {
    while (stack_.size() > level + 1) {
      give_up(stack_.back());
      stack_.pop_back();
    }
    Quotation& quotation = found_[stack_.back().quotation];
    quotation.inner.end = at;
    quotation.range.end = at + 1;
    quotation.state = state;
    stack_.pop_back();
  }

  /// A mark left open: an apostrophe was none, any other is an unclosed mark.
  void give_up(const Open& open) {
    if (open.apostrophe) found_[open.quotation].range.end = found_[open.quotation].range.begin;
  }

  void mark(std::uint32_t at) {
    const std::string_view text = text_of(at);
    const MarkPair* opener = nullptr;
    const MarkPair* closer = nullptr;
    for (const MarkPair& pair : pairs_) {
      if (opener == nullptr && pair.open == text) opener = &pair;
      if (closer == nullptr && pair.close == text) closer = &pair;
    }
    const auto level = level_closed_by(text);
    const bool opening = looks_opening(at) || (!level && opens_by_default(at));
    if (level && (opener == nullptr || !opening || (blank_after(at) && !blank_before(at)))) {
      return close(*level, at, Quotation::State::closed);
    }
    if (opener != nullptr && (opening || (closer == nullptr && !is_apostrophe(at)))) {
      if (stack_.size() < max_open) push(at, opener->family);
      return;
    }
    if (closer == nullptr || is_apostrophe(at)) return;
    if (!stack_.empty() && !stack_.back().apostrophe && !opening) {
      return close(stack_.size() - 1, at, Quotation::State::mismatched);
    }
    if (stack_.empty()) {
      found_.push_back({{at, at + 1}, {at + 1, at + 1}, 0, Quotation::State::unopened});
    }
  }

  /// The level of the stack that a mark closes: the nearest opened by its pair.
  [[nodiscard]] std::optional<std::size_t> level_closed_by(std::string_view text) const {
    for (std::size_t level = stack_.size(); level-- > 0;) {
      const std::string_view open = text_of(found_[stack_[level].quotation].range.begin);
      const bool fits = std::ranges::any_of(pairs_, [&](const MarkPair& pair) {
        const bool reopened =
            pair.close == open && pair.open != pair.close;  // “ » ” as a new opening
        return pair.close == text && (pair.open == open || reopened);
      });
      if (fits) return level;
    }
    return std::nullopt;
  }

  void end_paragraph(bool last) {
    while (!stack_.empty()) {
      const Open open = stack_.back();
      stack_.pop_back();
      give_up(open);
      if (last || open.apostrophe || !stack_.empty()) continue;
      left_open_ = open;
      // Until the next paragraph says otherwise it is unclosed; if it continues, it holds these
      // words.
      found_[open.quotation].inner.end = range_.end;
    }
  }

  void set_depths() {
    std::vector<std::uint32_t> ends;
    for (Quotation& quotation : found_) {
      if (quotation.state == Quotation::State::continued) quotation.range.end = quotation.inner.end;
      if (quotation.state == Quotation::State::unclosed)
        quotation.inner.end = quotation.inner.begin;
      while (!ends.empty() && ends.back() <= quotation.range.begin) ends.pop_back();
      quotation.depth = static_cast<std::uint32_t>(ends.size());
      if (quotation.has_words()) ends.push_back(quotation.range.end);
    }
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const MarkPair> pairs_;
  TokenRange range_;
  std::vector<Open> stack_;
  std::optional<Open> left_open_;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, std::span<const Token> tokens,
                                       std::span<const TokenRange> paragraphs,
                                       std::span<const MarkPair> pairs) {
  MarkStack stack(text, tokens, pairs);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    stack.paragraph(paragraphs[i], i + 1 == paragraphs.size());
  }
  return stack.take();
}

}  // namespace cotejo
