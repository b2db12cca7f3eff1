#ifndef COTEJO_REPORT_PAGE_PAGE_DATA_HPP
#define COTEJO_REPORT_PAGE_PAGE_DATA_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo {

/// What a template may ask for by name: texts, and lists of further data.
///
/// Names ending in `_html` hold markup that is already escaped and are asked for with three braces;
/// all others are plain text. An empty text and an empty list count as false in a section.
struct PageData {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<std::pair<std::string, std::vector<PageData>>> lists;

  PageData& text(std::string_view name, std::string value) & {
    texts.emplace_back(name, std::move(value));
    return *this;
  }
  PageData& list(std::string_view name, std::vector<PageData> items) & {
    lists.emplace_back(name, std::move(items));
    return *this;
  }
  /// Data in a section that is entered once.
  PageData& part(std::string_view name, PageData data) & {
    std::vector<PageData> one;
    one.push_back(std::move(data));
    return list(name, std::move(one));
  }
  // The same for data that is being made: `return PageData{}.text(…)` moves.
  PageData&& text(std::string_view name, std::string value) && {
    return std::move(text(name, std::move(value)));
  }
  PageData&& list(std::string_view name, std::vector<PageData> items) && {
    return std::move(list(name, std::move(items)));
  }
  PageData&& part(std::string_view name, PageData data) && {
    return std::move(part(name, std::move(data)));
  }
};

/// What `make` gives for each of `items`, in order.
template <typename Items, typename Make>
[[nodiscard]] std::vector<PageData> data_of_each(const Items& items, Make make) {
  std::vector<PageData> all;
  all.reserve(items.size());
  for (const auto& item : items) all.push_back(make(item));
  return all;
}

/// Fills a Mustache template. `{{t.<id>}}` is the interface's text `report.<id>`; `{{name}}` is
/// escaped by escape_html. A name that the data does not have is empty.
/// Error bad_usage if the template is not one; its message says where.
Result<std::string> fill_template(std::string_view page_template, PageData data,
                                  const RuleSet& words);

}  // namespace cotejo

#endif
