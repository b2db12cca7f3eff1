// A quotation and its original are read by the same eyes: the tokens, numbers and word lists of the
// article's language. Numbers become one word each, so that "1,24 mil millones" and "1.240
// millones" are the same word. Tests: tests/unit/check/lexis_test.cpp.
#include <cotejo/check/lexis.hpp>

#include <cotejo/numbers/cardinal.hpp>
#include <cotejo/numbers/numeral_view.hpp>
#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view layer_name = "alteration";

/// The words of a text of stage check, folded; none if the rules do not have it.
std::vector<std::string> text_words(const RuleSet& rules, std::string_view id) {
  const std::string_view text = rules.text(id);
  std::vector<std::string> words;
  if (text == id) return words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n", begin), text.size());
    words.push_back(fold(text.substr(begin, at - begin)));
  }
  return words;
}

bool is_verb(const Lexeme& lexeme) {
  return !lexeme.attribute("form").empty() || lexeme.attribute("class") == "tense" ||
         lexeme.attribute("class") == "modal";
}

std::set<std::string, std::less<>> set_of(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::digits ||
         token.kind == TokenKind::symbol;
}

bool is_capital(const Token& token) {
  return token.letter_case == TokenCase::capital || token.letter_case == TokenCase::upper ||
         token.letter_case == TokenCase::mixed;
}

/// Tokens inside square brackets, or a parenthesis that holds one word.
std::vector<bool> find_bracketed(const Analysis& analysis) {
  std::vector<bool> bracketed(analysis.tokens().size(), false);
  bool inside = false;
  for (std::uint32_t t = 0; t < bracketed.size(); ++t) {
    const std::string_view text = analysis.text_of(t);
    if (text == "[") inside = true;
    if (text == "]") inside = false;
    const bool lone = t > 0 && t + 1 < bracketed.size() && analysis.text_of(t - 1) == "(" &&
                      analysis.text_of(t + 1) == ")";
    bracketed[t] = inside || lone;
  }
  return bracketed;
}

std::optional<Cardinal> number_at(const Analysis& analysis, const NumberGrammar& numbers,
                                  std::uint32_t token) {
  const auto size = static_cast<std::uint32_t>(analysis.tokens().size());
  const NumeralView view{analysis, numbers, {token, size}};
  auto number = read_cardinal(view, token, JoinRest::yes);
  if (!number || number->lone_one || number->needs_unit || number->end <= token) return {};
  if (number->digits && number->shape.unsettled) number->low = number->shape.readings[0];
  return number;
}

std::size_t shared_letters(std::string_view left, std::string_view right) {
  const auto [l, r] = std::ranges::mismatch(left, right);
  static_cast<void>(r);
  auto size = static_cast<std::size_t>(l - left.begin());
  while (size > 0 && size < left.size() && !is_boundary(left, static_cast<Offset>(size))) --size;
  return size;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (Offset at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.value;
    at += point.length;
  }
  return points;
}

}  // namespace

bool CheckWord::has_content() const {
  return number || !(is(WordClass::function) || is(WordClass::pronoun) || is(WordClass::filler) ||
                     is(WordClass::complement) || symbol);
}

Lexis::Lexis(const RuleSet& rules)
    : rules_(rules),
      tokeniser_(rules.language().tokens),
      analyser_(rules),
      numbers_(rules),
      breaker_(rules.language().code, rules.language().tokens.abbreviations),
      denying_prefixes_(text_words(rules, "check.denying-prefixes")),
      agreement_endings_(text_words(rules, "check.agreement-endings")),
      spellings_(text_words(rules, "check.spellings")),
      tense_endings_(set_of(text_words(rules, "check.tense-endings"))),
      verb_endings_(set_of(text_words(rules, "check.verb-endings"))) {
  verb_endings_.insert(tense_endings_.begin(), tense_endings_.end());
  for (const std::string& word : rules.language().function_words) {
    function_words_.insert(fold_accents(word));
  }
}

