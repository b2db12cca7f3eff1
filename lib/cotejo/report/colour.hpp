#ifndef COTEJO_REPORT_COLOUR_HPP
#define COTEJO_REPORT_COLOUR_HPP

#include <cotejo/model/finding.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// Whether text for a terminal carries colours (ECMA-48 SGR sequences).
enum class Colour { never, always };

/// `text` in bold.
[[nodiscard]] std::string bold(std::string_view text, Colour colour);
/// `text` in the colour of a severity: red, yellow, cyan.
[[nodiscard]] std::string coloured(std::string_view text, Severity severity, Colour colour);
/// `text` in a fainter shade.
[[nodiscard]] std::string faint(std::string_view text, Colour colour);

}  // namespace cotejo

#endif
