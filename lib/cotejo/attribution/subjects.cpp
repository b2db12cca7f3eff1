// The first mention of a sentence that can be its subject is taken for it: in the languages of news the
// subject stands before its verb, and what stands before the subject is governed by a preposition.
// Tests: tests/unit/attribution/attribute_quotes_test.cpp.
#include <cotejo/attribution/subjects.hpp>

namespace cotejo {
namespace {

TokenRange with_role_behind(const std::vector<const Mention*>& mentions, std::size_t i) {
  TokenRange range = mentions[i]->range;
  if (i + 1 < mentions.size() && is_compound(*mentions[i], *mentions[i + 1])) {
    range.end = mentions[i + 1]->range.end;
  }
  return range;
}

}  // namespace

std::vector<std::vector<TokenRange>> Subjects::of(TokenRange stretch) const {
  std::vector<std::vector<TokenRange>> found;
  const auto mentions = entities_.inside(stretch);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!can_be_subject(*mentions[i])) continue;
    std::vector<TokenRange> pieces{with_role_behind(mentions, i)};
    for (; i + 1 < mentions.size() && coordinated(*mentions[i], *mentions[i + 1]); ++i) {
      pieces.push_back(mentions[i + 1]->range);
    }
    found.push_back(std::move(pieces));
  }
  return found;
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
