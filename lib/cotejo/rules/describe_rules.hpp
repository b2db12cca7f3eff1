#ifndef COTEJO_RULES_DESCRIBE_RULES_HPP
#define COTEJO_RULES_DESCRIBE_RULES_HPP

#include <cotejo/base/map_file.hpp>
#include <cotejo/rules/archive.hpp>
#include <cotejo/rules/compiled_rules.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <optional>
#include <string_view>

namespace cotejo {

// What compiled rules hold of each type. A change here, or in what a FlatTable holds, is a new
// compiled_format (compiled_rules.hpp).

template <typename Archive>
void describe(Archive& archive, Like<Lexeme> auto& lexeme) {
  archive(lexeme.list, lexeme.layer, lexeme.lemma, lexeme.attributes, lexeme.value);
}

template <typename Archive>
void describe(Archive& archive, Like<MarkPair> auto& pair) {
  archive(pair.open, pair.close, pair.family);
}

template <typename Archive>
void describe(Archive& archive, Like<TokenOptions> auto& options) {
  archive(options.elisions, options.clitics, options.abbreviations);
}

template <typename Archive>
void describe(Archive& archive, Like<LanguageTraits> auto& traits) {
  archive(traits.code, traits.name, traits.function_words, traits.month_names, traits.weekday_names,
          traits.tokens, traits.decimal_mark, traits.group_marks, traits.name_particles,
          traits.nouns_have_capitals, traits.marks);
}

template <typename Archive>
void describe(Archive& archive, Like<Symbol::Wanted> auto& wanted) {
  archive(wanted.key, wanted.values);
}

template <typename Archive>
void describe(Archive& archive, Like<Symbol> auto& symbol) {
  archive(symbol.kind, symbol.hash, symbol.text, symbol.wanted);
}

template <typename Archive>
void describe(Archive& archive, Like<Instruction> auto& instruction) {
  archive(instruction.op, instruction.argument, instruction.target);
}

template <typename Archive>
void describe(Archive& archive, Like<Pattern> auto& pattern) {
  archive(pattern.id, pattern.stage, pattern.pass, pattern.emit, pattern.kind, pattern.attributes,
          pattern.program, pattern.captures);
}

// Of rows, fields and entries not the places: they tell faults, and compiled rules have none.

template <typename Archive>
void describe(Archive& archive, Like<RuleRow> auto& row) {
  archive(row.cells);
}

template <typename Archive>
void describe(Archive& archive, Like<RuleField> auto& field) {
  archive(field.key, field.value);
}

template <typename Archive>
void describe(Archive& archive, Like<RuleEntry> auto& entry) {
  archive(entry.kind, entry.id, entry.language, entry.stage, entry.fields);
}

/// What goes on inside the types whose members are private.
struct CompiledForm {
  template <typename Archive>
  static void describe(Archive& archive, Like<Lexicon> auto& lexicon) {
    archive(lexicon.lexemes_, lexicon.slots_, lexicon.links_, lexicon.used_);
  }
  template <typename Archive>
  static void describe(Archive& archive, Like<RuleSet> auto& rules) {
    archive(rules.hash_, rules.language_, rules.lexicon_, rules.entries_, rules.texts_,
            rules.symbols_, rules.patterns_);
  }

  // compiled_rules.cpp
  static void strip(RuleSet& rules);
  static bool is_sound(const RuleSet& rules);
  static std::optional<RuleSet> decode(std::string_view bytes, const SourceKey& key);
  static std::optional<RuleSet> load(MappedFile file, const SourceKey& key);
};

template <typename Archive>
void describe(Archive& archive, Like<Lexicon> auto& lexicon) {
  CompiledForm::describe(archive, lexicon);
}

template <typename Archive>
void describe(Archive& archive, Like<RuleSet> auto& rules) {
  CompiledForm::describe(archive, rules);
}

}  // namespace cotejo

#endif
