#include <cotejo/rules/rule_set.hpp>

#include <algorithm>

namespace cotejo {

std::span<const RuleEntry> RuleSet::entries(std::string_view kind) const {
  const auto found = entries_.find(kind);
  return found == entries_.end() ? std::span<const RuleEntry>{} : std::span(found->second);
}

const RuleEntry* RuleSet::entry(std::string_view id) const {
  for (const auto& [kind, entries] : entries_) {
    const auto found = std::ranges::find(entries, id, &RuleEntry::id);
    if (found != entries.end()) return &*found;
  }
  return nullptr;
}

std::string_view RuleSet::text(std::string_view id) const {
  const auto found = texts_.find(id);
  return found == texts_.end() ? id : std::string_view(found->second);
}

std::string fill_in(std::string_view message,
                    const std::map<std::string, std::string, std::less<>>& values) {
  std::string text;
  while (!message.empty()) {
    const std::size_t brace = message.find('{');
    text += message.substr(0, brace);
    if (brace == std::string_view::npos) break;
    message.remove_prefix(brace);
    if (message.starts_with("{{")) {
      text += '{';
      message.remove_prefix(2);
      continue;
    }
    const std::size_t close = message.find('}');
    const auto value =
        close == std::string_view::npos ? values.end() : values.find(message.substr(1, close - 1));
    if (value == values.end()) {
      text += '{';
      message.remove_prefix(1);
      continue;
    }
    text += value->second;
    message.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace cotejo
