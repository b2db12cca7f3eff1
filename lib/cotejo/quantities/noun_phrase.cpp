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
constexpr std::uint32_t known_reach = 2;  // words behind a known noun in which a plural may follow

class PhraseReader {
 public:
  PhraseReader(const QuantityView& view, NounNumber number) : view_(view), number_(number) {}

  [[nodiscard]] std::optional<TokenRange> read(std::uint32_t at) const {
    if (view_.rules.noun_phrase().noun_capital) return read_noun_capital(at);
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
           (view_.token(phrase.end).letter_case == TokenCase::lower || capital(phrase.begin)) &&
           looks_plural(phrase.end)) {
      ++phrase.end;
    }
    return phrase;
  }

  [[nodiscard]] bool capital(std::uint32_t at) const {
    return view_.token(at).letter_case == TokenCase::capital;
  }

  /// "zwanzig russische Soldaten": adjectives up to the first word with a capital.
  [[nodiscard]] std::optional<TokenRange> read_noun_capital(std::uint32_t at) const {
    for (std::uint32_t end = at; end - at < longest_phrase && can_belong(end); ++end) {
      const LexiconHit known = view_.find(end, WordUse::counted);
      if (known.range.length() > 0) return TokenRange{at, known.range.end};
      if (view_.token(end).letter_case != TokenCase::lower) return TokenRange{at, end + 1};
      if (!looks_plural(end) && !view_.is(end, WordUse::np_pre)) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenRange> read_noun_last(std::uint32_t at) const {
    std::uint32_t end = at;
    std::uint32_t known_end = at;  // behind a counted noun that does not look like a plural
    while (end - at < longest_phrase && can_belong(end)) {
      const LexiconHit known = view_.find(end, WordUse::counted);
      const std::uint32_t next = known.range.length() > 0 ? known.range.end : end + 1;
      if (looks_plural(next - 1) && !is_inside_name(next - 1))
        return TokenRange{at, extended(next)};
      if (known.range.length() > 0 && known_end == at) known_end = next;
      if (known_end > at && next - known_end >= known_reach) break;
      end = hyphen_follows(next) ? next + 1 : next;
    }
    if (known_end > at) return TokenRange{at, known_end};
    if (number_ == NounNumber::any && end > at) return TokenRange{at, at + 1};
    return std::nullopt;
  }

  /// "news groups": a counted plural behind one that only looks like a plural.
  [[nodiscard]] std::uint32_t extended(std::uint32_t end) const {
    const LexiconHit known = view_.find(end, WordUse::counted);
    return known.range.length() > 0 && looks_plural(known.range.end - 1) ? known.range.end : end;
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
