#ifndef COTEJO_CORPUS_BYTES_HPP
#define COTEJO_CORPUS_BYTES_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Plain numbers as bytes and back, for the files of a corpus.

namespace cotejo {

static_assert(std::endian::native == std::endian::little,
              "corpus files hold little-endian numbers and are mapped as they are");

/// Appends the bytes of `value`.
template <typename T>
void put(std::string& bytes, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

/// Appends the bytes of all `values`.
template <typename T>
void put_all(std::string& bytes, const std::vector<T>& values) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

/// Takes numbers and strings off the front of a stretch of bytes. After a failed take, nothing more
/// can be taken.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  [[nodiscard]] std::optional<T> take() {
    const std::string_view raw = take_bytes(sizeof(T));
    if (raw.size() != sizeof(T)) return std::nullopt;
    T value;
    std::memcpy(&value, raw.data(), sizeof(T));
    return value;
  }

  /// The next `size` bytes; empty, and failed() from then on, if there are fewer.
  [[nodiscard]] std::string_view take_bytes(std::size_t size) {
    if (failed_ || size > bytes_.size()) {
      failed_ = true;
      return {};
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  /// The next `count` numbers, as they lie. Pre: the bytes are aligned for T.
  template <typename T>
  [[nodiscard]] std::span<const T> take_span(std::size_t count) {
    if (count > bytes_.size() / sizeof(T)) failed_ = true;
    const std::string_view raw = take_bytes(failed_ ? 0 : count * sizeof(T));
    // Alignment: files are mapped at page boundaries, and every part of one is a multiple of 8.
    return {static_cast<const T*>(static_cast<const void*>(raw.data())), failed_ ? 0 : count};
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

/// Appends zeros until `bytes` is a multiple of eight long.
inline void pad(std::string& bytes) { bytes.resize((bytes.size() + 7) / 8 * 8); }

}  // namespace cotejo

#endif
