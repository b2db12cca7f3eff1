#ifndef COTEJO_MODEL_QUOTE_HPP
#define COTEJO_MODEL_QUOTE_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// How the words stand in the article.
enum class QuoteKind {
  direct,    ///< a clause of its own between marks, nothing of it outside them
  indirect,  ///< no marks: "dijo que …"
  mixed      ///< marks inside the reporter's own syntax
};
template <>
inline constexpr std::array names_of<QuoteKind>{
    std::string_view{"direct"}, std::string_view{"indirect"}, std::string_view{"mixed"}};

/// Reported speech as it is written: what was said, the words that say so, the words that name who.
///
///     Putin agradeció “el espíritu de sacrificio”, añadió el medio.
///     source cue      content                     (the enclosing report is a second quote)
///
/// Terms as in PARC 3.0 (Pareti, LREC 2016) and PolNeAR; kinds as in DirectQuote.
struct Quote {
  QuoteKind kind = QuoteKind::direct;
  Span content;             ///< the whole reported clause; if its cue interrupts it, the hull of parts
  std::string text;         ///< the parts joined by " … "
  std::vector<Span> parts;  ///< the pieces of the content in order; [content] if it has one piece
  std::vector<Span> marks;  ///< stretches between quotation marks, without the marks
  std::optional<Span> cue;  ///< the word or words that report
  std::string cue_text;     ///< those words, "" without a cue
  std::string cue_lemma;    ///< their dictionary form, "" if none is known
  std::string cue_class;    ///< say report assert …, "" if none is known
  std::optional<Span> source;        ///< the words that name the source; none when elided
  std::string source_text;           ///< those words, "" when elided
  std::optional<Id<Quote>> inside;   ///< the enclosing quote of a nested report
  std::string rule;                  ///< id of the rule that found it

  friend bool operator==(const Quote&, const Quote&) = default;
};

}  // namespace cotejo

#endif
