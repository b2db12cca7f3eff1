// A word is cut from the left, longest part first, and every part must fit the sum so far, which
// leaves few cuts to try. Tests: tests/unit/numbers/compounds_test.cpp.
#include <cotejo/numbers/compounds.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>

namespace cotejo {
namespace {

constexpr unsigned most_steps = 512;

}  // namespace

/// Cuts one word.
class CompoundReader {
 public:
  CompoundReader(const Compounds& compounds, std::string_view word)
      : compounds_(compounds), word_(word) {}

  std::optional<CompoundNumber> read(const NumberSum& before) {
    State state;
    state.sum = before;
    if (!cut(0, state)) return std::nullopt;
    return found_;
  }

 private:
  using Part = Compounds::Part;

  /// The number before a cut.
  struct State {
    NumberSum sum;
    double unit_slot = 0;  // what was open before the last unit, if that is the last part
    Joins joint = Joins::none;
    Ends ends = Ends::word;
    std::uint32_t parts = 0;
    std::uint32_t first = 0;
    bool of = false;
  };

  bool cut(std::size_t at, const State& state) {
    if (at == word_.size()) return finish(state);
    for (const Part& part : compounds_.parts_[static_cast<unsigned char>(word_[at])]) {
      if (++steps_ > most_steps) return false;
      if (!word_.substr(at).starts_with(part.spelling)) continue;
      const std::size_t end = at + part.spelling.size();
      if (end == word_.size() && ends_word(part, state)) return true;
      State next = state;
      if (!take(part, next)) continue;
      next.first = state.parts == 0 ? part.lexeme : state.first;
      ++next.parts;
      next.ends = part.numeral.ends;
      if (cut(end, next)) return true;
    }
    return false;
  }

  bool finish(const State& state) {
    if (state.ends != Ends::word || state.joint != Joins::none || state.parts < 2) return false;
    found_ = {CompoundNumber::Ending::cardinal, state.sum, 0, state.of, state.first};
    return true;
  }

  /// Parts that only the end of a word has: "-te", "-tel", "-einhalb".
  bool ends_word(const Part& part, const State& state) {
    const Numeral& numeral = part.numeral;
    if (state.parts == 0) return false;
    if (state.ends == Ends::never && numeral.role != NumeralRole::half) return false;
    const auto end = [&](CompoundNumber::Ending ending, double last) {
      found_ = {ending, state.sum, last, true, state.first};
      return true;
    };
    const double value = state.sum.value();
    const bool joined = state.joint != Joins::none;
    if (numeral.role == NumeralRole::ordinal_suffix && !joined) {
      return end(CompoundNumber::Ending::ordinal, value);
    }
    if (numeral.role == NumeralRole::ordinal && state.joint != Joins::unit_ten &&
        numeral.value < state.sum.slot()) {
      return end(CompoundNumber::Ending::ordinal, value + numeral.value);
    }
    if (numeral.role == NumeralRole::denominator && !joined) {
      return end(CompoundNumber::Ending::denominator, value);
    }
    if (numeral.role != NumeralRole::half || joined || !state.sum.has_group()) return false;
    end(CompoundNumber::Ending::half, value);
    found_.sum.add(numeral.value, 0);
    found_.of = false;
    return true;
  }

  static bool take(const Part& part, State& state) {
    const Numeral& numeral = part.numeral;
    if (numeral.adds()) return add(numeral, state);
    if (numeral.role == NumeralRole::connector) return join(numeral, state);
    if (numeral.role != NumeralRole::magnitude || state.joint != Joins::none) return false;
    const bool bare = numeral.bare != Bare::no;
    if (!state.sum.multiply(numeral.value,
                            bare ? NumberSum::AllowBare::yes : NumberSum::AllowBare::no)) {
      return false;
    }
    state.of = numeral.of;
    state.unit_slot = 0;
    return true;
  }

  static bool join(const Numeral& numeral, State& state) {
    if (state.joint != Joins::none || state.parts == 0) return false;
    const bool fits =
        numeral.joins == Joins::unit_ten ? state.unit_slot >= 100 : !state.sum.has_group();
    state.joint = numeral.joins;
    return fits;
  }

  static bool add(const Numeral& numeral, State& state) {
    state.of = false;
    if (state.joint == Joins::unit_ten) {  // "einund|zwanzig"
      if (numeral.role != NumeralRole::ten) return false;
      state.sum.add(numeral.value, 1);
      state.joint = Joins::none;
      state.unit_slot = 0;
      return true;
    }
    const double slot = state.sum.slot();
    if (numeral.value >= slot) return false;
    state.sum.add(numeral.value, numeral.slot_behind());
    state.unit_slot = numeral.role == NumeralRole::unit ? slot : 0;
    state.joint = Joins::none;
    return true;
  }

  const Compounds& compounds_;
  std::string_view word_;
  unsigned steps_ = 0;
  CompoundNumber found_{};
};

void Compounds::add(std::string spelling, const Numeral& numeral, std::uint32_t lexeme) {
  empty_ = false;
  if (spelling.size() >= 2) {
    beginnings_[lowered(spelling[0])] |= 1U << (lowered(spelling[1]) & 31U);
  }
  auto& parts = parts_[static_cast<unsigned char>(spelling[0])];
  const auto place = std::ranges::find_if(
      parts, [&](const Part& part) { return part.spelling.size() < spelling.size(); });
  parts.insert(place, Part{std::move(spelling), numeral, lexeme});
}

std::optional<CompoundNumber> Compounds::read(std::string_view word,
                                              const NumberSum& before) const {
  if (!may_begin(word)) return std::nullopt;
  return CompoundReader(*this, fold(word)).read(before);
}

}  // namespace cotejo
