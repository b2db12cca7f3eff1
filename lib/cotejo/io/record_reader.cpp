#include <cotejo/io/record_reader.hpp>

#include <cotejo/io/detail/json_node.hpp>
#include <cotejo/io/detail/layers_decoder.hpp>
#include <cotejo/io/laws.hpp>
#include <cotejo/io/record_writer.hpp>

#include <optional>
#include <string>
#include <utility>

namespace cotejo {
namespace {

Error bad_record(std::string message) {
  return {.kind = ErrorKind::bad_record, .message = std::move(message)};
}

void check_format(const detail::JsonNode& record) {
  const detail::JsonNode format = record["format"];
  if (format.string() != record_format) {
    format.fail_at_value("not \"" + std::string{record_format} + "\"");
  }
  const detail::JsonNode positions = record["positions"];
  if (positions.exists() && positions.string() != "bytes") {
    positions.fail_at_value("only records with positions in bytes can be read");
  }
}

Meta decode_meta(const detail::JsonNode& node) {
  return {.title = node["title"].string_or_empty(),
          .byline = node["byline"].string_or_empty(),
          .outlet = node["outlet"].string_or_empty(),
          .url = node["url"].string_or_empty(),
          .path = node["path"].string_or_empty()};
}

void decode_head(const detail::JsonNode& record, Document& document) {
  check_format(record);
  document.rules = record["rules"].string_or_empty();
  document.id = record["id"].string();
  if (document.id.empty()) record["id"].fail("empty");
  document.language = record["language"].maybe_string();
  document.date = record["date"].maybe_day();
  document.meta = decode_meta(record["meta"]);
  document.text = record["text"].string();
}

Result<Document> decode_record(simdjson::dom::element root) {
  std::optional<std::string> fault;
  const detail::JsonNode record(root, fault);
  if (!record.is_object()) return bad_record("not a record: a JSON object is wanted");
  if (const auto doubled = detail::find_doubled_key(root)) {
    return bad_record(*doubled + ": doubled key");
  }
  Document document;
  decode_head(record, document);
  if (!fault) detail::decode_text_layers(record, document);
  if (!fault) detail::decode_check_layers(record, document);
  if (!fault) fault = find_broken_law(document);
  if (fault) return bad_record(std::move(*fault));
  return document;
}

}  // namespace

struct RecordReader::State {
  simdjson::dom::parser parser;
};

RecordReader::RecordReader() : state_(std::make_unique<State>()) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

Result<Document> RecordReader::read(std::string_view line) {
  simdjson::dom::element root;
  const auto code = state_->parser.parse(line.data(), line.size()).get(root);
  if (code != simdjson::SUCCESS) return bad_record(detail::json_error_text(code));
  return decode_record(root);
}

Result<Document> read_record(std::string_view line) { return RecordReader{}.read(line); }

}  // namespace cotejo
