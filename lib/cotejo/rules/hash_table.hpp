#ifndef COTEJO_RULES_HASH_TABLE_HPP
#define COTEJO_RULES_HASH_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// What a hash begins with: a small number would make hashes of other small numbers meet.
constexpr std::uint64_t hash_seed = 0x9E3779B97F4A7C15ULL;

/// Stirs `value` into `hash`.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9FB21C651E98DF25ULL;
  return hash ^ (hash >> 31U);
}

/// Numbers by a 64-bit hash, in a flat table with open addressing: what a lookup per token can
/// afford. Keys are hashes and taken as they are; different keys that are equal are one.
class HashTable {
 public:
  /// The number under `key`, if there is one.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const {
    if (slots_.empty()) return std::nullopt;
    for (std::size_t at = place_of(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].number == 0) return std::nullopt;
      if (slots_[at].key == key) return slots_[at].number - 1;
    }
  }
  /// Pre: `key` is not there; `number` is below 2³² - 1.
  void add(std::uint64_t key, std::uint32_t number) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    put({key, number + 1});
    ++used_;
  }
  [[nodiscard]] std::size_t size() const { return used_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;  // + 1; 0 = free
  };
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    return (key ^ (key >> 32U)) & (slots_.size() - 1);
  }
  void put(Slot slot) {
    std::size_t at = place_of(slot.key);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != 0) put(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace cotejo

#endif
