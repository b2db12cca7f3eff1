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

std::uint64_t hash_of(std::span<const std::uint32_t> symbols) {
  std::uint64_t hash = hash_seed;
  for (const std::uint32_t symbol : symbols) hash = mix(hash, symbol);
  return hash;
}

}  // namespace

bool is_shape_layer(std::string_view layer) {
  constexpr std::array<std::string_view, 10> names{"word",   "digits", "quote", "punctuation",
                                                   "symbol", "token",  "lower", "capital",
                                                   "upper",  "glued"};
  return std::ranges::find(names, layer) != names.end();
}

TokenClasses::TokenClasses(const RuleSet& rules)
    : rules_(&rules), by_shape_(shapes, 0), lexeme_symbols_(rules.lexicon().size()) {
  by_symbols_.add(hash_of({}), 0);
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
  const std::size_t shape = shape_of(analysis.tokens()[at]);
  const std::uint32_t expressions = expressions_at(analysis, at);
  const bool name = analysis.name_end(at) == at + 1;
  std::uint64_t look = mix(mix(mix(hash_seed, shape), expressions), name ? 1 : 0);
  bool bare = !name && expressions == 0;
  for (const LexiconHit& hit : analysis.hits_at(at)) {
    if (hit.range.length() > 1) break;  // shortest first
    look = mix(look, hit.lexeme);
    bare = false;
  }
  if (bare && by_shape_[shape] != 0) return by_shape_[shape] - 1;
  if (!bare) {
    if (const auto known = by_look_.find(look)) return *known;
  }
  const std::uint32_t made = number_of_set(collect(analysis, at, expressions));
  if (bare)
    by_shape_[shape] = made + 1;
  else
    by_look_.add(look, made);
  return made;
}

std::vector<std::uint32_t> TokenClasses::collect(const Analysis& analysis, std::uint32_t at,
                                                 std::uint32_t expressions) {
  std::vector<std::uint32_t> symbols = sets_[expressions];
  const auto add = [&](Symbols more) { symbols.insert(symbols.end(), more.begin(), more.end()); };
  for (const std::uint32_t symbol : shape_symbols_) {
    if (shape_fits(rules_->symbols()[symbol].text, analysis.tokens()[at]))
      symbols.push_back(symbol);
  }
  for (const LexiconHit& hit : analysis.hits_at(at)) {
    if (hit.range.length() == 1) add(symbols_of(hit.lexeme));
  }
  if (analysis.name_end(at) == at + 1) add(name_symbols_);
  return symbols;
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
  std::ranges::sort(symbols);
  const auto rest = std::ranges::unique(symbols);
  symbols.erase(rest.begin(), rest.end());
  const std::uint64_t hash = hash_of(symbols);
  if (const auto known = by_symbols_.find(hash)) return *known;
  const std::uint32_t number = size();
  by_symbols_.add(hash, number);
  sets_.push_back(std::move(symbols));
  return number;
}

TokenClasses::Symbols TokenClasses::symbols_of(std::uint32_t lexeme) {
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
