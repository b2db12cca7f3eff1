#include <cotejo/report/exports/json_writer.hpp>

#include <cotejo/io/json_text.hpp>

namespace cotejo {

void JsonWriter::part() {
  if (follows_) out_ += ',';
  follows_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  part();
  out_ += bracket;
  follows_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  follows_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  part();
  append_json_string(out_, name);
  out_ += ':';
  follows_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  part();
  append_json_string(out_, value);
  return *this;
}

JsonWriter& JsonWriter::count(std::size_t value) {
  part();
  out_ += std::to_string(value);
  return *this;
}

}  // namespace cotejo
