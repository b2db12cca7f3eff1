#ifndef COTEJO_RULES_EXPAND_HPP
#define COTEJO_RULES_EXPAND_HPP

#include <cotejo/base/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Expands `{a,b}` as a shell does, nested ones too: "soldado{,s}" is "soldado" "soldados". The
/// first is the dictionary form. Error bad_rule with `column` = code points before the fault + 1,
/// if a brace is not closed or not opened, or if there would be more than 10,000 forms.
Result<std::vector<std::string>> expand_braces(std::string_view text);

}  // namespace cotejo

#endif
