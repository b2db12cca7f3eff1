#include <cotejo/io/entry_json.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/io/detail/json_node.hpp>
#include <cotejo/io/json_text.hpp>

#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t id_digits = 12;
constexpr std::size_t day_length = 10;

Error bad_entry(std::string message) {
  return {.kind = ErrorKind::bad_record, .message = std::move(message)};
}

Figure figure(const detail::JsonNode& node) {
  return {.measure = node["measure"].string(),
          .subject = node["subject"].string_or_empty(),
          .place = node["place"].string_or_empty(),
          .from = node["from"].day_or_empty(),
          .to = node["to"].day_or_empty(),
          .low = node["low"].maybe_number(),
          .high = node["high"].maybe_number(),
          .unit = node["unit"].string_or_empty(),
          .basis = node["basis"].string_or_empty(),
          .source = node["source"].string_or_empty(),
          .note = node["note"].string_or_empty()};
}

CorpusEntry plain_entry(const detail::JsonNode& node) {
  CorpusEntry entry;
  entry.id = node["id"].string_or_empty();
  entry.kind = node["kind"].named<EntryKind>();
  entry.speaker = node["speaker"].string_or_empty();
  entry.outlet = node["outlet"].string_or_empty();
  entry.date = node["date"].day_or_empty();
  entry.language = node["language"].string_or_empty();
  entry.title = node["title"].string_or_empty();
  entry.url = node["url"].string_or_empty();
  entry.licence = node["licence"].string_or_empty();
  entry.text = node["text"].string_or_empty();
  entry.body = node["body"].string_or_empty();
  entry.rating = node["rating"].string_or_empty();
  if (entry.kind == EntryKind::figure) entry.figure = figure(node);
  return entry;
}

// JSON-LD writes a string, {"name": …}, or a list of these.
std::string name_in(const detail::JsonNode& node) {
  if (node.is_string()) return node.string();
  if (node.is_object()) return node["name"].string_or_empty();
  std::string first;
  if (node.is_array()) {
    node.each([&](const detail::JsonNode& item) {
      if (first.empty()) first = name_in(item);
    });
  }
  return first;
}

std::string string_in(const detail::JsonNode& node) {
  return node.is_string() ? node.string() : std::string{};
}

bool is_claim_review(const detail::JsonNode& node) {
  if (!node.is_object()) return false;
  const detail::JsonNode type = node["@type"];
  if (type.is_string()) return type.string() == "ClaimReview";
  bool found = false;
  if (type.is_array()) {
    type.each([&](const detail::JsonNode& item) {
      found = found || (item.is_string() && item.string() == "ClaimReview");
    });
  }
  return found;
}

std::string first_of(std::string first, std::string second) {
  return first.empty() ? std::move(second) : std::move(first);
}

std::string rating_in(const detail::JsonNode& node) {
  if (!node.is_object()) return string_in(node);
  std::string named = first_of(string_in(node["alternateName"]), string_in(node["name"]));
  return first_of(std::move(named), string_in(node["ratingValue"]));
}

// A date or a time of schema.org; only the day is kept.
std::string day_in(const detail::JsonNode& node) {
  const std::string day = string_in(node).substr(0, day_length);
  return detail::is_iso_day(day) ? day : std::string{};
}

// https://schema.org/ClaimReview
CorpusEntry claim_review(const detail::JsonNode& node) {
  CorpusEntry entry;
  entry.kind = EntryKind::fact_check;
  entry.text = node["claimReviewed"].string();
  entry.title = first_of(string_in(node["headline"]), string_in(node["name"]));
  entry.url = string_in(node["url"]);
  entry.id = first_of(string_in(node["@id"]), entry.url);
  entry.outlet = first_of(name_in(node["author"]), name_in(node["publisher"]));
  entry.date = day_in(node["datePublished"]);
  entry.language = string_in(node["inLanguage"]);
  entry.licence = string_in(node["license"]);
  entry.body = first_of(string_in(node["reviewBody"]), string_in(node["articleBody"]));
  entry.rating = rating_in(node["reviewRating"]);
  if (const detail::JsonNode item = node["itemReviewed"]; item.is_object()) {
    entry.speaker = name_in(item["author"]);
  }
  return entry;
}

