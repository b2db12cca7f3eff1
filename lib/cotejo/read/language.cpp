// Between a quarter and a half of the words of a text are function words of its language; of those
// of a neighbour that share some, markedly fewer. So counting is enough, and needs no model beside
// the rules. Tests: tests/unit/read/language_test.cpp.
#include <cotejo/read/language.hpp>

#include <cotejo/text/fold.hpp>
#include <cotejo/text/token.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cotejo {
namespace {

constexpr Offset first_look = 600;
constexpr Offset longest_look = 20000;
constexpr std::size_t fewest_words = 8;
constexpr double least_share = 0.2;
constexpr double least_lead = 1.3;  // times the hits of the second

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

}  // namespace

LanguageDetector::LanguageDetector(std::span<const LanguageTraits> languages) {
  for (const LanguageTraits& language : languages) {
    if (language.code.empty()) continue;
    for (const std::string& word : language.function_words) {
      words_.push_back({fold_hash(word), codes_.size()});
    }
    codes_.push_back(language.code);
  }
  std::ranges::sort(words_, {}, &Entry::hash);
}

std::optional<std::size_t> LanguageDetector::winner(std::string_view head) const {
  std::vector<Token> tokens;
  Tokeniser(TokenOptions{}).tokenise(head, {0, static_cast<Offset>(head.size())}, tokens);
  std::vector<std::size_t> hits(codes_.size());
  std::size_t words = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word) continue;
    ++words;
    for (const Entry& entry : std::ranges::equal_range(words_, token.hash, {}, &Entry::hash)) {
      ++hits[entry.language];
    }
  }
  if (hits.empty() || words < fewest_words) return std::nullopt;
  const auto best = std::ranges::max_element(hits);
  const auto most = static_cast<double>(*best);
  if (most < least_share * static_cast<double>(words)) return std::nullopt;
  const auto language = static_cast<std::size_t>(best - hits.begin());
  *best = 0;
  if (most < least_lead * static_cast<double>(std::ranges::max(hits))) return std::nullopt;
  return language;
}

std::optional<std::string> LanguageDetector::detect(std::string_view text) const {
  for (const std::size_t length : {first_look, longest_look}) {
    const std::string_view head = head_of(text, length);
    if (const auto language = winner(head)) return codes_[*language];
    if (head.size() == text.size()) break;
  }
  return std::nullopt;
}

std::string language_tag(std::string_view written) {
  std::string tag;
  std::size_t part = 0;   // number of the subtag
  std::size_t begin = 0;  // where it begins in tag
  for (const char c : written.substr(0, written.find_first_of(".@,; "))) {
    if (c == '-' || c == '_') {
      ++part;
      tag += '-';
      begin = tag.size();
    } else if (is_ascii_letter(c) || (c >= '0' && c <= '9')) {
      tag += to_lower(c);
    } else {
      return {};
    }
  }
  if (tag.ends_with('-')) tag.pop_back();
  const std::size_t first = std::min(tag.find('-'), tag.size());
  if (first < 2 || first > 3) return {};
  if (part == 1 && tag.size() - begin == 2) {  // a region
    for (std::size_t i = begin; i < tag.size(); ++i) tag[i] = to_upper(tag[i]);
  }
  return tag;
}

}  // namespace cotejo
