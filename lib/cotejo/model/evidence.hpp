#ifndef COTEJO_MODEL_EVIDENCE_HPP
#define COTEJO_MODEL_EVIDENCE_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>
#include <cotejo/model/target.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What was done to a stretch of the original's words.
enum class EditOp { replace, remove, insert };
template <>
inline constexpr std::array names_of<EditOp>{
    std::string_view{"replace"}, std::string_view{"remove"}, std::string_view{"insert"}};

/// What sort of words a difference touches.
enum class EditKind {
  negation,
  number,
  unit,
  modal_or_tense,
  hedge,
  scope,
  opposite,
  name,
  pronoun_filled,
  synonym,
  words_dropped,
  words_added,
  reordered,
  rephrased,
  contraction,
  typo,
  function_word
};
template <>
inline constexpr std::array names_of<EditKind>{
    std::string_view{"negation"},       std::string_view{"number"},
    std::string_view{"unit"},           std::string_view{"modal-or-tense"},
    std::string_view{"hedge"},          std::string_view{"scope"},
    std::string_view{"opposite"},       std::string_view{"name"},
    std::string_view{"pronoun-filled"}, std::string_view{"synonym"},
    std::string_view{"words-dropped"},  std::string_view{"words-added"},
    std::string_view{"reordered"},      std::string_view{"rephrased"},
    std::string_view{"contraction"},    std::string_view{"typo"},
    std::string_view{"function-word"}};

/// How much a difference can change what was said.
enum class EditSeverity { high, medium, low };
template <>
inline constexpr std::array names_of<EditSeverity>{
    std::string_view{"high"}, std::string_view{"medium"}, std::string_view{"low"}};

/// One difference between the printed words and the original's. One of the two is "" when words
/// were only added or only dropped.
struct Edit {
  EditOp op = EditOp::replace;
  std::string quoted;
  std::string original;
  EditKind kind = EditKind::synonym;
  EditSeverity severity = EditSeverity::medium;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// A published value that a number of the article was compared with, in the number's own unit.
struct ReferenceValue {
  double low = 0;
  double high = 0;
  std::string from;    ///< ISO 8601 day, "" = open
  std::string to;      ///< last day included, "" = open
  std::string source;  ///< who published it

  friend bool operator==(const ReferenceValue&, const ReferenceValue&) = default;
};

/// A passage of the reference corpus found for a quote or a claim (as in AVeriTeC).
struct Evidence {
  Target target;
  std::string entry;    ///< id of the corpus entry
  Span span;            ///< the passage in that entry's text
  std::string passage;  ///< the words under span
  std::string before;   ///< the sentence before the passage, "" if none
  std::string after;    ///< the sentence after it, "" if none
  std::optional<std::string> speaker;
  std::optional<std::string> date;  ///< ISO 8601 day
  std::optional<std::string> url;
  double similarity = 0;  ///< 0 to 1: shared words over aligned words
  std::vector<Edit> edits;
  std::optional<ReferenceValue> figure{};  ///< of a figure entry

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace cotejo

#endif
