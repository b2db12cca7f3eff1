// libxml2's tree reader stops silently at a NUL byte and at 300 levels, so the page is read through
// its SAX push interface and kept in arrays of our own. Elements that HTML5 added and libxml2 2.9
// does not know come through like any other; those of them that have no end tag are closed here.
// Tests: tests/unit/read/html_page_test.cpp.
#include <cotejo/read/html_page.hpp>

#include <cotejo/read/html_guard.hpp>
#include <cotejo/text/utf8.hpp>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t max_attribute_bytes = 4096;

/// In the order of the enumerators, which is that of the alphabet.
constexpr auto tag_names = std::to_array<std::string_view>(
    {"a",       "abbr",   "acronym", "address",    "article",  "aside",   "audio",    "b",
     "bdi",     "bdo",    "big",     "blockquote", "body",     "br",      "button",   "canvas",
     "caption", "center", "cite",    "code",       "dd",       "del",     "details",  "dfn",
     "dialog",  "div",    "dl",      "dt",         "em",       "embed",   "fieldset", "figcaption",
     "figure",  "font",   "footer",  "form",       "h1",       "h2",      "h3",       "h4",
     "h5",      "h6",     "head",    "header",     "hgroup",   "hr",      "html",     "i",
     "iframe",  "img",    "input",   "ins",        "kbd",      "label",   "li",       "link",
     "main",    "map",    "mark",    "math",       "menu",     "meta",    "nav",      "noscript",
     "object",  "ol",     "option",  "p",          "picture",  "pre",     "q",        "rp",
     "rt",      "ruby",   "s",       "samp",       "script",   "section", "select",   "small",
     "span",    "strike", "strong",  "style",      "sub",      "summary", "sup",      "svg",
     "table",   "tbody",  "td",      "template",   "textarea", "tfoot",   "th",       "thead",
     "time",    "title",  "tr",      "tt",         "u",        "ul",      "var",      "video",
     "wbr"});
constexpr auto attribute_names = std::to_array<std::string_view>(
    {"aria-hidden", "class", "content", "datetime", "hidden", "href", "id", "itemprop", "itemtype",
     "lang", "name", "property", "rel", "role", "style", "title", "type"});
static_assert(std::ranges::is_sorted(tag_names) && std::ranges::is_sorted(attribute_names));
static_assert(static_cast<std::size_t>(Tag::wbr) == tag_names.size() + 2);

