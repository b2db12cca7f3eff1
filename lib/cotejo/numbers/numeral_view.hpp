#ifndef COTEJO_NUMBERS_NUMERAL_VIEW_HPP
#define COTEJO_NUMBERS_NUMERAL_VIEW_HPP

#include <cotejo/numbers/number_grammar.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace cotejo {

/// A numeral standing in the text; `numeral` is null if none does.
struct NumeralHit {
  const Numeral* numeral = nullptr;
  std::uint32_t length = 0;  ///< in tokens
  std::uint32_t lexeme = 0;

  explicit operator bool() const { return numeral != nullptr; }
};

/// The tokens of a stretch of text as the number grammar sees them. Looks at nothing outside
/// `range`.
struct NumeralView {
  const Analysis& analysis;
  const NumberGrammar& grammar;
  TokenRange range;

  [[nodiscard]] bool inside(std::uint32_t token) const { return range.contains(token); }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return analysis.tokens()[at]; }
  [[nodiscard]] bool is_digits(std::uint32_t at) const {
    return inside(at) && token(at).kind == TokenKind::digits;
  }
  /// Nothing stands between token `at` and the one before, and both are inside.
  [[nodiscard]] bool glued(std::uint32_t at) const {
    return inside(at) && at > range.begin && token(at).glued;
  }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return analysis.text_of(at); }

  /// Cheap test: false if no word of that layer begins at `at`.
  [[nodiscard]] bool has(std::uint32_t at, LayerName layer) const {
    return inside(at) && (analysis.layers_at(at) & layer.bit()) != 0;
  }

  /// The longest numeral of that role that begins at `at`.
  [[nodiscard]] NumeralHit find(std::uint32_t at, NumeralRole role) const {
    NumeralHit best;
    if (!has(at, "numeral")) return best;
    for (const LexiconHit& hit : analysis.hits_at(at)) {
      if (hit.layer != LayerName("numeral")) continue;
      if (grammar.role(hit.lexeme) != role || hit.range.end > range.end) continue;
      if (hit.range.length() < best.length) continue;
      best = {&grammar.numeral(hit.lexeme), hit.range.length(), hit.lexeme};
    }
    return best;
  }

  /// The longest word at `at` that can be added to a number: a unit, teen, ten or hundred.
  [[nodiscard]] NumeralHit find_addend(std::uint32_t at) const {
    NumeralHit best;
    if (!has(at, "numeral")) return best;
    for (const LexiconHit& hit : analysis.hits_at(at)) {
      if (hit.layer != LayerName("numeral")) continue;
      if (!adds(grammar.role(hit.lexeme)) || hit.range.end > range.end) continue;
      if (hit.range.length() <= best.length) continue;
      best = {&grammar.numeral(hit.lexeme), hit.range.length(), hit.lexeme};
    }
    return best;
  }

  /// The word at `at` as several number words written together, going on with `before`.
  [[nodiscard]] std::optional<CompoundNumber> compound(std::uint32_t at,
                                                       const NumberSum& before) const {
    if (grammar.compounds().empty()) return std::nullopt;
    if (!inside(at) || token(at).kind != TokenKind::word) return std::nullopt;
    return grammar.compounds().read(text(at), before);
  }

  /// A lexeme of another layer at `at` for which `wanted` holds; the longest. Length 0 = none.
  template <typename Wanted>
  [[nodiscard]] LexiconHit find_lexeme(std::uint32_t at, Wanted wanted) const {
    LexiconHit best;
    if (!inside(at)) return best;
    for (const LexiconHit& hit : analysis.hits_at(at)) {
      if (hit.range.end <= range.end && wanted(hit.lexeme) &&
          hit.range.length() >= best.range.length()) {
        best = hit;
      }
    }
    return best;
  }
  [[nodiscard]] LexiconHit find_counted(std::uint32_t at) const {
    if (!has(at, "counted")) return {};
    return find_lexeme(at, [&](std::uint32_t lexeme) { return grammar.is_counted(lexeme); });
  }
  [[nodiscard]] LexiconHit find_unit(std::uint32_t at) const {
    if (!has(at, "unit")) return {};
    return find_lexeme(at, [&](std::uint32_t lexeme) { return grammar.is_unit(lexeme); });
  }
  [[nodiscard]] LexiconHit find_money(std::uint32_t at) const {
    if (!has(at, "unit")) return {};
    return find_lexeme(at, [&](std::uint32_t lexeme) { return grammar.is_money(lexeme); });
  }
  /// True if a word that is an article too counts one before the unit at `at`: "un euro", "one
  /// percent"; not "un $ 5".
  [[nodiscard]] bool counts_one(std::uint32_t at) const {
    const LexiconHit hit = find_unit(at);
    if (hit.range.length() == 0 || is_digits(hit.range.end)) return false;
    return grammar.is_money(hit.lexeme) || grammar.is_percent(hit.lexeme);
  }
  /// True if a currency ends where `at` begins: "US$ 4".
  [[nodiscard]] bool money_before(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 3 && at >= range.begin + back; ++back) {
      const LexiconHit hit = find_money(at - back);
      if (hit.range.end == at && hit.range.length() == back) return true;
    }
    return false;
  }
};

}  // namespace cotejo

#endif
