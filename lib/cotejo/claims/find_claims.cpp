// Every statement gets its features from one look over its tokens' lexicon hits and its quantities;
// then the weights of the rules are summed. Measures are settled per quantity (settle_measure.cpp).
// Tests: tests/unit/claims/find_claims_test.cpp.
#include <cotejo/claims/find_claims.hpp>

#include <cotejo/claims/settle_measure.hpp>
#include <cotejo/claims/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cotejo {
namespace {

constexpr double least_worth = 0.0005;  // what a record still writes as more than 0

bool is_time(QuantityKind kind) {
  return kind == QuantityKind::date || kind == QuantityKind::period || kind == QuantityKind::time;
}

/// The bits of the layers that matter here in Analysis::layers_at.
constexpr std::uint64_t claim_layer_bits = [] {
  std::uint64_t bits = 0;
  for (const LayerName layer : claim_layers) bits |= layer.bit();
  return bits;
}();

/// What a look over a statement finds.
struct Features {
  std::uint64_t terms = 0;  // bits by class
  std::uint32_t kinds = 0;  // bits by QuantityKind
  bool dated = false;
  bool named = false;
  bool question = false;
  bool measured = false;
  bool headline = false;
};

/// Quantities that measure the same.
struct Group {
  std::uint16_t measure = no_measure;
  std::vector<Id<Quantity>> quantities;
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
    collect_marks();
    claims_.reserve(statements_.size());
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
    first_quantity_.assign(statements_.size() + 1, 0);
    if (!document_.quantities) return;
    const std::vector<Quantity>& quantities = *document_.quantities;
    std::vector<std::size_t> owners(quantities.size());
    std::size_t first = 0;
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      const Span span = quantities[q].span;
      while (first < statements_.size() && ends_before(first, span)) ++first;
      owners[q] = statements_.size();
      for (std::size_t i = first; i < statements_.size() && statements_[i].span.begin <= span.begin;
           ++i) {
        if (statements_[i].span.contains(span)) owners[q] = i;
      }
      if (owners[q] < statements_.size()) ++first_quantity_[owners[q] + 1];
      const bool counts = quantities[q].counted.has_value();
      categories_.push_back(counts ? rules_.category(quantities[q].counted->category)
                                   : std::uint16_t{0});
    }
    std::partial_sum(first_quantity_.begin(), first_quantity_.end(), first_quantity_.begin());
    owned_.resize(first_quantity_.back());
    std::vector<std::size_t> next(first_quantity_.begin(), first_quantity_.end() - 1);
    for (std::size_t q = 0; q < owners.size(); ++q) {
      if (owners[q] < statements_.size()) owned_[next[owners[q]]++] = q;
    }
  }

  /// Numbers of the quantities of a statement, ascending.
  [[nodiscard]] std::span<const std::size_t> quantities_of(std::size_t number) const {
    return std::span(owned_).subspan(first_quantity_[number],
                                     first_quantity_[number + 1] - first_quantity_[number]);
  }

  [[nodiscard]] bool ends_before(std::size_t statement, Span span) const {
    const TokenRange sentence = analysis_.sentences()[statements_[statement].sentence];
    return analysis_.span_of(sentence).end <= span.begin;
  }

  void add_claims(std::size_t number) {
    const Statement& statement = statements_[number];
    read_marks(statement);
    group(number);
    Features features = look_at(statement, number);
    features.measured = groups_.front().measure != no_measure;
    Claim claim;
    sum_up(statement, number, features, claim);
    if (claim.check_worthiness < least_worth) return;
    claim.span = statement.span;
    claim.text = slice(analysis_.text(), statement.span);
    claim.attribution = statement.attribution;
    find_things(statement, claim);
    find_period(number, claim);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      auto& [measure, quantities] = groups_[i];
      const bool last = i + 1 == groups_.size();
      Claim& added = claims_.emplace_back(last ? std::move(claim) : claim);
      if (measure != no_measure) added.measure = rules_.measures()[measure].id;
      added.quantities = std::move(quantities);
    }
  }

  // --- measures

  /// The marks of all sentences, from one look over the words of the lexicon in the text.
  void collect_marks() {
    for (const LexiconHit& hit : analysis_.hits()) {
      if ((hit.layer.bit() & claim_layer_bits) == 0) continue;
      if (std::ranges::find(claim_layers, hit.layer) == claim_layers.end()) continue;
      const ClaimUse use = rules_.use(hit.lexeme);
      if (use != ClaimUse::none) all_marks_.push_back({use, hit});
    }
  }

  /// Makes marks_ those of the statement's whole sentence. Pre: sentences ascend.
  void read_marks(const Statement& statement) {
    if (marked_sentence_ == statement.sentence) return;
    marked_sentence_ = statement.sentence;
    const TokenRange sentence = analysis_.sentences()[statement.sentence];
    const auto begins_before = [&](std::uint32_t token) {
      return next_mark_ < all_marks_.size() && all_marks_[next_mark_].hit.range.begin < token;
    };
    while (begins_before(sentence.begin)) ++next_mark_;
    const std::size_t first = next_mark_;
    while (begins_before(sentence.end)) ++next_mark_;
    marks_ = std::span(all_marks_).subspan(first, next_mark_ - first);
    cued_ = std::ranges::find(marks_, ClaimUse::measure_cue, &ClaimMark::use) != marks_.end();
  }

  /// Sorts the quantities of a statement by measure into groups_; those without one go with the
  /// first, and there is always one group.
  void group(std::size_t number) {
    groups_.clear();
    loose_.clear();
    for (const std::size_t q : quantities_of(number)) {
      const Quantity& quantity = (*document_.quantities)[q];
      if (is_time(quantity.kind)) continue;
      const std::uint16_t measure = measure_of(quantity, categories_[q]);
      if (measure == no_measure) {
        loose_.emplace_back(q);
        continue;
      }
      auto found = std::ranges::find(groups_, measure, &Group::measure);
      if (found == groups_.end()) found = groups_.insert(found, Group{measure, {}});
      found->quantities.emplace_back(q);
    }
    if (groups_.empty()) groups_.push_back({no_measure, {}});
    if (loose_.empty()) return;
    auto& first = groups_.front().quantities;
    first.insert(first.end(), loose_.begin(), loose_.end());
    std::ranges::sort(first);
  }

  [[nodiscard]] std::uint16_t measure_of(const Quantity& quantity, std::uint16_t category) const {
    if (!cued_ && category == 0) return no_measure;
    const std::uint32_t at = cued_ ? analysis_.tokens_in(quantity.span).begin : 0;
    return settle_measure(rules_, cued_ ? marks_ : std::span<const ClaimMark>{}, quantity, category,
                          at);
  }

  // --- features and weights

  [[nodiscard]] Features look_at(const Statement& statement, std::size_t number) const {
    Features features;
    for (const ClaimMark& mark : marks_) {
      if (!statement.tokens.contains(mark.hit.range.begin)) continue;
      if (mark.use == ClaimUse::term) {
        features.terms |= std::uint64_t{1} << rules_.number(mark.hit.lexeme);
      }
      if (mark.use == ClaimUse::place || mark.use == ClaimUse::demonym) features.named = true;
    }
    for (const std::size_t q : quantities_of(number)) {
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
              Claim& claim) {
    double sum = 0;
    weights_.clear();
    for (std::size_t i = 0; i < rules_.weights().size(); ++i) {
      const ClaimWeight& weight = rules_.weights()[i];
      const bool fits = weight.feature == ClaimFeature::pattern
                            ? matches_in(pattern_begins_[i], statement.tokens)
                            : applies(weight, statement, number, features);
      if (!fits) continue;
      sum += weight.weight;
      weights_.push_back(i);
    }
    claim.check_worthiness = std::clamp(sum, 0.0, 1.0);
    if (claim.check_worthiness < least_worth) return;
    claim.reasons.reserve(weights_.size());
    for (const std::size_t i : weights_) {
      claim.reasons.push_back({rules_.weights()[i].rule, rules_.weights()[i].weight});
    }
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
        return has_fewer_words(statement.tokens, weight.below);
      case ClaimFeature::pattern:
        return false;  // matches_in
    }
    return false;
  }

  [[nodiscard]] bool has_fewer_words(TokenRange range, double limit) const {
    const auto tokens = analysis_.tokens().subspan(range.begin, range.length());
    return static_cast<double>(std::ranges::count(tokens, TokenKind::word, &Token::kind)) < limit;
  }

  [[nodiscard]] bool counts_one_of(const std::vector<std::uint16_t>& categories,
                                   std::size_t number) const {
    return std::ranges::any_of(quantities_of(number), [&](std::size_t q) {
      return categories_[q] != 0 &&
             std::ranges::find(categories, categories_[q]) != categories.end();
    });
  }

  // --- subject, place, period

  /// Places behind words that say where are places; other places and demonyms are subjects.
  void find_things(const Statement& statement, Claim& claim) const {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const ClaimMark& mark = marks_[i];
      if (!is_thing(mark) || !statement.tokens.contains(mark.hit.range.begin)) continue;
      if (i + 1 < marks_.size() && is_longer(marks_[i + 1], mark)) continue;
      const bool demonym = mark.use == ClaimUse::demonym;
      const std::string_view id = analysis_.lexeme(mark.hit).attribute(demonym ? "place" : "id");
      const bool where = !demonym && behind_locative(mark.hit.range.begin);
      if (!id.empty()) add_once(where ? claim.place : claim.subject, id);
    }
  }

  /// Marks of one token stand shortest first: the next one is a longer name of the same place.
  [[nodiscard]] static bool is_longer(const ClaimMark& next, const ClaimMark& mark) {
    return is_thing(next) && next.hit.range.begin == mark.hit.range.begin &&
           next.hit.range.end > mark.hit.range.end;
  }

  [[nodiscard]] static bool is_thing(const ClaimMark& mark) {
    return mark.use == ClaimUse::place || mark.use == ClaimUse::demonym;
  }

  [[nodiscard]] bool behind_locative(std::uint32_t at) const {
    return std::ranges::any_of(marks_, [&](const ClaimMark& mark) {
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
    for (const std::size_t q : quantities_of(number)) {
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
  std::vector<std::size_t> owned_;           // quantities by statement
  std::vector<std::size_t> first_quantity_;  // by statement, into owned_; one more at the end
  std::vector<std::uint16_t> categories_;    // by quantity, 0 = none that the rules name
  std::vector<Group> groups_;                // of the statement at hand
  std::vector<Id<Quantity>> loose_;
  std::vector<ClaimMark> all_marks_;
  std::size_t next_mark_ = 0;
  std::span<const ClaimMark> marks_;  // of the sentence at hand
  bool cued_ = false;                 // one of them is a cue of a measure
  std::vector<std::size_t> weights_;  // that apply to the statement at hand
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