template <typename Names>
std::optional<std::size_t> place_of(const Names& names, std::string_view name) {
  const auto found = std::ranges::lower_bound(names, name);
  if (found == names.end() || *found != name) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

Tag tag_named(std::string_view name) {
  const auto place = place_of(tag_names, name);
  constexpr auto first = static_cast<std::size_t>(Tag::a);
  return place ? static_cast<Tag>(*place + first) : Tag::other;
}

constexpr TagSet tags_of_head{Tag::link,  Tag::meta,      Tag::noscript, Tag::script,
                              Tag::style, Tag::template_, Tag::title,    Tag::other};

constexpr TagSet tags_without_end{Tag::br,    Tag::embed, Tag::hr,   Tag::img,
                                  Tag::input, Tag::link,  Tag::meta, Tag::wbr};

/// Blanks of HTML, and the no-break kinds apart from them.
constexpr bool is_html_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Windows-1252 characters that pages write as numbers from 128 to 159 (HTML Standard, 13.2.5.80).
constexpr std::array<char16_t, 32> c1_meanings{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Builds the arrays from the parser's events.
class PageBuilder {
 public:
  PageBuilder() {
    page_.nodes.push_back({});
    open_.push_back(0);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    const Tag tag = tag_named(name);
    if (in_head() && !tags_of_head.contains(tag)) leave_head();
    add_node(tag);
    add_attributes(attributes);
    if (tag == Tag::script && is_json_ld()) page_.nodes.back().tag = Tag::data;
    if (!tags_without_end.contains(tag))
      open_.push_back(static_cast<std::uint32_t>(page_.nodes.size() - 1));
  }

  void end(std::string_view name) {
    const Tag tag = tag_named(name);
    if (tags_without_end.contains(tag) || open_.size() < 2) return;
    if (tag == Tag::head && head_is_left_) return;
    page_.nodes[open_.back()].end = static_cast<std::uint32_t>(page_.nodes.size());
    open_.pop_back();
  }

  void characters(std::string_view text) {
    const Tag parent = page_.nodes[open_.back()].tag;
    if (parent == Tag::script || parent == Tag::style) return;
    if (parent == Tag::data) return add_data(text);
    HtmlNode& last = page_.nodes.back();
    const bool goes_on = last.tag == Tag::text && page_.nodes.size() - 1 > open_.back() &&
                         last.parent == open_.back();
    if (!goes_on) add_node(Tag::text);
    add_string(text);
    page_.nodes.back().text.end = size();
  }

  HtmlPage finish() {
    while (!open_.empty()) {
      page_.nodes[open_.back()].end = static_cast<std::uint32_t>(page_.nodes.size());
      open_.pop_back();
    }
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool in_head() const { return page_.nodes[open_.back()].tag == Tag::head; }
  /// What does not belong into a head ends it (HTML Standard, 13.2.6.4.4). The parser knows that of
  /// HTML 4's elements only, not of `article` or `main`.
  void leave_head() {
    page_.nodes[open_.back()].end = static_cast<std::uint32_t>(page_.nodes.size());
    open_.pop_back();
    head_is_left_ = true;
  }

  [[nodiscard]] Offset size() const { return static_cast<Offset>(page_.strings.size()); }

  void add_node(Tag tag) {
    const auto attributes = static_cast<std::uint32_t>(page_.attributes.size());
    const auto index = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({tag, open_.back(), index + 1, {size(), size()}, attributes, attributes});
  }

  void add_attributes(const xmlChar** attributes) {
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      const auto name = place_of(attribute_names, view_of(attributes[0]));
      if (!name) continue;
      const Offset begin = size();
      add_string(head_of(view_of(attributes[1]), max_attribute_bytes));
      page_.attributes.push_back({static_cast<HtmlAttributeName>(*name), {begin, size()}});
    }
    page_.nodes.back().attributes_end = static_cast<std::uint32_t>(page_.attributes.size());
  }

  [[nodiscard]] bool is_json_ld() const {
    const auto node = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    return page_.value(node, HtmlAttributeName::type).find("ld+json") != std::string_view::npos;
  }

  void add_data(std::string_view text) {
    HtmlNode& node = page_.nodes[open_.back()];
    if (node.text.empty()) node.text = {size(), size()};
    if (node.text.end != size()) return;  // a second piece behind an element: not JSON
    page_.strings += text;
    node.text.end = size();
  }

  /// Appends, with what C1 control characters stand for.
  void add_string(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t found = std::min(text.find('\xC2', at), text.size());
      page_.strings += text.substr(at, found - at);
      at = found;
      if (at + 1 >= text.size()) break;
      const auto second = static_cast<unsigned char>(text[at + 1]);
      if (second < 0xA0) {
        const char16_t meaning = c1_meanings[second & 0x1FU];
        if (meaning != 0) append_utf8(page_.strings, meaning);
      } else {
        page_.strings += text.substr(at, 2);
      }
      at += 2;
    }
  }

  static std::string_view view_of(const xmlChar* text) {
    if (text == nullptr) return {};
    // libxml2's characters are unsigned; the bytes are the same.
    return reinterpret_cast<const char*>(text);  // NOLINT(*-reinterpret-cast)
  }

  HtmlPage page_;
  std::vector<std::uint32_t> open_;
  bool head_is_left_ = false;  // before its end was seen
};

std::string_view view_of(const xmlChar* text, int length) {
  // NOLINTNEXTLINE(*-reinterpret-cast): as above
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}
std::string_view name_of_element(const xmlChar* name) {
  // NOLINTNEXTLINE(*-reinterpret-cast): as above
  return reinterpret_cast<const char*>(name);
}
PageBuilder& builder_of(void* context) { return *static_cast<PageBuilder*>(context); }

htmlSAXHandler make_handler() {
  htmlSAXHandler handler{};
  handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    builder_of(context).start(name_of_element(name), attributes);
  };
  handler.endElement = [](void* context, const xmlChar* name) {
    builder_of(context).end(name_of_element(name));
  };
  handler.characters = [](void* context, const xmlChar* text, int length) {
    builder_of(context).characters(view_of(text, length));
  };
  handler.ignorableWhitespace = handler.characters;
  handler.cdataBlock = handler.characters;
  return handler;
}

