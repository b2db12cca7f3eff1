// Finds the element that holds the article, then what to keep inside it.
//
// Each paragraph that reads like prose (some length, few links) scores by length and commas, and
// gives its score to the elements around it, less to those further out (as Arc90's Readability
// did). The best element is widened to an ancestor as long as that holds half as much prose again.
// Parts whose tag, role or class says that they stand beside an article are cut first, unless they
// hold a good part of all prose; if little text comes out, the same is tried without that. Tests:
// tests/unit/read/main_text_test.cpp with the pages beside it.
#include <cotejo/read/main_text.hpp>

#include <cotejo/read/page_hints.hpp>
#include <cotejo/read/text_blocks.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace cotejo {
namespace {

enum class Cut { by_hints, hidden_only };

constexpr std::size_t prose_letters = 50;  // fewer are a caption, a link or a heading
constexpr std::size_t little_bytes = 350;  // an article has more
constexpr double clutter_share = 0.35;     // a part with more of all prose is no clutter
constexpr double hidden_share = 0.6;       // and is shown after all
constexpr double teaser_share = 0.15;      // and is no announcement of another article
constexpr double caption_share = 0.15;     // and is no caption

constexpr std::size_t standfirst_letters = 40;  // a shorter heading behind the headline is none
constexpr std::size_t crosshead_letters = 70;

bool ends_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(':') || text.ends_with('!') || text.ends_with('?');
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

double link_share(const TextBlock& block) {
  return block.letters == 0
             ? 0
             : static_cast<double>(block.link_letters) / static_cast<double>(block.letters);
}

/// Sums of a figure of the blocks over all nodes inside a node, in constant time.
class NodeSums {
 public:
  explicit NodeSums(std::size_t nodes) : sums_(nodes + 1) {}
  void add(std::uint32_t node, double value) { sums_[node + 1] += value; }
  void finish() {
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  [[nodiscard]] double inside(std::uint32_t node, std::uint32_t end) const {
    return sums_[end] - sums_[node];
  }

 private:
  std::vector<double> sums_;
};

class MainTextFinder {
 public:
  MainTextFinder(const HtmlPage& page, const PageFacts& facts)
      : page_(page),
        facts_(facts),
        title_(bare_words(facts.title)),
        description_(bare_words(facts.description)),
        hints_(page.nodes.size()),
        prose_(page.nodes.size()),
        letters_(page.nodes.size()) {
    for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
      hints_[i] = page.nodes[i].tag == Tag::text ? PageHint::none : hint_of(page, i);
    }
  }

  MainText run(Cut cut) {
    left_out_.assign(page_.nodes.size(), 0);
    leave_out(PageHint::never, 1);
    find_prose();
    const double all = prose_in(0);
    leave_out(PageHint::hidden, hidden_share * all);
    if (cut == Cut::by_hints) {
      leave_out(PageHint::clutter, clutter_share * all);
      leave_out(PageHint::byline, clutter_share * all);
      leave_out_teasers(teaser_share * all);
    }
    find_prose();
    const std::uint32_t root = widen(best_element());
    share_ = all == 0 ? 1 : prose_in(root) / all;
    return collect(root);
  }

  /// How much of the prose of the page the last run kept, 0 to 1.
  [[nodiscard]] double share() const { return share_; }

 private:
  [[nodiscard]] static bool is_prose(const TextBlock& block, Tag tag) {
    return block.letters >= prose_letters && link_share(block) < 0.35 && !is_heading(tag);
  }
  [[nodiscard]] bool is_prose(const TextBlock& block) const {
    return is_prose(block, page_.nodes[block.node].tag);
  }

  void find_prose() {
    blocks_ = find_blocks(page_, left_out_);
    prose_ = NodeSums(page_.nodes.size());
    letters_ = NodeSums(page_.nodes.size());
    for (const TextBlock& block : blocks_) {
      letters_.add(block.last, static_cast<double>(block.letters));
      if (is_prose(block)) {
        prose_.add(block.last, static_cast<double>(block.letters - block.link_letters));
      }
    }
    prose_.finish();
    letters_.finish();
  }

