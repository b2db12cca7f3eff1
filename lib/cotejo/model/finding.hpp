#ifndef COTEJO_MODEL_FINDING_HPP
#define COTEJO_MODEL_FINDING_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>
#include <cotejo/model/verdict.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// How urgent a finding is: must be fixed, should be asked, should be read.
enum class Severity { error, warning, note };
template <>
inline constexpr std::array names_of<Severity>{std::string_view{"error"},
                                               std::string_view{"warning"},
                                               std::string_view{"note"}};

/// One line for an editor.
struct Finding {
  std::string code;  ///< one of docs/findings.md
  Severity severity = Severity::note;
  Span span;
  std::vector<Span> spans;  ///< further places it is about
  std::string message;      ///< in the article's language
  std::optional<Id<Verdict>> verdict;
  std::string rule;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace cotejo

#endif
