#ifndef COTEJO_RULES_ANALYSIS_HPP
#define COTEJO_RULES_ANALYSIS_HPP

#include <cotejo/base/span.hpp>
#include <cotejo/model/paragraph.hpp>
#include <cotejo/rules/layer_name.hpp>
#include <cotejo/rules/lexicon.hpp>
#include <cotejo/rules/rule_set.hpp>
#include <cotejo/text/token.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A stretch of tokens [begin, end), by their numbers in Analysis::tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t length() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const {
    return begin <= token && token < end;
  }
  friend constexpr auto operator<=>(TokenRange, TokenRange) = default;
};

/// A word or phrase of the lexicon standing in the text.
struct LexiconHit {
  TokenRange range;
  std::uint32_t lexeme = 0;
  LayerName layer;
};

/// Words between a pair of quotation marks, found by the mark stack.
struct Quotation {
  TokenRange range;         ///< with both marks
  TokenRange inner;         ///< without them
  std::uint32_t depth = 0;  ///< 0 = not inside another quotation
  enum class State : std::uint8_t {
    closed,
    continued,   ///< its paragraph ends, the next one begins with a mark again
    mismatched,  ///< closed by a mark of another family
    unclosed,    ///< nothing closes it: `range` is the mark alone
    unopened     ///< a closing mark that closes nothing: `range` is the mark alone
  } state = State::closed;

  /// Whether it holds words, for patterns and quotes: not the lonely marks.
  [[nodiscard]] bool has_words() const {
    return state != State::unclosed && state != State::unopened && inner.begin < inner.end;
  }
};

/// A span of a token layer made by a stage: what an earlier pass emitted, or what it adds itself.
struct LayerSpan {
  std::string_view layer;  ///< name; must outlive the span
  TokenRange range;
  std::span<const Attribute> attributes;  ///< must outlive the span
};

/// Everything the rules see of one text, made once and shared by all stages of a process: tokens,
/// sentences, quotations, words of the lexicon, names.
class Analysis {
 public:
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] std::string_view text_of(std::uint32_t token) const {
    return slice(text_, tokens_[token].span);
  }
  /// The bytes from the first to the last token of a range. Pre: not empty.
  [[nodiscard]] Span span_of(TokenRange range) const {
    return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
  }
  [[nodiscard]] std::string_view text_of(TokenRange range) const {
    return slice(text_, span_of(range));
  }
  /// The tokens that overlap `span`.
  [[nodiscard]] TokenRange tokens_in(Span span) const;

  /// Sentences, ascending, and the paragraph of each.
  [[nodiscard]] std::span<const TokenRange> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const std::uint32_t> paragraph_of_sentence() const {
    return paragraph_of_sentence_;
  }
  /// What patterns run over: sentences, joined where a break between them stands inside a
  /// quotation. Never crosses a paragraph. None holds more than WindowMasks::max_window tokens:
  /// longer sentences are cut, longer quotations are not joined.
  [[nodiscard]] std::span<const TokenRange> windows() const { return windows_; }
  /// Quotations in reading order, outer ones first.
  [[nodiscard]] std::span<const Quotation> quotations() const { return quotations_; }
  /// The innermost quotation that holds `token` between its marks, or null. Its marks themselves
  /// are held by the one around it.
  [[nodiscard]] const Quotation* quotation_around(std::uint32_t token) const;
  /// The number of the sentence that holds `token`.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
  /// The quotation with words whose opening mark is `token`, or null.
  [[nodiscard]] const Quotation* quotation_at(std::uint32_t token) const {
    return opens_[token] == 0 ? nullptr : &quotations_[opens_[token] - 1];
  }
  [[nodiscard]] bool begins_sentence(std::uint32_t token) const {
    return begins_sentence_[token] != 0;
  }
  /// The end of the name that begins at `token`, or 0.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t token) const { return name_ends_[token]; }
  /// Tokens that look like a name: capitalised words joined by the language's particles.
  [[nodiscard]] std::span<const TokenRange> names() const { return names_; }
  /// All lexicon hits, by begin, shortest first.
  [[nodiscard]] std::span<const LexiconHit> hits() const { return hits_; }
  /// Those that begin at `token`.
  [[nodiscard]] std::span<const LexiconHit> hits_at(std::uint32_t token) const {
    return std::span(hits_).subspan(first_hit_[token], first_hit_[token + 1] - first_hit_[token]);
  }
  /// The bits of all layers of which a hit begins at `token`: LayerName::bit().
  [[nodiscard]] std::uint64_t layers_at(std::uint32_t token) const { return layers_at_[token]; }
  /// The longest hit of `layer` that begins at `token`, or null.
  [[nodiscard]] const LexiconHit* hit_at(std::uint32_t token, LayerName layer) const {
    if ((layers_at_[token] & layer.bit()) == 0) return nullptr;
    const auto hits = hits_at(token);
    for (std::size_t i = hits.size(); i-- > 0;) {
      if (hits[i].layer == layer) return &hits[i];
    }
    return nullptr;
  }
  [[nodiscard]] const Lexeme& lexeme(const LexiconHit& hit) const;

 private:
  friend class Analyser;
  friend class Matcher;

  std::string_view text_;
  const RuleSet* rules_ = nullptr;
  class Matcher* matcher_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<TokenRange> sentences_;
  std::vector<std::uint32_t> paragraph_of_sentence_;
  std::vector<TokenRange> windows_;
  std::vector<Quotation> quotations_;
  std::vector<TokenRange> names_;
  std::vector<LexiconHit> hits_;
  // Per token:
  std::vector<std::uint32_t> first_hit_;  // into hits_; one more at the end
  std::vector<std::uint64_t> layers_at_;  // see layers_at()
  std::vector<std::uint32_t> classes_;    // see matcher.hpp
  std::vector<std::uint32_t> opens_;      // quotation that its mark begins + 1, or 0
  std::vector<std::uint32_t> inside_;     // innermost quotation with words around it + 1, or 0
  std::vector<std::uint32_t> name_ends_;  // end of the name that begins here, or 0
  std::vector<std::uint8_t> begins_sentence_;

  friend std::vector<struct PatternMatch> find_patterns(const Analysis&, std::string_view,
                                                        std::span<const LayerSpan>,
                                                        std::string_view, std::string_view);
};

