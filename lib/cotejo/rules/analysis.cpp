#include <cotejo/rules/analysis.hpp>

#include <cotejo/rules/marks.hpp>
#include <cotejo/rules/matcher.hpp>
#include <cotejo/rules/names.hpp>
#include <cotejo/rules/window_masks.hpp>

#include <algorithm>

namespace cotejo {

TokenRange Analysis::tokens_in(Span span) const {
  const auto begin = std::ranges::partition_point(
      tokens_, [&](const Token& token) { return token.span.end <= span.begin; });
  const auto end = std::partition_point(
      begin, tokens_.end(), [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(begin - tokens_.begin()),
          static_cast<std::uint32_t>(end - tokens_.begin())};
}

const Lexeme& Analysis::lexeme(const LexiconHit& hit) const {
  return rules_->lexicon().lexeme(hit.lexeme);
}

const Quotation* Analysis::quotation_around(std::uint32_t token) const {
  return inside_[token] == 0 ? nullptr : &quotations_[inside_[token] - 1];
}

std::uint32_t Analysis::sentence_of(std::uint32_t token) const {
  const auto after = std::ranges::partition_point(
      sentences_, [&](TokenRange sentence) { return sentence.begin <= token; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

const TokenRange* PatternMatch::capture(std::string_view name) const {
  const auto found = std::ranges::find(captures, name, &Capture::name);
  return found == captures.end() ? nullptr : &found->range;
}

Analyser::Analyser(const RuleSet& rules)
    : rules_(&rules),
      tokeniser_(rules.language().tokens),
      matcher_(std::make_unique<Matcher>(rules)),
      names_(std::make_unique<NameFinder>(rules)) {}
std::vector<std::string> Analyser::aborted_expressions() const {
  std::vector<std::string> expressions;
  for (const std::uint32_t symbol : matcher_->aborted()) {
    expressions.push_back(rules_->symbols()[symbol].text);
  }
  return expressions;
}

Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

namespace {

/// Adds a window, in pieces if it is too long for one.
void add_window(std::vector<TokenRange>& windows, TokenRange tokens) {
  for (; tokens.length() > WindowMasks::max_window; tokens.begin += WindowMasks::max_window) {
    windows.push_back({tokens.begin, tokens.begin + WindowMasks::max_window});
  }
  windows.push_back(tokens);
}

/// A break between sentences that stands inside a quotation does not end a window.
std::vector<TokenRange> join_windows(std::span<const TokenRange> sentences,
                                     std::span<const std::uint32_t> paragraphs,
                                     std::span<const Quotation> quotations) {
  std::vector<TokenRange> windows;
  auto quotation = quotations.begin();
  std::uint32_t quoted_until = 0;  // the furthest end of the quotations begun so far
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const TokenRange sentence = sentences[i];
    for (; quotation != quotations.end() && quotation->range.begin < sentence.begin; ++quotation) {
      if (quotation->has_words()) quoted_until = std::max(quoted_until, quotation->range.end);
    }
    const bool goes_on = i > 0 && paragraphs[i] == paragraphs[i - 1] &&
                         sentence.begin < quoted_until &&
                         sentence.end - windows.back().begin <= WindowMasks::max_window;
    if (goes_on)
      windows.back().end = sentence.end;
    else
      add_window(windows, sentence);
  }
  return windows;
}

}  // namespace

Analysis Analyser::analyse(std::string_view text, std::span<const Paragraph> paragraphs) {
  Analysis made;
  made.text_ = text;
  made.rules_ = rules_;
  made.matcher_ = matcher_.get();
  made.tokens_.reserve(text.size() / 4);

  std::vector<TokenRange> paragraph_tokens;
  const auto count = [&] { return static_cast<std::uint32_t>(made.tokens_.size()); };
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const std::uint32_t paragraph_begin = count();
    for (const Span sentence : paragraphs[p].sentences) {
      const std::uint32_t begin = count();
      tokeniser_.tokenise(text, sentence, made.tokens_);
      if (count() == begin) continue;
      made.sentences_.push_back({begin, count()});
      made.paragraph_of_sentence_.push_back(p);
    }
    if (count() > paragraph_begin) paragraph_tokens.push_back({paragraph_begin, count()});
  }

  made.begins_sentence_.assign(count(), 0);
  for (const TokenRange sentence : made.sentences_) made.begins_sentence_[sentence.begin] = 1;

  made.quotations_ =
      find_quotations(text, made.tokens_, paragraph_tokens, rules_->language().marks);
  made.opens_.assign(count(), 0);
  made.inside_.assign(count(), 0);
  for (std::uint32_t i = 0; i < made.quotations_.size(); ++i) {
    const Quotation& quotation = made.quotations_[i];
    if (!quotation.has_words()) continue;
    made.opens_[quotation.range.begin] = i + 1;
    std::fill(made.inside_.begin() + quotation.inner.begin,
              made.inside_.begin() + quotation.inner.end, i + 1);
  }
  made.windows_ = join_windows(made.sentences_, made.paragraph_of_sentence_, made.quotations_);

  made.first_hit_.reserve(count() + 1);
  made.layers_at_.assign(count(), 0);
  for (const TokenRange window : made.windows_) {
    const auto tokens = std::span<const Token>(made.tokens_).subspan(window.begin, window.length());
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      made.first_hit_.push_back(static_cast<std::uint32_t>(made.hits_.size()));
      found_.clear();
      constexpr std::uint32_t ahead = 6;
      if (i + ahead < tokens.size()) rules_->lexicon().expect(tokens[i + ahead].hash);
      rules_->lexicon().find(tokens.subspan(i), found_);
      const std::uint32_t at = window.begin + i;
      for (const Lexicon::Hit& hit : found_) {
        made.hits_.push_back({{at, at + hit.length}, hit.lexeme, hit.layer});
        made.layers_at_[at] |= hit.layer.bit();
      }
    }
  }
  made.first_hit_.push_back(static_cast<std::uint32_t>(made.hits_.size()));

  made.name_ends_.assign(count(), 0);
  made.names_ = names_->find(made);
  for (const TokenRange name : made.names_) made.name_ends_[name.begin] = name.end;
  matcher_->classify(made);
  return made;
}

}  // namespace cotejo
