#include <cotejo/report/page/render_index.hpp>

#include <cotejo/report/outline.hpp>
#include <cotejo/report/page/page_data.hpp>
#include <cotejo/report/page/render_page.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cotejo {
namespace {

PageData row_of(const IndexEntry& entry, const RuleSet& words) {
  const auto count = [&](Severity severity) {
    return std::to_string(entry.open.at(static_cast<std::size_t>(severity)));
  };
  const auto shade = [&](Severity severity) {
    const bool none = entry.open.at(static_cast<std::size_t>(severity)) == 0;
    return std::string(none ? "none" : name_of(severity));
  };
  const std::size_t open = entry.open[0] + entry.open[1] + entry.open[2];
  return PageData{}
      .text("file", entry.file)
      .text("id", entry.id)
      .text("headline", entry.headline)
      .text("lang", entry.language)
      .text("day", entry.date)
      .text("date", day_in_words(entry.date, words))
      .text("errors", count(Severity::error))
      .text("warnings", count(Severity::warning))
      .text("notes", count(Severity::note))
      .text("errors_class", shade(Severity::error))
      .text("warnings_class", shade(Severity::warning))
      .text("notes_class", shade(Severity::note))
      .text("decided", std::to_string(entry.findings - open))
      .text("clean", open == 0 ? "clean" : "");
}

}  // namespace

IndexEntry index_entry(const Document& document, const RuleSet& words, const ReviewInput& input) {
  IndexEntry entry{.file = {},
                   .id = document.id,
                   .headline = headline_of(document),
                   .language = document.language.value_or(""),
                   .date = document.date.value_or("")};
  const Desk desk = make_desk(document, words, input);
  for (std::size_t i = 0; i < desk.prints.size(); ++i) {
    if (input.known && input.known->contains(desk.prints[i].whole)) continue;
    ++entry.findings;
    if (!is_open(desk.standings[i])) continue;
    ++entry.open.at(static_cast<std::size_t>((*document.findings)[i].severity));
  }
  return entry;
}

std::string most_frequent_language(const std::vector<IndexEntry>& entries) {
  std::map<std::string, std::size_t> counts;
  for (const IndexEntry& entry : entries) {
    if (!entry.language.empty()) ++counts[entry.language];
  }
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
  return most == counts.end() ? "" : most->first;
}

Result<std::string> render_index(std::vector<IndexEntry> entries, const RuleSet& words) {
  std::ranges::sort(entries, [](const IndexEntry& left, const IndexEntry& right) {
    return std::tie(right.open, left.file) < std::tie(left.open, right.file);
  });
  PageData page;
  page.text("ui", words.language().code)
      .text("policy_html", policy_for(shipped_style, shipped_index_script))
      .text("style_html", std::string(shipped_style))
      .text("script_html", std::string(shipped_index_script))
      .text("total", word(words, "index-total", {{"n", std::to_string(entries.size())}}))
      .list("rows", data_of_each(entries, [&](const auto& entry) { return row_of(entry, words); }));
  return fill_template(shipped_index, std::move(page), words);
}

}  // namespace cotejo
