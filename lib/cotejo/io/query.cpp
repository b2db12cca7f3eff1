#include <cotejo/io/query.hpp>

#include <cotejo/io/detail/json_node.hpp>

#include <optional>
#include <utility>

namespace cotejo {

Result<Query> read_query(std::string_view line) {
  const auto bad = [](std::string message) {
    return Error{.kind = ErrorKind::bad_record, .message = std::move(message)};
  };
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto code = parser.parse(line.data(), line.size()).get(root);
  if (code != simdjson::SUCCESS) return bad(detail::json_error_text(code));
  std::optional<std::string> fault;
  const detail::JsonNode node(root, fault);
  Query query{.id = node["id"].string(), .text = node["text"].string()};
  if (fault) return bad(std::move(*fault));
  return query;
}

}  // namespace cotejo
