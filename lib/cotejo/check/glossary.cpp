// Tests: tests/unit/check/glossary_test.cpp.
#include <cotejo/check/glossary.hpp>

#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/segment.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <cstddef>

namespace cotejo {
namespace {

constexpr std::string_view layer = "gloss";
constexpr std::string_view letters_id = "check.cognate-letters";
constexpr std::uint32_t name_bit = 1U << 31U;  // parts names from rows of the glossary
constexpr std::size_t shortest_beginning = 3;
constexpr std::size_t shortest_word = 4;  // that says something without being in the glossary

bool holds_names(std::string_view name) {
  return name == "place" || name == "source" || name == "person";
}

std::string_view key_of_language(std::string_view language) { return language.substr(0, 2); }

template <typename Take>
void for_each_word(std::string_view text, Take take) {
  constexpr std::string_view blanks = " \n";
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    take(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
}

bool begins_sentence(std::string_view before) {
  constexpr std::string_view blanks = " \n\t";
  const std::size_t last = before.find_last_not_of(blanks);
  return last == std::string_view::npos || before[last] == '.' || before[last] == '!' ||
         before[last] == '?';
}

bool share_one(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
  return std::ranges::find_first_of(left, right) != left.end();
}

std::size_t shared_beginning(std::string_view left, std::string_view right) {
  const auto end = std::ranges::mismatch(left, right).in1;
  return static_cast<std::size_t>(end - left.begin());
}

}  // namespace

Glossary::Glossary(const RuleSet& rules) : rules_(rules), tokeniser_(rules.language().tokens) {
  const Lexicon& lexicon = rules.lexicon();
  for (std::uint32_t number = 0; number < lexicon.size(); ++number) {
    const Lexeme& lexeme = lexicon.lexeme(number);
    if (lexeme.layer != layer) continue;
    const auto row = static_cast<std::uint32_t>(empty_.size());
    empty_.push_back(lexeme.attribute("empty") == "yes");
    for (const Attribute& cell : lexeme.attributes) {
      if (cell.key.size() == 2) add(cell.key, cell.value, row);
    }
  }
  const std::string_view letters = rules.text(letters_id);
  if (letters == letters_id) return;
  for_each_word(letters, [&](std::string_view pair) {
    const std::size_t mark = std::min(pair.find('='), pair.size() - 1);
    letters_.emplace_back(pair.substr(0, mark), pair.substr(mark + 1));
  });
}

void Glossary::add(std::string_view language, std::string_view cell, std::uint32_t row) {
  Words& words = languages_[std::string(language)];
  for_each_word(cell, [&](std::string_view word) {
    const bool beginning = word.ends_with('*');
    if (beginning) word.remove_suffix(1);
    auto& rows = (beginning ? words.beginnings : words.whole)[fold_accents(word)];
    if (rows.empty() || rows.back() != row) rows.push_back(row);
  });
}

const Glossary::Words* Glossary::words_of(std::string_view language) const {
  const auto found = languages_.find(key_of_language(language));
  return found == languages_.end() ? nullptr : &found->second;
}

bool Glossary::knows(std::string_view language) const { return words_of(language) != nullptr; }

const std::vector<std::uint32_t>* Glossary::find(const Words& words, const std::string& plain) {
  if (const auto whole = words.whole.find(plain); whole != words.whole.end()) return &whole->second;
  for (std::size_t size = plain.size(); size >= shortest_beginning; --size) {
    const auto found = words.beginnings.find(plain.substr(0, size));
    if (found != words.beginnings.end()) return &found->second;
  }
  return nullptr;
}

std::string Glossary::shared_spelling(std::string word) const {
  for (const auto& [from, to] : letters_) {
    for (std::size_t at = word.find(from); at != std::string::npos; at = word.find(from, at)) {
      word.replace(at, from.size(), to);
      at += to.size();
    }
  }
  return word;
}

std::vector<Glossary::Name> Glossary::find_names(std::string_view text) const {
  std::vector<Token> tokens;
  tokeniser_.tokenise(text, {0, static_cast<Offset>(text.size())}, tokens);
  std::vector<Name> names;
  std::vector<Lexicon::Hit> hits;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const TokenCase letters = tokens[t].letter_case;
    if (letters == TokenCase::none || letters == TokenCase::lower) continue;
    hits.clear();
    rules_.lexicon().find(std::span(tokens).subspan(t), hits);
    std::uint32_t length = 0;
    std::string_view id;
    for (const Lexicon::Hit& hit : hits) {
      const Lexeme& lexeme = rules_.lexicon().lexeme(hit.lexeme);
      const std::string_view found = lexeme.attribute("id");
      if (!holds_names(lexeme.layer) || found.empty() || hit.length < length) continue;
      length = hit.length;
      id = found;
    }
    if (id.empty()) continue;
    names.push_back({hull(tokens[t].span, tokens[t + length - 1].span), key_of(id) | name_bit});
    t += length - 1;
  }
  return names;
}

GistWord Glossary::read_word(const Words* words, std::string_view text, Span span) const {
  const std::string_view written = slice(text, span);
  GistWord word;
  word.span = span;
  word.number = written.front() >= '0' && written.front() <= '9';
  std::string plain = fold_accents(written);
  if (word.number) std::erase_if(plain, [](char c) { return c < '0' || c > '9'; });
  const auto* rows = words == nullptr ? nullptr : find(*words, plain);
  if (rows != nullptr) word.meanings = *rows;
  word.name = word.meanings.empty() && !word.number && fold(written) != written &&
              !begins_sentence(text.substr(0, span.begin));
  word.letters = word.number ? std::move(plain) : shared_spelling(std::move(plain));
  return word;
}

std::vector<GistWord> Glossary::read(std::string_view language, std::string_view text,
                                     Span window) const {
  const Words* words = words_of(language);
  const std::string_view part = slice(text, window);
  const std::vector<Name> names = find_names(part);
  auto name = names.begin();
  std::vector<GistWord> gist;
  for (const IndexWord& index_word : find_index_words(part)) {
    const Span span = index_word.span;
    while (name != names.end() && name->span.end <= span.begin) ++name;
    GistWord word = read_word(words, part, span);
    if (name != names.end() && name->span.begin <= span.begin) {
      if (name->span.begin != span.begin) continue;  // the name has been read as a whole
      word.meanings = {name->meaning};
      word.name = true;
    }
    const bool empty = std::ranges::any_of(word.meanings, [&](std::uint32_t meaning) {
      return meaning < empty_.size() && empty_[meaning];
    });
    const bool too_short = span.length() < shortest_word && word.meanings.empty() && !word.number;
    if (empty || too_short) continue;
    word.span = {span.begin + window.begin, span.end + window.begin};
    gist.push_back(std::move(word));
  }
  return gist;
}

double likeness(const GistWord& left, const GistWord& right) {
  constexpr double same_number = 1.5;
  constexpr double same_name = 1.3;
  constexpr double same_meaning = 1.0;
  constexpr double same_beginning = 0.9;
  if (left.number && right.number) return left.letters == right.letters ? same_number : 0;
  if (share_one(left.meanings, right.meanings)) {
    return left.name && right.name ? same_name : same_meaning;
  }
  if (left.number || right.number) return 0;
  const std::size_t shared = shared_beginning(left.letters, right.letters);
  const std::size_t shorter = std::min(left.letters.size(), right.letters.size());
  // Two meanings that differ speak against it.
  const std::size_t least = left.meanings.empty() || right.meanings.empty() ? 4 : 6;
  if (shared < least || 10 * shared < 6 * shorter) return 0;
  return left.name && right.name ? same_name : same_beginning;
}

}  // namespace cotejo
