// Files become entries in force, entries become the lexicon, the patterns and the tables a stage
// reads. Everything is done in one pass over the entries of each kind; diagnostics are collected,
// never thrown, so that lint shows all of them. Tests: tests/unit/rules/rule_set_test.cpp.
#include <cotejo/rules/build_rule_set.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/rules/build_lexicon.hpp>
#include <cotejo/rules/compile_pattern.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace cotejo {
namespace {

/// Layers that the analysis itself fills.
constexpr std::array<std::string_view, 13> built_in_layers{
    "word",    "digits", "quote", "punctuation", "symbol", "token", "lower",
    "capital", "upper",  "mark",  "name",        "clause", "glued"};

std::string last_part(std::string_view id) { return std::string(id.substr(id.rfind('.') + 1)); }

}  // namespace

bool BuiltRuleSet::usable() const {
  return std::ranges::none_of(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.severity == FaultSeverity::error;
  });
}

LanguageTraits read_traits(const RuleEntry& entry, LanguageTraits traits) {
  const auto words = [&](std::string_view key, std::vector<std::string>& target) {
    if (entry.find(key) != nullptr) target = entry.words(key);
  };
  traits.code = entry.language;
  traits.name = entry.text("name");
  words("function_words", traits.function_words);
  words("abbreviations", traits.tokens.abbreviations);
  words("elisions", traits.tokens.elisions);
  words("clitics", traits.tokens.clitics);
  words("group_marks", traits.group_marks);
  words("particles", traits.name_particles);
  words("weekdays", traits.weekday_names);
  if (entry.find("capitals") != nullptr)
    traits.nouns_have_capitals = entry.text("capitals") == "nouns";
  if (entry.find("decimal_mark") != nullptr) traits.decimal_mark = entry.text("decimal_mark");
  if (entry.find("months") != nullptr) {
    traits.month_names.clear();
    for (const std::string& month : entry.words("months")) {
      traits.month_names.push_back(split_words(month));
    }
  }
  return traits;
}

/// Makes one RuleSet; the friend that fills it.
class RuleSetBuilder {
 public:
  RuleSetBuilder(std::string_view language, std::span<const RuleFile* const> files)
      : language_(language), files_(files) {}

  BuiltRuleSet run() {
    put_into_force();
    read_language();
    const Tokeniser tokeniser(built_.rules.language_.tokens);
    build_lexicon(tokeniser);
    compile_patterns(tokeniser);
    share_entries();
    add_source_lines();
    return std::move(built_);
  }

 private:
  void report(std::string code, const RulePlace& place, std::string text,
              FaultSeverity severity = FaultSeverity::error) {
    built_.diagnostics.push_back({std::move(code), severity, std::move(text), place, ""});
  }

  void put_into_force() {
    Sha256 hash;
    for (const RuleFile* file : files_) {
      hash.add(file->bytes);
      built_.diagnostics.insert(built_.diagnostics.end(), file->diagnostics.begin(),
                                file->diagnostics.end());
      for (const RuleField& disabled : file->disabled) disable(disabled);
      std::set<std::string> in_file;
      for (const RuleEntry& entry : file->entries) put(entry, in_file);
    }
    built_.rules.hash_ = "sha256:" + hash.hex();
  }

  void disable(const RuleField& field) {
    const auto& id = std::get<std::string>(field.value);
    if (!in_force_.contains(id)) {
      report("R012", field.place, "'" + id + "' is not in force here, so it cannot be disabled");
      return;
    }
    std::erase_if(order_, [&](const std::string* other) { return *other == id; });
    in_force_.erase(id);
  }

  static std::string folder_of(const RuleEntry& entry) {
    const std::string& file = entry.place.file;
    const std::size_t name = file.rfind('/');
    return file.substr(0, name == std::string::npos ? 0 : name);
  }

  void put(const RuleEntry& entry, std::set<std::string>& in_file) {
    if (entry.kind == "override") return override_severity(entry);
    const auto earlier = in_force_.find(entry.id);
    if (earlier == in_force_.end()) {
      in_force_.emplace(entry.id, &entry);
      order_.push_back(&in_force_.find(entry.id)->first);
      in_file.insert(entry.id);
      return;
    }
    const RulePlace place = earlier->second->place;
    const std::string where = place.file + ":" + std::to_string(place.line);
    if (entry.flag("extend")) return extend(changed(earlier->second), entry);
    if (in_file.contains(entry.id) || folder_of(entry) == folder_of(*earlier->second)) {
      report("R008", entry.place, "'" + entry.id + "' is already there: " + where);
      return;
    }
    report("R022", entry.place, "'" + entry.id + "' replaces the one at " + where,
           FaultSeverity::note);
    earlier->second = &entry;
  }

