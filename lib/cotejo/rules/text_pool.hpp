#ifndef COTEJO_RULES_TEXT_POOL_HPP
#define COTEJO_RULES_TEXT_POOL_HPP

#include <algorithm>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>

namespace cotejo {

/// Owns texts and arrays that others view: they stay where they are until the pool goes, also when
/// it is moved. For many small values made once, at the price of a copy each.
class TextPool {
 public:
  [[nodiscard]] std::string_view keep(std::string_view text) {
    const std::span<const char> kept = keep(std::span<const char>(text));
    return {kept.data(), kept.size()};
  }
  template <typename T>
  [[nodiscard]] std::span<const T> keep(std::span<const T> values) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (values.empty()) return {};
    T* const copy = static_cast<T*>(memory_->allocate(values.size_bytes(), alignof(T)));
    std::uninitialized_copy(values.begin(), values.end(), copy);
    return {copy, values.size()};
  }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>(std::size_t{4096});
};

}  // namespace cotejo

#endif