  [[nodiscard]] double prose_in(std::uint32_t node) const {
    return prose_.inside(node, page_.nodes[node].end);
  }

  [[nodiscard]] double letters_in(std::uint32_t node) const {
    return letters_.inside(node, page_.nodes[node].end);
  }

  /// Leaves out the nodes of a kind that hold no more than `most` letters of prose.
  void leave_out(PageHint hint, double most) {
    for (std::uint32_t i = 1; i < page_.nodes.size(); ++i) {
      if (hints_[i] == hint && prose_in(i) <= most) left_out_[i] = 1;
    }
  }

  /// Leaves out what announces other articles: a heading that is a link as a whole, with the prose
  /// that stands in the same element, if that holds no more than `most` letters.
  void leave_out_teasers(double most) {
    for (const TextBlock& block : blocks_) {
      const Tag tag = page_.nodes[block.node].tag;
      if (!is_heading(tag) || link_share(block) < 0.9 || block.node == facts_.headline) continue;
      std::uint32_t around = block.node;
      const auto alone = [&] { return letters_in(around) <= static_cast<double>(block.letters); };
      for (int level = 0; level < 4 && alone(); ++level) around = page_.nodes[around].parent;
      if (letters_in(around) <= most) left_out_[around] = 1;
    }
  }

  [[nodiscard]] std::uint32_t best_element() const {
    std::vector<double> scores(page_.nodes.size());
    for (const TextBlock& block : blocks_) {
      if (!is_prose(block)) continue;
      const double score = 1 + static_cast<double>(block.commas) +
                           std::min(static_cast<double>(block.letters) / 100, 3.0);
      std::uint32_t node = block.node;
      if (page_.nodes[node].tag == Tag::p || page_.nodes[node].tag == Tag::li) {
        node = page_.nodes[node].parent;
      }
      for (int level = 1; level <= 5 && node != 0; ++level) {
        scores[node] += score / level;
        node = page_.nodes[node].parent;
      }
    }
    const auto best = std::ranges::max_element(scores);
    return static_cast<std::uint32_t>(best - scores.begin());
  }

  [[nodiscard]] std::uint32_t widen(std::uint32_t node) const {
    std::uint32_t best = node;
    for (std::uint32_t at = node; at != 0; at = page_.nodes[at].parent) {
      const std::uint32_t around = page_.nodes[at].parent;
      if (prose_in(around) >= 1.5 * prose_in(best)) best = around;
    }
    return best;
  }

  [[nodiscard]] bool is_kept(const TextBlock& block) const {
    const Tag tag = page_.nodes[block.node].tag;
    if (is_prose(block)) return true;
    if (link_share(block) > 0.5) return is_heading(tag) || tag == Tag::p;
    return true;
  }

  /// True if `block` or an element around it, up to the third, is marked as a standfirst, or the
  /// page gives the same words as its summary, or it is a long heading right behind the headline.
  [[nodiscard]] bool is_standfirst(const TextBlock& block) const {
    std::uint32_t node = block.node;
    for (int level = 0; level < 3; ++level) {
      if (hints_[node] == PageHint::standfirst) return true;
      node = page_.nodes[node].parent;
    }
    if (block.node == behind_headline_ && is_heading(page_.nodes[block.node].tag) &&
        block.letters >= standfirst_letters) {
      return true;
    }
    return !description_.empty() && bare_words(block.text) == description_;
  }

  /// The node of the first block behind the headline, 0 without a headline.
  [[nodiscard]] std::uint32_t find_behind_headline() const {
    if (facts_.headline == 0) return 0;
    const std::uint32_t end = page_.nodes[facts_.headline].end;
    const auto behind =
        std::ranges::find_if(blocks_, [&](const TextBlock& block) { return block.last >= end; });
    return behind == blocks_.end() ? 0 : behind->node;
  }

