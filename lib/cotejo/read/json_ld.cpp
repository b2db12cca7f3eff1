// Pages write JSON-LD by templates: line breaks inside strings, one object or a list or a graph of
// them, types of one name or several, authors as text, object or list. All are taken.
// Tests: tests/unit/read/page_facts_test.cpp.
#include <cotejo/read/json_ld.hpp>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

namespace cotejo {
namespace {

using simdjson::dom::element;

std::string_view text_of(const element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::string_view member(const simdjson::dom::object& object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  return text_of(value);
}

/// The values themselves, or those in the list they are.
std::vector<element> each(const simdjson::dom::object& object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return {value};
  return {list.begin(), list.end()};
}

/// The name that a text, or an object with a name, holds.
std::string_view name_in(const element& value) {
  simdjson::dom::object object;
  return value.get(object) == simdjson::SUCCESS ? member(object, "name") : text_of(value);
}

std::string names_in(const simdjson::dom::object& object, std::string_view key) {
  std::string names;
  for (const element& value : each(object, key)) {
    const std::string_view name = name_in(value);
    if (name.empty() || name.starts_with("http")) continue;
    if (!names.empty()) names += "; ";
    names += name;
  }
  return names;
}

enum class Kind { other, page, article };

Kind kind_of(const simdjson::dom::object& object) {
  Kind kind = Kind::other;
  for (const element& value : each(object, "@type")) {
    const std::string_view type = text_of(value);
    if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report") {
      return Kind::article;
    }
    if (type.ends_with("WebPage")) kind = Kind::page;
  }
  return kind;
}

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

void add_object(const simdjson::dom::object& object, Kind kind, ArticleData& facts) {
  set_if_empty(facts.published, member(object, "datePublished"));
  set_if_empty(facts.modified, member(object, "dateModified"));
  set_if_empty(facts.language, member(object, "inLanguage"));
  if (kind != Kind::article) return;
  set_if_empty(facts.headline, member(object, "headline"));
  set_if_empty(facts.author, names_in(object, "author"));
  set_if_empty(facts.publisher, names_in(object, "publisher"));
  set_if_empty(facts.url, member(object, "url"));
}

/// All objects at the top, in lists and in graphs.
std::vector<simdjson::dom::object> objects_in(const element& root) {
  constexpr std::size_t most = 500;
  std::vector<element> waiting{root};
  std::vector<simdjson::dom::object> objects;
  for (std::size_t i = 0; i < waiting.size() && i < most; ++i) {
    const element next = waiting[i];
    simdjson::dom::array list;
    simdjson::dom::object object;
    if (next.get(list) == simdjson::SUCCESS) {
      waiting.insert(waiting.end(), list.begin(), list.end());
    } else if (next.get(object) == simdjson::SUCCESS) {
      objects.push_back(object);
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        const std::vector<element> inner = each(object, key);
        waiting.insert(waiting.end(), inner.begin(), inner.end());
      }
    }
  }
  return objects;
}

}  // namespace

void add_article_data(std::string_view json, ArticleData& facts) {
  std::string clean(json);
  std::ranges::replace_if(clean, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(clean).get(root) != simdjson::SUCCESS) return;
  const std::vector<simdjson::dom::object> objects = objects_in(root);
  for (const Kind kind : {Kind::article, Kind::page}) {
    for (const simdjson::dom::object& object : objects) {
      if (kind_of(object) == kind) add_object(object, kind, facts);
    }
  }
}

}  // namespace cotejo
