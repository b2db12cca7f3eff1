#include <cotejo/io/review_json.hpp>

#include <cotejo/io/detail/json_node.hpp>
#include <cotejo/io/json_text.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

ReviewLine decode(const detail::JsonNode& node) {
  ReviewLine line{.when = node["when"].string_or_empty(),
                  .who = node["who"].string_or_empty(),
                  .fingerprint = node["fingerprint"].string(),
                  .words = node["words"].string_or_empty(),
                  .place = node["place"].string_or_empty(),
                  .code = node["code"].string_or_empty(),
                  .decision = node["decision"].named<Decision>(),
                  .note = node["note"].string_or_empty(),
                  .text = node["text"].string_or_empty()};
  if (line.fingerprint.empty()) node["fingerprint"].fail("empty");
  if (line.decision == Decision::dismissed && line.note.empty()) {
    node["note"].fail("a dismissal needs a reason");
  }
  return line;
}

Result<ReviewLine> read_line(simdjson::dom::parser& parser, std::string_view bytes) {
  simdjson::dom::element root;
  const auto code = parser.parse(bytes.data(), bytes.size()).get(root);
  if (code != simdjson::SUCCESS) {
    return Error{.kind = ErrorKind::bad_record, .message = detail::json_error_text(code)};
  }
  std::optional<std::string> fault;
  ReviewLine line = decode(detail::JsonNode(root, fault));
  if (fault) return Error{.kind = ErrorKind::bad_record, .message = *std::move(fault)};
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += out.size() > 1 ? "," : "";
  append_json_string(out, name);
  out += ':';
  append_json_string(out, value);
}

}  // namespace

Result<std::vector<ReviewLine>> read_review(std::string_view file) {
  simdjson::dom::parser parser;
  std::vector<ReviewLine> lines;
  for (std::size_t number = 1; !file.empty(); ++number) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view bytes = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    if (is_blank(bytes)) continue;
    auto line = read_line(parser, bytes);
    if (!line) {
      Error error = line.error();
      error.line = number;
      return error;
    }
    lines.push_back(*std::move(line));
  }
  return lines;
}

std::string write_review_line(const ReviewLine& line) {
  std::string out = "{";
  append_member(out, "when", line.when);
  append_member(out, "who", line.who);
  append_member(out, "fingerprint", line.fingerprint);
  append_member(out, "words", line.words);
  append_member(out, "place", line.place);
  append_member(out, "code", line.code);
  append_member(out, "decision", name_of(line.decision));
  append_member(out, "note", line.note);
  append_member(out, "text", line.text);
  return out + '}';
}

}  // namespace cotejo