/// Makes analyses of texts in one language. Keeps the lazily built automata between texts, so one
/// worker keeps one Analyser; not for use by two threads at once, nor are its analyses.
class Analyser {
 public:
  /// `rules` must outlive the Analyser.
  explicit Analyser(const RuleSet& rules);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// `text` must outlive the Analysis, and so must the Analyser. Pre: `paragraphs` ascend and lie
  /// inside `text`. Linear in the text.
  [[nodiscard]] Analysis analyse(std::string_view text, std::span<const Paragraph> paragraphs);
  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  /// The regular expressions of patterns that were given up on some token of the texts so far
  /// because they took too long; there they count as not matching, which a user must be told.
  [[nodiscard]] std::vector<std::string> aborted_expressions() const;

 private:
  const RuleSet* rules_;
  Tokeniser tokeniser_;
  std::unique_ptr<class Matcher> matcher_;
  std::unique_ptr<class NameFinder> names_;
  std::vector<Lexicon::Hit> found_;  // scratch
};

/// A named part of a match.
struct Capture {
  std::string_view name;  ///< lives as long as the RuleSet
  TokenRange range;
};

/// One place where a pattern of the rules matches.
struct PatternMatch {
  const Pattern* pattern = nullptr;  ///< lives as long as the RuleSet
  TokenRange range;
  TokenRange emitted;  ///< what stands in the layer it emits: the capture of that name, or `range`
  std::vector<Capture> captures;  ///< in the order they begin

  /// The capture of that name, or null. If a name captures twice, the last.
  [[nodiscard]] const TokenRange* capture(std::string_view name) const;
};

/// Runs the patterns of a stage over the text, pass by pass; a pass sees what those before emitted.
///
/// `layers` are the stage's own token layers. Returns the matches of all passes, by pass, then by
/// window, then by pattern. Of one pattern, matches do not overlap: leftmost first, alternatives in
/// the order written. Linear in each sentence. With `wanted`, only the matches of patterns that emit
/// that layer are looked for, with what these may need, and returned; of the needed ones those that
/// emit `also` are returned too.
std::vector<PatternMatch> find_patterns(const Analysis& analysis, std::string_view stage,
                                        std::span<const LayerSpan> layers = {},
                                        std::string_view wanted = {}, std::string_view also = {});

}  // namespace cotejo

#endif
