#include <cotejo/report/page/page_data.hpp>

#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <kainjow/mustache.hpp>

#include <cstddef>

namespace cotejo {
namespace {

namespace mustache = kainjow::mustache;

/// Takes the data apart as it goes, so that a long page is not in memory twice.
mustache::data to_mustache(PageData page) {
  mustache::data data;
  for (const auto& [name, value] : page.texts) {
    data[name] = value.empty() ? mustache::data(false) : mustache::data(value);
  }
  for (auto& [name, items] : page.lists) {
    mustache::data list(mustache::data::type::list);
    // Its push_back copies whole trees; the list itself is not const, only the way to it.
    auto& places = const_cast<mustache::list&>(list.list_value());
    places.reserve(items.size());
    for (PageData& item : items) places.push_back(to_mustache(std::move(item)));
    data[name] = std::move(list);
  }
  return data;
}

/// A word of the interface as it can stand in a template: escaped, its braces too.
std::string template_word(const RuleSet& words, std::string_view id) {
  std::string text;
  for (const char letter : escape_html(word(words, id))) {
    if (letter == '{') {
      text += "&#123;";
    } else {
      text += letter;
    }
  }
  return text;
}

/// The template with the interface's words in it, so that they are looked up once, not per item.
std::string put_words(std::string_view page_template, const RuleSet& words) {
  constexpr std::string_view begin = "{{t.";
  constexpr std::string_view end = "}}";
  std::string text;
  for (;;) {
    const std::size_t open = page_template.find(begin);
    const std::size_t close = page_template.find(end, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    text += page_template.substr(0, open);
    const std::size_t id = open + begin.size();
    text += template_word(words, page_template.substr(id, close - id));
    page_template.remove_prefix(close + end.size());
  }
  return text += page_template;
}

}  // namespace

Result<std::string> fill_template(std::string_view page_template, PageData data,
                                  const RuleSet& words) {
  mustache::mustache page(put_words(page_template, words));
  if (!page.is_valid()) {
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "the page template is broken: " + page.error_message()};
  }
  page.set_custom_escape([](const std::string& text) { return escape_html(text); });
  std::string html;
  page.render(to_mustache(std::move(data)), [&html](const std::string& piece) { html += piece; });
  if (!page.is_valid()) {
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "the page template is broken: " + page.error_message()};
  }
  return html;
}

}  // namespace cotejo