  /// A copy of an entry that may be changed, put in its place.
  RuleEntry& changed(const RuleEntry*& entry) {
    changed_.push_back(*entry);
    entry = &changed_.back();
    return changed_.back();
  }

  static void extend(RuleEntry& target, const RuleEntry& more) {
    for (const RuleField& field : more.fields) {
      if (field.key == "extend") continue;
      auto old = std::ranges::find(target.fields, field.key, &RuleField::key);
      if (old == target.fields.end()) {
        target.fields.push_back(field);
      } else if (auto* rows = std::get_if<std::vector<RuleRow>>(&old->value);
                 rows != nullptr && field.key == "rows") {
        const auto& added = more.rows(field.key);
        rows->insert(rows->end(), added.begin(), added.end());
      } else if (field.key == "words" || field.key == "verbs") {
        std::vector<std::string> words = target.words(field.key);
        for (std::string& word : more.words(field.key)) words.push_back(std::move(word));
        old->items.assign(words.size(), field.place);
        old->value = std::move(words);
      } else {
        *old = field;
      }
    }
  }

  void override_severity(const RuleEntry& entry) {
    const auto target = in_force_.find(entry.id);
    if (target == in_force_.end()) {
      return report("R012", entry.place, "'" + entry.id + "' is not in force here");
    }
    const RuleField* severity = entry.find("severity");
    RuleEntry& mine = changed(target->second);
    auto old = std::ranges::find(mine.fields, "severity", &RuleField::key);
    if (severity == nullptr || old == mine.fields.end()) {
      return report("R012", entry.place, "'" + entry.id + "' has no severity to override");
    }
    *old = *severity;
  }

  template <typename Use>
  void each(std::string_view kind, Use use) {
    for (const std::string* id : order_) {
      const RuleEntry& entry = *in_force_.at(*id);
      if (entry.kind == kind) use(entry);
    }
  }

  void read_language() {
    LanguageTraits& traits = built_.rules.language_;
    each("traits", [&](const RuleEntry& entry) { traits = read_traits(entry, traits); });
    traits.code = language_;
    std::vector<MarkPair> common;
    each("marks", [&](const RuleEntry& entry) {
      MarkPair pair{std::string(entry.text("open")), std::string(entry.text("close")),
                    std::string(entry.text("family"))};
      (entry.language.empty() ? common : traits.marks).push_back(std::move(pair));
    });
    // A language states its order of preference; every other pair is read all the same.
    for (MarkPair& pair : common) {
      const bool known = std::ranges::any_of(traits.marks, [&](const MarkPair& mine) {
        return mine.open == pair.open && mine.close == pair.close;
      });
      if (!known) traits.marks.push_back(std::move(pair));
    }
  }

  void build_lexicon(const Tokeniser& tokeniser) {
    LexiconBuilder builder(in_force_, tokeniser, built_.diagnostics);
    each("list", [&](const RuleEntry& list) { builder.add_list(list, built_.rules.lexicon_); });
  }

  /// "@aux" means the list aux of the same stage, else of any stage of the language or its
  /// fallbacks, else of the common rules.
  [[nodiscard]] std::optional<std::string> find_list(const RuleEntry& user,
                                                     std::string_view name) const {
    const auto is_list = [&](const std::string& id) {
      const auto found = in_force_.find(id);
      return found != in_force_.end() && found->second->kind == "list";
    };
    if (is_list(std::string(name))) return std::string(name);
    const std::string owner = user.language.empty() ? "common" : user.language;
    const std::string same_stage = owner + "." + user.stage + "." + std::string(name);
    if (is_list(same_stage)) return same_stage;
    std::optional<std::string> found;
    for (const std::string* id : order_) {
      if (last_part(*id) != name || !is_list(*id)) continue;
      if (in_force_.at(*id)->language == user.language) return *id;
      found = *id;
    }
    return found;
  }

  [[nodiscard]] std::vector<std::string_view> list_names() {
    std::vector<std::string_view> names;
    each("list", [&](const RuleEntry& list) {
      const std::string_view id = list.id;
      names.push_back(id.substr(id.rfind('.') + 1));
    });
    return names;
  }

