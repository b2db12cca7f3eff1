#ifndef COTEJO_TEXT_TOKEN_HPP
#define COTEJO_TEXT_TOKEN_HPP

#include <cotejo/base/span.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a token is made of.
enum class TokenKind : std::uint8_t {
  word,    ///< letters, with inner apostrophes and middle dots; an abbreviation with its point
  digits,  ///< digits with inner separators: "14.000", "1,5", "10'000"
  quote,   ///< one quotation mark, apostrophes that stand alone included
  punctuation,
  symbol,  ///< anything else: %, $, €, °
};
inline constexpr std::size_t token_kinds = 5;

/// How the letters of a token are written.
enum class TokenCase : std::uint8_t {
  none,  ///< no letters with case: digits, marks, 김
  lower,
  capital,  ///< the first letter upper, others lower, or one upper-case letter
  upper,    ///< all upper, at least two letters
  mixed     ///< an upper-case letter inside: "iPhone"
};
inline constexpr std::size_t token_cases = 5;

/// One token of a text. 24 bytes.
struct Token {
  Span span;
  std::uint64_t hash = 0;  ///< fold_hash of its bytes
  TokenKind kind = TokenKind::word;
  TokenCase letter_case = TokenCase::none;
  bool glued = false;  ///< nothing stands between it and the token before
};

/// What a tokeniser must know of a language. All words are compared folded.
struct TokenOptions {
  /// Words that lose their last vowel before an apostrophe and are tokens of their own with it:
  /// "l" "d" "qu" make « l’armée » the two tokens "l’" "armée".
  std::vector<std::string> elisions;
  /// Endings behind an apostrophe that are tokens of their own: "s" makes "Putin’s" "Putin" "’s".
  std::vector<std::string> clitics;
  /// Words that keep the point behind them: "EE." "UU." "Sr.".
  std::vector<std::string> abbreviations;
};

/// Splits text into tokens, by one table-driven pass over its bytes.
///
/// Blanks are no tokens. Every other code point belongs to exactly one token, so tokens ascend and
/// do not overlap. An apostrophe between letters joins them unless the language says otherwise;
/// hyphens are punctuation, so "Rusia-Corea" is three tokens.
class Tokeniser {
 public:
  explicit Tokeniser(const TokenOptions& options);

  /// Appends the tokens of `window` to `tokens`. Pre: `text` is well-formed UTF-8. Linear.
  void tokenise(std::string_view text, Span window, std::vector<Token>& tokens) const;

 private:
  friend class TokenScanner;  // token.cpp
  [[nodiscard]] bool keeps_point(std::string_view word) const;

  std::vector<std::uint64_t> elisions_;       // sorted hashes
  std::vector<std::uint64_t> clitics_;        // sorted hashes
  std::vector<std::uint64_t> abbreviations_;  // sorted hashes of the words without their point
};

}  // namespace cotejo

#endif
