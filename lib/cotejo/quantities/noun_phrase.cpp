// There is no tagger. A phrase is cut by what cannot belong to it: function words, punctuation,
// listed adverbs, and words that do not agree. In languages with the noun first, what follows the
// noun must end as plurals do ("soldados norcoreanos | llegaron"); in languages with the noun last,
// the phrase runs up to the first word that looks like a plural or is known to be counted.
// Tests: tests/unit/quantities/noun_phrase_test.cpp.
#include <cotejo/quantities/noun_phrase.hpp>

#include <algorithm>
#include <string>

namespace cotejo {
namespace {

constexpr std::uint32_t longest_phrase = 5;

class PhraseReader {
 public:
  PhraseReader(const QuantityView& view, NounNumber number) : view_(view), number_(number) {}

  [[nodiscard]] std::optional<TokenRange> read(std::uint32_t at) const {
    return view_.rules.noun_phrase().noun_first ? read_noun_first(at) : read_noun_last(at);
  }

 private:
  [[nodiscard]] bool can_belong(std::uint32_t at) const {
    if (!view_.is_word(at) || view_.is(at, WordUse::np_stop)) return false;
    if (view_.is(at, WordUse::counted) || view_.is(at, WordUse::np_pre)) return true;
    return !view_.rules.is_function_word(view_.token(at).hash);
  }

  [[nodiscard]] bool ends_in(std::string_view word, const std::vector<std::string>& endings) const {
    return std::ranges::any_of(endings, [&](const std::string& ending) {
      return word.size() > ending.size() + 1 && word.ends_with(ending);
    });
  }

  [[nodiscard]] bool looks_plural(std::uint32_t at) const {
    const NounPhraseRule& rule = view_.rules.noun_phrase();
    const std::string_view word = view_.text(at);
    return ends_in(word, rule.plural) && !ends_in(word, rule.not_plural);
  }

  [[nodiscard]] std::optional<TokenRange> read_noun_first(std::uint32_t at) const {
    const LexiconHit known = view_.find(at, WordUse::counted);
    if (known.range.length() > 0) return with_adjectives({at, known.range.end});
    if (!can_belong(at)) return std::nullopt;
    if (number_ == NounNumber::plural && !looks_plural(at)) return std::nullopt;
    return with_adjectives({at, at + 1});
  }

  [[nodiscard]] TokenRange with_adjectives(TokenRange phrase) const {
    const bool plural = looks_plural(phrase.end - 1);
    while (phrase.length() < longest_phrase && can_belong(phrase.end) && plural &&
           view_.token(phrase.end).letter_case == TokenCase::lower && looks_plural(phrase.end)) {
      ++phrase.end;
    }
    return phrase;
  }

  [[nodiscard]] std::optional<TokenRange> read_noun_last(std::uint32_t at) const {
    TokenRange phrase{at, at};
    while (phrase.length() < longest_phrase && can_belong(phrase.end)) {
      const LexiconHit known = view_.find(phrase.end, WordUse::counted);
      if (known.range.length() > 0 && is_head(known)) return TokenRange{at, known.range.end};
      ++phrase.end;
      if (looks_plural(phrase.end - 1) && !is_inside_name(phrase.end - 1)) return phrase;
      if (hyphen_follows(phrase.end)) phrase.end += 1;
    }
    if (number_ == NounNumber::any && phrase.length() > 0) return TokenRange{at, at + 1};
    return std::nullopt;
  }

  /// A known noun in the singular that another noun follows only describes it: "six police
  /// officers".
  [[nodiscard]] bool is_head(const LexiconHit& known) const {
    const std::uint32_t next = known.range.end;
    if (looks_plural(known.range.end - 1)) return true;
    return !(can_belong(next) && (looks_plural(next) || view_.is(next, WordUse::counted)) &&
             view_.token(next).letter_case == TokenCase::lower);
  }

  /// "United States soldiers": a capitalised plural before a plural in lower case.
  [[nodiscard]] bool is_inside_name(std::uint32_t at) const {
    return view_.token(at).letter_case == TokenCase::capital && can_belong(at + 1) &&
           view_.token(at + 1).letter_case == TokenCase::lower && looks_plural(at + 1);
  }

  [[nodiscard]] bool hyphen_follows(std::uint32_t at) const {
    return view_.glued(at) && view_.text(at) == "-" && view_.glued(at + 1) && view_.is_word(at + 1);
  }

  const QuantityView& view_;
  NounNumber number_;
};

}  // namespace

std::optional<Counted> find_noun_phrase(const QuantityView& view, std::uint32_t at,
                                        NounNumber number) {
  if (!view.inside(at)) return std::nullopt;
  const auto phrase = PhraseReader(view, number).read(at);
  if (!phrase) return std::nullopt;
  Counted counted;
  counted.span = view.analysis.span_of(*phrase);
  counted.text = slice(view.analysis.text(), counted.span);
  const bool first = view.rules.noun_phrase().noun_first;
  for (std::uint32_t token = phrase->begin; token < phrase->end; ++token) {
    const LexiconHit hit = view.find(token, WordUse::counted);
    if (hit.range.length() == 0 || hit.range.end > phrase->end) continue;
    const Lexeme& lexeme = view.analysis.lexeme(hit);
    counted.lemma = lexeme.lemma;
    counted.category = lexeme.attribute("category");
    if (first) break;
    token = hit.range.end - 1;
  }
  return counted;
}

}  // namespace cotejo
