// From matches to quotes. Each match of a `report` pattern is a candidate. Candidates are taken in
// the order of the rules (the file's order is the order of trust), and one is dropped when its cue
// or the quotation it would have as content is already taken. What is left of the marks is speech
// without a cue, or no speech. Language behaviour is tested by the examples in
// rules/*/quotes.patterns.toml, this file by tests/unit/quotes/find_quotes_test.cpp.
#include <cotejo/quotes/find_quotes.hpp>

#include <cotejo/quotes/cue_word.hpp>
#include <cotejo/quotes/name_in_marks.hpp>
#include <cotejo/quotes/share_subjects.hpp>
#include <cotejo/rules/clause_ends.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view stage = "quotes";
constexpr std::string_view lonely_mark_rule = "common.quotes.mark-without-cue";

std::string_view attribute(const Pattern& pattern, std::string_view key) {
  const auto found = std::ranges::find(pattern.attributes, key, &Attribute::key);
  return found == pattern.attributes.end() ? std::string_view{} : found->value;
}

class QuoteFinder {
 public:
  QuoteFinder(const Document& document, const Analysis& analysis)
      : document_(document),
        analysis_(analysis),
        is_cue_(analysis.tokens().size(), false),
        is_content_(analysis.tokens().size(), false) {}

  std::vector<Quote> run() {
    std::vector<PatternMatch> matches =
        find_patterns(analysis_, stage, {}, "report", clause_end_layer);
    const auto stops = std::ranges::stable_partition(
        matches, [](const PatternMatch& match) { return match.pattern->emit != clause_end_layer; });
    clause_ends_ = find_clause_ends(analysis_, stops);
    matches.erase(stops.begin(), stops.end());
    for (const PatternMatch& match : matches) note_name(match);
    for (const PatternMatch& match : matches) consider(match);
    for (const PatternMatch& match : matches) consider_citation(match);
    share_subjects(analysis_, taken_);
    for (const Candidate& candidate : taken_) quotes_.push_back(make_quote(candidate));
    add_lonely_marks();
    std::ranges::stable_sort(quotes_, {}, &Quote::content);
    nest();
    assign_marks();
    return std::move(quotes_);
  }

 private:
  // ---- candidates

  /// A pattern may say that marked words are a title or a name.
  void note_name(const PatternMatch& match) {
    if (attribute(*match.pattern, "speech") != "no") return;
    if (const TokenRange* content = match.capture("content")) no_speech_.insert(content->begin);
  }

  [[nodiscard]] static bool is_citation(const PatternMatch& match) {
    return attribute(*match.pattern, "content") == "same";
  }

  /// "…, informó X, que cita a Y": what Y said is what X reported.
  void consider_citation(const PatternMatch& match) {
    const TokenRange* cue = match.capture("cue");
    const TokenRange* source = match.capture("source");
    if (!is_citation(match) || cue == nullptr || source == nullptr) return;
    const Candidate* told = last_cue_before(cue->begin);
    if (told == nullptr) return;
    Candidate candidate;
    candidate.match = &match;
    candidate.cue = *cue;
    candidate.source = trim(*source);
    candidate.parts = told->parts;
    candidate.own_syntax = told->own_syntax;
    candidate.cites = true;
    citations_.insert(match.pattern->id);
    taken_.push_back(std::move(candidate));
  }

  /// The candidate of the same window whose cue is the last before `token`, or null.
  [[nodiscard]] const Candidate* last_cue_before(std::uint32_t token) const {
    const Candidate* last = nullptr;
    const TokenRange window = window_of(analysis_, token);
    for (const Candidate& candidate : taken_) {
      if (!candidate.cue || candidate.cites || !window.contains(candidate.cue->begin)) continue;
      const bool before = candidate.cue->begin < token;
      if (before && (last == nullptr || last->cue->begin < candidate.cue->begin)) last = &candidate;
    }
    return last;
  }

