// A figure is compared only with a figure of the same measure, subject, place and period: the same
// number anywhere else says nothing (measured: as frequent for false claims as for true ones).
// Figures of one period by one source are revisions of each other, the last published counts;
// figures of one period by several sources may disagree. Tests: check_claims_test.cpp.
#include <cotejo/check/check_claims.hpp>

#include <cotejo/check/article_view.hpp>
#include <cotejo/check/units.hpp>
#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/list_entries.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace cotejo {
namespace {

constexpr std::string_view percent_unit = "%";

/// A published figure, its bounds in the unit of the claim.
struct Reference {
  CorpusEntry entry;
  double low = 0;
  double high = 0;
};
using References = std::vector<Reference>;

/// What the article says.
struct Said {
  double low = 0;
  double high = 0;
  double slack = 0;
  Modifier modifier = Modifier::exact;
};

std::string unit_of(const Quantity& quantity) {
  if (quantity.kind == QuantityKind::percent) return std::string(percent_unit);
  return quantity.unit.value_or("");
}

bool is_comparable(const Quantity& quantity) {
  const bool bare = quantity.kind == QuantityKind::number && (quantity.low || quantity.high);
  return bare || is_figure(quantity);
}

Said read_said(const Quantity& quantity) {
  Said said{.low = quantity.low.value_or(-HUGE_VAL),
            .high = quantity.high.value_or(HUGE_VAL),
            .slack = 0,
            .modifier = quantity.modifier};
  const double value = quantity.low.value_or(quantity.high.value_or(0));
  constexpr double about = 0.1;
  const bool loose = quantity.modifier == Modifier::about ||
                     quantity.modifier == Modifier::almost || quantity.modifier == Modifier::vague;
  said.slack = loose ? std::max(rounding_of(value), about * std::abs(value)) : rounding_of(value);
  return said;
}

/// True if what is said fits [low, high], the bounds of a reference.
bool agrees(const Said& said, double low, double high) {
  constexpr double reference_share = 0.02;
  const double middle = (low + high) / 2;
  const double rounding = std::min(rounding_of(middle), reference_share * std::abs(middle));
  const double slack = std::max(said.slack, rounding) * (1 + 1e-9);
  if (!std::isfinite(said.high)) {  // "more than 300" of 3,000 would be odd
    return high >= said.low - slack && low <= 2 * said.low + slack;
  }
  if (!std::isfinite(said.low)) return low <= said.high + slack && high >= said.high / 2 - slack;
  return said.low - slack <= high && low <= said.high + slack;
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

/// True if the words of the id all stand in `text`: "partido-azul" in "el Partido Azul obtuvo".
bool names_id(std::string_view text, std::string_view id) {
  const std::vector<std::uint32_t> wanted = stems_of(find_index_words(id));
  const std::vector<std::uint32_t> there = stems_of(find_index_words(text));
  return !wanted.empty() && std::ranges::all_of(wanted, [&](std::uint32_t stem) {
    return std::ranges::find(there, stem) != there.end();
  });
}

/// What a claim is about, by ids.
struct Topic {
  const Claim& claim;
  std::vector<std::string> events;  ///< of layer "event" of the rules: terremoto, incendio …

  [[nodiscard]] bool is_about(std::string_view id) const {
    return has(claim.subject, id) || has(claim.place, id) || has(events, id);
  }
};

bool is_of_whole_place(const Figure& figure) {
  return figure.subject.empty() || figure.subject == figure.place;
}

bool is_of_subject(const Figure& figure, const Topic& topic) {
  return is_of_whole_place(figure) || topic.is_about(figure.subject) ||
         names_id(topic.claim.text, figure.subject);
}

/// "Italy's inflation", "the earthquake in Ecuador": the place may be named as the subject.
bool is_of_place(const Figure& figure, const Topic& topic) {
  return figure.place.empty() || topic.is_about(figure.place);
}

bool is_of_period(const Figure& figure, const TimeRange& period) {
  if (figure.from.empty() && figure.to.empty()) return false;
  const std::string& from = figure.from.empty() ? figure.to : figure.from;
  const std::string& to = figure.to.empty() ? figure.from : figure.to;
  const bool inside =
      (period.from.empty() || from >= period.from) && (period.to.empty() || to <= period.to);
  const bool around = period.grain == Grain::day && from <= period.from && period.to <= to;
  return inside || around;
}

bool overlap(const Reference& left, const Reference& right) {
  const Said said{.low = left.low,
                  .high = left.high,
                  .slack = rounding_of((left.low + left.high) / 2),
                  .modifier = Modifier::exact};
  return agrees(said, right.low, right.high);
}

std::string period_of(const Figure& figure) {
  if (figure.from == figure.to || figure.from.empty()) return figure.to;
  return figure.from + "/" + figure.to;
}

class ClaimChecker {
 public:
  ClaimChecker(const Document& document, const Analysis& analysis, const Corpus& corpus,
               const CheckOptions& options, CheckOutcome& outcome, FindingList& findings)
      : document_(document),
        analysis_(analysis),
        rules_(analysis.rules()),
        corpus_(corpus),
        dateline_(document.date.value_or(options.today.value_or(""))),
        outcome_(outcome),
        findings_(findings) {}

  Result<Done> check(std::size_t number) {
    const Claim& claim = (*document_.claims)[number];
    const Quantity* quantity = nullptr;
    for (const Id<Quantity> id : claim.quantities) {
      const Quantity& candidate = (*document_.quantities)[id.index];
      if (quantity == nullptr && is_comparable(candidate)) quantity = &candidate;
    }
    if (quantity == nullptr) return Done{};
    target_ = Id<Claim>(number);
    claim_ = &claim;
    quantity_ = quantity;
    if (!claim.measure) return add(VerdictLabel::not_checkable, {}, "measure");

    auto figures = read_figures(*claim.measure);
    if (!figures) return figures.error();
    References comparable = *std::move(figures);
    const Topic topic{claim, events_in(claim.span)};
    for (const auto& [missing, fits] : filters(topic)) {
      if (comparable.empty()) return add(VerdictLabel::not_checkable, {}, "measure");
      std::erase_if(comparable, [&](const Reference& it) { return !fits(it); });
      if (comparable.empty()) return add(VerdictLabel::not_checkable, {}, missing);
    }
    return compare(std::move(comparable));
  }

 private:
  [[nodiscard]] std::vector<std::string> events_in(Span span) const {
    std::vector<std::string> events;
    for (const LexiconHit& hit : analysis_.hits()) {
      const Lexeme& lexeme = analysis_.lexeme(hit);
      if (lexeme.layer == "event" && span.contains(analysis_.span_of(hit.range))) {
        events.emplace_back(lexeme.attribute("id"));
      }
    }
    return events;
  }

  using Fits = std::function<bool(const Reference&)>;

  [[nodiscard]] std::vector<std::pair<std::string, Fits>> filters(const Topic& topic) const {
    return {{"subject", [topic](const auto& it) { return is_of_subject(*it.entry.figure, topic); }},
            {"place", [topic](const auto& it) { return is_of_place(*it.entry.figure, topic); }},
            {quantity_->kind == QuantityKind::money ? "currency" : "unit",
             [&](const auto& it) { return factor_for(it).has_value(); }},
            {"period", [&](const auto& it) {
               return !claim_->period || is_of_period(*it.entry.figure, *claim_->period);
             }}};
  }

  [[nodiscard]] std::optional<double> factor_for(const Reference& reference) const {
    return unit_factor(reference.entry.figure->unit, unit_of(*quantity_));
  }

  /// All figures of the measure published up to the dateline.
  Result<References> read_figures(std::string_view measure) const {
    References figures;
    for (const std::uint32_t number : list_figures(corpus_, measure)) {
      auto entry = corpus_.entry(number);
      if (!entry) return entry.error();
      const Figure& figure = *entry->figure;
      if (figure.measure != measure || (!figure.low && !figure.high)) continue;
      if (!dateline_.empty() && entry->date > dateline_) continue;
      const double low = figure.low ? *figure.low : *figure.high;
      const double high = figure.high.value_or(low);
      figures.push_back({.entry = *std::move(entry), .low = low, .high = high});
    }
    return figures;
  }

  Result<Done> compare(References comparable) {
    for (Reference& it : comparable) {
      const double factor = *factor_for(it);
      it.low *= factor;
      it.high *= factor;
    }
    // Latest period first, in it the last published.
    std::ranges::stable_sort(comparable, [](const Reference& left, const Reference& right) {
      return std::tie(right.entry.figure->to, right.entry.date) <
             std::tie(left.entry.figure->to, left.entry.date);
    });
    References current;
    References earlier;
    for (Reference& it : comparable) {
      const bool latest = it.entry.figure->to == comparable.front().entry.figure->to;
      const bool revised = std::ranges::any_of(current, [&](const Reference& known) {
        return known.entry.figure->source == it.entry.figure->source;
      });
      (latest && !revised ? current : earlier).push_back(it);
    }
    return weigh(read_said(*quantity_), current, earlier);
  }

  Result<Done> weigh(const Said& said, const References& current, const References& earlier) {
    const auto fits = [&](const Reference& it) { return agrees(said, it.low, it.high); };
    const Reference& lowest = *std::ranges::min_element(current, {}, &Reference::low);
    const Reference& highest = *std::ranges::max_element(current, {}, &Reference::high);
    const bool disagree = !overlap(lowest, highest);
    if (disagree) {
      const bool equals_one = std::ranges::any_of(current, [&](const Reference& it) {
        return it.low == it.high && std::abs(it.low - said.low) <= rounding_of(it.low);
      });
      const bool between = said.low > lowest.high && said.high < highest.low;
      if (between && !equals_one) return add(VerdictLabel::agrees_within_range, current, "");
      return add(VerdictLabel::conflicting, current, "");
    }
    if (std::ranges::any_of(current, fits)) {
      const bool in_range = current.front().low < current.front().high && said.low == said.high;
      return add(in_range ? VerdictLabel::agrees_within_range : VerdictLabel::agrees,
                 {current.front()}, "");
    }
    const auto outdated = std::ranges::find_if(earlier, fits);
    if (outdated != earlier.end()) {
      return add(VerdictLabel::outdated, {*outdated, current.front()}, "");
    }
    return add(VerdictLabel::differs, {current.front()}, "");
  }

  Result<Done> add(VerdictLabel label, const References& references, std::string_view missing) {
    Verdict verdict;
    verdict.target = target_;
    verdict.label = label;
    for (const Reference& reference : references) {
      verdict.evidence.emplace_back(outcome_.evidence.size());
      outcome_.evidence.push_back(evidence_of(reference));
    }
    const MessageValues values = values_of(references, missing);
    verdict.justification = justify(rules_, "figure-" + std::string(name_of(label)), values);
    const std::string condition = "verdict-" + std::string(name_of(label));
    if (findings_.knows(condition)) {
      findings_.add(condition, quantity_->span, values, {}, Id<Verdict>(outcome_.verdicts.size()));
    }
    outcome_.verdicts.push_back(std::move(verdict));
    return Done{};
  }

  [[nodiscard]] Evidence evidence_of(const Reference& reference) const {
    const CorpusEntry& entry = reference.entry;
    Evidence evidence;
    evidence.target = target_;
    evidence.entry = entry.id;
    evidence.passage =
        write(reference) + " (" + entry.figure->source + ", " + period_of(*entry.figure) + ")";
    if (!entry.date.empty()) evidence.date = entry.date;
    if (!entry.url.empty()) evidence.url = entry.url;
    evidence.similarity = 1;
    evidence.figure = {reference.low, reference.high, entry.figure->from, entry.figure->to,
                       entry.figure->source};
    return evidence;
  }

  /// The bounds of a reference in the claim's unit.
  [[nodiscard]] std::string write(const Reference& reference) const {
    const LanguageTraits& language = rules_.language();
    std::string text = write_number(reference.low, language);
    if (reference.high != reference.low) text += "–" + write_number(reference.high, language);
    const std::string unit = unit_of(*quantity_);
    return unit.empty() ? text : text + " " + unit;
  }

  [[nodiscard]] MessageValues values_of(const References& references,
                                        std::string_view missing) const {
    MessageValues values{{"claim", quantity_->text}};
    values["missing"] =
        missing.empty() ? std::string() : justify(rules_, "missing-" + std::string(missing), {});
    std::string all;
    for (const Reference& reference : references) {
      all += (all.empty() ? "" : "; ") + write(reference) + " (" + reference.entry.figure->source +
             ", " + period_of(*reference.entry.figure) + ")";
    }
    values["references"] = all;
    if (references.empty()) return values;
    const Reference& last = references.back();
    const double said = quantity_->low.value_or(quantity_->high.value_or(0));
    const double nearest = std::clamp(said, last.low, last.high);
    const LanguageTraits& language = rules_.language();
    values["difference"] = write_number(said - nearest, language);
    values["percent"] =
        nearest == 0 ? "–" : write_number(std::round((said / nearest - 1) * 1000) / 10, language);
    return values;
  }

  const Document& document_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  const Corpus& corpus_;
  std::string dateline_;
  CheckOutcome& outcome_;
  FindingList& findings_;
  Id<Claim> target_;
  const Claim* claim_ = nullptr;
  const Quantity* quantity_ = nullptr;
};

}  // namespace

Result<Done> check_claims(const Document& document, const Analysis& analysis, const Corpus& corpus,
                          const CheckOptions& options, CheckOutcome& outcome,
                          FindingList& findings) {
  ClaimChecker checker(document, analysis, corpus, options, outcome, findings);
  for (std::size_t claim = 0; claim < document.claims->size(); ++claim) {
    if (auto checked = checker.check(claim); !checked) return checked.error();
  }
  return Done{};
}

}  // namespace cotejo