CheckText Lexis::read(std::string_view text, Span window) {
  CheckText read;
  const std::string_view part = slice(text, window);
  const Span whole{0, static_cast<Offset>(part.size())};
  Paragraph paragraph{.span = whole, .sentences = breaker_.find_sentences(part, whole)};
  const Analysis analysis = analyser_.analyse(part, std::span(&paragraph, 1));
  const auto tokens = analysis.tokens();
  const std::vector<bool> bracketed = find_bracketed(analysis);
  std::vector<std::uint32_t> word_of(tokens.size(), static_cast<std::uint32_t>(-1));

  bool after_mark = false;
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    if (!is_word(tokens[t])) {
      after_mark = true;
      continue;
    }
    CheckWord word;
    word.span = tokens[t].span;
    word.bracketed = bracketed[t];
    word.after_mark = after_mark;
    after_mark = false;
    word.symbol = tokens[t].kind == TokenKind::symbol;
    word.capital = is_capital(tokens[t]);
    std::uint32_t end = t + 1;
    if (const auto number = number_at(analysis, numbers_, t)) {
      word.number = true;
      word.value = number->low;
      end = number->end;
      word.span.end = tokens[end - 1].span.end;
    }
    word.text = slice(part, word.span);
    fold_word(word);
    for (; t < end; ++t) word_of[t] = static_cast<std::uint32_t>(read.words.size());
    --t;
    read.words.push_back(std::move(word));
  }
  mark_hits(analysis, word_of, read.words);
  write_out(read.words);
  for (const Span sentence : paragraph.sentences) {
    const auto first = std::ranges::lower_bound(read.words, sentence.begin, {},
                                                [](const CheckWord& w) { return w.span.begin; });
    if (first != read.words.end() && first->span.end <= sentence.end) first->initial = true;
    read.sentences.push_back({sentence.begin + window.begin, sentence.end + window.begin});
  }
  for (CheckWord& word : read.words) {
    word.span.begin += window.begin;
    word.span.end += window.begin;
  }
  return read;
}

void Lexis::fold_word(CheckWord& word) const {
  word.folded = fold(word.text);
  word.plain = fold_accents(word.text);
  if (function_words_.contains(word.plain)) {
    word.classes |= 1U << static_cast<unsigned>(WordClass::function);
  }
}

void Lexis::take_lexeme(std::uint32_t number, CheckWord& word) const {
  const Lexeme& lexeme = rules_.lexicon().lexeme(number);
  word.lexemes.push_back(number);
  word.paired = word.paired || !lexeme.attribute("pair").empty();
  word.verbal = word.verbal || is_verb(lexeme);
  if (lexeme.layer != layer_name) return;
  if (const auto wanted = value_named<WordClass>(lexeme.attribute("class"))) {
    word.classes |= 1U << static_cast<unsigned>(*wanted);
  }
  if (lexeme.attribute("governs") == "yes") word.governs = true;
}

CheckWord Lexis::written_out(std::string_view text, const CheckWord& contraction) const {
  CheckWord word = contraction;
  word.text = text;
  word.classes = 0;
  word.lexemes.clear();
  word.contracted = true;
  fold_word(word);
  std::vector<Token> tokens;
  tokeniser_.tokenise(text, {0, static_cast<Offset>(text.size())}, tokens);
  std::vector<Lexicon::Hit> hits;
  rules_.lexicon().find(tokens, hits);
  for (const Lexicon::Hit& hit : hits) take_lexeme(hit.lexeme, word);
  return word;
}

void Lexis::write_out(std::vector<CheckWord>& words) const {
  std::vector<CheckWord> written;
  written.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto contraction = std::ranges::find_if(words[i].lexemes, [&](std::uint32_t number) {
      return !lexeme(number).attribute("full").empty();
    });
    if (contraction == words[i].lexemes.end()) {
      written.push_back(std::move(words[i]));
      continue;
    }
    CheckWord whole = words[i];
    while (i + 1 < words.size() &&
           std::ranges::find(words[i + 1].lexemes, *contraction) != words[i + 1].lexemes.end()) {
      ++i;
      whole.span.end = words[i].span.end;
    }
    const std::string_view full = lexeme(*contraction).attribute("full");
    for (std::size_t begin = 0; begin < full.size();) {
      const std::size_t end = std::min(full.find(' ', begin), full.size());
      written.push_back(written_out(full.substr(begin, end - begin), whole));
      whole.initial = whole.after_mark = false;
      begin = end + 1;
    }
  }
  words = std::move(written);
}

void Lexis::mark_hits(const Analysis& analysis, const std::vector<std::uint32_t>& word_of,
                      std::vector<CheckWord>& words) const {
  for (const LexiconHit& hit : analysis.hits()) {
    const Lexeme& lexeme = analysis.lexeme(hit);
    const bool ours = lexeme.layer == layer_name;
    if (hit.range.length() != 1 && !ours) continue;
    for (std::uint32_t t = hit.range.begin; t < hit.range.end; ++t) {
      if (word_of[t] < words.size()) take_lexeme(hit.lexeme, words[word_of[t]]);
    }
    if (hit.range.length() == 1 && lexeme.layer == "numeral" &&
        lexeme.attribute("role") == "ordinal" && word_of[hit.range.begin] < words.size()) {
      CheckWord& word = words[word_of[hit.range.begin]];
      if (word.number) continue;
      word.ordinal = true;
      word.value = lexeme.value;
    }
  }
}

