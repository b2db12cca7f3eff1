#ifndef COTEJO_BASE_SHA256_HPP
#define COTEJO_BASE_SHA256_HPP

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cotejo {

/// The 32 bytes of a SHA-256.
using Sha256Digest = std::array<std::uint8_t, 32>;

/// A running SHA-256 (FIPS 180-4) over any number of pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  /// The digest of all that was added. Ends the run.
  [[nodiscard]] Sha256Digest digest();
  /// The digest as 64 lower-case hexadecimal digits. Ends the run.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace cotejo

#endif
