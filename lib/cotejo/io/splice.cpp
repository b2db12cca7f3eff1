// Records are changed by cutting and pasting bytes of their line, so that what a tool does not know
// passes through it unharmed and nothing is written twice. Appending needs no look at the line but
// for its last brace; only a run that replaces something scans for the members of the outermost
// object. Proven by tests/unit/io/splice_test.cpp.

#include <cotejo/io/splice.hpp>

#include <cotejo/io/detail/json_node.hpp>
#include <cotejo/io/json_text.hpp>
#include <cotejo/io/positions.hpp>
#include <cotejo/io/record_writer.hpp>

#include <algorithm>
#include <cstring>

namespace cotejo {
namespace {

bool is_json_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (is_json_blank(line[at])) ++at;
  return at;
}

// The place behind the string whose opening mark is at `at`.
std::size_t skip_string(std::string_view line, std::size_t at) {
  for (std::size_t close = line.find('"', at + 1);; close = line.find('"', close + 1)) {
    std::size_t slashes = 0;
    while (line[close - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 0) return close + 1;
  }
}

// The place behind the object or list whose bracket is at `at`.
std::size_t skip_container(std::string_view line, std::size_t at) {
  std::size_t depth = 0;
  while (true) {
    const char byte = line[at];
    if (byte == '"') {
      at = skip_string(line, at);
      continue;
    }
    ++at;
    if (byte == '{' || byte == '[') ++depth;
    if ((byte == '}' || byte == ']') && --depth == 0) return at;
  }
}

std::size_t skip_value(std::string_view line, std::size_t at) {
  if (line[at] == '"') return skip_string(line, at);
  if (line[at] == '{' || line[at] == '[') return skip_container(line, at);
  while (line[at] != ',' && line[at] != '}' && !is_json_blank(line[at])) ++at;
  return at;
}

// `written` is a key between its marks.
std::string decoded_key(std::string_view written) {
  if (written.find('\\') == std::string_view::npos) {
    return std::string{written.substr(1, written.size() - 2)};
  }
  simdjson::dom::parser parser;
  std::string_view key;
  const std::string list = "[" + std::string{written} + "]";
  if (parser.parse(list).at(0).get(key) != simdjson::SUCCESS) return {};
  return std::string{key};
}

// A stretch of the line and what stands there instead.
struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string bytes;
};

// The line's members and what is to become of them.
class Cutter {
 public:
  explicit Cutter(std::string_view line) : line_(line), members_(find_members(line)) {}

