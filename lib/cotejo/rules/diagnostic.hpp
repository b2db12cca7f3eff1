#ifndef COTEJO_RULES_DIAGNOSTIC_HPP
#define COTEJO_RULES_DIAGNOSTIC_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/rules/entry.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// How bad a fault of a rule file is: errors keep the rules from loading.
enum class FaultSeverity { error, warning, note };
template <>
inline constexpr std::array names_of<FaultSeverity>{std::string_view{"error"},
                                                    std::string_view{"warning"},
                                                    std::string_view{"note"}};

/// One fault of a rule file.
struct Diagnostic {
  std::string code;  ///< R001 …; the list is in docs/rules.md
  FaultSeverity severity = FaultSeverity::error;
  std::string text;         ///< what is wrong, and the nearest right name if there is one
  RulePlace place;
  std::string source_line;  ///< the line it stands in, "" if unknown

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// "file:line:column: severity: text [R013]", the line, and a caret under the place. No final
/// newline.
[[nodiscard]] std::string render(const Diagnostic& diagnostic);

/// All of them, one after the other, by file and place.
[[nodiscard]] std::string render(std::vector<Diagnostic> diagnostics);

/// The one of `names` that is nearest to `name` by edit distance, if it is near enough to be meant;
/// else "".
[[nodiscard]] std::string_view nearest_name(std::string_view name,
                                            const std::vector<std::string_view>& names);

}  // namespace cotejo

#endif
