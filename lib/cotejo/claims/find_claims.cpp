// Every statement gets its features from one look over its tokens' lexicon hits and its quantities;
// then the weights of the rules are summed. Measures are settled per quantity: what it counts, its
// kind and unit must fit, and cue words nearby decide between measures that fit.
// Tests: tests/unit/claims/find_claims_test.cpp.
#include <cotejo/claims/find_claims.hpp>

#include <cotejo/claims/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

constexpr double least_worth = 0.0005;  // what a record still writes as more than 0
constexpr std::uint16_t no_measure = std::numeric_limits<std::uint16_t>::max();

bool is_time(QuantityKind kind) {
  return kind == QuantityKind::date || kind == QuantityKind::period || kind == QuantityKind::time;
}

/// A word of a sentence that says something about claims.
struct Mark {
  ClaimUse use = ClaimUse::none;
  LexiconHit hit;
};

/// What a look over a statement finds.
struct Features {
  std::uint64_t terms = 0;  // bits by class
  std::uint32_t kinds = 0;  // bits by QuantityKind
  bool dated = false;
  bool named = false;
  bool question = false;
  bool measured = false;
  bool headline = false;
  std::uint32_t words = 0;
};

class ClaimFinder {
 public:
  ClaimFinder(const Document& document, const Analysis& analysis, const ClaimRules& rules)
      : document_(document), analysis_(analysis), rules_(rules) {
    if (rules.has_patterns()) find_pattern_begins();
  }

  std::vector<Claim> find() {
    statements_ = find_statements(document_, analysis_);
    assign_quantities();
    for (std::size_t i = 0; i < statements_.size(); ++i) add_claims(i);
    return std::move(claims_);
  }

 private:
  /// Where the pattern of each weight matches, ascending.
  void find_pattern_begins() {
    const auto& weights = rules_.weights();
    pattern_begins_.resize(weights.size());
    for (const PatternMatch& match : find_patterns(analysis_, "claims", layers_)) {
      const auto weight = std::ranges::find_if(weights, [&](const ClaimWeight& other) {
        return other.feature == ClaimFeature::pattern && other.rule == match.pattern->id;
      });
      if (weight == weights.end()) continue;
      pattern_begins_[static_cast<std::size_t>(weight - weights.begin())].push_back(
          match.range.begin);
    }
    for (auto& begins : pattern_begins_) std::ranges::sort(begins);
  }

  /// A quantity belongs to the innermost statement that holds it.
  void assign_quantities() {
    quantities_of_.resize(statements_.size());
    if (!document_.quantities) return;
    std::size_t first = 0;
    for (std::size_t q = 0; q < document_.quantities->size(); ++q) {
      const Span span = (*document_.quantities)[q].span;
      while (first < statements_.size() && ends_before(first, span)) ++first;
      std::size_t owner = statements_.size();
      for (std::size_t i = first; i < statements_.size() && statements_[i].span.begin <= span.begin;
           ++i) {
        if (statements_[i].span.contains(span)) owner = i;
      }
      if (owner < statements_.size()) quantities_of_[owner].push_back(q);
    }
  }

  [[nodiscard]] bool ends_before(std::size_t statement, Span span) const {
    const TokenRange sentence = analysis_.sentences()[statements_[statement].sentence];
    return analysis_.span_of(sentence).end <= span.begin;
  }

