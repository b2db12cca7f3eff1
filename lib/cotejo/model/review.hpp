#ifndef COTEJO_MODEL_REVIEW_HPP
#define COTEJO_MODEL_REVIEW_HPP

#include <cotejo/base/names.hpp>

#include <array>
#include <string>
#include <string_view>

namespace cotejo {

/// What an editor decided about a finding.
enum class Decision {
  accepted,    ///< it is right
  dismissed,   ///< it is not, or does not matter; has a reason
  ask_author,  ///< still open: the author must say
  fixed,       ///< the article was changed
  undecided    ///< an earlier decision was taken back
};
template <>
inline constexpr std::array names_of<Decision>{
    std::string_view{"accepted"}, std::string_view{"dismissed"}, std::string_view{"ask-author"},
    std::string_view{"fixed"}, std::string_view{"undecided"}};

/// One line of a review, an append-only file beside an article: ARTICLE.review.jsonl.
struct ReviewLine {
  std::string when;  ///< RFC 3339, UTC; "" = not said
  std::string who;
  std::string fingerprint;  ///< of the finding: report/fingerprint.hpp
  std::string words;        ///< fingerprint of its words alone, "" = not said
  std::string place;        ///< fingerprint of the words around it alone, "" = not said
  std::string code;
  Decision decision = Decision::undecided;
  std::string note;  ///< the reason, or what to ask
  std::string text;  ///< SHA-256 of the article's text it was decided on, "" = not said

  friend bool operator==(const ReviewLine&, const ReviewLine&) = default;
};

}  // namespace cotejo

#endif