  void consider(const PatternMatch& match) {
    if (is_citation(match)) return;
    Candidate candidate;
    candidate.match = &match;
    candidate.own_syntax = attribute(*match.pattern, "syntax") == "own";
    if (const TokenRange* cue = match.capture("cue")) candidate.cue = *cue;
    if (const TokenRange* source = match.capture("source")) candidate.source = trim(*source);
    if (const TokenRange* subject = match.capture("subject")) candidate.subject = trim(*subject);
    candidate.shares_subject = attribute(*match.pattern, "subject") == "shared";
    const std::string_view where = attribute(*match.pattern, "content");
    candidate.around = where == "around";
    if (where == "before" || candidate.around) {
      const TokenRange* before = match.capture("before");
      candidate.parts.push_back(clause_before(before ? before->end : match.range.begin));
    }
    if (const TokenRange* content = match.capture("content")) {
      candidate.parts.push_back(trim(*content));
    }
    if (const TokenRange* more = match.capture("more")) candidate.parts.push_back(trim(*more));
    if (where == "after") candidate.parts.push_back(clause_after(match.range.end));
    if (candidate.around) {
      const TokenRange* after = match.capture("after");
      candidate.parts.push_back(rest_after(after ? after->begin : match.range.end));
    }
    std::erase_if(candidate.parts, [](TokenRange part) { return part.length() == 0; });
    if (candidate.parts.empty() || taken(candidate) || is_name_only(candidate)) return;
    mark_taken(candidate);
    taken_.push_back(std::move(candidate));
  }

  /// The tokens of the window before `end`, from where a clause ended that was reported before.
  [[nodiscard]] TokenRange clause_before(std::uint32_t end) const {
    const TokenRange window = window_of(analysis_, end);
    const Quotation* around = analysis_.quotation_around(end);
    std::uint32_t begin =
        around == nullptr ? window.begin : std::max(window.begin, around->inner.begin);
    std::uint32_t said = end;  // where the report before ends
    while (said > begin && !is_content_[said - 1] && !is_cue_[said - 1]) --said;
    const bool content =
        said > begin && is_content_[said - 1] && analysis_.quotation_around(said - 1) == around;
    if (content && clause_ends_[said - 1] == said && trim({said, end}).length() > 0) begin = said;
    return trim({begin, end});
  }

  /// The clause that begins at `begin`; none at the end of the text.
  [[nodiscard]] TokenRange clause_after(std::uint32_t begin) const {
    if (begin >= clause_ends_.size()) return {begin, begin};
    return trim({begin, std::max(begin, clause_ends_[begin])});
  }

  /// What the quotation around `begin` still says, or else the clause.
  [[nodiscard]] TokenRange rest_after(std::uint32_t begin) const {
    const bool inside = begin < clause_ends_.size() && analysis_.quotation_around(begin) != nullptr;
    return inside ? trim({begin, analysis_.quotation_around(begin)->inner.end})
                  : clause_after(begin);
  }

  [[nodiscard]] bool is_loose(std::uint32_t token) const {
    return analysis_.tokens()[token].kind == TokenKind::punctuation;
  }

  /// Without the punctuation around it; a closing bracket or a point that belongs inside stays.
  [[nodiscard]] TokenRange trim(TokenRange range) const {
    while (range.begin < range.end && is_loose(range.begin) && !opens_sentence(range.begin)) {
      ++range.begin;
    }
    while (range.begin < range.end && is_loose(range.end - 1) && !closes_bracket(range.end - 1)) {
      --range.end;
    }
    return range;
  }
  [[nodiscard]] bool opens_sentence(std::uint32_t token) const {
    const std::string_view text = analysis_.text_of(token);
    return text == "\u00BF" || text == "\u00A1" || text == "(" || text == "[";
  }
  [[nodiscard]] bool closes_bracket(std::uint32_t token) const {
    const std::string_view text = analysis_.text_of(token);
    return text == ")" || text == "]" || text == "?" || text == "!" || text == "\u2026";
  }

  /// What the content would be is the title of a work or a name: a pattern says so, or, within the
  /// reporter's syntax, it is written like one ("disse ao “Diário de Vigo”").
  [[nodiscard]] bool is_name_only(const Candidate& candidate) const {
    if (candidate.parts.size() != 1) return false;
    const Quotation* quotation = whole_quotation(candidate.parts.front());
    if (quotation == nullptr) return false;
    if (no_speech_.contains(quotation->range.begin)) return true;
    return !candidate.own_syntax && is_written_as_name(analysis_, quotation->inner);
  }

  // ---- one cue, one quotation: one quote

