#ifndef COTEJO_READ_HTML_GUARD_HPP
#define COTEJO_READ_HTML_GUARD_HPP

#include <string>

namespace cotejo {

/// Blanks out, in place, what would make an HTML parser slow: attributes beyond the 200th of a tag,
/// attribute values beyond 64 KiB, and tags nested deeper than 2,000 levels (their text stays).
/// Ordinary pages are not changed. Linear.
void guard_html(std::string& page);

}  // namespace cotejo

#endif