  [[nodiscard]] const JsonMember* find(std::string_view key) const {
    const auto found = std::ranges::find(members_, key, &JsonMember::key);
    return found == members_.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool lacks(std::string_view key) const {
    const JsonMember* const member = find(key);
    return member == nullptr || line_.substr(member->value, member->end - member->value) == "null";
  }

  // Takes out all members of which `unwanted(key)` is true. Pre: not all of them are.
  template <typename Unwanted>
  void cut(Unwanted unwanted) {
    std::size_t leading = 0;
    while (unwanted(members_[leading].key)) ++leading;
    if (leading > 0) changes_.push_back({members_[0].begin, members_[leading].begin, {}});
    for (std::size_t i = leading + 1; i < members_.size(); ++i) {
      if (unwanted(members_[i].key)) changes_.push_back({members_[i - 1].end, members_[i].end, {}});
    }
  }

  // Gives a member a value, behind the member `after` if there is none yet.
  void set(std::string_view key, std::string_view value, std::string_view after) {
    if (const JsonMember* const member = find(key)) {
      changes_.push_back({member->value, member->end, std::string{value}});
      return;
    }
    const JsonMember* const place = find(after);
    const std::size_t at = place != nullptr ? place->end : members_.back().end;
    changes_.push_back({at, at, ",\"" + std::string{key} + "\":" + std::string{value}});
  }

  void append(std::string bytes) {
    const std::size_t at = members_.back().end;
    changes_.push_back({at, at, std::move(bytes)});
    appended_ = changes_.size() - 1;
  }

  [[nodiscard]] std::string result() {
    // What is appended comes last, whatever is cut or set where it stands.
    Change last = appended_ ? std::move(changes_[*appended_]) : Change{};
    if (appended_) changes_.erase(changes_.begin() + static_cast<std::ptrdiff_t>(*appended_));
    std::ranges::stable_sort(changes_, [](const Change& left, const Change& right) {
      return left.begin != right.begin ? left.begin < right.begin : left.end < right.end;
    });
    std::string out;
    out.reserve(line_.size() + last.bytes.size() + 256);
    std::size_t done = 0;
    for (const Change& change : changes_) {
      out.append(line_, done, change.begin - done);
      out += change.bytes;
      done = change.end;
    }
    const std::size_t end = members_.back().end;
    if (done < end) out.append(line_, done, end - done);
    out += last.bytes;
    out.append(line_, std::max(done, end));
    return out;
  }

 private:
  std::string_view line_;
  std::vector<JsonMember> members_;
  std::vector<Change> changes_;
  std::optional<std::size_t> appended_;
};

std::string json_string(std::string_view value) {
  std::string out;
  append_json_string(out, value);
  return out;
}

std::string rules_key(Stage stage) { return std::string{name_of(stage)} + "_rules"; }

bool ran(const Splice& splice, Stage stage) {
  return std::ranges::find(splice.stages, stage) != splice.stages.end();
}

LayerSet filled_by(const Splice& splice) {
  LayerSet filled;
  for (const Stage stage : splice.stages) filled |= layers_of(stage);
  return filled;
}

void append_layers(std::string& out, const Document& document, LayerSet layers) {
  for (std::size_t i = 0; i < layer_count; ++i) {
    if (!layers.test(i)) continue;
    const auto layer = static_cast<Layer>(i);
    out += ",\"";
    out += name_of(layer);
    out += "\":";
    append_layer(out, document, layer);
  }
}

// True if the line's `rules` are those of this run, now or from before.
bool owns_rules(const Document& document, const Splice& splice) {
  return document.rules.empty() || document.rules == splice.rules ||
         (ran(splice, Stage::read) && splice.kept.none());
}

void append_stage_rules(std::string& out, const Splice& splice) {
  for (const Stage stage : splice.stages) {
    out += ",\"" + rules_key(stage) + "\":" + json_string(splice.rules);
  }
}

void set_head(Cutter& cutter, const Document& document, const Splice& splice) {
  if (owns_rules(document, splice)) cutter.set("rules", json_string(splice.rules), "format");
  if (!ran(splice, Stage::read) && !splice.fills_head) return;
  if (document.language && cutter.lacks("language")) {
    cutter.set("language", json_string(*document.language), "id");
  }
  if (document.date && cutter.lacks("date")) {
    const bool after_language = cutter.find("language") != nullptr;
    cutter.set("date", json_string(*document.date), after_language ? "language" : "id");
  }
}

// True for the layers to be cut, and for the `…_rules` of stages whose layers go or come.
bool is_cut(std::string_view key, const Splice& splice) {
  if (const auto layer = value_named<Layer>(key)) {
    return splice.cut.test(static_cast<std::size_t>(*layer));
  }
  for (std::size_t i = 0; i < stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    if (key != rules_key(stage)) continue;
    return (layers_of(stage) & (splice.cut | filled_by(splice))).any();
  }
  return false;
}

std::string spliced_at_end(std::string_view line, const std::string& added) {
  std::size_t at = line.rfind('}');
  while (is_json_blank(line[at - 1])) --at;
  std::string out;
  out.reserve(line.size() + added.size());
  out.append(line, 0, at);
  out += added;
  out.append(line, at);
  return out;
}

}  // namespace

std::vector<JsonMember> find_members(std::string_view line) {
  std::vector<JsonMember> members;
  std::size_t at = skip_blanks(line, skip_blanks(line, 0) + 1);
  while (line[at] == '"') {
    JsonMember member{.key = {}, .begin = at};
    const std::size_t behind_key = skip_string(line, at);
    member.key = decoded_key(line.substr(at, behind_key - at));
    member.value = skip_blanks(line, skip_blanks(line, behind_key) + 1);
    member.end = skip_value(line, member.value);
    at = skip_blanks(line, member.end);
    if (line[at] == ',') at = skip_blanks(line, at + 1);
    members.push_back(std::move(member));
  }
  return members;
}

std::string splice_layers(std::string_view line, const Document& document, const Splice& splice) {
  std::string added;
  added.reserve(document.text.size());
  if (!owns_rules(document, splice)) append_stage_rules(added, splice);
  append_layers(added, document, filled_by(splice));
  // Nothing to cut and nothing to set: the common case, one more tool of a pipe.
  const bool only_appends = document.rules == splice.rules && !document.rules.empty() &&
                            splice.cut.none() && !ran(splice, Stage::read) && !splice.fills_head;
  if (only_appends) return spliced_at_end(line, added);
  Cutter cutter(line);
  cutter.cut([&](std::string_view key) { return is_cut(key, splice); });
  set_head(cutter, document, splice);
  cutter.append(std::move(added));
  return cutter.result();
}

std::string with_char_positions(std::string_view line, const Document& document) {
  const LayerSet layers = layers_in(document);
  std::string added;
  append_layers(added, with_char_positions(document), layers);
  Cutter cutter(line);
  cutter.cut([](std::string_view key) { return value_named<Layer>(key).has_value(); });
  cutter.set("positions", "\"chars\"", "format");
  cutter.append(std::move(added));
  return cutter.result();
}

}  // namespace cotejo
