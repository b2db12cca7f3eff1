#include "report_pages.hpp"

#include "file_handle.hpp"

#include <cotejo/base/sha256.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t template_limit = 16U << 20U;
constexpr std::size_t hash_digits = 8;

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '~';
}

// A name for a file: the id where it has none but plain letters, else its end and a hash of it.
std::string file_name(const std::string& id) {
  if (std::ranges::all_of(id, is_plain)) return id + ".html";
  std::string name = std::filesystem::path{id}.filename().string();
  for (char& letter : name) {
    if (!is_plain(letter)) letter = '_';
  }
  return name + "-" + sha256(id).substr(0, hash_digits) + ".html";
}

std::string title_of(const Document& document) {
  return document.meta.title.empty() ? document.id : document.meta.title;
}

}  // namespace

PagePlace page_place(const std::string& path) {
  std::error_code code;
  if (path.ends_with('/')) return {path, true};
  if (std::filesystem::is_directory(path, code)) return {path + "/", true};
  return {path, false};
}

std::array<std::size_t, 3> count_findings(const Document& document) {
  std::array<std::size_t, 3> counts{};
  if (!document.findings) return counts;
  for (const Finding& finding : *document.findings) {
    ++counts.at(static_cast<std::size_t>(finding.severity));
  }
  return counts;
}

ReportPages::ReportPages(RuleService& rules, ReportOptions options, PagePlace place)
    : rules_(&rules), options_(std::move(options)), place_(std::move(place)) {}

Result<std::unique_ptr<ReportPages>> ReportPages::make(const ParsedOptions& options,
                                                       RuleService& rules, ReportFormat format,
                                                       PagePlace place) {
  ReportOptions report;
  report.format = format;
  if (const auto path = options.maybe("template")) {
    auto bytes = read_whole_file(*path, template_limit);
    if (!bytes) return bytes.error();
    report.page_template = *std::move(bytes);
  }
  if (place.directory) {
    std::error_code code;
    std::filesystem::create_directories(place.path, code);
    if (code) return Error{.kind = ErrorKind::io, .message = code.message(), .file = place.path};
  }
  std::unique_ptr<ReportPages> pages(new ReportPages(rules, std::move(report), std::move(place)));
  pages->language_ = options.maybe("ui-language");
  if (pages->language_ && !rules.has(*pages->language_)) {
    return Error{.kind = ErrorKind::bad_usage,
                 .message = "--ui-language " + *pages->language_ + ": there are no rules for it"};
  }
  return pages;
}

Result<Rendered> ReportPages::render(const Finished& finished) {
  const Document& document = finished.document;
  const auto words = rules_->rules_for(language_.value_or(document.language.value_or("")));
  if (!words) return words.error();
  auto page = render_report(document, **words, options_);
  if (!page) return page.error();
  if (place_.path.empty()) return Rendered{.bytes = *std::move(page)};
  if (!place_.directory) return Rendered{.bytes = {}, .files = {{place_.path, *std::move(page)}}};
  Entry entry{.file = file_name(document.id),
              .title = title_of(document),
              .counts = count_findings(document)};
  const std::string path = place_.path + entry.file;
  const std::scoped_lock lock(mutex_);
  entries_.push_back(std::move(entry));
  return Rendered{.bytes = {}, .files = {{path, *std::move(page)}}};
}

SideFile ReportPages::index() const {
  std::vector<Entry> entries = entries_;
  std::ranges::sort(entries, {}, &Entry::file);
  std::string page =
      "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>Cotejo</title>\n<h1>Cotejo</h1>\n<ul>\n";
  for (const Entry& entry : entries) {
    page += "<li><a href=\"" + escape_html(entry.file) + "\">" + escape_html(entry.title) + "</a>";
    for (std::size_t i = 0; i < entry.counts.size(); ++i) {
      page +=
          " · " + std::string{names_of<Severity>.at(i)} + " " + std::to_string(entry.counts.at(i));
    }
    page += "</li>\n";
  }
  return {place_.path + "index.html", page + "</ul>\n"};
}

}  // namespace cotejo
