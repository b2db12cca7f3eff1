#include <cotejo/numbers/number_grammar.hpp>

#include <cotejo/model/quantity.hpp>
#include <cotejo/text/fold.hpp>

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

template <typename Enum>
Enum attribute_of(const Lexeme& lexeme, std::string_view key, Enum otherwise) {
  return value_named<Enum>(lexeme.attribute(key)).value_or(otherwise);
}

Numeral decode(const Lexeme& lexeme) {
  Numeral numeral;
  numeral.role = attribute_of(lexeme, "role", NumeralRole::none);
  numeral.joins = attribute_of(lexeme, "joins", Joins::none);
  numeral.range = attribute_of(lexeme, "class", RangeClass::none);
  numeral.bare = attribute_of(lexeme, "bare", Bare::no);
  numeral.only = attribute_of(lexeme, "only", Only::anywhere);
  numeral.alone = lexeme.attribute("alone") != "no";
  numeral.after_digits = lexeme.attribute("after") == "digits";
  numeral.of = lexeme.attribute("of") == "yes";
  numeral.article = lexeme.attribute("article") == "yes";
  numeral.ends = attribute_of(lexeme, "ends", Ends::word);
  numeral.about = lexeme.attribute("about") == "yes";
  numeral.written_on = lexeme.attribute("glued") == "yes";
  numeral.gap = lexeme.attribute("gap") == "yes";
  numeral.doubt = number_of(lexeme, "doubt", 0);
  numeral.noun = lexeme.attribute("noun") == "yes";
  numeral.value = std::isnan(lexeme.value) ? 0 : lexeme.value;
  numeral.high = number_of(lexeme, "high", numeral.value);
  numeral.open = number_of(lexeme, "open", 10);
  return numeral;
}

}  // namespace

NumberGrammar::NumberGrammar(const RuleSet& rules)
    : numerals_(1), marks_(digit_marks(rules.language())) {
  const Lexicon& lexicon = rules.lexicon();
  places_.resize(lexicon.size());
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) add(lexicon.lexeme(i), i);
}

void NumberGrammar::add(const Lexeme& lexeme, std::uint32_t number) {
  if (lexeme.layer == "counted") places_[number] = counted_bit;
  const bool grows = lexeme.layer == "claim-term" && (lexeme.attribute("class") == "increase" ||
                                                      lexeme.attribute("class") == "decrease");
  if (grows || lexeme.layer == "change") places_[number] = change_bit;
  if (lexeme.layer == "unit") {
    places_[number] = unit_bit;
    if (lexeme.attribute("kind") == "money") places_[number] |= money_bit;
    if (lexeme.attribute("kind").starts_with("percent")) places_[number] |= percent_bit;
  }
  if (lexeme.layer == "hedge" && lexeme.attribute("kind") == name_of(Modifier::vague)) {
    places_[number] = vague_bit;
  }
  if (lexeme.layer == "digit-letter" && lexeme.lemma.size() == 1) {
    const auto letter = static_cast<unsigned char>(lexeme.lemma[0]);
    if (letter < letters_.size()) letters_.at(letter) = static_cast<char>('0' + lexeme.value);
    digits_rule_ = lexeme.list;
  }
  if (lexeme.layer == "numeral-part" && !lexeme.lemma.empty()) {
    compounds_.add(fold(lexeme.lemma), decode(lexeme), number);
  }
  if (lexeme.layer != "numeral" || numerals_.size() > place_mask) return;
  numerals_.push_back(decode(lexeme));
  const Numeral& numeral = numerals_.back();
  places_[number] = static_cast<std::uint32_t>(numeral.role) << role_shift |
                    static_cast<std::uint32_t>(numerals_.size() - 1);
  if (numeral.role == NumeralRole::magnitude && lexeme.attribute("slips") == "yes") {
    magnitudes_.push_back({fold_accents(lexeme.lemma), std::string(lexeme.lemma), number});
  }
}

char NumberGrammar::digit_for(char letter) const {
  const auto place = static_cast<unsigned char>(letter);
  return place < letters_.size() ? letters_.at(place) : '\0';
}

}  // namespace cotejo
