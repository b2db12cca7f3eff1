#ifndef COTEJO_REPORT_EXPORTS_JSON_WRITER_HPP
#define COTEJO_REPORT_EXPORTS_JSON_WRITER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo {

/// Writes one JSON text from its begin to its end, on one line; commas come of themselves.
class JsonWriter {
 public:
  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  /// The name of the next value. Pre: an object is open.
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& count(std::size_t value);
  /// A member that is a text.
  JsonWriter& member(std::string_view name, std::string_view value) {
    return key(name).text(value);
  }
  /// The same, left out if it is "".
  JsonWriter& member_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : member(name, value);
  }
  JsonWriter& member(std::string_view name, std::size_t value) { return key(name).count(value); }

  /// What was written. Ends the writing.
  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void part();

  std::string out_;
  bool follows_ = false;  // a value of the same list or object stands before
};

}  // namespace cotejo

#endif
