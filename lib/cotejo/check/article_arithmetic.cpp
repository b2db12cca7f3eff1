// Each condition is a sum over captured numbers, with what their roundings and hedges allow. Tests:
// tests/selfcheck.
#include <cotejo/check/article_arithmetic.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

/// The year of an ISO day, or nothing.
std::optional<int> year_in(std::string_view iso) {
  int year = 0;
  if (iso.size() < 4) return std::nullopt;
  const auto [end, code] = std::from_chars(iso.data(), iso.data() + 4, year);
  return code == std::errc{} && end == iso.data() + 4 ? std::optional(year) : std::nullopt;
}

/// What the parts of a number with decimals may be off by in all: "1,2 and 2,3 million make 3,6".
double rounding_of_tenths(double value) {
  return value == std::round(value) ? 0 : 2 * rounding_of(value);
}

bool is_moment(QuantityKind kind) {
  return kind == QuantityKind::date || kind == QuantityKind::period || kind == QuantityKind::time ||
         kind == QuantityKind::ordinal;
}

/// The numbers that a match captured.
class Operands {
 public:
  Operands(const ArticleView& article, const PatternMatch& match)
      : article_(article), match_(match) {}

  [[nodiscard]] const Quantity* quantity(std::string_view name) const {
    const TokenRange* range = match_.capture(name);
    if (range == nullptr) return nullptr;
    for (const Quantity& quantity : *article_.document.quantities) {
      const TokenRange tokens = article_.tokens_of(quantity);
      if (tokens.begin >= range->begin && tokens.end <= range->end) return &quantity;
    }
    return nullptr;
  }

  [[nodiscard]] std::optional<double> value(std::string_view name) const {
    const Quantity* found = quantity(name);
    return found == nullptr ? std::nullopt : any_value(*found);
  }

  [[nodiscard]] bool captured(std::string_view name) const {
    return match_.capture(name) != nullptr;
  }
  /// The value of a number that nothing modifies.
  [[nodiscard]] std::optional<double> exact(std::string_view name) const {
    const Quantity* found = quantity(name);
    return found == nullptr ? std::nullopt : exact_value(*found);
  }
  /// True if a captured distance in time has more before its number than the word that makes it
  /// one: "hace unos 30 años".
  [[nodiscard]] bool is_hedged_distance(std::string_view name) const {
    const Quantity* found = quantity(name);
    if (found == nullptr || found->number.begin <= found->span.begin) return false;
    const TokenRange before = article_.analysis.tokens_in({found->span.begin, found->number.begin});
    const LexiconHit* word = article_.analysis.hit_at(before.begin, "date");
    return word == nullptr || word->range.end < before.end;
  }
  [[nodiscard]] bool same_unit(std::string_view one, std::string_view other) const {
    const Quantity* first = quantity(one);
    const Quantity* second = quantity(other);
    if (first == nullptr || second == nullptr) return false;
    return !first->unit || !second->unit || first->unit == second->unit;
  }
  /// The numbers of the sentence that stand before a captured one.
  [[nodiscard]] std::vector<const Quantity*> operands_before(std::string_view name) const {
    std::vector<const Quantity*> found;
    const TokenRange* last = match_.capture(name);
    if (last == nullptr) return found;
    const TokenRange sentence =
        article_.analysis.sentences()[article_.analysis.sentence_of(last->begin)];
    for (const Quantity& quantity : *article_.document.quantities) {
      const TokenRange tokens = article_.tokens_of(quantity);
      if (tokens.begin < sentence.begin || tokens.end > last->begin || is_moment(quantity.kind))
        continue;
      found.push_back(&quantity);
    }
    return found;
  }
  [[nodiscard]] std::vector<const Quantity*> operands_until(std::string_view name) const {
    std::vector<const Quantity*> found = operands_before(name);
    if (const Quantity* last = quantity(name)) found.push_back(last);
    return found;
  }
  [[nodiscard]] std::optional<int> year_of_dateline() const {
    return article_.document.date ? year_in(*article_.document.date) : std::nullopt;
  }

