#ifndef COTEJO_TOOLS_SUPPORT_BYTE_SOURCE_HPP
#define COTEJO_TOOLS_SUPPORT_BYTE_SOURCE_HPP

#include "file_handle.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// A line, or the fact that one was longer than allowed.
struct SourceLine {
  std::string bytes;      ///< without its line feed
  bool too_long = false;  ///< then `bytes` is empty
};

/// The bytes of an open file, line by line or whole, in bounded memory.
class ByteSource {
 public:
  /// `longest` is of lines. `before_wait` is called before a read that would wait, so that output
  /// can be flushed.
  ByteSource(FileHandle file, std::size_t longest, std::function<void()> before_wait,
             char line_end = '\n');

  /// The first byte that is no blank, looking on as far as needed; nothing at the end. A UTF-8 byte
  /// order mark counts as blank. Reads at most `longest` bytes for it.
  Result<std::optional<char>> peek();
  /// The next line; nothing at the end. Error io if the file cannot be read.
  Result<std::optional<SourceLine>> next_line();
  /// All that is left; nothing if it is longer than allowed.
  Result<std::optional<std::string>> rest();

 private:
  /// Reads more; false at the end.
  Result<bool> fill();
  void skip_mark();

  FileHandle file_;
  std::size_t longest_;
  std::function<void()> before_wait_;
  char line_end_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not given out yet
  bool at_end_ = false;
};

}  // namespace cotejo

#endif
