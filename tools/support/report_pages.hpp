#ifndef COTEJO_TOOLS_SUPPORT_REPORT_PAGES_HPP
#define COTEJO_TOOLS_SUPPORT_REPORT_PAGES_HPP

#include "option_table.hpp"
#include "rule_service.hpp"
#include "worker.hpp"

#include <cotejo/base/result.hpp>
#include <cotejo/report/render_report.hpp>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// Where pages of reports go.
struct PagePlace {
  std::string path;        ///< a file, or a directory with its final slash; "" = the output
  bool directory = false;  ///< then a page each, and an index
};

/// The place that `path` is: a directory if it is one or ends with a slash.
[[nodiscard]] PagePlace page_place(const std::string& path);

/// Renders reports, and the index of those of a run.
class ReportPages {
 public:
  /// Error bad_usage if --template cannot be read, bad_rule if the interface's language has no
  /// rules.
  static Result<std::unique_ptr<ReportPages>> make(const ParsedOptions& options, RuleService& rules,
                                                   ReportFormat format, PagePlace place);

  /// The report of a document: as bytes, or as a file if there is a place for it.
  Result<Rendered> render(const Finished& finished);

  /// Of text; never unless this is called.
  void set_colour(Colour colour) { options_.colour = colour; }
  [[nodiscard]] const PagePlace& place() const { return place_; }
  /// The index of all pages that were rendered. Pre: the place is a directory.
  [[nodiscard]] SideFile index() const;

 private:
  struct Entry {
    std::string file;
    std::string title;
    std::array<std::size_t, 3> counts{};  // by Severity
  };
  ReportPages(RuleService& rules, ReportOptions options, PagePlace place);

  RuleService* rules_;
  ReportOptions options_;
  PagePlace place_;
  std::optional<std::string> language_;
  mutable std::mutex mutex_;
  std::vector<Entry> entries_;
};

/// How many findings of each severity.
[[nodiscard]] std::array<std::size_t, 3> count_findings(const Document& document);

}  // namespace cotejo

#endif