  /// How far off a number may be by its rounding, or by what stands around it ("about").
  [[nodiscard]] double slack(std::string_view name) const {
    const Quantity* found = quantity(name);
    if (found == nullptr) return 0;
    const double of = any_value(*found).value_or(0);
    const double rounding = rounding_of(of);
    return found->modifier == Modifier::exact ? rounding : std::max(rounding, std::abs(of) * 0.1);
  }

 private:
  const ArticleView& article_;
  const PatternMatch& match_;
};

Sum is_reversed(const Operands& in) {
  const auto low = in.value("a");
  const auto high = in.value("b");
  const bool comparable = low && high && in.quantity("a")->unit == in.quantity("b")->unit;
  return {comparable && *low > *high, high.value_or(0)};
}

/// Numbers of which one was surely not said whole: "from 80 to 120 million".
bool are_far_apart(double one, double other) {
  constexpr double most = 1000;
  const double a = std::abs(one);
  const double b = std::abs(other);
  return a == 0 || b == 0 || a > most * b || b > most * a;
}

/// result = base * (1 ± percent / 100)
Sum is_not_percent(const Operands& in, double sign) {
  const auto result = in.value("result");
  const auto percent = in.value("percent");
  const auto base = in.value("base");
  if (!result || !percent || !base || are_far_apart(*result, *base)) return {};
  const double found = sign * (*result / *base - 1) * 100;
  const double slack = std::max(0.51, in.slack("percent") * 1.02) +
                       100 * (in.slack("result") + in.slack("base")) / *base;
  return {std::abs(found - *percent) > slack, std::abs(found)};
}

/// result = base ± change
Sum is_not_difference(const Operands& in, double sign) {
  const auto result = in.value("result");
  const auto change = in.value("change");
  const auto base = in.value("base");
  if (!result || !change || !base) return {};
  if (!in.same_unit("result", "base") || !in.same_unit("result", "change")) return {};
  const double found = sign * (*result - *base);
  const double slack = in.slack("result") + in.slack("change") + in.slack("base");
  return {std::abs(found - *change) > std::min(slack, std::abs(*change) * 0.1), found};
}

/// percent = part / whole
Sum is_not_share(const Operands& in) {
  const auto part = in.value("part");
  const auto whole = in.value("whole");
  const auto percent = in.value("percent");
  if (!part || !whole || !percent || *whole == 0 || *part > *whole) return {};
  const double found = 100 * *part / *whole;
  const double slack = std::max(0.51, in.slack("percent") * 1.02);
  return {std::abs(found - *percent) > slack, found};
}

Sum is_over_whole(const Operands& in) {
  const auto percent = in.value("percent");
  return {percent && *percent > 100, 100};
}

Sum is_not_product(const Operands& in) {
  const auto times = in.value("times");
  const auto each = in.value("each");
  const auto result = in.value("result");
  if (!times || !each || !result) return {};
  const double found = *times * *each;
  const double slack = in.slack("result") + *times * in.slack("each") + *each * in.slack("times");
  return {std::abs(found - *result) > std::min(slack, found * 0.1), found};
}

/// result = base * factor: "doubled", "a third of". Loosely said, so a tenth is allowed.
Sum is_not_times(const Operands& in, double factor) {
  const auto base = in.value("base");
  const auto result = in.value("result");
  if (!base || !result || are_far_apart(*result, *base)) return {};
  if (!in.same_unit("base", "result")) return {};
  const double found = *base * factor;
  const double slack = std::max(found * 0.1, in.slack("result") + factor * in.slack("base"));
  return {std::abs(found - *result) > slack, found};
}

/// part = whole * share, where the share is said as a fraction or ratio. Far off is not meant.
Sum is_not_fraction(const Operands& in) {
  const auto share = in.value("share");
  const auto whole = in.value("whole");
  const auto part = in.value("part");
  if (!share || !whole || !part || *share > 1) return {};
  const double found = *whole * *share;
  const double slack = std::max(found * 0.1, in.slack("part") + *share * in.slack("whole"));
  return {std::abs(found - *part) > slack && *part < *whole, found};
}

