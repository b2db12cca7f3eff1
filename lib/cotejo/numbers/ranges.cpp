// Tests: tests/unit/numbers/read_numbers_test.cpp.
#include <cotejo/numbers/ranges.hpp>

#include <cotejo/numbers/cardinal.hpp>

#include <cstddef>
#include <optional>
#include <utility>

namespace cotejo {
namespace {

constexpr double widest_alternative = 3;   // "10 o 12", not "10 o 200"
constexpr std::uint32_t change_reach = 9;  // tokens before a range in which a word of change counts

/// How two neighbours are linked.
struct Link {
  RangeClass kind = RangeClass::none;
  LexiconHit unit;  // what stands behind the lower number, if anything
};

class RangeJoiner {
 public:
  RangeJoiner(const NumeralView& view, std::vector<NumberReading>& readings)
      : view_(view), readings_(readings) {}

  void join() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const bool last = i + 1 == readings_.size();
      auto range = last ? std::nullopt : try_join(readings_[i], readings_[i + 1]);
      if (!last && !range) share_magnitude(readings_[i], readings_[i + 1]);
      if (range) {
        readings_[kept++] = *std::move(range);
        ++i;
      } else if (!is_lone_one(readings_[i])) {
        if (kept != i) readings_[kept] = std::move(readings_[i]);
        ++kept;
      }
    }
    readings_.erase(readings_.begin() + static_cast<std::ptrdiff_t>(kept), readings_.end());
  }

 private:
  [[nodiscard]] bool is_lone_one(const NumberReading& reading) const {
    if (reading.form != NumberForm::cardinal || reading.lexeme == no_lexeme) return false;
    const Numeral& numeral = view_.grammar.numeral(reading.lexeme);
    if (reading.range.length() != 1 || numeral.alone) return false;
    if (view_.range.length() == 1) return numeral.article;
    return numeral.article || !view_.counts_one(reading.range.end);
  }

  [[nodiscard]] static bool can_be_end(const NumberReading& reading) {
    return reading.form == NumberForm::cardinal && reading.low && !reading.vague &&
           !reading.is_range && !reading.needs_unit;
  }

  [[nodiscard]] std::optional<NumberReading> try_join(const NumberReading& lower,
                                                      const NumberReading& upper) const {
    if (!can_be_end(lower) || !can_be_end(upper)) return std::nullopt;
    if (upper.range.begin - lower.range.end > 6) return std::nullopt;
    const std::uint32_t opener = find_opener(lower.range.begin);
    for (const RangeClass kind :
         {RangeClass::between, RangeClass::from, RangeClass::alternative, RangeClass::dash}) {
      const auto link = find_link(lower, upper, kind);
      if (!link || !fits(lower, upper, *link, opener)) continue;
      return joined(lower, upper, *link, opener);
    }
    return std::nullopt;
  }

  /// The token of the word that opens the range, or `begin`.
  [[nodiscard]] std::uint32_t find_opener(std::uint32_t begin) const {
    for (std::uint32_t back = 1; back <= 3 && begin >= view_.range.begin + back; ++back) {
      if (view_.find(begin - back, NumeralRole::range_open)) return begin - back;
      const bool passable = view_.find(begin - back, NumeralRole::article) ||
                            view_.analysis.hit_at(begin - back, "hedge") != nullptr ||
                            view_.find_money(begin - back).range.length() > 0;
      if (!passable) break;
    }
    return begin;
  }

