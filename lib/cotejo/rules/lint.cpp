#include <cotejo/rules/lint.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/rule_files.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <map>
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
  explicit Linter(const std::vector<fs::path>& directories) : directories_(directories) {}

  Result<std::vector<Diagnostic>> run() {
    std::set<std::string> packs;
    for (const fs::path& directory : directories_) {
      auto found = packs_in(directory);
      if (!found) return found.error();
      for (const fs::path& pack : *found) packs.insert(pack.filename().string());
    }
    for (const std::string& pack : packs) {
      if (auto done = lint_pack(pack); !done) return done.error();
    }
    if (packs.empty()) {
      if (auto done = lint_pack(""); !done) return done.error();
    }
    for (auto& [path, file] : files_) look_at(file);
    sort_unique();
    return std::move(found_);
  }

 private:
  Result<Done> lint_pack(const std::string& pack) {
    std::vector<const RuleFile*> files;
    for (const std::string& name : chain(pack)) {
      for (const fs::path& directory : directories_) {
        const fs::path folder = directory / name;
        if (!fs::is_directory(folder)) continue;
        auto paths = rule_files_in(folder);
        if (!paths) return paths.error();
        for (const fs::path& path : *paths) {
          auto file = read(path);
          if (!file) return file.error();
          files.push_back(*file);
        }
      }
    }
    BuiltRuleSet built = build_rule_set(pack, files);
    std::ranges::move(built.diagnostics, std::back_inserter(found_));
    use_lists(built.rules);
    return Done{};
  }

  Result<const RuleFile*> read(const fs::path& path) {
    const auto known = files_.find(path);
    if (known != files_.end()) return &known->second;
    auto file = load_rule_file(path);
    if (!file) return file.error();
    return &files_.emplace(path, *std::move(file)).first->second;
  }

  /// common, what the pack falls back to, and the pack.
  std::vector<std::string> chain(const std::string& pack) {
    std::vector<std::string> names{std::string(common_folder)};
    if (pack.empty()) return names;
    for (const fs::path& directory : directories_) {
      const fs::path path = directory / pack / "language.toml";
      if (!fs::exists(path)) continue;
      const auto file = read(path);
      if (!file) continue;
      for (const RuleEntry& entry : (*file)->entries) {
        if (entry.kind != "traits") continue;
        for (std::string& name : entry.words("fallback")) names.push_back(std::move(name));
      }
    }
    names.push_back(pack);
    return names;
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
        report(file, "R018", FaultSeverity::warning, entry.place, "'" + entry.id + "' has no 'docs'");
      }
      const bool unused = entry.kind == "list" && entry.text("layer").empty() &&
                          !used_lists_.contains(entry.id);
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

  const std::vector<fs::path>& directories_;
  std::map<fs::path, RuleFile> files_;
  std::set<std::string> used_lists_;
  std::vector<Diagnostic> found_;
};

}  // namespace

Result<std::vector<Diagnostic>> lint_rules(const std::vector<fs::path>& directories) {
  return Linter(directories).run();
}

}  // namespace cotejo
