#include <cotejo/check/govern.hpp>

#include <cotejo/check/edits.hpp>

#include <algorithm>

namespace cotejo {
namespace {

std::string text_between(std::string_view text, const CheckText& passage, WordRange range) {
  if (range.begin >= range.end) return {};
  return std::string(
      slice(text, {passage.words[range.begin].span.begin, passage.words[range.end - 1].span.end}));
}

bool limits(const CheckWord& word) {
  return word.is(WordClass::condition) || word.is(WordClass::exception) ||
         word.is(WordClass::contrast);
}

/// The clause behind the quoted words, if it begins with a condition or an exception.
WordRange limit_after(const CheckText& passage, WordRange quoted, WordRange sentence) {
  if (quoted.end >= sentence.end || !limits(passage.words[quoted.end])) return {};
  // Part of a clause is not turned by what the whole is bound to.
  const CheckWord& first = passage.words[quoted.begin];
  if (quoted.begin != sentence.begin && !first.initial && !first.after_mark) return {};
  return {quoted.end, sentence.end};
}

/// "It is false that …", "I do not think that …".
WordRange lead_in_before(const CheckText& passage, WordRange quoted, WordRange sentence) {
  if (quoted.begin <= sentence.begin) return {};
  const auto& words = passage.words;
  // The quotation may have kept the complementiser.
  std::size_t at = quoted.begin;
  if (!words[at].is(WordClass::complement)) --at;
  if (!words[at].is(WordClass::complement)) return {};
  // The lead-in is the clause before it: back to the next mark.
  std::size_t begin = at;
  while (begin > sentence.begin && !words[begin].after_mark) --begin;
  const bool turns =
      std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                  words.begin() + static_cast<std::ptrdiff_t>(at), [](const CheckWord& word) {
                    return word.is(WordClass::denial) || word.is(WordClass::negation) ||
                           word.is(WordClass::report);
                  });
  return turns ? WordRange{begin, quoted.begin} : WordRange{};
}

/// "If … , " before the main clause.
WordRange condition_before(const CheckText& passage, WordRange quoted, WordRange sentence) {
  if (quoted.begin <= sentence.begin || !passage.words[quoted.begin].after_mark) return {};
  // The clause that ends at the mark.
  std::size_t begin = quoted.begin - 1;
  while (begin > sentence.begin && !passage.words[begin].after_mark) --begin;
  if (passage.words[begin].is(WordClass::condition)) return {begin, quoted.begin};
  if (passage.words[sentence.begin].is(WordClass::condition)) {
    return {sentence.begin, quoted.begin};
  }
  return {};
}

EditKind kind_of_governor(const CheckWord& word) {
  if (word.is(WordClass::negation)) return EditKind::negation;
  return word.is(WordClass::hedge) ? EditKind::hedge : EditKind::scope;
}

}  // namespace

WordRange sentence_around(const CheckText& passage, WordRange quoted) {
  const auto& words = passage.words;
  const Offset first = words[quoted.begin].span.begin;
  const Offset last = words[quoted.end - 1].span.end;
  WordRange range = quoted;
  for (const Span sentence : passage.sentences) {
    if (sentence.contains(first)) {
      while (range.begin > 0 && words[range.begin - 1].span.begin >= sentence.begin) --range.begin;
    }
    if (sentence.begin < last && last <= sentence.end) {
      while (range.end < words.size() && words[range.end].span.end <= sentence.end) ++range.end;
    }
  }
  return range;
}

std::optional<Edit> find_dropped_governor(const CheckText& passage, WordRange quoted) {
  const WordRange sentence = sentence_around(passage, quoted);
  const auto& words = passage.words;
  std::size_t at = quoted.begin;
  // Pronouns may stand between: "no se lo [damos]".
  while (at > sentence.begin && !words[at].after_mark && words[at - 1].is(WordClass::pronoun) &&
         !words[at - 1].governs) {
    --at;
  }
  if (at <= sentence.begin || !words[at - 1].governs) return {};
  // A phrase as a whole.
  std::size_t begin = at - 1;
  while (begin > sentence.begin && words[begin - 1].governs) --begin;
  Edit edit{.op = EditOp::remove, .quoted = {}, .original = {}};
  for (std::size_t i = begin; i < at; ++i) {
    edit.original += (edit.original.empty() ? "" : " ") + words[i].text;
  }
  edit.kind = kind_of_governor(words[at - 1]);
  edit.severity = severity_of(edit.kind);
  return edit;
}

bool is_denied(const CheckText& passage, WordRange quoted) {
  const WordRange lead = lead_in_before(passage, quoted, sentence_around(passage, quoted));
  return std::any_of(passage.words.begin() + static_cast<std::ptrdiff_t>(lead.begin),
                     passage.words.begin() + static_cast<std::ptrdiff_t>(lead.end),
                     [](const CheckWord& word) {
                       return word.is(WordClass::denial) || word.is(WordClass::negation);
                     });
}

std::string find_cut_clause(std::string_view text, const CheckText& passage, WordRange quoted) {
  const WordRange sentence = sentence_around(passage, quoted);
  for (const auto find : {limit_after, lead_in_before, condition_before}) {
    const WordRange cut = find(passage, quoted, sentence);
    if (cut.begin < cut.end) return text_between(text, passage, cut);
  }
  return {};
}

bool hides_meaning(std::span<const CheckWord> hidden) {
  return std::ranges::any_of(hidden, [](const CheckWord& word) {
    return word.is(WordClass::negation) || limits(word) || word.is(WordClass::hedge) ||
           word.is(WordClass::denial) || word.is(WordClass::report);
  });
}

}  // namespace cotejo
