#include <cotejo/rules/build_lexicon.hpp>

#include <cotejo/rules/expand.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

constexpr std::array<std::string_view, 4> verb_forms{"infinitive", "gerund", "participle",
                                                     "finite"};

/// Keys of a row that hold words, not attributes.
bool holds_words(std::string_view key) {
  return key == "words" || key == "name" || key == "aliases" || key == "phrase" || key == "lemma";
}

std::vector<std::string> split(std::string_view text, std::string_view marks) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of(marks, begin), text.size());
    if (end > begin) parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void set_value(Lexeme& lexeme) {
  const std::string_view value = lexeme.attribute("value");
  if (value.empty()) return;
  double number = 0;
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (code == std::errc{} && end == value.data() + value.size()) lexeme.value = number;
}

/// Letters alone are one token whatever the language, and most words are.
bool is_one_word(std::string_view form) {
  return !form.empty() && std::ranges::all_of(form, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

/// The entry of that name in the language itself, else in the one it falls back to.
template <typename Entries>
const RuleEntry* look_up(const Entries& entries, std::string_view language, std::string_view name) {
  const RuleEntry* found = nullptr;
  for (auto at = entries.lower_bound({std::string(name), ""});
       at != entries.end() && at->first.first == name; ++at) {
    found = at->second;
    if (at->first.second == language) break;
  }
  return found;
}

std::string last_part(std::string_view id) { return std::string(id.substr(id.rfind('.') + 1)); }

}  // namespace

std::vector<Attribute> attributes_of(const RuleEntry& entry) {
  std::vector<Attribute> attributes;
  for (const RuleRow& row : entry.rows("with")) {
    for (const auto& [key, value] : row.cells) attributes.push_back({key, value});
  }
  return attributes;
}

LexiconBuilder::LexiconBuilder(const std::map<std::string, const RuleEntry*>& entries,
                               const Tokeniser& tokeniser, std::vector<Diagnostic>& diagnostics)
    : tokeniser_(tokeniser), diagnostics_(diagnostics) {
  for (const auto& [id, entry] : entries) {
    if (entry->kind == "verb") verbs_[{std::string(entry->text("lemma")), entry->language}] = entry;
    if (entry->kind == "paradigm") paradigms_[{last_part(id), entry->language}] = entry;
  }
}

void LexiconBuilder::add_list(const RuleEntry& list, Lexicon& lexicon) {
  add_words(list, lexicon);
  add_verbs(list, lexicon);
  for (const RuleRow& row : list.rows("rows")) add_row(list, row, lexicon);
}

void LexiconBuilder::add_words(const RuleEntry& list, Lexicon& lexicon) {
  const RuleField* field = list.find("words");
  if (field == nullptr) return;
  const std::vector<std::string> words = list.words("words");
  const std::vector<Attribute> attributes = attributes_of(list);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const RulePlace& place = field->items.empty() ? field->place : field->items[i];
    const std::vector<std::string> forms = expand(words[i], place);
    if (forms.empty()) continue;
    Lexeme lexeme{list.id, list.text("layer"), forms.front(), attributes};
    set_value(lexeme);
    add_forms(forms, lexicon.add(lexeme), lexicon);
  }
}

void LexiconBuilder::add_verbs(const RuleEntry& list, Lexicon& lexicon) {
  const RuleField* field = list.find("verbs");
  if (field == nullptr) return;
  const std::vector<Attribute> attributes = attributes_of(list);
  for (const std::string& verb : list.words("verbs")) {
    const VerbForms verb_words = forms_of(list, verb, field->place);
    for (const auto& [form, words] : verb_words.forms) {
      std::vector<Attribute> with_form = attributes;
      with_form.push_back({"form", form});
      Lexeme lexeme{list.id, list.text("layer"), verb_words.lemma, with_form};
      set_value(lexeme);
      add_forms(words, lexicon.add(lexeme), lexicon);
    }
  }
}

void LexiconBuilder::add_row(const RuleEntry& list, const RuleRow& row, Lexicon& lexicon) {
  std::vector<Attribute> attributes = attributes_of(list);
  for (const auto& [key, value] : row.cells) {
    if (!holds_words(key)) attributes.push_back({key, value});
  }
  std::vector<std::vector<std::string>> phrases;  // each with its forms
  for (const std::string& word : split(row.cell("words"), " ")) {
    phrases.push_back(expand(word, row.place));
  }
  std::vector<std::string> names = split(row.cell("aliases"), "|");
  if (!row.cell("name").empty()) names.insert(names.begin(), std::string(row.cell("name")));
  if (!names.empty()) phrases.push_back(names);
  if (!row.cell("phrase").empty()) phrases.push_back(expand(row.cell("phrase"), row.place));
  if (phrases.empty()) report("R005", row.place, "the row has no 'words', 'phrase' or 'name'");
  for (const std::vector<std::string>& forms : phrases) {
    if (forms.empty()) continue;
    const std::string_view lemma = row.cell("lemma");
    Lexeme lexeme{list.id, list.text("layer"), lemma.empty() ? forms.front() : lemma, attributes};
    set_value(lexeme);
    add_forms(forms, lexicon.add(lexeme), lexicon);
  }
}

