// The one table of words that page makers give to parts of a page. They are identifiers of markup,
// shared by pages in all languages, not words of an article, so they stand here and not in rules/.
// Each is compared with the parts of a class or id, which are cut at "-", "_", blanks and where a
// capital follows a small letter: "relatedPosts main" has the parts "related" "posts" "main".
#include <cotejo/read/page_hints.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace cotejo {
namespace {

enum class How : std::uint8_t { whole, begin };

struct HintWord {
  std::string_view word;
  PageHint hint = PageHint::none;
  How how = How::whole;  // `begin`: parts that go on are meant too: "sidebar2"
};

constexpr auto hint_words = std::to_array<HintWord>({
    // beside the article
    {"ad", PageHint::clutter},
    {"ads", PageHint::clutter},
    {"advert", PageHint::clutter, How::begin},
    {"adsense", PageHint::clutter, How::begin},
    {"banner", PageHint::clutter, How::begin},
    {"breadcrumb", PageHint::clutter, How::begin},
    {"combx", PageHint::clutter},
    {"comment", PageHint::clutter, How::begin},
    {"cookie", PageHint::clutter, How::begin},
    {"consent", PageHint::clutter},
    {"copyright", PageHint::clutter},
    {"dialog", PageHint::clutter},
    {"disclaimer", PageHint::clutter},
    {"disqus", PageHint::clutter, How::begin},
    {"donate", PageHint::clutter},
    {"footer", PageHint::clutter, How::begin},
    {"gdpr", PageHint::clutter},
    {"jp", PageHint::clutter},
    {"login", PageHint::clutter},
    {"masthead", PageHint::clutter},
    {"menu", PageHint::clutter, How::begin},
    {"modal", PageHint::clutter},
    {"mailing", PageHint::clutter},
    {"nav", PageHint::clutter},
    {"navbar", PageHint::clutter, How::begin},
    {"navigation", PageHint::clutter},
    {"newsletter", PageHint::clutter, How::begin},
    {"outbrain", PageHint::clutter},
    {"overlay", PageHint::clutter},
    {"pager", PageHint::clutter},
    {"pagination", PageHint::clutter},
    {"paywall", PageHint::clutter},
    {"popular", PageHint::clutter},
    {"popup", PageHint::clutter, How::begin},
    {"print", PageHint::clutter},
    {"promo", PageHint::clutter, How::begin},
    {"rating", PageHint::clutter},
    {"recirc", PageHint::clutter, How::begin},
    {"recommend", PageHint::clutter, How::begin},
    {"related", PageHint::clutter, How::begin},
    {"replies", PageHint::clutter},
    {"reply", PageHint::clutter},
    {"respond", PageHint::clutter},
    {"rss", PageHint::clutter},
    {"search", PageHint::clutter},
    {"share", PageHint::clutter, How::begin},
    {"sharing", PageHint::clutter},
    {"sharedaddy", PageHint::clutter},
    {"shop", PageHint::clutter},
    {"shopping", PageHint::clutter},
    {"sidebar", PageHint::clutter, How::begin},
    {"signup", PageHint::clutter},
    {"skip", PageHint::clutter},
    {"skyscraper", PageHint::clutter},
    {"social", PageHint::clutter, How::begin},
    {"sponsor", PageHint::clutter, How::begin},
    {"subscribe", PageHint::clutter, How::begin},
    {"subscription", PageHint::clutter},
    {"taboola", PageHint::clutter},
    {"tags", PageHint::clutter},
    {"taglist", PageHint::clutter},
    {"teaser", PageHint::clutter, How::begin},
    {"toc", PageHint::clutter},
    {"toolbar", PageHint::clutter},
    {"trending", PageHint::clutter},
    {"widget", PageHint::clutter, How::begin},
    // not shown, or for screen readers alone
    {"visuallyhidden", PageHint::hidden},
    {"noprint", PageHint::clutter},
    // parts of the article
    {"caption", PageHint::caption, How::begin},
    {"figcaption", PageHint::caption},
    {"byline", PageHint::byline, How::begin},
    {"dateline", PageHint::byline},
    {"author", PageHint::byline, How::begin},
    {"timestamp", PageHint::byline},
    {"meta", PageHint::byline},
    {"standfirst", PageHint::standfirst},
    {"dek", PageHint::standfirst},
    {"deck", PageHint::standfirst},
    {"subheadline", PageHint::standfirst},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_part_byte(char c) { return is_small(lower(c)); }

PageHint hint_of_part(std::string_view part) {
  for (const HintWord& known : hint_words) {
    if (known.how == How::whole ? part == known.word : part.starts_with(known.word)) {
      return known.hint;
    }
  }
  return PageHint::none;
}

/// Calls `use` with each part of `names` in lower case until it returns something.
template <typename Use>
PageHint first_hint(std::string_view names, Use use) {
  std::string part;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const bool ends = i == names.size() || !is_part_byte(names[i]) ||
                      (i > 0 && is_capital(names[i]) && is_small(names[i - 1]));
    if (ends && !part.empty()) {
      const PageHint hint = use(part);
      if (hint != PageHint::none) return hint;
      part.clear();
    }
    if (i < names.size() && is_part_byte(names[i])) part += lower(names[i]);
  }
  return PageHint::none;
}

constexpr TagSet never_tags{Tag::data, Tag::head,      Tag::iframe,   Tag::link,
                            Tag::meta, Tag::noscript,  Tag::option,   Tag::rp,
                            Tag::rt,   Tag::script,    Tag::select,   Tag::style,
                            Tag::svg,  Tag::template_, Tag::textarea, Tag::title};
constexpr TagSet hidden_tags{Tag::audio, Tag::button, Tag::canvas, Tag::dialog, Tag::embed,
                             Tag::input, Tag::map,    Tag::object, Tag::video};
constexpr TagSet clutter_tags{Tag::aside, Tag::fieldset, Tag::footer,
                              Tag::form,  Tag::menu,     Tag::nav};
constexpr TagSet caption_tags{Tag::figcaption, Tag::caption};

PageHint hint_of_tag(Tag tag) {
  if (never_tags.contains(tag)) return PageHint::never;
  if (hidden_tags.contains(tag)) return PageHint::hidden;
  if (clutter_tags.contains(tag)) return PageHint::clutter;
  if (caption_tags.contains(tag)) return PageHint::caption;
  return PageHint::none;
}

PageHint hint_of_role(std::string_view role) {
  constexpr auto roles = std::to_array<std::string_view>(
      {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu",
       "menubar", "navigation", "search", "toolbar"});
  return std::ranges::find(roles, role) != roles.end() ? PageHint::clutter : PageHint::none;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_marked_hidden(const HtmlPage& page, std::uint32_t index) {
  using enum HtmlAttributeName;
  const std::string_view look = page.value(index, style);
  return page.has(index, hidden) || page.value(index, aria_hidden) == "true" ||
         contains(look, "display:none") || contains(look, "display: none") ||
         contains(look, "visibility:hidden");
}

PageHint hint_of_property(std::string_view property) {
  if (contains(property, "articleBody")) return PageHint::body;
  if (property == "author" || property == "datePublished") return PageHint::byline;
  return PageHint::none;
}

}  // namespace

PageHint hint_of_names(std::string_view names) { return first_hint(names, hint_of_part); }

PageHint hint_of(const HtmlPage& page, std::uint32_t index) {
  using enum HtmlAttributeName;
  const HtmlNode& node = page.nodes[index];
  const PageHint by_tag = hint_of_tag(node.tag);
  if (by_tag != PageHint::none || node.first_attribute == node.attributes_end) return by_tag;
  if (is_marked_hidden(page, index)) return PageHint::hidden;
  for (const PageHint hint :
       {hint_of_property(page.value(index, itemprop)), hint_of_role(page.value(index, role)),
        hint_of_names(page.value(index, class_)), hint_of_names(page.value(index, id))}) {
    if (hint != PageHint::none) return hint;
  }
  return PageHint::none;
}

}  // namespace cotejo
