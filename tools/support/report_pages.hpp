#ifndef COTEJO_TOOLS_SUPPORT_REPORT_PAGES_HPP
#define COTEJO_TOOLS_SUPPORT_REPORT_PAGES_HPP

#include "option_table.hpp"
#include "reviews.hpp"
#include "worker.hpp"

#include <cotejo/base/result.hpp>
#include <cotejo/report/page/render_index.hpp>
#include <cotejo/report/render_report.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Where reports go.
struct ReportPlace {
  std::string path;        ///< a file, or a directory with its final slash; "" = the output
  bool directory = false;  ///< then a file each, and of pages an index
};

/// The place that `path` is: a directory if it is one or ends with a slash.
[[nodiscard]] ReportPlace report_place(const std::string& path);

/// True if a second report cannot follow the first in the same file.
[[nodiscard]] bool stands_alone(ReportFormat format);

/// Renders reports, and the index of those of a run.
class ReportPages {
 public:
  /// `reviews` must outlive the pages. Error bad_usage if --template cannot be read, io if the
  /// directory cannot be made.
  static Result<std::unique_ptr<ReportPages>> make(const ParsedOptions& options,
                                                   const Reviews& reviews, ReportFormat format,
                                                   ReportPlace place);

  /// The report of a document: as bytes, or as a file if there is a place for it.
  Result<Rendered> render(const Finished& finished);

  /// Of text; never unless this is called.
  void set_colour(Colour colour) { options_.colour = colour; }
  [[nodiscard]] const ReportPlace& place() const { return place_; }
  /// The index of all pages that were rendered; nothing unless they are pages in a directory.
  [[nodiscard]] Result<std::optional<SideFile>> index() const;

 private:
  ReportPages(const Reviews& reviews, ReportOptions options, ReportPlace place);
  [[nodiscard]] Result<std::string> render_one(const Document& document) const;

  const Reviews* reviews_;
  ReportOptions options_;
  ReportPlace place_;
  mutable std::mutex mutex_;
  std::vector<IndexEntry> entries_;
};

/// Writes the index of the pages, if they have one; the exit status, when what is wrong was told.
[[nodiscard]] int write_index(std::string_view program, const ReportPages& pages);

}  // namespace cotejo

#endif
