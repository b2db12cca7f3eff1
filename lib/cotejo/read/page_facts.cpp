// Pages say the same thing in many places, often wrongly in one of them: `og:title` may be the
// version for social networks, the first-level heading the name of the newspaper, the date that of
// the last change of the template. So each fact is taken from the place that is most often right,
// and the title from two places that agree. Tests: tests/unit/read/page_facts_test.cpp.
#include <cotejo/read/page_facts.hpp>

#include <cotejo/read/json_ld.hpp>
#include <cotejo/read/language.hpp>
#include <cotejo/read/page_hints.hpp>
#include <cotejo/text/fold.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

using enum HtmlAttributeName;

std::string trimmed(std::string_view text) {
  std::string line;
  append_collapsed(line, text);
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

/// True if `part` stands in `whole` as whole words.
bool holds(std::string_view whole, std::string_view part) {
  if (part.empty()) return false;
  for (std::size_t at = whole.find(part); at != std::string_view::npos;
       at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' '))
      return true;
  }
  return false;
}

constexpr std::size_t most_headings = 100;  // of the first level; an article has one

struct Heading {
  std::uint32_t node = 0;
  std::string text;
  std::string words;  ///< bare
};

/// Everything of a page that may say something of its article.
struct Places {
  std::vector<std::pair<std::string, std::string>> metas;  // name in lower case, content
  std::string page_title;
  std::string canonical;
  std::string language;
  std::vector<Heading> headings;  // of the first level
  std::vector<std::uint32_t> times;
  std::vector<std::uint32_t> authors;
  std::vector<std::uint32_t> bylines;
  ArticleData data;

  [[nodiscard]] std::string_view meta(std::string_view name) const {
    const auto found = std::ranges::find_if(
        metas, [&](const auto& known) { return known.first == name && !known.second.empty(); });
    return found == metas.end() ? std::string_view{} : std::string_view(found->second);
  }
  template <std::size_t N>
  [[nodiscard]] std::string_view first_meta(const std::array<std::string_view, N>& names) const {
    for (const std::string_view name : names) {
      if (!meta(name).empty()) return meta(name);
    }
    return {};
  }
};

void add_meta(const HtmlPage& page, std::uint32_t node, Places& places) {
  for (const HtmlAttributeName key : {property, name, itemprop}) {
    const std::string_view label = page.value(node, key);
    if (label.empty()) continue;
    places.metas.emplace_back(lower_ascii(label), trimmed(page.value(node, content)));
  }
}

bool names_an_author(const HtmlPage& page, std::uint32_t node) {
  return page.value(node, rel) == "author" || page.value(node, itemprop) == "author";
}

void add_node(const HtmlPage& page, std::uint32_t node, Places& places) {
  const Tag tag = page.nodes[node].tag;
  if (tag == Tag::html && places.language.empty()) {
    places.language = language_tag(page.value(node, lang));
  } else if (tag == Tag::meta) {
    add_meta(page, node, places);
  } else if (tag == Tag::title && places.page_title.empty()) {
    places.page_title = page.inner_text(node);
  } else if (tag == Tag::link && page.value(node, rel) == "canonical") {
    places.canonical = page.value(node, href);
  } else if (tag == Tag::data) {
    add_article_data(page.text_of(page.nodes[node]), places.data);
  } else if (tag == Tag::time) {
    places.times.push_back(node);
  } else if (tag == Tag::h1 && places.headings.size() < most_headings) {
    std::string text = page.inner_text(node);
    std::string words = bare_words(text);
    if (!words.empty()) places.headings.push_back({node, std::move(text), std::move(words)});
  }
  if (names_an_author(page, node)) places.authors.push_back(node);
}

Places find_places(const HtmlPage& page) {
  Places places;
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    const HtmlNode& node = page.nodes[i];
    if (node.tag == Tag::text) continue;
    add_node(page, i, places);
    const bool may_be_byline = node.first_attribute != node.attributes_end && node.end - i < 60;
    if (may_be_byline && hint_of(page, i) == PageHint::byline) places.bylines.push_back(i);
  }
  return places;
}

