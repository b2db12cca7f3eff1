#ifndef COTEJO_RULES_TOKEN_REGEX_HPP
#define COTEJO_RULES_TOKEN_REGEX_HPP

#include <cotejo/base/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace cotejo {

/// A regular expression over one token or one bounded window: Boost.Regex with ICU behind a small
/// front end that closes the traps of Boost 1.74 (docs/rules.md, "Regular expressions").
///
/// The dialect is Perl's, with these differences: `\p{L}` and the like mean what they say, also in
/// brackets; `\u{201C}` is a code point; look-behind, back references, `\uXXXX`, scripts, and
/// repeats of repeats are refused with the place.
class TokenRegex {
 public:
  /// Error bad_rule whose `column` is the place inside `expression`, in code points from 1.
  static Result<TokenRegex> compile(std::string_view expression);

  ~TokenRegex();
  TokenRegex(TokenRegex&&) noexcept;
  TokenRegex& operator=(TokenRegex&&) noexcept;

  /// Whether a whole text matches. `aborted`: the work went over the limit of states.
  enum class Outcome { matches, differs, aborted };
  /// Pre: `text` is well-formed UTF-8.
  [[nodiscard]] Outcome match(std::string_view text) const;

 private:
  TokenRegex();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo

#endif
