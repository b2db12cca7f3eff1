#include <cotejo/quantities/quantity_rules.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace cotejo {
namespace {

double number_of(const Lexeme& lexeme, std::string_view key, double otherwise) {
  const std::string_view text = lexeme.attribute(key);
  double value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Hedge hedge_of(const Lexeme& lexeme) {
  Hedge hedge;
  hedge.kind = value_named<Modifier>(lexeme.attribute("kind")).value_or(Modifier::about);
  hedge.after = lexeme.attribute("side") == "after";
  hedge.no_article = lexeme.attribute("article") == "no";
  return hedge;
}

Unit unit_of(const Lexeme& lexeme) {
  Unit unit;
  unit.kind = value_named<QuantityKind>(lexeme.attribute("kind")).value_or(QuantityKind::measure);
  unit.code = lexeme.attribute("code");
  if (unit.code == "same") unit.code = lexeme.lemma;
  unit.upper = lexeme.attribute("case") == "upper";
  const std::string_view side = lexeme.attribute("side");
  unit.before = side == "before" || side == "both";
  unit.after = side != "before";
  unit.sign = lexeme.attribute("sign") == "yes";
  unit.times = number_of(lexeme, "times", 1);
  unit.part = number_of(lexeme, "part", 0);
  unit.written = lexeme.attribute("written");
  return unit;
}

Grain grain_of(std::string_view code) {
  if (code == "wk") return Grain::week;
  if (code == "mo") return Grain::month;
  if (code == "qtr") return Grain::quarter;
  if (code == "a") return Grain::year;
  if (code == "dec") return Grain::decade;
  return code == "cen" ? Grain::century : Grain::day;
}

DateWord date_of(const Lexeme& lexeme) {
  DateWord word;
  word.role = value_named<DateRole>(lexeme.attribute("role")).value_or(DateRole::none);
  word.value = std::isnan(lexeme.value) ? 0 : static_cast<int>(lexeme.value);
  word.grain = grain_of(lexeme.attribute("code"));
  word.capital = lexeme.attribute("capital") == "yes";
  word.no_article = lexeme.attribute("article") == "no";
  return word;
}

/// Appends and returns the place.
template <typename T>
std::uint16_t keep(std::vector<T>& items, T item) {
  items.push_back(std::move(item));
  return static_cast<std::uint16_t>(items.size() - 1);
}

}  // namespace

QuantityRules::QuantityRules(const RuleSet& rules) : numbers_(rules) {
  const Lexicon& lexicon = rules.lexicon();
  places_.resize(lexicon.size());
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) add(lexicon.lexeme(i), places_[i]);
  for (const std::string& word : rules.language().function_words) {
    function_words_.push_back(fold_hash(word));
  }
  std::ranges::sort(function_words_);
  read_entries(rules);
}

void QuantityRules::add(const Lexeme& lexeme, Place& place) {
  const auto use = value_named<WordUse>(lexeme.layer);
  if (!use) return;
  place.use = *use;
  switch (*use) {
    case WordUse::hedge:
      place.place = keep(hedges_, hedge_of(lexeme));
      break;
    case WordUse::unit:
      place.place = keep(units_, unit_of(lexeme));
      break;
    case WordUse::date:
      place.place = keep(dates_, date_of(lexeme));
      place.role = static_cast<std::uint8_t>(dates_.back().role);
      break;
    case WordUse::clock:
      place.place = static_cast<std::uint16_t>(
          value_named<ClockRole>(lexeme.attribute("role")).value_or(ClockRole::none));
      break;
    case WordUse::none:
    case WordUse::counted:
    case WordUse::np_stop:
    case WordUse::np_pre:
    case WordUse::identifier:
    case WordUse::person:
    case WordUse::age_cue:
    case WordUse::future:
      break;
  }
}

void QuantityRules::read_entries(const RuleSet& rules) {
  for (const RuleEntry& entry : rules.entries("noun-phrase")) {
    noun_phrase_.noun_first = entry.text("order") == "noun-first";
    noun_phrase_.noun_capital = entry.text("order") == "noun-capital";
    noun_phrase_.plural = entry.words("plural");
    noun_phrase_.not_plural = entry.words("not_plural");
  }
  for (const RuleEntry& entry : rules.entries("date-order")) {
    date_rule_.month_first = entry.text("order") == "mdy";
    date_rule_.future = entry.words("future");
  }
}

bool QuantityRules::is_function_word(std::uint64_t hash) const {
  return std::ranges::binary_search(function_words_, hash);
}

}  // namespace cotejo