/// The parts of a page's title: "What happened | The Paper".
std::vector<std::string> title_parts(std::string_view title) {
  constexpr auto separators = std::to_array<std::string_view>(
      {" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " • ", " // "});
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    for (const std::string_view separator : separators) {
      if (title.substr(at, separator.size()) != separator) continue;
      parts.emplace_back(title.substr(begin, at - begin));
      begin = at + separator.size();
      at = begin - 1;
      break;
    }
  }
  parts.emplace_back(title.substr(begin));
  return parts;
}

/// `title` without a last part that names the outlet: one that is known to, or that is short.
std::string without_outlet(std::string_view title, std::string_view outlet) {
  const std::vector<std::string> parts = title_parts(title);
  if (parts.size() < 2) return std::string(title);
  const std::string name = bare_words(outlet);
  if (!name.empty() && bare_words(parts.front()) == name) {
    return std::string(title.substr(title.size() - parts.back().size()));
  }
  const std::size_t last = parts.back().size();
  const bool is_name =
      !name.empty() && (bare_words(parts.back()) == name || holds(bare_words(parts.back()), name));
  const bool is_short = last * 2 < title.size() - last;
  if (!is_name && !is_short) return std::string(title);
  std::string_view rest = title.substr(0, title.size() - last);
  std::string whole(rest);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (i + 2 == parts.size()) {
      const std::size_t end = rest.rfind(parts[i]);
      whole = std::string(rest.substr(0, end + parts[i].size()));
    }
  }
  return whole;
}

struct Title {
  std::string text;
  std::uint32_t node = 0;
};

Title choose_title(const Places& places, std::string_view outlet) {
  const std::string shared(places.first_meta<2>({"og:title", "twitter:title"}));
  const std::string shared_words = bare_words(shared);
  const std::string page_words = bare_words(places.page_title);
  const std::string data_words = bare_words(places.data.headline);
  const std::string outlet_words = bare_words(outlet);
  const std::vector<std::string> parts = title_parts(places.page_title);
  const auto is_outlet = [&](const Heading& heading) {
    return heading.words == outlet_words ||
           (parts.size() > 1 && heading.words == bare_words(parts.back()) &&
            heading.words != shared_words);
  };
  for (const Heading& heading : places.headings) {
    const bool confirmed = holds(shared_words, heading.words) || holds(page_words, heading.words) ||
                           heading.words == data_words;
    if (confirmed && !is_outlet(heading)) return {heading.text, heading.node};
  }
  std::vector<const Heading*> others;
  for (const Heading& heading : places.headings) {
    if (!is_outlet(heading)) others.push_back(&heading);
  }
  if (others.size() == 1 && others.front()->words.find(' ') != std::string::npos) {
    return {others.front()->text, others.front()->node};
  }
  if (!shared.empty()) return {without_outlet(shared, outlet)};
  if (!places.data.headline.empty()) return {places.data.headline};
  if (!places.page_title.empty()) return {without_outlet(places.page_title, outlet)};
  if (!others.empty()) return {others.front()->text, others.front()->node};
  return {};
}

std::optional<std::string> day_of(std::string_view written, const MonthNames& months) {
  if (written.empty()) return std::nullopt;
  auto date = find_date(written, months);
  if (!date) return std::nullopt;
  return std::move(date->day);
}

/// The day that a short run of text around the headline shows, the next one behind it first.
std::optional<std::string> day_near(const HtmlPage& page, std::uint32_t headline,
                                    const MonthNames& months) {
  constexpr std::uint32_t nodes_behind = 150;
  constexpr std::uint32_t nodes_before = 30;
  constexpr std::size_t longest = 100;
  if (headline == 0) return std::nullopt;
  const auto shown = [&](std::uint32_t node) -> std::optional<std::string> {
    if (page.nodes[node].tag != Tag::text) return std::nullopt;
    const std::string_view text = page.text_of(page.nodes[node]);
    return text.size() <= longest ? day_of(text, months) : std::nullopt;
  };
  const auto count = static_cast<std::uint32_t>(page.nodes.size());
  for (std::uint32_t node = headline; node < std::min(count, headline + nodes_behind); ++node) {
    if (auto day = shown(node)) return day;
  }
  for (std::uint32_t node = headline; node > 0 && headline - node < nodes_before; --node) {
    if (auto day = shown(node)) return day;
  }
  return std::nullopt;
}

