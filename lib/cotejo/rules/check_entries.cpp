// What lint looks at beside what loading needs. Tests: tests/lint/R006*, R020*, R021*.
#include <cotejo/rules/check_entries.hpp>

#include <cotejo/rules/expand.hpp>
#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cotejo {
namespace {

/// Characters that nobody sees: zero-width ones, controls of direction, the soft hyphen.
bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// The joiners belong to the spelling of Arabic and Indic scripts.
bool shapes_script(char32_t c, char32_t before) {
  return (c == 0x200C || c == 0x200D) && before >= 0x0600 && before < 0x1000 && is_letter(before);
}

void find_deceptive_in_line(std::string_view line, const RulePlace& begin,
                            std::vector<Diagnostic>& found) {
  const auto report = [&](std::size_t at, std::string text) {
    const RulePlace place{begin.file, begin.line, count_code_points(line.substr(0, at)) + 1};
    found.push_back({"R020", FaultSeverity::error, std::move(text), place, std::string(line)});
  };
  char32_t before = 0;
  for (Offset at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (is_invisible(point.value) && !shapes_script(point.value, before)) {
      report(at, "an invisible character; write it as an escape in a double-quoted string");
    }
    before = point.value;
    at += point.length;
  }
  if (const auto mixed = find_mixed_scripts(line)) {
    report(*mixed, "a word with letters of two scripts");
  }
}

/// The words of a list as they are written, each with its place.
std::vector<std::pair<std::string, RulePlace>> written_words(const RuleEntry& list) {
  std::vector<std::pair<std::string, RulePlace>> all;
  if (const RuleField* field = list.find("words")) {
    const auto words = list.words("words");
    for (std::size_t i = 0; i < words.size(); ++i) {
      all.emplace_back(words[i], field->items.empty() ? field->place : field->items[i]);
    }
  }
  for (const RuleRow& row : list.rows("rows")) {
    for (std::string& word : split_words(row.cell("words"))) {
      all.emplace_back(std::move(word), row.place);
    }
    if (!row.cell("phrase").empty()) all.emplace_back(std::string(row.cell("phrase")), row.place);
  }
  return all;
}

}  // namespace

void Vocabularies::add(const RuleFile& file) {
  for (const RuleEntry& entry : file.entries) {
    const std::string_view key = entry.text("key");
    if (entry.kind != "vocabulary" || key.empty()) continue;
    vocabularies_.push_back({std::string(key), entry.words("layers"), entry.words("words")});
  }
}

std::vector<Diagnostic> Vocabularies::check(const RuleEntry& entry) const {
  std::vector<Diagnostic> found;
  const std::string_view layer = entry.kind == "pattern" ? entry.text("emit") : entry.text("layer");
  for (const RuleField& field : entry.fields) {
    if (const auto* text = std::get_if<std::string>(&field.value)) {
      check_value(field.key, *text, "", field.place, found);
    }
  }
  for (const std::string_view rows : {"with", "rows"}) {
    for (const RuleRow& row : entry.rows(rows)) {
      for (const auto& [key, value] : row.cells) check_value(key, value, layer, row.place, found);
    }
  }
  return found;
}

void Vocabularies::check_value(std::string_view key, std::string_view value, std::string_view layer,
                               const RulePlace& place, std::vector<Diagnostic>& found) const {
  for (const Vocabulary& vocabulary : vocabularies_) {
    const bool meant = vocabulary.key == key &&
                       (vocabulary.layers.empty() ||
                        std::ranges::find(vocabulary.layers, layer) != vocabulary.layers.end());
    if (!meant || std::ranges::find(vocabulary.words, value) != vocabulary.words.end()) continue;
    const std::vector<std::string_view> words(vocabulary.words.begin(), vocabulary.words.end());
    const std::string_view near = nearest_name(value, words);
    found.push_back({"R006", FaultSeverity::error,
                     "'" + std::string(value) + "' is no " + std::string(key) +
                         (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"),
                     place, ""});
  }
}

std::vector<Diagnostic> find_deceptive_characters(const RuleFile& file) {
  std::vector<Diagnostic> found;
  if (first_bad_utf8(file.bytes)) return found;
  std::string_view rest = file.bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    find_deceptive_in_line(rest.substr(0, end), {file.path, number, 1}, found);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return found;
}

std::vector<Diagnostic> find_ambiguous_words(const std::vector<const RuleFile*>& files) {
  std::vector<Diagnostic> found;
  std::map<std::tuple<std::string, std::string, std::string>, std::string> owners;
  for (const RuleFile* file : files) {
    for (const RuleEntry& entry : file->entries) {
      if (entry.kind != "list" || entry.text("layer").empty()) continue;
      for (const auto& [text, place] : written_words(entry)) {
        const auto forms = expand_braces(text);
        if (!forms) continue;
        for (const std::string& form : *forms) {
          const auto [owner, is_new] = owners.try_emplace(
              {entry.language, std::string(entry.text("layer")), fold(form)}, entry.id);
          if (is_new || owner->second == entry.id) continue;
          found.push_back({"R021", FaultSeverity::note,
                           "'" + form + "' stands in list '" + owner->second + "' too", place,
                           std::string(source_line(file->bytes, place.line))});
        }
      }
    }
  }
  return found;
}

}  // namespace cotejo
