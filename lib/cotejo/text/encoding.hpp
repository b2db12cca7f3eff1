#ifndef COTEJO_TEXT_ENCODING_HPP
#define COTEJO_TEXT_ENCODING_HPP

#include <cotejo/base/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace cotejo {

/// What to do with bytes that are no text in the encoding that the rest is in.
enum class BadBytes {
  refuse,  ///< an Error with the place of the first
  replace  ///< U+FFFD for each, as a browser does
};

/// Text and the encoding it was read from.
struct DecodedText {
  std::string text;      ///< well-formed UTF-8 without NUL
  std::string encoding;  ///< IANA name, lower case: "utf-8" "utf-16le" "windows-1252" …
};

/// The encoding that a byte order mark at the begin of `bytes` says, or "".
[[nodiscard]] std::string_view encoding_of_mark(std::string_view bytes);

/// The encoding that an HTML page or an XML declaration names in its first 16 KiB
/// (`<meta charset=…>`, `content="…; charset=…"`, `encoding="…"`), in lower case, or "".
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// True if `bytes` cannot be text in an encoding that this library reads: many control characters
/// or NULs that no UTF-16 explains.
[[nodiscard]] bool looks_binary(std::string_view bytes);

/// The text that `bytes` hold. The encoding is, in this order: that of the byte order mark; UTF-8
/// if all is well-formed; `declared` if it is a known one other than UTF-8; UTF-8 with faults if
/// most of what is not ASCII is well-formed; else Windows-1252. NULs and the byte order mark are
/// taken out. Labels mean what browsers take them for: "iso-8859-1" is Windows-1252. Error
/// bad_encoding with line and column if bytes are bad and are to be refused. Linear.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared, BadBytes policy);

}  // namespace cotejo

#endif
