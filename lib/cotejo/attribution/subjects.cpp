// The first mention of a sentence that can be its subject is taken for it: in the languages of news
// the subject stands before its verb, and what stands before the subject is governed by a
// preposition. Tests: tests/unit/attribution/attribute_quotes_test.cpp.
#include <cotejo/attribution/subjects.hpp>

#include <span>

namespace cotejo {
namespace {

TokenRange with_role_behind(std::span<const Mention> mentions, std::size_t i) {
  TokenRange range = mentions[i].range;
  if (i + 1 < mentions.size() && is_compound(mentions[i], mentions[i + 1])) {
    range.end = mentions[i + 1].range.end;
  }
  return range;
}

}  // namespace

std::vector<std::vector<TokenRange>> Subjects::of(TokenRange stretch) const {
  std::vector<std::vector<TokenRange>> found;
  const auto mentions = entities_.inside(stretch);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!can_be_subject(mentions[i])) continue;
    std::vector<TokenRange> pieces{with_role_behind(mentions, i)};
    for (; i + 1 < mentions.size() && coordinated(mentions[i], mentions[i + 1]); ++i) {
      pieces.push_back(mentions[i + 1].range);
    }
    found.push_back(std::move(pieces));
  }
  return found;
}

std::vector<TokenRange> Subjects::pieces(TokenRange source) const {
  std::vector<TokenRange> cut;
  std::uint32_t begin = source.begin;
  for (std::uint32_t at = source.begin; at < source.end; ++at) {
    if (analysis_.hit_at(at, "conjunction") == nullptr || inside_name(at)) continue;
    if (entities_.inside({begin, at}).empty() || entities_.inside({at, source.end}).empty())
      continue;
    cut.push_back({begin, at});
    begin = at + 1;
  }
  cut.push_back({begin, source.end});
  return cut;
}

bool Subjects::inside_name(std::uint32_t at) const {
  const std::size_t next = entities_.first_from(at + 1);
  return next > 0 && entities_.mentions[next - 1].range.contains(at);
}

std::optional<TokenRange> Subjects::named_behind(std::uint32_t sentence) const {
  const auto paragraphs = analysis_.paragraph_of_sentence();
  const std::uint32_t next = sentence + 1;
  if (next >= paragraphs.size() || paragraphs[next] != paragraphs[sentence]) return std::nullopt;
  const TokenRange behind = without_marks(analysis_.sentences()[next]);
  const auto mentions = entities_.inside(behind);
  if (mentions.empty() || mentions.front().range.begin != behind.begin) return std::nullopt;
  const Mention& first = mentions.front();
  const bool dash = behind.begin > analysis_.sentences()[next].begin;
  const bool all = first.range.end == behind.end || analysis_.text_of(first.range.end) == ",";
  const bool signs = dash && all && first.form == Mention::Form::name;
  const bool speaks = first.range.end < behind.end && is_reporting(first.range.end);
  return signs || speaks ? std::optional(first.range) : std::nullopt;
}

/// A sentence without the punctuation at its edges.
TokenRange Subjects::without_marks(TokenRange sentence) const {
  const auto is_mark = [&](std::uint32_t at) {
    const TokenKind kind = analysis_.tokens()[at].kind;
    return kind != TokenKind::word && kind != TokenKind::digits;
  };
  while (sentence.begin < sentence.end && is_mark(sentence.begin)) ++sentence.begin;
  while (sentence.begin < sentence.end && is_mark(sentence.end - 1)) --sentence.end;
  return sentence;
}

bool Subjects::is_reporting(std::uint32_t at) const {
  const LexiconHit* hit = analysis_.hit_at(at, "cue");
  return hit != nullptr && analysis_.lexeme(*hit).attribute("form") != "infinitive";
}

/// A role of the singular without an article ("frente", "parte") is rarely someone.
bool Subjects::can_be_subject(const Mention& mention) const {
  if (references_.governed(mention.range.begin) || is_dateline(mention)) return false;
  if (analysis_.quotation_around(mention.range.begin) != nullptr) return false;
  if (mention.form != Mention::Form::role || mention.entity) return true;
  return mention.lexeme->attribute("number") == "plural" || references_.is_definite(mention);
}

bool Subjects::is_dateline(const Mention& mention) const {
  const std::uint32_t next = mention.range.end;
  if (!analysis_.begins_sentence(mention.range.begin) || next >= analysis_.tokens().size()) {
    return false;
  }
  const std::string_view mark = analysis_.text_of(next);
  return analysis_.tokens()[next].kind == TokenKind::punctuation && mark != ",";
}

bool Subjects::coordinated(const Mention& left, const Mention& right) const {
  return right.range.begin == left.range.end + 1 &&
         analysis_.hit_at(left.range.end, "conjunction") != nullptr;
}

}  // namespace cotejo