/// The numbers before `result` make it, all exact. `a` and what is captured are the parts; if the
/// sentence has more numbers before it, they may be parts too. A sum that is far off was not meant
/// as one.
Sum is_not_sum(const Operands& in) {
  const auto result = in.exact("result");
  if (!result) return {};
  double sum = 0;
  std::size_t parts = 0;
  for (const std::string_view name : {"a", "b", "c", "d"}) {
    if (!in.captured(name)) continue;
    const auto part = in.exact(name);
    if (!part || !in.same_unit(name, "result")) return {};
    sum += *part;
    ++parts;
  }
  if (in.operands_before("result").size() != parts) return {};
  const double off = std::abs(sum - *result);
  constexpr double least = 0.005;
  return {off > std::max(least, rounding_of_tenths(*result)) && off <= 0.3 * *result, sum};
}

/// The percentages of the sentence up to `last` make 100.
Sum is_not_hundred(const Operands& in) {
  double sum = 0;
  for (const Quantity* quantity : in.operands_until("last")) {
    if (quantity->kind != QuantityKind::percent) continue;
    const auto part = exact_value(*quantity);
    if (!part) return {};
    sum += *part;
  }
  return {sum > 50 && std::abs(sum - 100) > 1.05, sum};
}

/// The year of a moment that has one, if it is a year or a day.
std::optional<int> year_of_moment(const Quantity* quantity) {
  if (quantity == nullptr || !quantity->time) return std::nullopt;
  const Grain grain = quantity->time->grain;
  if (grain != Grain::year && grain != Grain::day && grain != Grain::month) return std::nullopt;
  return year_in(quantity->time->from);
}

/// Who was born in that year is so old, or a year less; `at` or the dateline says when.
Sum is_not_age(const Operands& in) {
  const auto born = year_of_moment(in.quantity("born"));
  const auto age = in.exact("age");
  const auto at = in.captured("at") ? year_of_moment(in.quantity("at")) : in.year_of_dateline();
  if (!born || !age || !at || *born >= *at || *age > 130) return {};
  const int most = *at - *born;
  return {*age > most || *age < most - 1, static_cast<double>(most)};
}

/// So many years lie between `since` and `at` or the dateline; one more or less is allowed.
Sum is_not_years(const Operands& in) {
  const auto since = year_of_moment(in.quantity("since"));
  const auto years = in.exact("years");
  const auto at = in.captured("at") ? year_of_moment(in.quantity("at")) : in.year_of_dateline();
  if (!since || !years || !at || in.quantity("years")->unit != "a") return {};
  if (in.is_hedged_distance("years")) return {};
  const int found = *at - *since;
  return {found > 0 && std::abs(found - *years) > 1, static_cast<double>(found)};
}

constexpr std::array factors{std::pair{std::string_view{"not-double"}, 2.0},
                             std::pair{std::string_view{"not-triple"}, 3.0},
                             std::pair{std::string_view{"not-quadruple"}, 4.0},
                             std::pair{std::string_view{"not-half"}, 0.5},
                             std::pair{std::string_view{"not-third"}, 1.0 / 3},
                             std::pair{std::string_view{"not-quarter"}, 0.25}};

}  // namespace

std::optional<Sum> work_out(const ArticleView& article, const PatternMatch& match,
                            std::string_view condition) {
  const Operands in(article, match);
  if (in.captured("hedge")) return Sum{};  // "nearly doubled" is not worked out
  if (condition == "reversed") return is_reversed(in);
  if (condition == "not-percent-more") return is_not_percent(in, 1);
  if (condition == "not-percent-less") return is_not_percent(in, -1);
  if (condition == "not-more") return is_not_difference(in, 1);
  if (condition == "not-less") return is_not_difference(in, -1);
  if (condition == "not-share") return is_not_share(in);
  if (condition == "over-whole") return is_over_whole(in);
  if (condition == "not-product") return is_not_product(in);
  if (condition == "not-fraction") return is_not_fraction(in);
  if (condition == "not-sum") return is_not_sum(in);
  if (condition == "not-hundred") return is_not_hundred(in);
  if (condition == "not-age") return is_not_age(in);
  if (condition == "not-years") return is_not_years(in);
  for (const auto& [name, factor] : factors) {
    if (condition == name) return is_not_times(in, factor);
  }
  return std::nullopt;
}

}  // namespace cotejo
