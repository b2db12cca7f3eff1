#ifndef COTEJO_RULES_LAYER_NAME_HPP
#define COTEJO_RULES_LAYER_NAME_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo {

/// The name of a token layer as a number, so that stages ask for layers by name at the price of a
/// comparison. Names written in code become numbers when it is compiled.
class LayerName {
 public:
  /// No layer.
  constexpr LayerName() = default;
  template <std::size_t size>
  consteval LayerName(const char (&name)[size])  // NOLINT(google-explicit-constructor)
      : number_(number_of(std::string_view(name, size - 1))) {}
  constexpr explicit LayerName(std::string_view name) : number_(number_of(name)) {}

  /// One bit of 64. Different layers may share one, so it can only say "not there".
  [[nodiscard]] constexpr std::uint64_t bit() const {
    return number_ == 0 ? 0 : std::uint64_t{1} << (number_ % 64);
  }
  friend constexpr bool operator==(LayerName, LayerName) = default;

 private:
  /// FNV-1a, 32 bits; 0 only for "".
  static constexpr std::uint32_t number_of(std::string_view name) {
    if (name.empty()) return 0;
    std::uint32_t hash = 0x811C9DC5U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return hash == 0 ? 1 : hash ^ (hash >> 15U);
  }
  std::uint32_t number_ = 0;
};

}  // namespace cotejo

#endif
