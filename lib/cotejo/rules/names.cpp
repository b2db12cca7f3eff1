#include <cotejo/rules/names.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace cotejo {
namespace {

/// Layers whose words are names or parts of them.
constexpr std::array<std::string_view, 4> name_layers{"person", "given-name", "place", "source"};

/// Layers of words that are written with a capital in some languages and name nobody: "Monday".
constexpr std::array<std::string_view, 2> calendar_layers{"time", "date"};

bool has_capital(const Token& token) {
  return token.kind == TokenKind::word && token.letter_case != TokenCase::lower &&
         token.letter_case != TokenCase::none;
}

class NameFinder {
 public:
  explicit NameFinder(const Analysis& analysis) : analysis_(analysis), tokens_(analysis.tokens()) {
    for (const std::string& particle : analysis.rules().language().name_particles) {
      particles_.insert(fold_hash(particle));
    }
    for (const std::string& word : analysis.rules().language().function_words) {
      function_words_.insert(fold_hash(word));
    }
  }

  std::vector<TokenRange> run() {
    collect_capitalised();
    std::vector<TokenRange> names;
    for (const TokenRange sentence : analysis_.sentences()) {
      for (std::uint32_t at = sentence.begin; at < sentence.end;) {
        const std::uint32_t end = name_end(at, sentence);
        if (end > at) names.push_back({at, end});
        at = std::max(end, at + 1);
      }
    }
    return names;
  }

 private:
  [[nodiscard]] bool begins_clause(std::uint32_t at, TokenRange sentence) const {
    if (at == sentence.begin) return true;
    const Token& before = tokens_[at - 1];
    if (before.kind == TokenKind::quote) return true;
    if (before.kind != TokenKind::punctuation) return false;
    constexpr std::string_view openers = ":.!?\u00BF\u00A1\u2014\u2013-\u2026";
    return openers.find(analysis_.text_of(at - 1)) != std::string_view::npos && !before.glued;
  }

  void collect_capitalised() {
    for (const TokenRange sentence : analysis_.sentences()) {
      for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
        if (has_capital(tokens_[at]) && !begins_clause(at, sentence)) {
          capitalised_.insert(tokens_[at].hash);
        }
      }
    }
  }

  [[nodiscard]] bool may_begin(std::uint32_t at, TokenRange sentence) const {
    if (!has_capital(tokens_[at])) return false;
    const bool function_word = function_words_.contains(tokens_[at].hash);
    if (function_word) return !begins_clause(at, sentence) && name_follows(at, sentence);
    bool known = false;
    for (const LexiconHit& hit : analysis_.hits_at(at)) {
      const Lexeme& lexeme = analysis_.lexeme(hit);
      if (std::ranges::find(calendar_layers, lexeme.layer) != calendar_layers.end()) return false;
      if (std::ranges::find(name_layers, lexeme.layer) != name_layers.end()) return true;
      known = known || (!lexeme.list.empty() && hit.range.length() == 1);
    }
    return !begins_clause(at, sentence) || capitalised_.contains(tokens_[at].hash) || !known;
  }

  /// "La Paz", "The Hague": a function word begins a name only before another word with a capital.
  [[nodiscard]] bool name_follows(std::uint32_t at, TokenRange sentence) const {
    return at + 1 < sentence.end && has_capital(tokens_[at + 1]) &&
           !function_words_.contains(tokens_[at + 1].hash);
  }

  [[nodiscard]] bool hyphen_at(std::uint32_t at, TokenRange sentence) const {
    return at + 1 < sentence.end && tokens_[at].glued && tokens_[at + 1].glued &&
           analysis_.text_of(at) == "-" && tokens_[at + 1].kind == TokenKind::word;
  }

  /// "Corea del Norte-Rusia" is two names: a hyphen does not join what the lexicon knows as places.
  [[nodiscard]] bool joins(std::uint32_t hyphen) const {
    return analysis_.hit_at(hyphen + 1, "place") == nullptr;
  }

  [[nodiscard]] std::uint32_t name_end(std::uint32_t at, TokenRange sentence) const {
    if (!may_begin(at, sentence)) return at;
    std::uint32_t end = at + 1;
    for (;;) {
      if (hyphen_at(end, sentence) && joins(end)) {
        end += 2;
        continue;
      }
      std::uint32_t next = end;
      while (next < sentence.end && next < end + 3 && particles_.contains(tokens_[next].hash) &&
             !has_capital(tokens_[next])) {
        ++next;
      }
      if (next >= sentence.end || !has_capital(tokens_[next])) return end;
      end = next + 1;
    }
  }

  const Analysis& analysis_;
  std::span<const Token> tokens_;
  std::unordered_set<std::uint64_t> particles_;
  std::unordered_set<std::uint64_t> function_words_;
  std::unordered_set<std::uint64_t> capitalised_;
};

}  // namespace

std::vector<TokenRange> find_names(const Analysis& analysis) { return NameFinder(analysis).run(); }

}  // namespace cotejo