struct ParserCloser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

/// Feeds the page in pieces, as libxml2 counts bytes in an int.
void feed(htmlParserCtxt* parser, std::string_view page) {
  constexpr std::size_t piece = 1U << 20U;
  for (std::size_t at = 0; at < page.size(); at += piece) {
    const std::string_view part = page.substr(at, piece);
    htmlParseChunk(parser, part.data(), static_cast<int>(part.size()), 0);
  }
  htmlParseChunk(parser, nullptr, 0, 1);
}

}  // namespace

std::string_view HtmlPage::value(std::uint32_t index, HtmlAttributeName name) const {
  const HtmlNode& node = nodes[index];
  for (std::uint32_t i = node.first_attribute; i < node.attributes_end; ++i) {
    if (attributes[i].name == name) return slice(strings, attributes[i].value);
  }
  return {};
}

bool HtmlPage::has(std::uint32_t index, HtmlAttributeName name) const {
  const HtmlNode& node = nodes[index];
  return std::any_of(attributes.begin() + node.first_attribute,
                     attributes.begin() + node.attributes_end,
                     [&](const HtmlAttribute& attribute) { return attribute.name == name; });
}

std::string HtmlPage::inner_text(std::uint32_t index) const {
  constexpr std::uint32_t most_nodes = 300;
  constexpr std::size_t most_bytes = 2000;
  std::string text;
  const std::uint32_t end = std::min(nodes[index].end, index + most_nodes);
  for (std::uint32_t i = index; i < end && text.size() < most_bytes; ++i) {
    if (nodes[i].tag == Tag::text) append_collapsed(text, head_of(text_of(nodes[i]), most_bytes));
    if (nodes[i].tag == Tag::br || !is_inline(nodes[i].tag)) append_collapsed(text, " ");
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

bool is_inline(Tag tag) {
  static constexpr TagSet tags{
      Tag::text,    Tag::a,    Tag::abbr,   Tag::acronym, Tag::b,     Tag::bdi,  Tag::bdo,
      Tag::big,     Tag::cite, Tag::code,   Tag::del,     Tag::dfn,   Tag::em,   Tag::font,
      Tag::i,       Tag::img,  Tag::ins,    Tag::kbd,     Tag::label, Tag::mark, Tag::math,
      Tag::picture, Tag::q,    Tag::rp,     Tag::rt,      Tag::ruby,  Tag::s,    Tag::samp,
      Tag::small,   Tag::span, Tag::strike, Tag::strong,  Tag::sub,   Tag::sup,  Tag::time,
      Tag::tt,      Tag::u,    Tag::var,    Tag::wbr};
  return tags.contains(tag);
}

HtmlPage parse_html(std::string page) {
  guard_html(page);
  PageBuilder builder;
  htmlSAXHandler handler = make_handler();
  const std::unique_ptr<htmlParserCtxt, ParserCloser> parser(
      htmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (parser != nullptr) {
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    feed(parser.get(), page);
  }
  return builder.finish();
}

void append_collapsed(std::string& line, std::string_view text) {
  for (const char c : text) {
    if (!is_html_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
}

}  // namespace cotejo
