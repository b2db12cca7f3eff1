// Tests: tests/unit/corpus/query_words_test.cpp.
#include <cotejo/corpus/query_words.hpp>

#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <cstddef>

namespace cotejo {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The chunk up to where an address begins: its scheme, or the host before a path.
std::string_view without_address(std::string_view chunk) {
  const std::size_t scheme = chunk.find("://");
  if (scheme != std::string_view::npos) {
    std::size_t begin = scheme;
    while (begin > 0 && chunk[begin - 1] >= 'a' && chunk[begin - 1] <= 'z') --begin;
    return chunk.substr(0, begin);
  }
  const std::size_t path = chunk.find('/');
  const std::size_t host = chunk.substr(0, path).find('.');
  const bool address = path != std::string_view::npos && host != std::string_view::npos &&
                       host > 0 && host + 1 < path;
  return address ? chunk.substr(0, host) : chunk;
}

/// Appends `word` with a blank where a capital begins a new part. False if it has one part only.
bool append_parts(std::string_view word, std::string& parts) {
  bool joined = false;
  bool lower_before = false;
  bool upper_before = false;
  for (Offset at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const Offset next = at + point.length;
    const bool upper = is_upper(point.value);
    const bool before_lower = next < word.size() && is_letter(code_point_at(word, next).value) &&
                              !is_upper(code_point_at(word, next).value);
    if (upper && (lower_before || (upper_before && before_lower))) {
      parts += ' ';
      joined = true;
    }
    parts += word.substr(at, point.length);
    upper_before = upper;
    lower_before = !upper && is_letter(point.value);
    at = next;
  }
  return joined;
}

}  // namespace

std::string plain_query(std::string_view text) {
  std::string plain;
  std::string parts;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const std::string_view chunk = without_address(text.substr(at, end - at));
    plain.append(chunk).append(" ");
    const std::size_t size = parts.size();
    if (append_parts(chunk, parts)) {
      parts += ' ';
    } else {
      parts.resize(size);
    }
    at = text.find_first_not_of(blanks, end);
  }
  return plain + parts;
}

}  // namespace cotejo
