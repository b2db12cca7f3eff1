#include <cotejo/rules/token_classes.hpp>

#include <algorithm>
#include <array>

namespace cotejo {
namespace {

constexpr std::size_t shapes = token_kinds * token_cases * 2;

std::size_t shape_of(const Token& token) {
  const auto kind = static_cast<std::size_t>(token.kind);
  const auto letters = static_cast<std::size_t>(token.letter_case);
  return (kind * token_cases + letters) * 2 + (token.glued ? 1 : 0);
}

bool has_wanted(const std::vector<Symbol::Wanted>& wanted, std::span<const Attribute> have) {
  return std::ranges::all_of(wanted, [&](const Symbol::Wanted& want) {
    const auto found = std::ranges::find(have, want.key, &Attribute::key);
    return found != have.end() && std::ranges::find(want.values, found->value) != want.values.end();
  });
}

bool shape_fits(std::string_view layer, const Token& token) {
  const TokenCase letters = token.letter_case;
  if (layer == "token") return true;
  if (layer == "word") return token.kind == TokenKind::word;
  if (layer == "digits") return token.kind == TokenKind::digits;
  if (layer == "quote") return token.kind == TokenKind::quote;
  if (layer == "punctuation") return token.kind == TokenKind::punctuation;
  if (layer == "symbol") return token.kind == TokenKind::symbol;
  if (layer == "glued") return token.glued;
  if (layer == "lower") return letters == TokenCase::lower;
  if (layer == "upper") return letters == TokenCase::upper;
  return letters == TokenCase::capital || letters == TokenCase::upper ||
         letters == TokenCase::mixed;
}

}  // namespace

bool is_shape_layer(std::string_view layer) {
  constexpr std::array<std::string_view, 10> names{"word",   "digits", "quote", "punctuation",
                                                   "symbol", "token",  "lower", "capital",
                                                   "upper",  "glued"};
  return std::ranges::find(names, layer) != names.end();
}

TokenClasses::TokenClasses(const RuleSet& rules)
    : rules_(&rules),
      words_(SymbolRow{static_cast<std::uint32_t>(rules.symbols().size())}.words()),
      scratch_(rows_per_class * words_),
      by_shape_(shapes, 0),
      lexeme_symbols_(rules.lexicon().size()) {
  for (std::uint32_t i = 0; i < rules.symbols().size(); ++i) {
    const Symbol& symbol = rules.symbols()[i];
    if (symbol.kind == Symbol::Kind::list) by_list_[symbol.text].push_back(i);
    if (symbol.kind == Symbol::Kind::regex) {
      if (auto regex = TokenRegex::compile(symbol.text))
        regexes_.emplace_back(i, *std::move(regex));
    }
    if (symbol.kind == Symbol::Kind::literal) by_literal_[symbol.text].push_back(i);
    if (symbol.kind != Symbol::Kind::layer) continue;
    by_layer_name_[symbol.text].push_back(i);
    if (symbol.text == "name" && symbol.wanted.empty()) name_symbols_.push_back(i);
    if (symbol.text == "mark" && symbol.wanted.empty()) mark_symbols_.push_back(i);
    if (is_shape_layer(symbol.text) && symbol.wanted.empty()) shape_symbols_.push_back(i);
  }
}

std::uint32_t TokenClasses::intern() {
  std::uint64_t hash = 1;
  for (const std::uint64_t word : scratch_) hash = mix(hash, word);
  if (const auto known = by_bits_.find(hash)) return *known;
  bits_.insert(bits_.end(), scratch_.begin(), scratch_.end());
  by_bits_.add(hash, count_);
  return count_++;
}

void TokenClasses::add_shape(const Token& token) {
  for (const std::uint32_t symbol : shape_symbols_) {
    if (shape_fits(rules_->symbols()[symbol].text, token)) set(symbol, false);
  }
}

void TokenClasses::collect(const Analysis& analysis, std::uint32_t token) {
  for (const LexiconHit& hit : analysis.hits_at(token)) {
    for (const std::uint32_t symbol : symbols_of(hit.lexeme)) set(symbol, hit.range.length() > 1);
  }
  if (const std::uint32_t end = analysis.name_end(token); end != 0) {
    for (const std::uint32_t symbol : name_symbols_) set(symbol, end - token > 1);
  }
  if (analysis.quotation_at(token) != nullptr) {
    for (const std::uint32_t symbol : mark_symbols_) set(symbol, true);
  }
}

/// The symbols of the expressions that match a token, as the number of their set. Each expression
/// runs once on each writing of a word.
std::uint32_t TokenClasses::expressions_at(const Analysis& analysis, std::uint32_t at) {
  if (regexes_.empty()) return 0;
  const Token& token = analysis.tokens()[at];
  // What is folded alike, has as many bytes and its capitals in the same places is written alike.
  const bool regular = token.letter_case != TokenCase::mixed;
  const std::uint64_t key =
      mix(mix(token.hash, token.span.length()), static_cast<std::uint64_t>(token.letter_case));
  if (regular) {
    if (const auto known = by_writing_.find(key)) return *known;
  }
  std::vector<std::uint32_t> symbols;
  for (const auto& [symbol, regex] : regexes_) {
    const auto outcome = regex.match(analysis.text_of(at));
    if (outcome == TokenRegex::Outcome::matches) symbols.push_back(symbol);
    if (outcome == TokenRegex::Outcome::aborted) aborted_.insert(symbol);
  }
  const std::uint32_t number = number_of_set(std::move(symbols));
  if (regular) by_writing_.add(key, number);
  return number;
}

std::uint32_t TokenClasses::classify(const Analysis& analysis, std::uint32_t at) {
  const Token& token = analysis.tokens()[at];
  const auto hits = analysis.hits_at(at);
  const std::uint32_t name = analysis.name_end(at);
  const bool mark = analysis.quotation_at(at) != nullptr;
  const std::size_t shape = shape_of(token);
  const std::uint32_t expressions = expressions_at(analysis, at);
  const bool bare = hits.empty() && name == 0 && !mark && expressions == 0;
  if (bare && by_shape_[shape] != 0) return by_shape_[shape] - 1;

  std::uint64_t hash = mix(1, shape);
  for (const LexiconHit& hit : hits) {
    hash = mix(hash, (std::uint64_t{hit.lexeme} << 1U) | (hit.range.length() > 1 ? 1U : 0U));
  }
  hash = mix(hash, expressions);
  hash = mix(hash, (name == 0 ? 0U : name - at > 1 ? 2U : 1U) + (mark ? 4U : 0U));
  if (!bare) {
    if (const auto known = by_hits_.find(hash)) return *known;
  }
  std::ranges::fill(scratch_, 0U);
  set_bit(std::span(scratch_).subspan(2 * words_),
          static_cast<std::uint32_t>(rules_->symbols().size()));
  add_shape(token);
  collect(analysis, at);
  for (const std::uint32_t symbol : sets_[expressions]) set(symbol, false);
  const std::uint32_t made = intern();
  if (bare)
    by_shape_[shape] = made + 1;
  else
    by_hits_.add(hash, made);
  return made;
}

std::uint32_t TokenClasses::with_layer(std::uint32_t token_class, std::uint32_t symbol_set,
                                       bool longer) {
  const std::vector<std::uint32_t>& symbols = sets_[symbol_set];
  if (symbols.empty()) return token_class;
  const std::uint64_t key = mix(mix(1, token_class), (std::uint64_t{symbol_set} << 1U) | longer);
  if (const auto known = by_layer_.find(key)) return *known;
  const std::size_t length = rows_per_class * words_;
  const auto all = bits_.begin() + static_cast<std::ptrdiff_t>(token_class * length);
  std::copy_n(all, length, scratch_.begin());
  for (const std::uint32_t symbol : symbols) set(symbol, longer);
  const std::uint32_t made = intern();
  by_layer_.add(key, made);
  return made;
}

std::uint32_t TokenClasses::symbol_set(std::string_view layer,
                                       std::span<const Attribute> attributes) {
  std::vector<std::uint32_t> symbols;
  if (const auto found = by_layer_name_.find(layer); found != by_layer_name_.end()) {
    for (const std::uint32_t number : found->second) {
      if (has_wanted(rules_->symbols()[number].wanted, attributes)) symbols.push_back(number);
    }
  }
  return number_of_set(std::move(symbols));
}

std::uint32_t TokenClasses::number_of_set(std::vector<std::uint32_t> symbols) {
  const auto known = std::ranges::find(sets_, symbols);
  const auto number = static_cast<std::uint32_t>(known - sets_.begin());
  if (known == sets_.end()) sets_.push_back(std::move(symbols));
  return number;
}

bool TokenClasses::in_set(std::uint32_t symbol_set, std::uint32_t symbol) const {
  return std::ranges::binary_search(sets_[symbol_set], symbol);
}

bool TokenClasses::fits(std::uint32_t lexeme, std::uint32_t symbol) {
  return std::ranges::binary_search(symbols_of(lexeme), symbol);
}

const std::vector<std::uint32_t>& TokenClasses::symbols_of(std::uint32_t lexeme) {
  auto& known = lexeme_symbols_[lexeme];
  if (!known) known = fitting(rules_->lexicon().lexeme(lexeme));
  return *known;
}

std::vector<std::uint32_t> TokenClasses::fitting(const Lexeme& word) const {
  if (word.list.empty()) {
    const auto literal = by_literal_.find(word.lemma);
    return literal == by_literal_.end() ? std::vector<std::uint32_t>{} : literal->second;
  }
  std::vector<std::uint32_t> symbols;
  if (const auto list = by_list_.find(word.list); list != by_list_.end()) symbols = list->second;
  if (const auto layer = by_layer_name_.find(word.layer);
      layer != by_layer_name_.end() && !word.layer.empty()) {
    std::ranges::copy_if(layer->second, std::back_inserter(symbols), [&](std::uint32_t number) {
      return has_wanted(rules_->symbols()[number].wanted, word.attributes);
    });
  }
  std::ranges::sort(symbols);
  return symbols;
}

}  // namespace cotejo