void LexiconBuilder::add_forms(const std::vector<std::string>& forms, std::uint32_t lexeme,
                               Lexicon& lexicon) {
  const bool exact = lexicon.lexeme(lexeme).attribute("case") == "exact";
  const auto capitals = exact ? Lexicon::Capitals::kept : Lexicon::Capitals::any;
  for (const std::string& form : forms) {
    tokens_.clear();
    if (!exact && is_one_word(form))
      tokens_.push_back({{}, fold_hash(form), TokenKind::word});
    else
      tokeniser_.tokenise(form, {0, static_cast<Offset>(form.size())}, tokens_);
    lexicon.add(std::span<const Token>(tokens_), lexeme, capitals);
  }
}

std::vector<std::string> LexiconBuilder::expand(std::string_view text, const RulePlace& place) {
  if (text.find_first_of("{}") == std::string_view::npos) return {std::string(text)};
  auto forms = expand_braces(text);
  if (forms) return *std::move(forms);
  report("R007", place, "'" + std::string(text) + "': " + forms.error().message);
  return {};
}

const RuleEntry* LexiconBuilder::find_paradigm(const RuleEntry& user, std::string_view id,
                                               const RulePlace& place) {
  if (const RuleEntry* found = look_up(paradigms_, user.language, id)) return found;
  std::vector<std::string_view> names;
  for (const auto& [key, entry] : paradigms_) names.push_back(key.first);
  const std::string_view near = nearest_name(id, names);
  report("R009", place,
         "no such paradigm: '" + std::string(id) + "'" +
             (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
  return nullptr;
}

const VerbForms& LexiconBuilder::endings_of(const RuleEntry& paradigm) {
  const auto [found, is_new] = endings_.try_emplace(&paradigm);
  VerbForms& endings = found->second;
  if (!is_new) return endings;
  for (const std::string_view form : verb_forms) {
    std::vector<std::string> words;
    for (const std::string& ending : paradigm.words(form)) {
      for (std::string& tail : expand(ending, paradigm.place)) words.push_back(std::move(tail));
    }
    if (!words.empty()) endings.forms.emplace_back(form, std::move(words));
  }
  return endings;
}

void LexiconBuilder::add_paradigm(const RuleEntry& paradigm, std::string_view stem,
                                  VerbForms& forms) {
  for (const auto& [form, endings] : endings_of(paradigm).forms) {
    std::vector<std::string> words;
    words.reserve(endings.size());
    for (const std::string& ending : endings) words.push_back(std::string(stem) + ending);
    if (form == "infinitive" && forms.lemma.empty()) forms.lemma = words.front();
    forms.forms.emplace_back(form, std::move(words));
  }
}

VerbForms LexiconBuilder::forms_of(const RuleEntry& list, const std::string& verb,
                                   const RulePlace& place) {
  VerbForms forms;
  const std::size_t plus = verb.find('+');
  if (plus != std::string::npos) {
    if (const RuleEntry* paradigm = find_paradigm(list, verb.substr(plus + 1), place)) {
      add_paradigm(*paradigm, verb.substr(0, plus), forms);
    }
    return forms;
  }
  const RuleEntry* found = look_up(verbs_, list.language, verb);
  if (found == nullptr) {
    report("R009", place, "no such verb: '" + verb + "'; write stem+paradigm or add a [[verb]]");
    return forms;
  }
  const RuleEntry& entry = *found;
  forms.lemma = verb;
  if (const std::string_view id = entry.text("paradigm"); !id.empty()) {
    if (const RuleEntry* paradigm = find_paradigm(entry, id, entry.place)) {
      forms.lemma.clear();
      add_paradigm(*paradigm, entry.text("stem"), forms);
      if (forms.lemma != verb && entry.find("infinitive") == nullptr) {
        report("R010", entry.place,
               "stem and paradigm make '" + forms.lemma + "', not '" + verb + "'");
      }
      forms.lemma = verb;
    }
  } else if (entry.find("stem") != nullptr) {
    report("R010", entry.place, "a stem without a paradigm");
  }
  for (const std::string_view form : verb_forms) {
    std::vector<std::string> words;
    for (const std::string& word : entry.words(form)) {
      for (std::string& expanded : expand(word, entry.place)) words.push_back(std::move(expanded));
    }
    if (words.empty()) continue;
    const auto old =
        std::ranges::find(forms.forms, form, &decltype(forms.forms)::value_type::first);
    if (old == forms.forms.end())
      forms.forms.emplace_back(form, std::move(words));
    else
      old->second = std::move(words);
  }
  return forms;
}

void LexiconBuilder::report(std::string code, const RulePlace& place, std::string text) {
  diagnostics_.push_back({std::move(code), FaultSeverity::error, std::move(text), place, ""});
}

}  // namespace cotejo
