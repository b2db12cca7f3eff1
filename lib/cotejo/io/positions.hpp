#ifndef COTEJO_IO_POSITIONS_HPP
#define COTEJO_IO_POSITIONS_HPP

#include <cotejo/model/document.hpp>

namespace cotejo {

/// A copy of `document` with every span of its text counted in code points, for readers whose
/// strings are no bytes. The spans of evidence, which count in another text, stay as they are.
/// Such a document breaks the laws of the record: it is for writing only. Linear.
[[nodiscard]] Document with_char_positions(const Document& document);

}  // namespace cotejo

#endif
