#include <cotejo/rules/names.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace cotejo {
namespace {

bool has_capital(const Token& token) {
  return token.kind == TokenKind::word && token.letter_case != TokenCase::lower &&
         token.letter_case != TokenCase::none;
}

std::vector<std::uint64_t> sorted_hashes(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> hashes;
  for (const std::string& word : words) hashes.push_back(fold_hash(word));
  std::ranges::sort(hashes);
  return hashes;
}

bool holds(const std::vector<std::uint64_t>& hashes, std::uint64_t hash) {
  return std::ranges::binary_search(hashes, hash);
}

/// Whether a capital at `at` may be there because a sentence or a quotation begins.
bool begins_clause(const Analysis& analysis, std::uint32_t at, TokenRange sentence) {
  if (at == sentence.begin) return true;
  const Token& before = analysis.tokens()[at - 1];
  if (before.kind == TokenKind::quote) return true;
  if (before.kind != TokenKind::punctuation) return false;
  constexpr std::array<std::string_view, 9> openers{":",      ".",      "!",      "?",     "\u00BF",
                                                    "\u00A1", "\u2014", "\u2013", "\u2026"};
  const std::string_view mark = analysis.text_of(at - 1);
  if (mark == "-") return !before.glued;  // not in "Rusia-Corea"
  return std::ranges::find(openers, mark) != openers.end();
}

bool hyphen_at(const Analysis& analysis, std::uint32_t at, TokenRange sentence) {
  const auto tokens = analysis.tokens();
  return at + 1 < sentence.end && tokens[at].glued && tokens[at + 1].glued &&
         analysis.text_of(at) == "-" && tokens[at + 1].kind == TokenKind::word;
}

/// "Corea del Norte-Rusia" is two names: a hyphen does not join what the lexicon knows as places.
bool joins(const Analysis& analysis, std::uint32_t hyphen) {
  return analysis.hit_at(hyphen + 1, "place") == nullptr;
}

}  // namespace

NameFinder::NameFinder(const RuleSet& rules)
    : rules_(&rules),
      particles_(sorted_hashes(rules.language().name_particles)),
      function_words_(sorted_hashes(rules.language().function_words)),
      roles_(rules.lexicon().size(), Role::not_looked_up) {}

std::vector<TokenRange> NameFinder::find(const Analysis& analysis) {
  collect_capitalised(analysis);
  std::vector<TokenRange> names;
  for (const TokenRange sentence : analysis.sentences()) {
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      const std::uint32_t end = name_end(analysis, at, sentence);
      if (end > at) names.push_back({at, end});
      at = std::max(end, at + 1);
    }
  }
  return names;
}

void NameFinder::collect_capitalised(const Analysis& analysis) {
  capitalised_.clear();
  for (const TokenRange sentence : analysis.sentences()) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      const Token& token = analysis.tokens()[at];
      if (has_capital(token) && !begins_clause(analysis, at, sentence)) {
        capitalised_.push_back(token.hash);
      }
    }
  }
  std::ranges::sort(capitalised_);
}

bool NameFinder::is_capitalised(std::uint64_t hash) const { return holds(capitalised_, hash); }

NameFinder::Role NameFinder::role_of(std::uint32_t number) {
  constexpr std::array<std::string_view, 4> names{"person", "given-name", "place", "source"};
  constexpr std::array<std::string_view, 2> times{"time", "date"};
  Role& role = roles_[number];
  if (role == Role::not_looked_up) {
    const Lexeme& lexeme = rules_->lexicon().lexeme(number);
    const auto stands_in = [&](const auto& layers) {
      return std::ranges::find(layers, lexeme.layer) != layers.end();
    };
    role = stands_in(names)      ? Role::name
           : stands_in(times)    ? Role::time
           : lexeme.list.empty() ? Role::no_list
                                 : Role::other;
  }
  return role;
}

NameFinder::Roles NameFinder::roles_at(const Analysis& analysis, std::uint32_t at) {
  Roles roles;
  for (const LexiconHit& hit : analysis.hits_at(at)) {
    const Role role = role_of(hit.lexeme);
    const bool alone = hit.range.length() == 1;
    roles.name = roles.name || role == Role::name;
    roles.time = roles.time || (alone && role == Role::time);
    roles.other = roles.other || (alone && role == Role::other);
  }
  return roles;
}

bool NameFinder::is_function_word(const Token& token) const {
  return holds(function_words_, token.hash);
}

/// A further word of a name can stand at `at`.
bool NameFinder::name_goes_on(const Analysis& analysis, std::uint32_t at, TokenRange sentence) {
  return at < sentence.end && has_capital(analysis.tokens()[at]) &&
         !is_function_word(analysis.tokens()[at]) && !is_common_noun(analysis, at);
}

/// In languages that write nouns with capitals: a word that the rules know as something else than a
/// name.
bool NameFinder::is_common_noun(const Analysis& analysis, std::uint32_t at) {
  if (!rules_->language().nouns_have_capitals) return false;
  const Roles roles = roles_at(analysis, at);
  return !roles.name && (roles.time || roles.other);
}

bool NameFinder::may_begin(const Analysis& analysis, std::uint32_t at, TokenRange sentence) {
  const Token& token = analysis.tokens()[at];
  if (!has_capital(token)) return false;
  if (is_common_noun(analysis, at)) return false;
  const Roles roles = roles_at(analysis, at);
  if (!begins_clause(analysis, at, sentence)) {
    // "La Paz", "Sunday Times", but not "I" nor "Monday".
    const bool needs_more = is_function_word(token) || (roles.time && !roles.name);
    return !needs_more || name_goes_on(analysis, at + 1, sentence);
  }
  if (is_function_word(token)) return false;
  if (roles.name) return true;
  return !(roles.time || roles.other) || is_capitalised(token.hash);
}

std::uint32_t NameFinder::name_end(const Analysis& analysis, std::uint32_t at,
                                   TokenRange sentence) {
  if (!may_begin(analysis, at, sentence)) return at;
  const auto tokens = analysis.tokens();
  std::uint32_t end = at + 1;
  for (;;) {
    if (hyphen_at(analysis, end, sentence) && joins(analysis, end)) {
      end += 2;
      continue;
    }
    std::uint32_t next = end;
    while (next < sentence.end && next < end + 3 && !has_capital(tokens[next]) &&
           holds(particles_, tokens[next].hash)) {
      ++next;
    }
    if (next >= sentence.end || !has_capital(tokens[next])) return end;
    if (is_common_noun(analysis, next)) return end;
    end = next + 1;
  }
}

}  // namespace cotejo
