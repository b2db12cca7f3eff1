#include <cotejo/rules/lint.hpp>

#include <cotejo/rules/build_rule_set.hpp>
#include <cotejo/rules/check_entries.hpp>
#include <cotejo/rules/rule_packs.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

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
    std::vector<const RuleFile*> files;
    for (const auto& [path, file] : packs_.files()) {
      files.push_back(&file);
      vocabularies_.add(file);
    }
    for (const RuleFile* file : files) look_at(*file);
    std::ranges::move(find_ambiguous_words(files), std::back_inserter(found_));
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
    std::ranges::move(find_deceptive_characters(file), std::back_inserter(found_));
    for (const RuleEntry& entry : file.entries) {
      for (const Diagnostic& fault : vocabularies_.check(entry)) {
        report(file, fault.code, fault.severity, fault.place, fault.text);
      }
      const bool has_pattern = entry.find("pattern") != nullptr;
      if (has_pattern && (entry.find("match") == nullptr || entry.find("no_match") == nullptr)) {
        report(file, "R017", FaultSeverity::warning, entry.place,
               "'" + entry.id + "' has no 'match' and 'no_match' examples");
      }
      if (has_pattern && entry.find("docs") == nullptr) {
        report(file, "R018", FaultSeverity::warning, entry.place,
               "'" + entry.id + "' has no 'docs'");
      }
      const bool unused = entry.kind == "list" && !entry.flag("extend") &&
                          entry.text("layer").empty() && !used_lists_.contains(entry.id);
      if (unused) {
        report(file, "R023", FaultSeverity::note, entry.place,
               "no pattern uses list '" + entry.id + "', and it stands in no layer");
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
  Vocabularies vocabularies_;
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