  [[nodiscard]] bool taken(const Candidate& candidate) const {
    if (!candidate.cue && !candidate.source && is_content_[candidate.parts.front().begin]) {
      return true;  // nothing but its mood says that somebody else speaks
    }
    if (candidate.cue) {
      for (std::uint32_t at = candidate.cue->begin; at < candidate.cue->end; ++at) {
        if (is_cue_[at]) return true;
      }
    }
    return std::ranges::any_of(candidate.parts, [&](TokenRange part) {
      const auto owner = content_owner_.find(part.begin);
      return owner != content_owner_.end() && owner->second == part.end;
    });
  }

  void mark_taken(const Candidate& candidate) {
    if (candidate.cue) {
      std::fill(is_cue_.begin() + candidate.cue->begin, is_cue_.begin() + candidate.cue->end, true);
    }
    for (const TokenRange part : candidate.parts) {
      content_owner_[part.begin] = part.end;
      std::fill(is_content_.begin() + part.begin, is_content_.begin() + part.end, true);
    }
  }

  // ---- making quotes

  /// A quotation that is the whole of `part`.
  [[nodiscard]] const Quotation* whole_quotation(TokenRange part) const {
    const Quotation* quotation = analysis_.quotation_at(part.begin);
    return quotation != nullptr && quotation->range.end >= part.end ? quotation : nullptr;
  }

  [[nodiscard]] Span part_span(TokenRange part) const {
    if (const Quotation* quotation = whole_quotation(part)) {
      return analysis_.span_of(trim_inside(quotation->inner));
    }
    return analysis_.span_of(part);
  }

  /// The words of a quotation without its final comma or point.
  [[nodiscard]] TokenRange trim_inside(TokenRange inner) const {
    const TokenRange trimmed = trim(inner);
    return trimmed.length() == 0 ? inner : trimmed;
  }

  [[nodiscard]] Quote make_quote(const Candidate& candidate) const {
    Quote quote;
    quote.rule = candidate.match->pattern->id;
    bool all_marked = true;
    for (const TokenRange part : candidate.parts) {
      quote.parts.push_back(part_span(part));
      const bool inside = candidate.around && analysis_.quotation_around(part.begin) != nullptr;
      all_marked = all_marked && (inside || whole_quotation(part) != nullptr);
    }
    set_content(quote);
    quote.kind = all_marked ? (candidate.own_syntax ? QuoteKind::direct : QuoteKind::mixed)
                            : QuoteKind::indirect;
    if (candidate.cue) set_cue(quote, *candidate.cue);
    if (candidate.source && candidate.source->length() > 0) {
      quote.source = analysis_.span_of(*candidate.source);
      quote.source_text = slice(document_.text, *quote.source);
    }
    return quote;
  }

  void set_content(Quote& quote) const {
    std::ranges::sort(quote.parts);
    quote.content = hull(quote.parts.front(), quote.parts.back());
    for (const Span part : quote.parts) {
      if (!quote.text.empty()) quote.text += " \u2026 ";
      quote.text += slice(document_.text, part);
    }
  }

  void set_cue(Quote& quote, TokenRange cue) const {
    quote.cue = analysis_.span_of(cue);
    quote.cue_text = slice(document_.text, *quote.cue);
    const LexiconHit* word = cue_word(analysis_, cue);
    if (word == nullptr) return;
    quote.cue_lemma = analysis_.lexeme(*word).lemma;
    quote.cue_class = analysis_.lexeme(*word).attribute("class");
  }

  // ---- marks without a cue

  void add_lonely_marks() {
    for (const Quotation& quotation : analysis_.quotations()) {
      if (!quotation.has_words() || quotation.depth > 0 || is_claimed(quotation)) continue;
      if (!can_be_speech(quotation)) continue;
      Quote quote;
      quote.parts = {analysis_.span_of(trim_inside(quotation.inner))};
      set_content(quote);
      quote.kind = stands_alone(quotation) ? QuoteKind::direct : QuoteKind::mixed;
      quote.rule = lonely_mark_rule;
      quotes_.push_back(std::move(quote));
    }
  }

  /// Whether a report holds the quotation; one that only begins inside it does not.
  [[nodiscard]] bool is_claimed(const Quotation& quotation) const {
    return is_content_[quotation.inner.begin];
  }

