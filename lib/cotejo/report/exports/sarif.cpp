// SARIF 2.1.0: sections 3.14 (run), 3.27 (result), 3.30 (region), 3.35 (suppression). The required
// members are tested against tests/schemas/sarif.schema.json.
#include <cotejo/report/exports/exports.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/report/exports/json_writer.hpp>
#include <cotejo/report/text_index.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace cotejo {
namespace {

constexpr std::string_view schema_address =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The codes that occur, sorted: the rules of the run.
std::vector<std::string> codes_of(const Sheet& sheet) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings_of(sheet)) codes.push_back(finding.code);
  std::ranges::sort(codes);
  codes.erase(std::ranges::unique(codes).begin(), codes.end());
  return codes;
}

class Log {
 public:
  explicit Log(const Sheet& sheet)
      : sheet_(sheet),
        index_(sheet.document.text),
        uri_(uri_of(sheet.document)),
        codes_(codes_of(sheet)) {}

  std::string write() {
    json_.open_object().member("$schema", schema_address).member("version", "2.1.0");
    json_.key("runs").open_array().open_object();
    tool();
    json_.member("columnKind", "unicodeCodePoints");
    json_.key("artifacts").open_array().open_object();
    json_.key("location").open_object().member("uri", uri_).close_object();
    json_.close_object().close_array();
    json_.key("results").open_array();
    for (std::size_t i = 0; i < findings_of(sheet_).size(); ++i) result(Id<Finding>(i));
    json_.close_array();
    json_.key("properties").open_object();
    json_.member("record", sheet_.document.id);
    json_.member("textSha256", sha256(sheet_.document.text)).close_object();
    json_.close_object().close_array().close_object();
    return json_.finish() + '\n';
  }

 private:
  void tool() {
    json_.key("tool").open_object().key("driver").open_object().member("name", "Cotejo");
    json_.key("rules").open_array();
    for (const std::string& code : codes_) {
      json_.open_object().member("id", code).close_object();
    }
    json_.close_array().close_object().close_object();
  }

  void result(Id<Finding> id) {
    const Finding& finding = findings_of(sheet_)[id.index];
    const auto code = std::ranges::lower_bound(codes_, finding.code);
    json_.open_object().member("ruleId", finding.code);
    json_.member("ruleIndex", static_cast<std::size_t>(code - codes_.begin()));
    json_.member("level", name_of(finding.severity));
    message(finding.message);
    json_.key("locations").open_array();
    location(finding.span);
    json_.close_array();
    if (!finding.spans.empty()) {
      json_.key("relatedLocations").open_array();
      for (const Span span : finding.spans) location(span);
      json_.close_array();
    }
    json_.key("fingerprints").open_object();
    json_.member("cotejo/v1", sheet_.desk.prints[id.index].whole).close_object();
    suppressions(sheet_.desk.standings[id.index]);
    json_.key("properties").open_object().member_if("rule", finding.rule);
    json_.member("decision", name_of(sheet_.desk.standings[id.index].decision)).close_object();
    json_.close_object();
  }

  void message(std::string_view text) {
    json_.key("message").open_object().member("text", text).close_object();
  }

  void location(Span span) {
    const LineColumn begin = index_.place(span.begin);
    const LineColumn end = index_.place(span.end);
    const std::size_t offset = index_.code_points_before(span.begin);
    json_.open_object().key("physicalLocation").open_object();
    json_.key("artifactLocation").open_object();
    json_.member("uri", uri_).member("index", std::size_t{0}).close_object();
    json_.key("region").open_object().member("startLine", begin.line);
    json_.member("startColumn", begin.column).member("endLine", end.line);
    json_.member("endColumn", end.column).member("charOffset", offset);
    json_.member("charLength", index_.code_points_before(span.end) - offset);
    json_.key("snippet").open_object();
    json_.member("text", slice(sheet_.document.text, span)).close_object();
    json_.close_object().close_object().close_object();
  }

  /// None for a finding that is open; one under review while the author is asked.
  void suppressions(const Standing& standing) {
    json_.key("suppressions").open_array();
    const bool asked = standing.decision == Decision::ask_author && standing.lapse == Lapse::none;
    if (asked || !is_open(standing)) {
      json_.open_object().member("kind", "external");
      json_.member("status", asked ? "underReview" : "accepted");
      json_.member_if("justification", standing.note);
      json_.key("properties").open_object().member("decision", name_of(standing.decision));
      json_.member_if("who", standing.who).member_if("when", standing.when);
      json_.member_if("waiver", standing.waiver).close_object().close_object();
    }
    json_.close_array();
  }

  const Sheet& sheet_;
  TextIndex index_;
  std::string uri_;
  std::vector<std::string> codes_;
  JsonWriter json_;
};

}  // namespace

std::string export_sarif(const Sheet& sheet) { return Log(sheet).write(); }

}  // namespace cotejo
