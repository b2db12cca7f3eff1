#ifndef COTEJO_IO_LAWS_HPP
#define COTEJO_IO_LAWS_HPP

#include <cotejo/model/document.hpp>

#include <optional>
#include <string>

namespace cotejo {

/// The first law of the record that `document` breaks, with the way to the place, as in
/// `quotes[3].content: [40, 30]: end before begin`; nothing if all hold.
///
/// The laws (docs/records.md): spans inside the text and on code point boundaries, begin not after
/// end; every layer in its order; ids in range and pointing up; exactly one attribution per quote;
/// low not above high; scores from 0 to 1; a verdict has evidence unless it is not-found or
/// not-checkable. Pre: the text is well-formed UTF-8. Linear.
[[nodiscard]] std::optional<std::string> find_broken_law(const Document& document);

}  // namespace cotejo

#endif