  void add_claims(std::size_t number) {
    const Statement& statement = statements_[number];
    read_marks(statement);
    std::vector<std::pair<std::uint16_t, std::vector<Id<Quantity>>>> groups = group(number);
    Features features = look_at(statement, number);
    features.measured = groups.front().first != no_measure;
    Claim claim;
    sum_up(statement, number, features, claim);
    if (claim.check_worthiness < least_worth) return;
    claim.span = statement.span;
    claim.text = slice(analysis_.text(), statement.span);
    claim.attribution = statement.attribution;
    find_things(statement, claim);
    find_period(number, claim);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      auto& [measure, quantities] = groups[i];
      const bool last = i + 1 == groups.size();
      Claim& added = claims_.emplace_back(last ? std::move(claim) : claim);
      if (measure != no_measure) added.measure = rules_.measures()[measure].id;
      added.quantities = std::move(quantities);
    }
  }

  // --- measures

  /// Collects the marks of the statement's whole sentence, once a sentence.
  void read_marks(const Statement& statement) {
    if (marked_sentence_ == statement.sentence) return;
    marked_sentence_ = statement.sentence;
    marks_.clear();
    const TokenRange sentence = analysis_.sentences()[statement.sentence];
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      for (const LexiconHit& hit : analysis_.hits_at(at)) {
        const ClaimUse use = rules_.use(hit.lexeme);
        if (use != ClaimUse::none) marks_.push_back({use, hit});
      }
    }
  }

  /// The quantities of a statement by measure; those without one go with the first, and there is
  /// always one group.
  [[nodiscard]] std::vector<std::pair<std::uint16_t, std::vector<Id<Quantity>>>> group(
      std::size_t number) const {
    std::vector<std::pair<std::uint16_t, std::vector<Id<Quantity>>>> groups;
    std::vector<Id<Quantity>> loose;
    for (const std::size_t q : quantities_of_[number]) {
      const Quantity& quantity = (*document_.quantities)[q];
      if (is_time(quantity.kind)) continue;
      const std::uint16_t measure = measure_of(quantity);
      if (measure == no_measure) {
        loose.emplace_back(q);
        continue;
      }
      auto found = std::ranges::find(groups, measure, &decltype(groups)::value_type::first);
      if (found == groups.end()) {
        groups.push_back({measure, {}});
        found = groups.end() - 1;
      }
      found->second.emplace_back(q);
    }
    if (groups.empty()) groups.push_back({no_measure, {}});
    auto& first = groups.front().second;
    first.insert(first.end(), loose.begin(), loose.end());
    std::ranges::sort(first);
    return groups;
  }

  /// The measure that fits best: by category before kind alone, then by the nearest cue.
  [[nodiscard]] std::uint16_t measure_of(const Quantity& quantity) const {
    std::uint16_t best = no_measure;
    double best_score = 0;
    const std::uint32_t at = analysis_.tokens_in(quantity.span).begin;
    for (std::uint16_t i = 0; i < rules_.measures().size(); ++i) {
      const double score = fit(rules_.measures()[i], i, quantity, at);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  [[nodiscard]] double fit(const MeasureRule& measure, std::uint16_t number,
                           const Quantity& quantity, std::uint32_t at) const {
    if ((measure.kinds & 1U << static_cast<unsigned>(quantity.kind)) == 0) return 0;
    if (!measure.units.empty() &&
        (!quantity.unit ||
         std::ranges::find(measure.units, *quantity.unit) == measure.units.end())) {
      return 0;
    }
    const std::string_view category =
        quantity.counted ? std::string_view(quantity.counted->category) : std::string_view{};
    const bool counted = !category.empty() && std::ranges::find(measure.categories, category) !=
                                                  measure.categories.end();
    if (!measure.categories.empty() && !category.empty() && !counted && measure.needs_cue) return 0;
    const double cue = cue_nearness(number, at);
    if (cue == 0 && (measure.needs_cue || !counted)) return 0;
    return (counted ? 1 : 0) + 1.5 * cue;
  }

  /// 1 beside the number, falling to 0 with distance; 0 without a cue in the sentence.
  [[nodiscard]] double cue_nearness(std::uint16_t measure, std::uint32_t at) const {
    double best = 0;
    for (const Mark& mark : marks_) {
      if (mark.use != ClaimUse::measure_cue || rules_.number(mark.hit.lexeme) != measure) continue;
      const std::uint32_t token = mark.hit.range.begin;
      const double distance = token > at ? token - at : at - token;
      best = std::max(best, 1 / (1 + distance / 8));
    }
    return best;
  }

  // --- features and weights

  [[nodiscard]] Features look_at(const Statement& statement, std::size_t number) const {
    Features features;
    for (std::uint32_t at = statement.tokens.begin; at < statement.tokens.end; ++at) {
      if (analysis_.tokens()[at].kind == TokenKind::word) ++features.words;
    }
    for (const Mark& mark : marks_) {
      if (!statement.tokens.contains(mark.hit.range.begin)) continue;
      if (mark.use == ClaimUse::term) {
        features.terms |= std::uint64_t{1} << rules_.number(mark.hit.lexeme);
      }
      if (mark.use == ClaimUse::place || mark.use == ClaimUse::demonym) features.named = true;
    }
    for (const std::size_t q : quantities_of_[number]) {
      const Quantity& quantity = (*document_.quantities)[q];
      features.kinds |= 1U << static_cast<unsigned>(quantity.kind);
      if (is_time(quantity.kind) && quantity.time) features.dated = true;
    }
    features.named = features.named || has_name(statement.tokens);
    const TokenRange sentence = analysis_.sentences()[statement.sentence];
    features.question = analysis_.text_of(sentence.end - 1).ends_with('?');
    features.headline = in_headline(statement.sentence);
    return features;
  }

  /// A name that is no first word of the sentence.
  [[nodiscard]] bool has_name(TokenRange tokens) const {
    const auto names = analysis_.names();
    const auto name = std::ranges::lower_bound(names, tokens.begin + 1, {}, &TokenRange::begin);
    return name != names.end() && name->begin < tokens.end;
  }

  [[nodiscard]] bool in_headline(std::uint32_t sentence) const {
    const std::uint32_t paragraph = analysis_.paragraph_of_sentence()[sentence];
    if (!document_.paragraphs || paragraph >= document_.paragraphs->size()) return false;
    const ParagraphRole role = (*document_.paragraphs)[paragraph].role;
    return role == ParagraphRole::headline || role == ParagraphRole::standfirst;
  }

  void sum_up(const Statement& statement, std::size_t number, const Features& features,
              Claim& claim) const {
    double sum = 0;
    for (std::size_t i = 0; i < rules_.weights().size(); ++i) {
      const ClaimWeight& weight = rules_.weights()[i];
      const bool fits = weight.feature == ClaimFeature::pattern
                            ? matches_in(pattern_begins_[i], statement.tokens)
                            : applies(weight, statement, number, features);
      if (!fits) continue;
      sum += weight.weight;
      claim.reasons.push_back({weight.rule, weight.weight});
    }
    claim.check_worthiness = std::clamp(sum, 0.0, 1.0);
  }

  [[nodiscard]] static bool matches_in(const std::vector<std::uint32_t>& begins,
                                       TokenRange tokens) {
    const auto next = std::ranges::lower_bound(begins, tokens.begin);
    return next != begins.end() && *next < tokens.end;
  }

  [[nodiscard]] bool applies(const ClaimWeight& weight, const Statement& statement,
                             std::size_t number, const Features& features) const {
    switch (weight.feature) {
      case ClaimFeature::always:
        return true;
      case ClaimFeature::quantity:
        return (features.kinds & weight.kinds) != 0;
      case ClaimFeature::counted:
        return counts_one_of(weight.categories, number);
      case ClaimFeature::term:
        return (features.terms & weight.term) != 0;
      case ClaimFeature::measure:
        return features.measured;
      case ClaimFeature::name:
        return features.named;
      case ClaimFeature::date:
        return features.dated;
      case ClaimFeature::question:
        return features.question;
      case ClaimFeature::attributed:
        return statement.attributed;
      case ClaimFeature::headline:
        return features.headline;
      case ClaimFeature::short_text:
        return features.words < weight.below;
      case ClaimFeature::pattern:
        return false;  // matches_in
    }
    return false;
  }

  [[nodiscard]] bool counts_one_of(const std::vector<std::string>& categories,
                                   std::size_t number) const {
    return std::ranges::any_of(quantities_of_[number], [&](std::size_t q) {
      const Quantity& quantity = (*document_.quantities)[q];
      return quantity.counted &&
             std::ranges::find(categories, quantity.counted->category) != categories.end();
    });
  }

  // --- subject, place, period

  /// Places behind words that say where are places; other places and demonyms are subjects.
  void find_things(const Statement& statement, Claim& claim) const {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const Mark& mark = marks_[i];
      if (!is_thing(mark) || !statement.tokens.contains(mark.hit.range.begin)) continue;
      if (i + 1 < marks_.size() && is_longer(marks_[i + 1], mark)) continue;
      const bool demonym = mark.use == ClaimUse::demonym;
      const std::string_view id = analysis_.lexeme(mark.hit).attribute(demonym ? "place" : "id");
      const bool where = !demonym && behind_locative(mark.hit.range.begin);
      if (!id.empty()) add_once(where ? claim.place : claim.subject, id);
    }
  }

  /// Marks of one token stand shortest first: the next one is a longer name of the same place.
  [[nodiscard]] static bool is_longer(const Mark& next, const Mark& mark) {
    return is_thing(next) && next.hit.range.begin == mark.hit.range.begin &&
           next.hit.range.end > mark.hit.range.end;
  }

  [[nodiscard]] static bool is_thing(const Mark& mark) {
    return mark.use == ClaimUse::place || mark.use == ClaimUse::demonym;
  }

  [[nodiscard]] bool behind_locative(std::uint32_t at) const {
    return std::ranges::any_of(marks_, [&](const Mark& mark) {
      return mark.use == ClaimUse::locative && mark.hit.range.end == at;
    });
  }

  static void add_once(std::vector<std::string>& ids, std::string_view id) {
    if (std::ranges::find(ids, id) == ids.end()) ids.emplace_back(id);
  }

  /// The settled date in the statement, else in its sentence.
  void find_period(std::size_t number, Claim& claim) const {
    if (take_period(number, claim)) return;
    const std::uint32_t sentence = statements_[number].sentence;
    for (std::size_t i = number; i-- > 0 && statements_[i].sentence == sentence;) {
      if (take_period(i, claim)) return;
    }
    for (std::size_t i = number + 1; i < statements_.size() && statements_[i].sentence == sentence;
         ++i) {
      if (take_period(i, claim)) return;
    }
  }

  [[nodiscard]] bool take_period(std::size_t number, Claim& claim) const {
    for (const std::size_t q : quantities_of_[number]) {
      const Quantity& quantity = (*document_.quantities)[q];
      if (!is_time(quantity.kind) || !quantity.time) continue;
      claim.period = quantity.time;
      return true;
    }
    return false;
  }

  const Document& document_;
  const Analysis& analysis_;
  const ClaimRules& rules_;
  std::vector<LayerSpan> layers_;
  std::vector<std::vector<std::uint32_t>> pattern_begins_;  // by weight
  std::vector<Statement> statements_;
  std::vector<std::vector<std::size_t>> quantities_of_;  // by statement
  std::vector<Mark> marks_;                              // of the sentence at hand
  std::uint32_t marked_sentence_ = std::numeric_limits<std::uint32_t>::max();
  std::vector<Claim> claims_;
};

}  // namespace

Result<std::vector<Claim>> find_claims(const Document& document, const Analysis& analysis,
                                       const ClaimRules& rules) {
  return ClaimFinder(document, analysis, rules).find();
}

Result<std::vector<Claim>> find_claims(const Document& document, const Analysis& analysis) {
  return find_claims(document, analysis, ClaimRules(analysis.rules()));
}

}  // namespace cotejo
