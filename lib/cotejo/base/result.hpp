#ifndef COTEJO_BASE_RESULT_HPP
#define COTEJO_BASE_RESULT_HPP

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace cotejo {

/// Why something could not be done. Each kind is one thing a caller might want to tell apart.
enum class ErrorKind {
  io,            ///< a file, directory or pipe could not be read or written
  bad_encoding,  ///< bytes that are not text in the expected encoding
  bad_record,    ///< a JSON record that is not one, or breaks a law of the record
  bad_article,   ///< an article from which no text could be read
  bad_rule,      ///< a rule file with a fault
  bad_corpus,    ///< a reference corpus that is missing, damaged or of another version
  bad_usage      ///< a request that makes no sense
};

/// What went wrong and where, whole enough to be printed as it stands.
struct Error {
  ErrorKind kind = ErrorKind::io;
  std::string message{};   ///< what is wrong and what was expected, no final newline
  std::string file{};      ///< path or "" if it has no file
  std::size_t line = 0;    ///< from 1; 0 if it has none
  std::size_t column = 0;  ///< in code points, from 1; 0 if it has none

  /// "file:line:column: message", leaving out what is not known.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A T or the Error that prevented it. Check first, then `*`:
///
///     auto quotes = find_quotes(document, analysis, rules);
///     if (!quotes) return quotes.error();
///     use(*quotes);
///
/// (std::expected is not in C++20, and g++ 12 has it only partly.)
template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return error;` are how a Result is made.
  // NOLINTBEGIN(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Pre: has_value().
  [[nodiscard]] T& operator*() & { return assert(has_value()), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& operator*() const& {
    return assert(has_value()), *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& operator*() && {
    return assert(has_value()), std::move(*std::get_if<0>(&state_));
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

  /// Pre: !has_value().
  [[nodiscard]] const Error& error() const {
    return assert(!has_value()), *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// The result of work that has no value to give: `Done{}` or an Error.
struct Done {};

}  // namespace cotejo

#endif
