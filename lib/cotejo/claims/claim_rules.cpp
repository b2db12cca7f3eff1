#include <cotejo/claims/claim_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t most_terms = 64;  // classes have a bit each

std::string last_part(std::string_view id) { return std::string(id.substr(id.rfind('.') + 1)); }

std::uint32_t bits_of(const std::vector<std::string>& kinds) {
  std::uint32_t bits = 0;
  for (const std::string& name : kinds) {
    if (const auto kind = value_named<QuantityKind>(name)) {
      bits |= 1U << static_cast<unsigned>(*kind);
    }
  }
  return bits;
}

}  // namespace

ClaimRules::ClaimRules(const RuleSet& rules) {
  read_measures(rules);
  read_weights(rules);
  const Lexicon& lexicon = rules.lexicon();
  places_.resize(lexicon.size());
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) add(lexicon.lexeme(i), places_[i]);
}

void ClaimRules::read_measures(const RuleSet& rules) {
  for (const RuleEntry& entry : rules.entries("measure")) {
    MeasureRule measure;
    measure.id = last_part(entry.id);
    measure.kinds = bits_of(entry.words("kinds"));
    measure.categories = categories_named(entry.words("categories"));
    measure.units = entry.words("units");
    measure.needs_cue = entry.flag("needs_cue");
    for (std::size_t kind = 0; kind < measures_by_kind_.size(); ++kind) {
      if ((measure.kinds & 1U << kind) == 0) continue;
      measures_by_kind_[kind].push_back(static_cast<std::uint16_t>(measures_.size()));
    }
    measures_.push_back(std::move(measure));
  }
}

void ClaimRules::read_weights(const RuleSet& rules) {
  for (const RuleEntry& entry : rules.entries("weight")) {
    ClaimWeight weight;
    weight.rule = entry.id;
    weight.weight = entry.number("weight").value_or(0);
    const bool pattern = entry.find("pattern") != nullptr;
    const auto feature = value_named<ClaimFeature>(entry.text("feature"));
    if (!pattern && !feature) continue;
    weight.feature = pattern ? ClaimFeature::pattern : *feature;
    has_patterns_ = has_patterns_ || pattern;
    weight.kinds = bits_of(entry.words("kinds"));
    weight.categories = categories_named(entry.words("categories"));
    weight.below = entry.number("below").value_or(0);
    if (weight.feature == ClaimFeature::term) {
      weight.term = std::uint64_t{1} << term_number(entry.text("class"));
    }
    weights_.push_back(std::move(weight));
  }
}

std::uint16_t ClaimRules::term_number(std::string_view name) {
  const auto found = std::ranges::find(terms_, name);
  if (found != terms_.end()) return static_cast<std::uint16_t>(found - terms_.begin());
  if (terms_.size() == most_terms) return most_terms - 1;
  terms_.emplace_back(name);
  return static_cast<std::uint16_t>(terms_.size() - 1);
}

std::vector<std::uint16_t> ClaimRules::categories_named(const std::vector<std::string>& names) {
  std::vector<std::uint16_t> numbers;
  for (const std::string& name : names) {
    if (category(name) == 0) categories_.push_back(name);
    numbers.push_back(category(name));
  }
  return numbers;
}

std::uint16_t ClaimRules::category(std::string_view name) const {
  if (name.empty()) return 0;
  const auto found = std::ranges::find(categories_, name);
  return found == categories_.end() ? std::uint16_t{0}
                                    : static_cast<std::uint16_t>(found - categories_.begin() + 1);
}

void ClaimRules::add(const Lexeme& lexeme, Place& place) {
  if (lexeme.layer == "claim-term") {
    place = {ClaimUse::term, term_number(lexeme.attribute("class"))};
  } else if (lexeme.layer == "measure-cue") {
    const auto found = std::ranges::find(measures_, lexeme.attribute("measure"), &MeasureRule::id);
    if (found == measures_.end()) return;
    place = {ClaimUse::measure_cue, static_cast<std::uint16_t>(found - measures_.begin())};
  } else if (lexeme.layer == "place") {
    place.use = ClaimUse::place;
  } else if (lexeme.layer == "demonym") {
    place.use = ClaimUse::demonym;
  } else if (lexeme.layer == "locative") {
    place.use = ClaimUse::locative;
  }
}

}  // namespace cotejo
