#ifndef COTEJO_CORPUS_SNOWBALL_HPP
#define COTEJO_CORPUS_SNOWBALL_HPP

#include <memory>
#include <string>
#include <string_view>

namespace cotejo {

/// True if the program was built with Snowball stemmers (COTEJO_WITH_XAPIAN).
[[nodiscard]] bool has_snowball();

/// The Snowball stemmer of a language, by way of Xapian. This and its two .cpp files are all that
/// knows Xapian, whose licence is the GPL.
class Snowball {
 public:
  /// By the first two letters of BCP 47.
  explicit Snowball(std::string_view language);
  ~Snowball();
  Snowball(Snowball&&) noexcept;
  Snowball& operator=(Snowball&&) noexcept;

  /// True if there is a stemmer for the language.
  [[nodiscard]] bool is_there() const { return state_ != nullptr; }
  /// Pre: is_there(); `folded` is in lower case, with its accents.
  [[nodiscard]] std::string stem(const std::string& folded) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo

#endif
