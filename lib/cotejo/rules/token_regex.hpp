#ifndef COTEJO_RULES_TOKEN_REGEX_HPP
#define COTEJO_RULES_TOKEN_REGEX_HPP

#include <cotejo/base/result.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// What is wrong with an expression.
struct RegexFault {
  enum class Kind {
    syntax,   ///< it is no regular expression
    dialect,  ///< it would mean something else than it seems to, or is not allowed here
    slow      ///< it may take for ever on some texts
  };
  Kind kind = Kind::syntax;
  std::string message;
  std::size_t column = 1;  ///< inside the expression, in code points from 1

  friend bool operator==(const RegexFault&, const RegexFault&) = default;
};

/// The first fault of `expression`, or nothing.
[[nodiscard]] std::optional<RegexFault> find_regex_fault(std::string_view expression);

/// A regular expression over one token or one bounded window: Boost.Regex with ICU behind a small
/// front end that closes the traps of Boost 1.74 (docs/rules.md, "Regular expressions").
///
/// The dialect is Perl's, with these differences: `\p{L}` and the like mean what they say, also in
/// brackets; `\u{201C}` is a code point; look-behind, back references, `\uXXXX`, scripts, flags
/// inside the expression and repeats of repeats are refused with the place.
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