bool Lexis::differ_in_tense(const CheckWord& left, const CheckWord& right) const {
  if (left.folded == right.folded) return false;
  const bool agreement = std::ranges::any_of(agreement_endings_, [&](const std::string& ending) {
    return left.folded == right.folded + ending || right.folded == left.folded + ending;
  });
  if (agreement) return false;
  for (const std::uint32_t l : left.lexemes) {
    const Lexeme& one = lexeme(l);
    if (!is_verb(one)) continue;
    for (const std::uint32_t r : right.lexemes) {
      const Lexeme& other = lexeme(r);
      if (other.lemma == one.lemma && other.layer == one.layer) return true;
    }
  }
  std::size_t shared = shared_letters(left.folded, right.folded);
  for (; shared >= 3; --shared) {
    if (!is_boundary(left.folded, static_cast<Offset>(shared))) continue;
    const std::string l = left.folded.substr(shared);
    const std::string r = right.folded.substr(shared);
    const bool told = tense_endings_.contains(l) || tense_endings_.contains(r);
    const bool both =
        (l.empty() || verb_endings_.contains(l)) && (r.empty() || verb_endings_.contains(r));
    if (told && both) return true;
  }
  return false;
}

bool Lexis::are_opposites(const CheckWord& left, const CheckWord& right) const {
  for (const std::uint32_t l : left.lexemes) {
    const std::string_view pair = lexeme(l).attribute("pair");
    if (pair.empty()) continue;
    for (const std::uint32_t r : right.lexemes) {
      const Lexeme& other = lexeme(r);
      if (other.attribute("pair") == pair &&
          other.attribute("pole") != lexeme(l).attribute("pole")) {
        return true;
      }
    }
  }
  const bool left_longer = left.folded.size() > right.folded.size();
  const std::string& longer = left_longer ? left.folded : right.folded;
  const std::string& shorter = left_longer ? right.folded : left.folded;
  return shorter.size() >= 3 && std::ranges::any_of(denying_prefixes_, [&](const auto& prefix) {
           return longer == prefix + shorter;
         });
}

bool Lexis::are_spellings(const CheckWord& left, const CheckWord& right) const {
  for (const std::string& pair : spellings_) {
    const std::size_t middle = pair.find('=');
    if (middle == std::string::npos) continue;
    const std::string_view one = std::string_view(pair).substr(0, middle);
    const std::string_view other = std::string_view(pair).substr(middle + 1);
    for (const auto& [from, to] : {std::pair(&left, &right), std::pair(&right, &left)}) {
      const std::size_t at = from->folded.rfind(one);
      if (at == std::string::npos || at == 0) continue;
      std::string respelt = from->folded;
      if (respelt.replace(at, one.size(), other) == to->folded) return true;
    }
  }
  return false;
}

bool Lexis::have_one_sense(const CheckWord& left, const CheckWord& right) const {
  for (const std::uint32_t l : left.lexemes) {
    const std::string_view sense = lexeme(l).attribute("sense");
    if (sense.empty()) continue;
    for (const std::uint32_t r : right.lexemes) {
      if (lexeme(r).attribute("sense") == sense) return true;
    }
  }
  return false;
}

bool is_slip(std::string_view left, std::string_view right) {
  std::u32string l = code_points(left);
  std::u32string r = code_points(right);
  if (l.size() > r.size()) std::swap(l, r);
  if (r.size() < 3 || r.size() - l.size() > 1 || l == r) return false;
  const auto [a, b] = std::ranges::mismatch(l, r);
  const std::u32string l_rest(a, l.end());
  const std::u32string r_rest(b, r.end());
  const bool long_enough = r.size() >= 4;
  if (l.size() != r.size()) return long_enough && l_rest == r_rest.substr(1);
  if (l_rest.substr(1) == r_rest.substr(1)) return long_enough;
  return l_rest.size() >= 2 && l_rest[0] == r_rest[1] && l_rest[1] == r_rest[0] &&
         l_rest.substr(2) == r_rest.substr(2);
}

}  // namespace cotejo
