#ifndef COTEJO_IO_JSON_TEXT_HPP
#define COTEJO_IO_JSON_TEXT_HPP

#include <cotejo/base/span.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// Appends `value` as a JSON string: quotation marks, backslashes and control characters escaped,
/// everything else as it is. Pre: well-formed UTF-8.
void append_json_string(std::string& out, std::string_view value);

/// The same, or `null` for "".
void append_json_string_or_null(std::string& out, std::string_view value);

/// Appends a JSON string, or `null` for nothing; "" stays "".
void append_json_optional(std::string& out, const std::optional<std::string>& value);

/// Appends a number: whole ones below 10¹⁵ without point, others as short as they can be to be read
/// back the same, without exponent from 10⁻⁷ to 10¹⁵. Pre: finite.
void append_json_number(std::string& out, double value);

/// Appends a score or weight with three decimals. Pre: finite.
void append_json_score(std::string& out, double value);

/// `value` as it is after append_json_score and reading it back.
[[nodiscard]] double rounded_score(double value);

/// Appends `[begin,end]`.
void append_json_span(std::string& out, Span span);

}  // namespace cotejo

#endif
