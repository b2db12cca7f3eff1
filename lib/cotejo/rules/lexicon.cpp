#include <cotejo/rules/lexicon.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::uint32_t max_links = 0x7FFFFFFF;

std::uint64_t phrase_hash(std::uint64_t before, std::uint64_t next) {
  const std::uint64_t hash = combine_hashes(before, next);
  return hash == 0 ? 1 : hash;
}

/// What each word of a form needs in the way of capitals, two bits a word.
std::uint32_t capitals_of(std::span<const Token> tokens) {
  std::uint32_t needs = 0;
  for (std::size_t i = 0; i < tokens.size() && i < 16; ++i) {
    const TokenCase letters = tokens[i].letter_case;
    const bool small = letters == TokenCase::lower || letters == TokenCase::none;
    const std::uint32_t need = small ? 0U : letters == TokenCase::upper ? 2U : 1U;
    needs |= need << (2 * i);
  }
  return needs;
}

bool has_capitals(std::uint32_t needs, std::span<const Token> tokens) {
  for (std::size_t i = 0; needs != 0 && i < tokens.size(); needs >>= 2U, ++i) {
    const TokenCase letters = tokens[i].letter_case;
    const bool small = letters == TokenCase::lower || letters == TokenCase::none;
    if ((needs & 3U) == 1 && small) return false;
    if ((needs & 3U) == 2 && letters != TokenCase::upper) return false;
  }
  return true;
}

}  // namespace

std::string_view Lexeme::attribute(std::string_view key) const {
  const auto found = std::ranges::find(attributes, key, &Attribute::key);
  return found == attributes.end() ? std::string_view{} : found->value;
}

std::uint32_t Lexicon::add(const Lexeme& lexeme) {
  Lexeme kept = lexeme;
  // Words of one list come one after the other, and many have the same attributes.
  const Lexeme before = lexemes_.empty() ? Lexeme{} : lexemes_.back();
  kept.list = lexeme.list == before.list ? before.list : texts_.keep(lexeme.list);
  kept.layer = lexeme.layer == before.layer ? before.layer : texts_.keep(lexeme.layer);
  kept.lemma = texts_.keep(lexeme.lemma);
  kept.attributes = std::ranges::equal(lexeme.attributes, before.attributes)
                        ? before.attributes
                        : keep_attributes(texts_, lexeme.attributes);
  lexemes_.push_back(kept);
  return static_cast<std::uint32_t>(lexemes_.size() - 1);
}

std::span<const Attribute> keep_attributes(TextPool& pool, std::span<const Attribute> attributes) {
  std::vector<Attribute> kept;
  for (const auto& [key, value] : attributes) kept.push_back({pool.keep(key), pool.keep(value)});
  return pool.keep(std::span<const Attribute>(kept));
}

void Lexicon::add(std::span<const Token> tokens, std::uint32_t lexeme, Capitals capitals) {
  if (tokens.empty()) return;
  std::uint64_t hash = tokens.front().hash;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    slot_for(hash).longer = 1;
    hash = phrase_hash(hash, tokens[i].hash);
  }
  const std::uint32_t needs = capitals == Capitals::kept ? capitals_of(tokens) : 0;
  Slot& slot = slot_for(hash);
  const auto added = static_cast<std::uint32_t>(links_.size() + 1);
  std::uint32_t last = 0;
  for (std::uint32_t at = slot.first; at != 0; at = links_[at - 1].next) {
    if (links_[at - 1].lexeme == lexeme && links_[at - 1].capitals == needs) return;
    last = at;
  }
  if (last == 0)
    slot.first = added & max_links;
  else
    links_.change(last - 1).next = added;
  links_.push_back({lexeme, 0, needs, LayerName(lexemes_[lexeme].layer)});
}

const Lexicon::Slot* Lexicon::slot(std::uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& candidate = slots_[at];
    if (candidate.hash == hash) return &candidate;
    if (candidate.hash == 0) return nullptr;
  }
}

Lexicon::Slot& Lexicon::slot_for(std::uint64_t hash) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  Slot& slot = slots_.change(at);
  if (slot.hash == 0) {
    slot.hash = hash;
    ++used_;
  }
  return slot;
}

void Lexicon::grow() {
  std::vector<Slot> larger(std::max(first_slots, 2 * slots_.size()));
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_.view()) {
    if (slot.hash == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].hash != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = FlatTable<Slot>(std::move(larger));
}

bool Lexicon::is_sound() const {
  if (!slots_.empty() && !std::has_single_bit(slots_.size())) return false;
  std::size_t used = 0;
  bool sound = true;
  for (const Slot& slot : slots_.view()) {
    used += slot.hash == 0 ? 0 : 1;
    sound = sound && slot.first <= links_.size();
  }
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const Link& link = links_[i];
    const bool goes_on = link.next > i + 1 && link.next <= links_.size();
    sound = sound && link.lexeme < lexemes_.size() && (link.next == 0 || goes_on);
  }
  return sound && used == used_ && 2 * used <= slots_.size();
}

void Lexicon::find(std::span<const Token> tokens, std::vector<Hit>& hits) const {
  if (tokens.empty()) return;
  std::uint64_t hash = tokens.front().hash;
  for (std::uint32_t length = 1;; ++length) {
    const Slot* found = slot(hash);
    if (found == nullptr) return;
    for (std::uint32_t at = found->first; at != 0; at = links_[at - 1].next) {
      const Link& link = links_[at - 1];
      if (link.capitals == 0 || has_capitals(link.capitals, tokens)) {
        hits.push_back({link.lexeme, length, link.layer});
      }
    }
    if (found->longer == 0 || length == tokens.size()) return;
    hash = phrase_hash(hash, tokens[length].hash);
  }
}

}  // namespace cotejo