  [[nodiscard]] bool opens(std::uint32_t at, RangeClass kind) const {
    if (!view_.has(at, "numeral")) return false;
    for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
      const Numeral& numeral = view_.grammar.numeral(hit.lexeme);
      if (numeral.role == NumeralRole::range_open && numeral.range == kind) return true;
    }
    return false;
  }

  [[nodiscard]] NumeralHit link_at(std::uint32_t at, RangeClass kind) const {
    if (!view_.has(at, "numeral")) return {};
    for (const LexiconHit& hit : view_.analysis.hits_at(at)) {
      const Numeral& numeral = view_.grammar.numeral(hit.lexeme);
      if (numeral.role == NumeralRole::range_link && numeral.range == kind) {
        return {&numeral, hit.range.length(), hit.lexeme};
      }
    }
    return {};
  }

  /// Between the numbers stand the link and at most: the unit of the lower one, an article, a
  /// hedge, a currency sign.
  [[nodiscard]] std::optional<Link> find_link(const NumberReading& lower,
                                              const NumberReading& upper, RangeClass kind) const {
    Link link{kind, {}};
    std::uint32_t at = lower.range.end;
    if (!link_at(at, kind)) {
      std::uint32_t unit_at = at;
      if (const NumeralHit of = view_.find(at, NumeralRole::of)) unit_at += of.length;
      link.unit = view_.find_unit(unit_at);
      if (link.unit.range.length() == 0) return std::nullopt;
      at = link.unit.range.end;
    }
    const NumeralHit word = link_at(at, kind);
    if (!word) return std::nullopt;
    at += word.length;
    if (at == upper.range.begin) return link;
    if (const NumeralHit article = view_.find(at, NumeralRole::article)) at += article.length;
    if (const LexiconHit* hedge = view_.analysis.hit_at(at, "hedge");
        hedge != nullptr && hedge->range.end <= upper.range.begin) {
      at = hedge->range.end;
    }
    if (const LexiconHit sign = view_.find_money(at); sign.range.length() > 0) at = sign.range.end;
    return at == upper.range.begin ? std::optional(link) : std::nullopt;
  }

  [[nodiscard]] bool same_unit(const NumberReading& upper, const Link& link) const {
    if (link.unit.range.length() == 0) return true;
    std::uint32_t at = upper.range.end;
    if (const NumeralHit of = view_.find(at, NumeralRole::of)) at += of.length;
    const LexiconHit unit = view_.find_unit(at);
    return unit.range.length() > 0 && (unit.lexeme == link.unit.lexeme ||
                                       view_.analysis.lexeme(unit).attribute("code") ==
                                           view_.analysis.lexeme(link.unit).attribute("code"));
  }

  /// "pasó de 3 a 9 millones", "bajó de 9 a 3 millones": a change, not a range, but the first
  /// number counts millions too.
  void share_magnitude(NumberReading& first, const NumberReading& second) const {
    if (!can_be_end(first) || !can_be_end(second) || first.magnitude != 0) return;
    if (second.magnitude < 1e6 || second.range.begin - first.range.end > 2) return;
    const bool linked =
        find_link(first, second, RangeClass::from) || find_link(first, second, RangeClass::change);
    if (!linked || !changes_before(find_opener(first.range.begin))) return;
    const double factor = *second.low / second.magnitude;
    constexpr double widest_change = 50;
    if (*first.low > factor * widest_change || *first.low * widest_change < factor) return;
    first.low = first.high = *first.low * second.magnitude;
    first.magnitude = second.magnitude;
    first.plain = false;
  }

  [[nodiscard]] double lower_value(const NumberReading& lower, const NumberReading& upper) const {
    const bool shares = lower.magnitude == 0 && upper.magnitude >= 1000 &&
                        *lower.low < *upper.low / upper.magnitude &&
                        *lower.low < 10 * upper.magnitude;
    return shares ? *lower.low * upper.magnitude : *lower.low;
  }

  [[nodiscard]] bool fits(const NumberReading& lower, const NumberReading& upper, const Link& link,
                          std::uint32_t opener) const {
    const double low = lower_value(lower, upper);
    if (!(low < *upper.low) || !same_unit(upper, link)) return false;
    const bool opened = opener < lower.range.begin && opens(opener, link.kind);
    switch (link.kind) {
      case RangeClass::between:
        return opened;
      case RangeClass::from:
        return !changes_before(opener);
      case RangeClass::alternative:
        return *upper.low <= widest_alternative * low + 1;
      case RangeClass::dash:
        return glued_alike(lower, upper);
      case RangeClass::change:
      case RangeClass::none:
        return false;
    }
    return false;
  }

  /// "10-12" and "10 - 12", but not "10 -12".
  [[nodiscard]] bool glued_alike(const NumberReading& lower, const NumberReading& upper) const {
    const bool before = lower.range.begin > view_.range.begin && view_.glued(lower.range.begin) &&
                        link_at(lower.range.begin - 1, RangeClass::dash);
    const bool behind = view_.glued(upper.range.end) &&
                        link_at(upper.range.end, RangeClass::dash) &&
                        view_.is_digits(upper.range.end + 1);
    return !before && !behind && view_.glued(lower.range.end) == view_.glued(upper.range.begin);
  }

  /// "aumentó de 10 a 12": two numbers, not a range.
  [[nodiscard]] bool changes_before(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= change_reach && at >= view_.range.begin + back; ++back) {
      const LexiconHit hit = view_.find_lexeme(
          at - back, [&](std::uint32_t lexeme) { return view_.grammar.is_change(lexeme); });
      if (hit.range.length() > 0) return true;
    }
    return false;
  }

  [[nodiscard]] NumberReading joined(const NumberReading& lower, const NumberReading& upper,
                                     const Link& link, std::uint32_t opener) const {
    NumberReading range = upper;
    const bool opened = opener < lower.range.begin && opens(opener, link.kind);
    range.range = {lower.range.begin, upper.range.end};
    range.second = upper.range;
    range.opener = opened ? opener : lower.range.begin;
    range.low = lower_value(lower, upper);
    range.is_range = true;
    range.plain = false;
    range.loose = !opened && (link.kind == RangeClass::from || link.kind == RangeClass::dash);
    range.in_digits = lower.in_digits;
    if (!range.slip) range.slip = lower.slip;
    if (range.lexeme == no_lexeme) range.lexeme = lower.lexeme;
    return range;
  }

  const NumeralView& view_;
  std::vector<NumberReading>& readings_;
};

}  // namespace

void join_ranges(const NumeralView& view, std::vector<NumberReading>& readings) {
  RangeJoiner(view, readings).join();
}

}  // namespace cotejo