  [[nodiscard]] ParagraphRole role_of(const TextBlock& block, bool first) const {
    if (captions_[block.node] != 0) return ParagraphRole::caption;
    const bool heading = is_heading(page_.nodes[block.node].tag);
    const bool long_heading =
        heading && facts_.headline != 0 && block.letters >= standfirst_letters;
    if (first && (long_heading || is_standfirst(block))) return ParagraphRole::standfirst;
    return heading || is_bold_line(block) ? ParagraphRole::crosshead : ParagraphRole::body;
  }

  /// A short line all in bold, as pages without headings write crossheads.
  [[nodiscard]] static bool is_bold_line(const TextBlock& block) {
    return block.bold_letters == block.letters && block.letters <= crosshead_letters &&
           block.link_letters == 0 && !ends_a_sentence(block.text);
  }

  void find_captions() {
    captions_.assign(page_.nodes.size(), 0);
    const double most = caption_share * prose_in(0);
    for (std::uint32_t i = 1; i < page_.nodes.size(); ++i) {
      const bool itself = hints_[i] == PageHint::caption && prose_in(i) <= most;
      if (itself || captions_[page_.nodes[i].parent] != 0) captions_[i] = 1;
    }
  }

  [[nodiscard]] bool is_title(const TextBlock& block) const {
    return !title_.empty() && bare_words(block.text) == title_;
  }

  /// The last node of the headline if the article inside `root` stands behind it, else 0.
  [[nodiscard]] std::uint32_t headline_before(std::uint32_t root) const {
    const std::uint32_t headline = facts_.headline;
    if (headline == 0 || headline >= page_.nodes[root].end) return 0;
    const bool begins_with_it =
        headline <= root || prose_.inside(root, headline) <= 0.1 * prose_in(root);
    return begins_with_it ? page_.nodes[headline].end - 1 : 0;
  }

  /// The blocks from the headline, or from `root` if that comes first, to the end of `root`.
  [[nodiscard]] MainText collect(std::uint32_t root) {
    find_captions();
    behind_headline_ = find_behind_headline();
    const std::uint32_t end = page_.nodes[root].end;
    const std::uint32_t headline = headline_before(root);
    MainText text;
    bool first = true;  // nothing but a standfirst has come yet
    for (TextBlock& block : blocks_) {
      if (block.last >= end) break;
      if (block.last <= headline) continue;
      if (block.last < root && !(headline != 0 && is_standfirst(block))) continue;
      if (!is_kept(block) || is_title(block)) continue;
      const ParagraphRole role = role_of(block, first);
      first = first && role != ParagraphRole::body && role != ParagraphRole::crosshead;
      text.paragraphs.push_back({std::move(block.text), role});
    }
    while (!text.paragraphs.empty() && text.paragraphs.back().role == ParagraphRole::crosshead) {
      text.paragraphs.pop_back();
    }
    return text;
  }

  const HtmlPage& page_;
  const PageFacts& facts_;
  std::string title_;        // bare words
  std::string description_;  // bare words
  std::vector<PageHint> hints_;
  std::vector<char> captions_;
  std::vector<char> left_out_;
  std::vector<TextBlock> blocks_;
  NodeSums prose_;    // letters of prose outside links
  NodeSums letters_;  // all letters
  std::uint32_t behind_headline_ = 0;
  double share_ = 1;
};

std::size_t bytes_of(const MainText& text) {
  std::size_t bytes = 0;
  for (const PageParagraph& paragraph : text.paragraphs) bytes += paragraph.text.size();
  return bytes;
}

}  // namespace

MainText find_main_text(const HtmlPage& page, const PageFacts& facts) {
  constexpr double little_share = 0.1;
  MainTextFinder finder(page, facts);
  MainText text = finder.run(Cut::by_hints);
  if (bytes_of(text) >= little_bytes && finder.share() >= little_share) return text;
  MainText uncut = finder.run(Cut::hidden_only);
  return bytes_of(uncut) > 2 * bytes_of(text) ? uncut : text;
}

}  // namespace cotejo
