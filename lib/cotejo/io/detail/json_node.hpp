#ifndef COTEJO_IO_DETAIL_JSON_NODE_HPP
#define COTEJO_IO_DETAIL_JSON_NODE_HPP

// Private to io: the one header that shows simdjson. Nothing outside lib/cotejo/io includes it.

#include <cotejo/base/id.hpp>
#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo::detail {

/// A JSON value, or the lack of one, with the way to it from the root: `quotes[3].content`.
///
/// Getters return a plain default when the value is not what they want and note the first such
/// fault, so that a decoder can be written straight down and asked once, at its end. A node looks
/// at its parent, which must outlive it.
class JsonNode {
 public:
  /// The root. `fault` receives the first fault and must outlive all nodes.
  JsonNode(simdjson::dom::element value, std::optional<std::string>& fault)
      : value_(value), present_(true), fault_(&fault) {}

  /// True if there is a value and it is not null.
  [[nodiscard]] bool exists() const { return present_ && !value_.is_null(); }
  /// The member of that name; an absent node if this is absent or has none. A fault if this is no
  /// object.
  [[nodiscard]] JsonNode operator[](std::string_view name) const;
  /// True if the value is an object, or an array, a string.
  [[nodiscard]] bool is_object() const { return present_ && value_.is_object(); }
  [[nodiscard]] bool is_array() const { return present_ && value_.is_array(); }
  [[nodiscard]] bool is_string() const { return present_ && value_.is_string(); }

  /// True if there is a value; a fault if it is no list, null included.
  [[nodiscard]] bool is_layer() const {
    if (present_ && !value_.is_array()) fail("not a list");
    return present_;
  }

  /// Calls `visit` with the node of every item, as long as there is no fault; an absent or null
  /// array has none.
  template <typename Visit>
  void each(Visit visit) const;
  /// What `make` makes of every item.
  template <typename T, typename Make>
  [[nodiscard]] std::vector<T> list(Make make) const;

  [[nodiscard]] std::string string() const;           ///< a fault if absent
  [[nodiscard]] std::string string_or_empty() const;  ///< "" if absent or null
  [[nodiscard]] std::optional<std::string> maybe_string() const;
  [[nodiscard]] std::vector<std::string> strings() const;
  [[nodiscard]] std::string day_or_empty() const;  ///< an ISO 8601 day
  [[nodiscard]] std::optional<std::string> maybe_day() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::optional<double> maybe_number() const;
  [[nodiscard]] std::uint32_t index() const;  ///< a whole number from 0 to 2³² - 1
  [[nodiscard]] Span span() const;
  [[nodiscard]] std::optional<Span> maybe_span() const;
  [[nodiscard]] std::vector<Span> spans() const;
  template <typename T>
  [[nodiscard]] Id<T> id() const {
    return Id<T>{index()};
  }
  template <typename T>
  [[nodiscard]] std::optional<Id<T>> maybe_id() const {
    return exists() ? std::optional{id<T>()} : std::nullopt;
  }
  /// The enumerator of that name.
  template <typename Enum>
  [[nodiscard]] Enum named() const;

  /// Notes a fault of this value, "quotes[3].content: <what>", unless one is noted already.
  void fail(std::string_view what) const;
  /// Notes "quotes[3].kind: "foo": <what>".
  void fail_at_value(std::string_view what) const;

 private:
  JsonNode(const JsonNode* up, std::string_view name) : up_(up), name_(name), fault_(up->fault_) {}
  JsonNode(const JsonNode* up, std::size_t place) : up_(up), place_(place), fault_(up->fault_) {}

  [[nodiscard]] std::string path() const;
  void fail_missing_or(std::string_view wanted) const;
  void fail_unnamed(std::span<const std::string_view> names) const;

  simdjson::dom::element value_;
  bool present_ = false;
  const JsonNode* up_ = nullptr;
  std::string_view name_;  // of a member; empty for an item
  std::size_t place_ = 0;  // of an item
  std::optional<std::string>* fault_;
};

/// The name of an object's doubled key with the way to its object, looking at every object of the
/// value, or nothing. Linear but for hostile objects, n log n there.
[[nodiscard]] std::optional<std::string> find_doubled_key(simdjson::dom::element value);

/// What a simdjson error means to somebody who looks at the line.
[[nodiscard]] std::string json_error_text(simdjson::error_code code);

/// True if `text` is a day of the calendar, YYYY-MM-DD.
[[nodiscard]] bool is_iso_day(std::string_view text);

template <typename Visit>
void JsonNode::each(Visit visit) const {
  if (!exists() || *fault_) return;
  if (!value_.is_array()) return fail("not a list");
  std::size_t place = 0;
  // Held by value: value_unsafe() of a temporary is a reference into it.
  const simdjson::dom::array array = value_.get_array().value_unsafe();
  for (const simdjson::dom::element item : array) {
    JsonNode node(this, place++);
    node.value_ = item;
    node.present_ = true;
    visit(std::as_const(node));
    if (*fault_) return;
  }
}

template <typename T, typename Make>
std::vector<T> JsonNode::list(Make make) const {
  std::vector<T> items;
  if (is_array()) items.reserve(value_.get_array().value_unsafe().size());
  each([&](const JsonNode& item) { items.push_back(make(item)); });
  return items;
}

template <typename Enum>
Enum JsonNode::named() const {
  std::string_view name;
  if (!present_ || value_.get(name) != simdjson::SUCCESS) {
    fail_missing_or("not a string");
    return Enum{};
  }
  if (const auto value = value_named<Enum>(name)) return *value;
  fail_unnamed(names_of<Enum>);
  return Enum{};
}

}  // namespace cotejo::detail

#endif
