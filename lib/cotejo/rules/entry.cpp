#include <cotejo/rules/entry.hpp>

#include <algorithm>

namespace cotejo {
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string_view RuleRow::cell(std::string_view key) const {
  for (const auto& [name, value] : cells) {
    if (name == key) return value;
  }
  return {};
}

const RuleField* RuleEntry::find(std::string_view key) const {
  const auto field = std::ranges::find(fields, key, &RuleField::key);
  return field == fields.end() ? nullptr : &*field;
}

std::string_view RuleEntry::text(std::string_view key) const {
  const RuleField* field = find(key);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return text == nullptr ? std::string_view{} : *text;
}

std::optional<double> RuleEntry::number(std::string_view key) const {
  const RuleField* field = find(key);
  const auto* number = field == nullptr ? nullptr : std::get_if<double>(&field->value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::vector<std::string> RuleEntry::words(std::string_view key) const {
  const RuleField* field = find(key);
  if (field == nullptr) return {};
  if (const auto* list = std::get_if<std::vector<std::string>>(&field->value)) return *list;
  const auto* text = std::get_if<std::string>(&field->value);
  return text == nullptr ? std::vector<std::string>{} : split_words(*text);
}

const std::vector<RuleRow>& RuleEntry::rows(std::string_view key) const {
  static const std::vector<RuleRow> none;
  const RuleField* field = find(key);
  const auto* rows = field == nullptr ? nullptr : std::get_if<std::vector<RuleRow>>(&field->value);
  return rows == nullptr ? none : *rows;
}

bool RuleEntry::flag(std::string_view key) const {
  const RuleField* field = find(key);
  const auto* flag = field == nullptr ? nullptr : std::get_if<bool>(&field->value);
  return flag != nullptr && *flag;
}

}  // namespace cotejo
