#ifndef COTEJO_MODEL_VERDICT_HPP
#define COTEJO_MODEL_VERDICT_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/base/names.hpp>
#include <cotejo/model/evidence.hpp>
#include <cotejo/model/target.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The outcome of a check against the corpus. Never "true" or "false": how the article stands to it.
enum class VerdictLabel {
  // quotes
  verbatim,
  benign_edit,
  altered,
  truncated,
  spliced,
  other_speaker,
  older,
  translation,
  not_found,
  // figures
  agrees,
  agrees_within_range,
  differs,
  outdated,
  conflicting,
  // both
  not_checkable
};
template <>
inline constexpr std::array names_of<VerdictLabel>{
    std::string_view{"verbatim"},    std::string_view{"benign-edit"},
    std::string_view{"altered"},     std::string_view{"truncated"},
    std::string_view{"spliced"},     std::string_view{"other-speaker"},
    std::string_view{"older"},       std::string_view{"translation"},
    std::string_view{"not-found"},   std::string_view{"agrees"},
    std::string_view{"agrees-within-range"}, std::string_view{"differs"},
    std::string_view{"outdated"},    std::string_view{"conflicting"},
    std::string_view{"not-checkable"}};

/// What the corpus says of a quote or a claim. Has evidence unless not-found or not-checkable.
struct Verdict {
  Target target;
  VerdictLabel label = VerdictLabel::not_checkable;
  std::vector<VerdictLabel> also;  ///< the other labels that hold
  std::vector<Id<Evidence>> evidence;
  std::string justification;  ///< for people, in the article's language

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace cotejo

#endif