class EntryDecoder {
 public:
  void decode(const detail::JsonNode& node) {
    if (node.is_array()) return node.each([&](const detail::JsonNode& item) { decode(item); });
    if (!node.is_object()) return node.fail("not an entry: a JSON object is wanted");
    if (is_claim_review(node)) return add(node, claim_review(node));
    if (const detail::JsonNode graph = node["@graph"]; graph.exists()) {
      return graph.each([&](const detail::JsonNode& item) {
        if (is_claim_review(item)) add(item, claim_review(item));
      });
    }
    if (node["@type"].exists() || node["@context"].exists()) {
      return node.fail("JSON-LD that is no ClaimReview");
    }
    add(node, plain_entry(node));
  }

  std::vector<CorpusEntry> entries;

 private:
  void add(const detail::JsonNode& node, CorpusEntry entry) {
    if (const std::string fault = fault_of_entry(entry); !fault.empty()) node.fail(fault);
    entries.push_back(std::move(entry));
  }
};

void give_ids(std::vector<CorpusEntry>& entries) {
  for (CorpusEntry& entry : entries) {
    if (entry.id.empty()) entry.id = sha256(write_entry(entry)).substr(0, id_digits);
  }
}

class EntryWriter {
 public:
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    append_json_string(out_, value);
  }

  void number(std::string_view name, const std::optional<double>& value) {
    if (!value) return;
    key(name);
    append_json_number(out_, *value);
  }

  [[nodiscard]] std::string line() && { return std::move(out_) + "}"; }

 private:
  void key(std::string_view name) {
    if (out_.size() > 1) out_ += ',';
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }

  std::string out_ = "{";
};

void write_figure(EntryWriter& writer, const Figure& figure) {
  writer.text("measure", figure.measure);
  writer.text("subject", figure.subject);
  writer.text("place", figure.place);
  writer.text("from", figure.from);
  writer.text("to", figure.to);
  writer.number("low", figure.low);
  writer.number("high", figure.high);
  writer.text("unit", figure.unit);
  writer.text("basis", figure.basis);
  writer.text("source", figure.source);
  writer.text("note", figure.note);
}

std::string fault_of_figure(const Figure& figure) {
  if (figure.measure.empty()) return "measure: missing";
  if (!figure.low && !figure.high) return "a figure without low and high";
  if (figure.low && figure.high && *figure.low > *figure.high) return "low: above high";
  for (const std::string* const day : {&figure.from, &figure.to}) {
    if (!day->empty() && !detail::is_iso_day(*day)) {
      return *day + ": not a day of the form YYYY-MM-DD";
    }
  }
  if (!figure.from.empty() && !figure.to.empty() && figure.from > figure.to) {
    return "from " + figure.from + " is after to " + figure.to;
  }
  return "";
}

}  // namespace

std::string fault_of_entry(const CorpusEntry& entry) {
  if (!entry.date.empty() && !detail::is_iso_day(entry.date)) {
    return "date: " + entry.date + ": not a day of the form YYYY-MM-DD";
  }
  if (entry.figure) return fault_of_figure(*entry.figure);
  if (entry.kind == EntryKind::figure) return "measure: missing";
  return entry.text.empty() ? "text: missing" : "";
}

Result<std::vector<CorpusEntry>> read_entries(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto code = parser.parse(json.data(), json.size()).get(root);
  if (code != simdjson::SUCCESS) return bad_entry(detail::json_error_text(code));
  if (const auto doubled = detail::find_doubled_key(root)) {
    return bad_entry(*doubled + ": doubled key");
  }
  std::optional<std::string> fault;
  EntryDecoder decoder;
  decoder.decode(detail::JsonNode(root, fault));
  if (fault) return bad_entry(std::move(*fault));
  give_ids(decoder.entries);
  return std::move(decoder.entries);
}

Result<CorpusEntry> read_entry(std::string_view line) {
  auto entries = read_entries(line);
  if (!entries) return entries.error();
  if (entries->size() != 1) {
    return bad_entry("one entry is wanted, there are " + std::to_string(entries->size()));
  }
  return std::move(entries->front());
}

std::string write_entry(const CorpusEntry& entry) {
  EntryWriter writer;
  writer.text("id", entry.id);
  writer.text("kind", name_of(entry.kind));
  writer.text("speaker", entry.speaker);
  writer.text("outlet", entry.outlet);
  writer.text("date", entry.date);
  writer.text("language", entry.language);
  writer.text("title", entry.title);
  writer.text("url", entry.url);
  writer.text("licence", entry.licence);
  writer.text("text", entry.text);
  writer.text("body", entry.body);
  writer.text("rating", entry.rating);
  if (entry.figure) write_figure(writer, *entry.figure);
  return std::move(writer).line();
}

}  // namespace cotejo
