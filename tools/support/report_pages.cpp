#include "report_pages.hpp"

#include "file_handle.hpp"
#include "filter.hpp"

#include <cotejo/base/sha256.hpp>

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
  if (std::ranges::all_of(id, is_plain)) return id;
  std::string name = std::filesystem::path{id}.filename().string();
  for (char& letter : name) {
    if (!is_plain(letter)) letter = '_';
  }
  return name + "-" + sha256(id).substr(0, hash_digits);
}

std::string_view extension_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return ".html";
    case ReportFormat::text:
    case ReportFormat::lines:
      return ".txt";
    case ReportFormat::markdown:
      return ".md";
    case ReportFormat::csv:
      return ".csv";
    case ReportFormat::sarif:
      return ".sarif";
    case ReportFormat::webanno:
    case ReportFormat::claimreview:
      break;
  }
  return ".jsonld";
}

}  // namespace

ReportPlace report_place(const std::string& path) {
  std::error_code code;
  if (path.ends_with('/')) return {path, true};
  if (std::filesystem::is_directory(path, code)) return {path + "/", true};
  return {path, false};
}

bool stands_alone(ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
    case ReportFormat::sarif:
    case ReportFormat::webanno:
    case ReportFormat::claimreview:
      return true;
    case ReportFormat::text:
    case ReportFormat::markdown:
    case ReportFormat::csv:
    case ReportFormat::lines:
      break;
  }
  return false;
}

ReportPages::ReportPages(const Reviews& reviews, ReportOptions options, ReportPlace place)
    : reviews_(&reviews), options_(std::move(options)), place_(std::move(place)) {}

Result<std::unique_ptr<ReportPages>> ReportPages::make(const ParsedOptions& options,
                                                       const Reviews& reviews, ReportFormat format,
                                                       ReportPlace place) {
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
  return std::unique_ptr<ReportPages>(
      new ReportPages(reviews, std::move(report), std::move(place)));
}

Result<std::string> ReportPages::render_one(const Document& document) const {
  const auto words = reviews_->words_for(document);
  if (!words) return words.error();
  auto input = reviews_->input_for(document);
  if (!input) return input.error();
  ReportOptions options = options_;
  options.review = *std::move(input);
  return render_report(document, **words, options);
}

Result<Rendered> ReportPages::render(const Finished& finished) {
  const Document& document = finished.document;
  auto report = render_one(document);
  if (!report) return report.error();
  if (place_.path.empty()) return Rendered{.bytes = *std::move(report)};
  if (!place_.directory) return Rendered{.bytes = {}, .files = {{place_.path, *std::move(report)}}};
  const std::string file = file_name(document.id) + std::string(extension_of(options_.format));
  if (options_.format == ReportFormat::html) {
    const auto words = reviews_->words_for(document);
    const auto input = reviews_->input_for(document);
    if (!words || !input) return words ? input.error() : words.error();
    IndexEntry entry = index_entry(document, **words, *input);
    entry.file = file;
    const std::scoped_lock lock(mutex_);
    entries_.push_back(std::move(entry));
  }
  const std::string header(header_of(options_.format));
  return Rendered{.bytes = {}, .files = {{place_.path + file, header + *report}}};
}

Result<std::optional<SideFile>> ReportPages::index() const {
  if (!place_.directory || options_.format != ReportFormat::html) return std::optional<SideFile>{};
  const auto words = reviews_->words_in(most_frequent_language(entries_));
  if (!words) return words.error();
  auto page = render_index(entries_, **words);
  if (!page) return page.error();
  return std::optional(SideFile{place_.path + "index.html", *std::move(page)});
}

int write_index(std::string_view program, const ReportPages& pages) {
  const auto index = pages.index();
  if (index) return *index ? write_side_file(program, **index) : exit_done;
  say(program, index.error().to_string());
  return exit_failed;
}

}  // namespace cotejo