/// The first of the page's dates that is one, in the order in which they are trusted.
std::optional<std::string> choose_date(const HtmlPage& page, const Places& places,
                                       std::uint32_t headline, std::string_view url,
                                       const MonthNames& months) {
  if (auto day = day_of(places.data.published, months)) return day;
  constexpr auto published = std::to_array<std::string_view>({"article:published_time",
                                                              "og:article:published_time",
                                                              "datepublished",
                                                              "og:published_time",
                                                              "parsely-pub-date",
                                                              "sailthru.date",
                                                              "cxenseparse:recs:publishtime",
                                                              "article.published",
                                                              "publishdate",
                                                              "publish-date",
                                                              "publish_date",
                                                              "published_time",
                                                              "pubdate",
                                                              "dc.date.issued",
                                                              "dcterms.created",
                                                              "dc.date.created",
                                                              "date.created",
                                                              "dc.date",
                                                              "dcterms.date",
                                                              "date",
                                                              "article_date_original",
                                                              "displaydate",
                                                              "originalpublicationdate",
                                                              "publication_date",
                                                              "bt:pubdate",
                                                              "citation_publication_date",
                                                              "rnews:datepublished",
                                                              "created",
                                                              "article.created"});
  for (const std::string_view label : published) {
    if (auto day = day_of(places.meta(label), months)) return day;
  }
  const auto shown = [&](std::uint32_t node) -> std::optional<std::string> {
    if (auto day = day_of(page.value(node, datetime), months)) return day;
    return day_of(head_of(page.inner_text(node), 200), months);
  };
  for (const std::uint32_t node : places.times) {
    if (node < headline && page.value(node, itemprop).empty()) continue;
    if (auto day = shown(node)) return day;
  }
  for (const std::uint32_t node : places.bylines) {
    if (auto day = shown(node)) return day;
  }
  if (auto day = day_near(page, headline, months)) return day;
  if (auto day = date_in_address(url)) return day;
  for (const std::uint32_t node : places.times) {
    if (auto day = shown(node)) return day;
  }
  constexpr auto changed =
      std::to_array<std::string_view>({"article:modified_time", "og:updated_time", "datemodified",
                                       "last-modified", "dcterms.modified", "dc.date.modified"});
  if (auto day = day_of(places.data.modified, months)) return day;
  for (const std::string_view label : changed) {
    if (auto day = day_of(places.meta(label), months)) return day;
  }
  return std::nullopt;
}

/// True if `text` may be a person's name: two words and more, no digits, short.
bool may_be_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  return text.size() <= longest && text.find(' ') != std::string_view::npos &&
         std::ranges::none_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '@'; });
}

/// The name in an element that is marked as a byline: that of a link, or all its text.
std::string name_in_byline(const HtmlPage& page, std::uint32_t node) {
  for (std::uint32_t i = node; i < page.nodes[node].end; ++i) {
    if (page.nodes[i].tag != Tag::a) continue;
    std::string text = page.inner_text(i);
    if (may_be_name(text)) return text;
  }
  std::string text = page.inner_text(node);
  return may_be_name(text) ? text : std::string();
}

std::string choose_byline(const HtmlPage& page, const Places& places) {
  if (!places.data.author.empty()) return trimmed(places.data.author);
  constexpr auto names = std::to_array<std::string_view>(
      {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
       "dcterms.creator", "citation_author", "twitter:data1"});
  for (const std::string_view label : names) {
    const std::string_view author = places.meta(label);
    if (!author.empty() && author.find("://") == std::string_view::npos &&
        label != "twitter:data1") {
      return std::string(author);
    }
  }
  constexpr std::size_t longest = 100;
  for (const std::uint32_t node : places.authors) {
    std::string text = page.inner_text(node);
    if (!text.empty() && text.size() <= longest) return text;
  }
  for (const std::uint32_t node : places.bylines) {
    std::string text = name_in_byline(page, node);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

std::string bare_words(std::string_view text) {
  const std::string folded = fold(text);
  std::string words;
  for (Offset at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (is_letter(point.value) || is_digit(point.value)) {
      words += std::string_view(folded).substr(at, point.length);
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
    at += point.length;
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

PageFacts find_page_facts(const HtmlPage& page, const MonthNames& months) {
  const Places places = find_places(page);
  PageFacts facts;
  facts.outlet = places.meta("og:site_name");
  if (facts.outlet.empty()) facts.outlet = trimmed(places.data.publisher);
  facts.url = places.canonical;
  if (facts.url.empty()) facts.url = places.meta("og:url");
  if (facts.url.empty()) facts.url = places.data.url;
  facts.description = places.first_meta<2>({"og:description", "description"});
  facts.language = places.language;
  if (facts.language.empty()) facts.language = language_tag(places.meta("og:locale"));
  if (facts.language.empty()) facts.language = language_tag(places.data.language);
  Title title = choose_title(places, facts.outlet);
  facts.title = trimmed(title.text);
  facts.headline = title.node;
  facts.date = choose_date(page, places, title.node, facts.url, months);
  facts.byline = choose_byline(page, places);
  return facts;
}

}  // namespace cotejo