  /// The quotation is a sentence of its own, or several.
  [[nodiscard]] bool stands_alone(const Quotation& quotation) const {
    const TokenRange window = window_of(analysis_, quotation.range.begin);
    return window.begin == quotation.range.begin &&
           trim({quotation.range.begin, window.end}).end <= quotation.range.end;
  }

  /// Titles and names are written with capitals, scare quotes are a word or two.
  [[nodiscard]] bool can_be_speech(const Quotation& quotation) const {
    if (no_speech_.contains(quotation.range.begin)) return false;
    constexpr std::size_t fewest_words = 3;
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (std::uint32_t at = quotation.inner.begin; at < quotation.inner.end; ++at) {
      const Token& token = analysis_.tokens()[at];
      if (token.kind != TokenKind::word) continue;
      ++words;
      if (token.letter_case == TokenCase::capital || token.letter_case == TokenCase::upper)
        ++capitals;
    }
    return words >= fewest_words && (stands_alone(quotation) || 2 * capitals < words);
  }

  // ---- nesting

  [[nodiscard]] static Span whole(const Quote& quote) {
    Span all = quote.content;
    if (quote.cue) all = hull(all, *quote.cue);
    if (quote.source) all = hull(all, *quote.source);
    return all;
  }

  void nest() {
    std::vector<std::size_t> open;  // quotes whose content is not over
    for (std::size_t inner = 0; inner < quotes_.size(); ++inner) {
      const Span span = whole(quotes_[inner]);
      close_before(open, span.begin);
      for (std::size_t i = open.size(); i-- > 0;) {
        const Span content = quotes_[open[i]].content;
        const bool cited = content == quotes_[inner].content && is_citation(quotes_[inner]);
        if (!cited && (!content.contains(span) || content == quotes_[inner].content)) continue;
        quotes_[inner].inside = Id<Quote>(open[i]);
        break;
      }
      open.push_back(inner);
    }
  }

  [[nodiscard]] bool is_citation(const Quote& quote) const {
    return citations_.contains(quote.rule);
  }

  void close_before(std::vector<std::size_t>& open, Offset at) const {
    std::erase_if(open, [&](std::size_t quote) { return quotes_[quote].content.end <= at; });
  }

  /// Each quotation's words belong to the innermost quote that holds them.
  void assign_marks() {
    std::vector<std::size_t> open;
    std::size_t next = 0;
    for (const Quotation& quotation : analysis_.quotations()) {
      if (!quotation.has_words() || quotation.depth > 0) continue;
      if (no_speech_.contains(quotation.range.begin)) continue;
      const Span words = analysis_.span_of(trim_inside(quotation.inner));
      close_before(open, words.begin);
      for (; next < quotes_.size() && quotes_[next].content.begin <= words.begin; ++next) {
        open.push_back(next);
      }
      for (std::size_t i = open.size(); i-- > 0;) {
        Quote& quote = quotes_[open[i]];
        if (!holds(quote, words)) continue;
        quote.marks.push_back(words);
        if (quote.kind == QuoteKind::indirect) quote.kind = QuoteKind::mixed;
        break;
      }
    }
  }

  /// Whether marked words are a quote's: part of it, or all of it and the cue in its middle.
  [[nodiscard]] static bool holds(const Quote& quote, Span words) {
    return std::ranges::any_of(quote.parts, [&](Span part) { return part.contains(words); }) ||
           (quote.parts.size() > 1 && words.contains(quote.content));
  }

  const Document& document_;
  const Analysis& analysis_;
  std::vector<Candidate> taken_;
  std::vector<std::uint32_t> clause_ends_;        // per token
  std::set<std::uint32_t> no_speech_;             // opening marks of titles and names
  std::set<std::string, std::less<>> citations_;  // ids of the rules that found one
  std::vector<bool> is_cue_;                      // per token
  std::vector<bool> is_content_;                  // per token
  std::map<std::uint32_t, std::uint32_t> content_owner_;
  std::vector<Quote> quotes_;
};

}  // namespace

Result<std::vector<Quote>> find_quotes(const Document& document, const Analysis& analysis) {
  return QuoteFinder(document, analysis).run();
}

}  // namespace cotejo
