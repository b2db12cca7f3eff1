#include <cotejo/rules/lint.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/rule_packs.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

/// Characters that nobody sees: zero-width ones, controls of direction, the soft hyphen.
bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// The joiners belong to the spelling of Arabic and Indic scripts.
bool shapes_script(char32_t c, char32_t before) {
  return (c == 0x200C || c == 0x200D) && before >= 0x0600 && before < 0x1000 && is_letter(before);
}

class Linter {
 public:
  explicit Linter(RulePacks packs) : packs_(std::move(packs)) {}

  Result<std::vector<Diagnostic>> run() {
    for (const std::string& pack : packs_.names()) {
      if (auto done = lint_pack(pack); !done) return done.error();
    }
    if (packs_.names().empty()) {
      if (auto done = lint_pack(""); !done) return done.error();
    }
    for (const auto& [path, file] : packs_.files()) look_at(file);
    sort_unique();
    return std::move(found_);
  }

 private:
  Result<Done> lint_pack(const std::string& pack) {
    auto files = packs_.files_of(pack);
    if (!files) return files.error();
    BuiltRuleSet built = build_rule_set(pack, *files);
    std::ranges::move(built.diagnostics, std::back_inserter(found_));
    use_lists(built.rules);
    return Done{};
  }

  void use_lists(const RuleSet& rules) {
    for (const Symbol& symbol : rules.symbols()) {
      if (symbol.kind == Symbol::Kind::list) used_lists_.insert(symbol.text);
    }
  }

  void report(const RuleFile& file, std::string code, FaultSeverity severity,
              const RulePlace& place, std::string text) {
    found_.push_back({std::move(code), severity, std::move(text), place,
                      std::string(source_line(file.bytes, place.line))});
  }

  void look_at(const RuleFile& file) {
    look_for_invisible(file);
    for (const RuleEntry& entry : file.entries) {
      const bool has_pattern = entry.find("pattern") != nullptr;
      if (has_pattern && (entry.find("match") == nullptr || entry.find("no_match") == nullptr)) {
        report(file, "R017", FaultSeverity::warning, entry.place,
               "'" + entry.id + "' has no 'match' and 'no_match' examples");
      }
      if (has_pattern && entry.find("docs") == nullptr) {
        report(file, "R018", FaultSeverity::warning, entry.place,
               "'" + entry.id + "' has no 'docs'");
      }
      const bool unused =
          entry.kind == "list" && entry.text("layer").empty() && !used_lists_.contains(entry.id);
      if (unused) {
        report(file, "R023", FaultSeverity::note, entry.place,
               "no pattern uses list '" + entry.id + "', and it stands in no layer");
      }
    }
  }

  void look_for_invisible(const RuleFile& file) {
    std::size_t line = 1;
    std::size_t column = 1;
    if (first_bad_utf8(file.bytes)) return;
    const std::string_view bytes = file.bytes;
    char32_t before = 0;
    for (Offset at = 0; at < bytes.size();) {
      const CodePoint point = code_point_at(bytes, at);
      if (is_invisible(point.value) && !shapes_script(point.value, before)) {
        report(file, "R020", FaultSeverity::error, {file.path, line, column},
               "an invisible character; write it as an escape in a double-quoted string");
      }
      before = point.value;
      at += point.length;
      ++column;
      if (point.value == U'\n') {
        ++line;
        column = 1;
      }
    }
  }

  void sort_unique() {
    const auto key = [](const Diagnostic& d) {
      return std::tie(d.place.file, d.place.line, d.place.column, d.code, d.text);
    };
    std::ranges::sort(found_, {}, key);
    const auto rest = std::ranges::unique(found_, {}, key);
    found_.erase(rest.begin(), rest.end());
  }

  RulePacks packs_;
  std::set<std::string> used_lists_;
  std::vector<Diagnostic> found_;
};

}  // namespace

Result<std::vector<Diagnostic>> lint_rules(const std::vector<fs::path>& directories) {
  auto packs = RulePacks::open(directories);
  if (!packs) return packs.error();
  return Linter(*std::move(packs)).run();
}

}  // namespace cotejo
