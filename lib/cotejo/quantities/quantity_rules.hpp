#ifndef COTEJO_QUANTITIES_QUANTITY_RULES_HPP
#define COTEJO_QUANTITIES_QUANTITY_RULES_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/model/quantity.hpp>
#include <cotejo/numbers/number_grammar.hpp>
#include <cotejo/rules/layer_name.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// A word or phrase that modifies a number (layer "hedge").
struct Hedge {
  Modifier kind = Modifier::exact;
  bool after = false;       ///< stands behind the number
  bool no_article = false;  ///< nothing may stand between it and the number
};

/// A unit, sign or currency (layer "unit").
struct Unit {
  QuantityKind kind = QuantityKind::measure;
  std::string code;     ///< ISO 4217 or UCUM, "" = the word does not say which
  bool before = false;  ///< may stand before the number
  bool after = true;    ///< may stand behind it
  bool sign = false;    ///< a sign or abbreviation, no noun
  bool upper = false;   ///< in capitals only
  double times = 1;     ///< the number counts this many of `code`
  double part = 0;      ///< of a small coin, what it is of a large one: 0.01; 0 = no small coin
  std::string written;  ///< the only bytes it may have, "" = any case
};

/// What a word does in a date: attribute `role` of layer "date".
enum class DateRole : std::uint8_t {
  none,
  month,
  weekday,
  day_offset,  ///< "ayer": days from the dateline
  unit,        ///< "año": needs a direction or a number
  past,        ///< "pasado"
  next,        ///< "próximo"
  now,         ///< "este"
  ago,         ///< "hace" before a duration
  ago_after,   ///< "ago" behind one
  of,
  article,
  at,
  from,
  until,
  to,
  between,
  part,        ///< "a comienzos de": 1 early, 2 middle, 3 late
  year_lead,   ///< words before a year
  year_tail,   ///< words behind one: "1998 год"
  ordinal_day  ///< "día" before the day of the month
};
template <>
inline constexpr std::array names_of<DateRole>{
    std::string_view{"none"},       std::string_view{"month"},     std::string_view{"weekday"},
    std::string_view{"day-offset"}, std::string_view{"unit"},      std::string_view{"past"},
    std::string_view{"next"},       std::string_view{"now"},       std::string_view{"ago"},
    std::string_view{"ago-after"},  std::string_view{"of"},        std::string_view{"article"},
    std::string_view{"at"},         std::string_view{"from"},      std::string_view{"until"},
    std::string_view{"to"},         std::string_view{"between"},   std::string_view{"part"},
    std::string_view{"year-lead"},  std::string_view{"year-tail"}, std::string_view{"ordinal-day"}};

/// A word of a date.
struct DateWord {
  DateRole role = DateRole::none;
  int value = 0;
  Grain grain = Grain::day;  ///< of a unit
  bool capital = false;      ///< must be capitalised: "May"
  bool no_article = false;   ///< not behind an article: "mañana"
};

/// What makes a number a time of day: attribute `role` of layer "clock".
enum class ClockRole : std::uint8_t { none, lead, lead_weak, unit, am, pm };
template <>
inline constexpr std::array names_of<ClockRole>{
    std::string_view{"none"}, std::string_view{"lead"}, std::string_view{"lead-weak"},
    std::string_view{"unit"}, std::string_view{"am"},   std::string_view{"pm"}};

/// What a lexeme is for quantities.
enum class WordUse : std::uint8_t {
  none,
  hedge,
  unit,
  counted,
  np_stop,
  np_pre,
  identifier,
  person,
  age_cue,
  date,
  clock,
  future
};
template <>
inline constexpr std::array names_of<WordUse>{
    std::string_view{"none"},       std::string_view{"hedge"},   std::string_view{"unit"},
    std::string_view{"counted"},    std::string_view{"np-stop"}, std::string_view{"np-pre"},
    std::string_view{"identifier"}, std::string_view{"aged"},    std::string_view{"age-cue"},
    std::string_view{"date"},       std::string_view{"clock"},   std::string_view{"future"}};
/// The token layer of each use, by use.
inline constexpr std::array layers_of_uses = [] {
  std::array<LayerName, names_of<WordUse>.size()> layers{};
  for (std::size_t i = 1; i < layers.size(); ++i) layers[i] = LayerName(names_of<WordUse>[i]);
  return layers;
}();
[[nodiscard]] constexpr LayerName layer_of(WordUse use) {
  return layers_of_uses[static_cast<std::size_t>(use)];
}

/// How a language builds noun phrases (entry [[noun-phrase]]).
struct NounPhraseRule {
  bool noun_first = false;              ///< adjectives follow the noun and end as it does
  bool noun_capital = false;            ///< nouns are written with a capital; adjectives before
  std::vector<std::string> plural;      ///< endings of plural nouns, of adjectives before capitals
  std::vector<std::string> not_plural;  ///< endings that only look like one
};

/// How a language writes dates (entry [[date-order]]).
struct DateRule {
  bool month_first = false;         ///< 8/12/2025 is in August
  std::vector<std::string> future;  ///< endings of verbs in the future
};

/// What a rule set says about quantities, decoded once: side tables by lexeme. Make one per rule
/// set and keep it; making it is linear in the lexicon.
class QuantityRules {
 public:
  explicit QuantityRules(const RuleSet& rules);

  [[nodiscard]] const NumberGrammar& numbers() const { return numbers_; }
  [[nodiscard]] WordUse use(std::uint32_t lexeme) const { return places_[lexeme].use; }
  /// Pre: use(lexeme) says so.
  [[nodiscard]] const Hedge& hedge(std::uint32_t lexeme) const {
    return hedges_[places_[lexeme].place];
  }
  [[nodiscard]] const Unit& unit(std::uint32_t lexeme) const {
    return units_[places_[lexeme].place];
  }
  [[nodiscard]] const DateWord& date(std::uint32_t lexeme) const {
    return dates_[places_[lexeme].place];
  }
  /// Its role alone, which is cheaper.
  [[nodiscard]] DateRole date_role(std::uint32_t lexeme) const {
    return static_cast<DateRole>(places_[lexeme].role);
  }
  [[nodiscard]] ClockRole clock(std::uint32_t lexeme) const {
    return static_cast<ClockRole>(places_[lexeme].place);
  }
  [[nodiscard]] const NounPhraseRule& noun_phrase() const { return noun_phrase_; }
  [[nodiscard]] const DateRule& date_rule() const { return date_rule_; }
  /// True if a word with that hash is a function word of the language.
  [[nodiscard]] bool is_function_word(std::uint64_t hash) const;

 private:
  struct Place {
    WordUse use = WordUse::none;
    std::uint8_t role = 0;  // of a date word
    std::uint16_t place = 0;
  };
  void add(const Lexeme& lexeme, Place& place);
  void read_entries(const RuleSet& rules);

  NumberGrammar numbers_;
  std::vector<Place> places_;  // by lexeme
  std::vector<Hedge> hedges_;
  std::vector<Unit> units_;
  std::vector<DateWord> dates_;
  std::vector<std::uint64_t> function_words_;  // sorted hashes
  NounPhraseRule noun_phrase_;
  DateRule date_rule_;
};

}  // namespace cotejo

#endif
