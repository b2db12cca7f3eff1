#ifndef COTEJO_TEXT_SENTENCES_HPP
#define COTEJO_TEXT_SENTENCES_HPP

#include <cotejo/base/span.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Splits paragraphs into sentences by ICU's rules (UAX #29) for a language, without the breaks
/// that the given abbreviations forbid ("El Sr. | Pérez").
class SentenceBreaker {
 public:
  /// `language` is BCP 47, "" for the root rules. `abbreviations` as in TokenOptions.
  SentenceBreaker(std::string_view language, const std::vector<std::string>& abbreviations);
  ~SentenceBreaker();
  SentenceBreaker(SentenceBreaker&&) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&&) noexcept;

  /// The sentences inside `paragraph`, ascending, without the blanks around them; empty if it holds
  /// nothing but blanks. A single stretch of any length is one sentence. Linear.
  [[nodiscard]] std::vector<Span> find_sentences(std::string_view text, Span paragraph) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo

#endif