  [[nodiscard]] std::set<std::string, std::less<>> layer_names() {
    std::set<std::string, std::less<>> names(built_in_layers.begin(), built_in_layers.end());
    each("list", [&](const RuleEntry& entry) { names.emplace(entry.text("layer")); });
    each("pattern", [&](const RuleEntry& entry) { names.emplace(entry.text("emit")); });
    each("vocabulary", [&](const RuleEntry& entry) {
      if (last_part(entry.id) != "layer") return;
      for (std::string& word : entry.words("words")) names.insert(std::move(word));
    });
    return names;
  }

  void compile_patterns(const Tokeniser& tokeniser) {
    const auto layers = layer_names();
    SymbolTable symbols;
    for (const std::string_view kind : {"pattern", "check", "weight"}) {
      each(kind, [&](const RuleEntry& entry) { compile(entry, tokeniser, layers, symbols); });
    }
    add_literals(symbols);
    built_.rules.symbols_ = symbols.take();
    std::ranges::stable_sort(built_.rules.patterns_, {}, [](const Pattern& pattern) {
      return std::pair(pattern.stage, pattern.pass);
    });
  }

  void compile(const RuleEntry& entry, const Tokeniser& tokeniser,
               const std::set<std::string, std::less<>>& layers, SymbolTable& symbols) {
    const RuleField* field = entry.find("pattern");
    if (field == nullptr) return;
    const PatternNames names{
        [&](std::string_view name) { return find_list(entry, name); },
        [&](std::string_view name) { return layers.contains(name); }, [&] { return list_names(); },
        [&] { return std::vector<std::string_view>(layers.begin(), layers.end()); }};
    auto compiled = compile_pattern(entry.text("pattern"), tokeniser, names, symbols);
    if (compiled.fault) {
      report(compiled.fault->code, place_inside(field->place, compiled.fault->column - 1),
             compiled.fault->message);
      return;
    }
    Pattern pattern;
    pattern.id = entry.id;
    pattern.stage = entry.stage;
    pattern.pass = static_cast<int>(entry.number("pass").value_or(1));
    pattern.emit = entry.text("emit");
    pattern.kind = entry.kind;
    const auto attributes = keep_attributes(built_.rules.pool_, attributes_of(entry));
    pattern.attributes.assign(attributes.begin(), attributes.end());
    pattern.program = std::move(compiled.pattern.program);
    pattern.captures = std::move(compiled.pattern.captures);
    built_.rules.patterns_.push_back(std::move(pattern));
  }

  /// Words that patterns name are in the lexicon too, so that one look-up per token finds both.
  void add_literals(const SymbolTable& symbols) {
    for (const Symbol& symbol : symbols.symbols()) {
      if (symbol.kind != Symbol::Kind::literal) continue;
      Lexicon& lexicon = built_.rules.lexicon_;
      const Token token{{}, symbol.hash, TokenKind::word, TokenCase::none, false};
      lexicon.add(std::span(&token, 1), lexicon.add(Lexeme{"", "", symbol.text, {}}));
    }
  }

  void share_entries() {
    each("text", [&](const RuleEntry& entry) {
      const std::size_t owner = entry.id.find('.');
      built_.rules.texts_[entry.id.substr(owner + 1)] = entry.text("text");
    });
    for (const std::string* id : order_) {
      const RuleEntry& entry = *in_force_.at(*id);
      const bool in_lexicon =
          entry.kind == "list" || entry.kind == "verb" || entry.kind == "paradigm";
      if (!in_lexicon) built_.rules.entries_[entry.kind].push_back(entry);
    }
  }

  void add_source_lines() {
    for (Diagnostic& diagnostic : built_.diagnostics) {
      const auto file = std::ranges::find(files_, diagnostic.place.file,
                                          [](const RuleFile* f) { return f->path; });
      if (diagnostic.source_line.empty() && file != files_.end()) {
        diagnostic.source_line = source_line((*file)->bytes, diagnostic.place.line);
      }
    }
  }

  std::string language_;
  std::span<const RuleFile* const> files_;
  std::map<std::string, const RuleEntry*> in_force_;  // of files_ or changed_
  std::vector<const std::string*> order_;             // keys of in_force_
  std::deque<RuleEntry> changed_;                     // entries that others add to or re-grade
  BuiltRuleSet built_;
};

BuiltRuleSet build_rule_set(std::string_view language, std::span<const RuleFile* const> files) {
  return RuleSetBuilder(language, files).run();
}

}  // namespace cotejo
