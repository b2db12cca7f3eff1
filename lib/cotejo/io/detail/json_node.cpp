#include <cotejo/io/detail/json_node.hpp>

#include <cotejo/io/json_text.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <set>

namespace cotejo::detail {
namespace {

constexpr std::size_t few_keys = 64;
constexpr std::size_t longest_shown = 60;

std::string quoted(std::string_view value) {
  std::string text;
  if (value.size() > longest_shown) {
    std::size_t end = longest_shown;
    while ((static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    append_json_string(text, value.substr(0, end));
    text.insert(text.size() - 1, "…");
    return text;
  }
  append_json_string(text, value);
  return text;
}

// The keys of one object, asked one after the other.
class KeySet {
 public:
  // True if the key has been seen before.
  bool seen(std::string_view key) {
    const std::uint64_t bit = std::uint64_t{1} << bucket(key);
    const bool maybe = (filter_ & bit) != 0;
    filter_ |= bit;
    if (!many_.empty()) return !many_.insert(key).second;
    if (maybe && std::ranges::find(few_, key) != few_.end()) return true;
    few_.push_back(key);
    if (few_.size() > few_keys) many_.insert(few_.begin(), few_.end());
    return false;
  }

 private:
  static unsigned bucket(std::string_view key) {
    if (key.empty()) return 0;
    return (static_cast<unsigned char>(key.front()) * 7U +
            static_cast<unsigned char>(key.back()) * 3U + static_cast<unsigned>(key.size())) %
           64U;
  }

  std::uint64_t filter_ = 0;
  std::vector<std::string_view> few_;
  std::set<std::string_view> many_;
};

std::optional<std::string> doubled_below(simdjson::dom::element value);

std::optional<std::string> doubled_in_object(simdjson::dom::object object) {
  KeySet keys;
  for (const auto [key, value] : object) {
    if (keys.seen(key)) return std::string{key};
    if (auto below = doubled_below(value)) {
      return std::string{key} + (below->starts_with('[') ? "" : ".") + *below;
    }
  }
  return std::nullopt;
}

std::optional<std::string> doubled_in_array(simdjson::dom::array array) {
  std::size_t place = 0;
  for (const simdjson::dom::element item : array) {
    if (auto below = doubled_below(item)) {
      return "[" + std::to_string(place) + "]" + (below->starts_with('[') ? "" : ".") + *below;
    }
    ++place;
  }
  return std::nullopt;
}

std::optional<std::string> doubled_below(simdjson::dom::element value) {
  if (value.is_object()) return doubled_in_object(value.get_object().value_unsafe());
  if (value.is_array()) return doubled_in_array(value.get_array().value_unsafe());
  return std::nullopt;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || text.front() == '-')
    return std::nullopt;
  return value;
}

}  // namespace

JsonNode JsonNode::operator[](std::string_view name) const {
  JsonNode member(this, name);
  if (!exists()) return member;
  simdjson::dom::object object;
  if (value_.get(object) != simdjson::SUCCESS) {
    fail("not an object");
    return member;
  }
  member.present_ = object.at_key(name).get(member.value_) == simdjson::SUCCESS;
  return member;
}

std::string JsonNode::string() const {
  std::string_view text;
  if (!present_ || value_.get(text) != simdjson::SUCCESS) fail_missing_or("not a string");
  return std::string{text};
}

std::string JsonNode::string_or_empty() const { return exists() ? string() : std::string{}; }

std::optional<std::string> JsonNode::maybe_string() const {
  return exists() ? std::optional{string()} : std::nullopt;
}

std::vector<std::string> JsonNode::strings() const {
  return list<std::string>([](const JsonNode& item) { return item.string(); });
}

std::string JsonNode::day_or_empty() const {
  std::string day = string_or_empty();
  if (!day.empty() && !is_iso_day(day)) fail_at_value("not a day of the form YYYY-MM-DD");
  return day;
}

std::optional<std::string> JsonNode::maybe_day() const {
  std::string day = day_or_empty();
  if (exists() && day.empty()) fail_at_value("not a day of the form YYYY-MM-DD");
  return exists() ? std::optional{std::move(day)} : std::nullopt;
}

double JsonNode::number() const {
  double value = 0;
  if (!present_ || value_.get(value) != simdjson::SUCCESS) fail_missing_or("not a number");
  return value;
}

std::optional<double> JsonNode::maybe_number() const {
  return exists() ? std::optional{number()} : std::nullopt;
}

std::uint32_t JsonNode::index() const {
  std::uint64_t value = 0;
  if (!present_ || value_.get(value) != simdjson::SUCCESS) {
    fail_missing_or("not a whole number");
    return 0;
  }
  if (value > std::numeric_limits<std::uint32_t>::max()) {
    fail(std::to_string(value) + ": too large");
    return 0;
  }
  return static_cast<std::uint32_t>(value);
}

Span JsonNode::span() const {
  simdjson::dom::array pair;
  if (!present_ || value_.get(pair) != simdjson::SUCCESS || pair.size() != 2) {
    fail_missing_or("not a pair [begin, end]");
    return {};
  }
  const auto bounds = list<std::uint32_t>([](const JsonNode& item) { return item.index(); });
  return bounds.size() == 2 ? Span{bounds[0], bounds[1]} : Span{};
}

std::optional<Span> JsonNode::maybe_span() const {
  return exists() ? std::optional{span()} : std::nullopt;
}

std::vector<Span> JsonNode::spans() const {
  return list<Span>([](const JsonNode& item) { return item.span(); });
}

void JsonNode::fail(std::string_view what) const {
  if (*fault_) return;
  const std::string place = path();
  *fault_ = place.empty() ? std::string{what} : place + ": " + std::string{what};
}

void JsonNode::fail_at_value(std::string_view what) const {
  std::string_view text;
  if (present_ && value_.get(text) == simdjson::SUCCESS)
    return fail(quoted(text) + ": " + std::string{what});
  fail(what);
}

void JsonNode::fail_missing_or(std::string_view wanted) const {
  fail(present_ ? wanted : std::string_view{"missing"});
}

void JsonNode::fail_unnamed(std::span<const std::string_view> names) const {
  std::string what = "not one of ";
  for (const std::string_view name : names) {
    if (name != names.front()) what += ", ";
    what += name;
  }
  fail_at_value(what);
}

std::string JsonNode::path() const {
  if (up_ == nullptr) return "";
  const std::string before = up_->path();
  if (name_.empty()) return before + "[" + std::to_string(place_) + "]";
  return before.empty() ? std::string{name_} : before + "." + std::string{name_};
}

std::optional<std::string> find_doubled_key(simdjson::dom::element value) {
  return doubled_below(value);
}

std::string json_error_text(simdjson::error_code code) {
  // A switch over a foreign enumeration: only the codes a reader of a line can do something about.
  if (code == simdjson::UNCLOSED_STRING) return "not JSON: a string is not closed";
  if (code == simdjson::UTF8_ERROR) return "not UTF-8";
  if (code == simdjson::STRING_ERROR) return "not JSON: a string with a wrong escape";
  if (code == simdjson::NUMBER_ERROR) {
    return "not JSON: a number that is none, or needs more than 64 bits";
  }
  if (code == simdjson::DEPTH_ERROR) return "nested more than 1024 deep";
  if (code == simdjson::UNESCAPED_CHARS) {
    return "not JSON: a control character that is not escaped inside a string";
  }
  if (code == simdjson::EMPTY) return "not JSON: empty";
  if (code == simdjson::CAPACITY || code == simdjson::MEMALLOC) return "too large to be read";
  return "not JSON: brackets, commas or colons are wrong, or the end is missing";
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return false;
  return std::chrono::year_month_day{std::chrono::year{*year},
                                     std::chrono::month{static_cast<unsigned>(*month)},
                                     std::chrono::day{static_cast<unsigned>(*day)}}
      .ok();
}

}  // namespace cotejo::detail
