#include <cotejo/report/fingerprint.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/text/fold.hpp>
#include <cotejo/text/token.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

namespace cotejo {
namespace {

constexpr std::size_t context_words = 5;
constexpr Offset context_bytes = 400;  // looked at on each side
constexpr std::size_t max_words_bytes = 4096;
constexpr std::size_t digits = 16;
constexpr char separator = '\x1F';

Offset boundary_at_or_after(std::string_view text, Offset at) {
  while (!is_boundary(text, at)) ++at;
  return at;
}

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::digits;
}

std::vector<Token> words_in(std::string_view text, Span window) {
  std::vector<Token> tokens;
  Tokeniser(TokenOptions{}).tokenise(text, window, tokens);
  std::erase_if(tokens, [](const Token& token) { return !is_word(token); });
  return tokens;
}

std::string context_of(std::string_view text, Span span) {
  const auto size = static_cast<Offset>(text.size());
  const Offset from = span.begin > context_bytes ? span.begin - context_bytes : 0;
  const Offset to = size - span.end > context_bytes ? span.end + context_bytes : size;
  std::vector<Token> before = words_in(text, {boundary_at_or_after(text, from), span.begin});
  std::vector<Token> after = words_in(text, {span.end, boundary_at_or_after(text, to)});
  if (before.size() > context_words) before.erase(before.begin(), before.end() - context_words);
  if (after.size() > context_words) after.resize(context_words);

  std::string context;
  for (const Token& token : before) context += fold(slice(text, token.span)) + ' ';
  context += separator;
  for (const Token& token : after) context += fold(slice(text, token.span)) + ' ';
  return context;
}

std::string exact_words(std::string_view text, Span span) {
  const std::string_view words = slice(text, span);
  if (words.size() <= max_words_bytes) return fold(words);
  const Offset cut = boundary_at_or_after(text, span.begin + max_words_bytes);
  return fold(slice(text, {span.begin, cut})) + separator + std::to_string(words.size());
}

/// Numbers equal identities, so that each print stands for one finding.
class Printer {
 public:
  std::string print(std::string identity) {
    const std::size_t occurrence = seen_[identity]++;
    identity += separator + std::to_string(occurrence);
    return sha256(identity).substr(0, digits);
  }

 private:
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

std::vector<FindingPrint> fingerprints(const Document& document) {
  std::vector<FindingPrint> result;
  if (!document.findings) return result;
  result.reserve(document.findings->size());
  Printer whole;
  Printer words;
  Printer place;
  for (const Finding& finding : *document.findings) {
    const std::string own = finding.code + separator + exact_words(document.text, finding.span);
    const std::string context = context_of(document.text, finding.span);
    result.push_back({whole.print(own + separator + context), words.print(own),
                      place.print(finding.code + separator + context)});
  }
  return result;
}

}  // namespace cotejo
