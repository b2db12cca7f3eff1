#ifndef COTEJO_RULES_PATTERN_HPP
#define COTEJO_RULES_PATTERN_HPP

#include <cotejo/rules/lexicon.hpp>
#include <cotejo/text/token.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cotejo {

/// What one atom of a pattern asks of the text at a place. All patterns of a rule set share their
/// symbols, so each is looked at once per token.
struct Symbol {
  enum class Kind : std::uint8_t {
    literal,  ///< the word whose folded hash is `hash`
    regex,    ///< a whole token that matches `text`
    list,     ///< a word or phrase of list `text`
    layer     ///< a span of layer `text` with all of `wanted`
  };
  /// An attribute and the values it may have.
  struct Wanted {
    std::string key;
    std::vector<std::string> values;
    friend bool operator==(const Wanted&, const Wanted&) = default;
  };
  Kind kind = Kind::literal;
  std::uint64_t hash = 0;
  std::string text;
  std::vector<Wanted> wanted;

  friend bool operator==(const Symbol&, const Symbol&) = default;
};

/// One step of a compiled pattern, a program for a Thompson automaton with captures.
struct Instruction {
  enum class Op : std::uint8_t {
    consume,     ///< go over a span of symbol `argument`
    skip,        ///< go over at most `argument` tokens
    split,       ///< try the next instruction, then `target`
    jump,        ///< go to `target`
    open,        ///< begin capture `argument`
    close,       ///< end capture `argument`
    at_begin,    ///< only at the begin of the sentence
    at_end,      ///< only at its end, final punctuation aside
    not_here,    ///< only where symbol `argument` does not stand
    accept
  };
  Op op = Op::accept;
  std::uint32_t argument = 0;
  std::uint32_t target = 0;
};

/// A compiled token pattern. Its language is described in rules/README.md.
struct Pattern {
  std::string id;     ///< full id of its entry
  std::string stage;
  int pass = 1;
  std::string emit;   ///< the layer its matches stand in for later passes, "" = none
  std::string kind;   ///< of its entry: pattern check weight
  std::vector<Attribute> attributes;  ///< of what it emits
  std::vector<Instruction> program;
  std::vector<std::string> captures;  ///< names by number
};

}  // namespace cotejo

#endif
