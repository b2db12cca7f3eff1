#include <cotejo/base/sha256.hpp>

#include <sha2.h>

namespace cotejo {

struct Sha256::State {
  SHA2_CTX context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256Init(&state_->context); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  // libmd takes unsigned bytes; the two differ only in how a byte prints.
  SHA256Update(&state_->context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

Sha256Digest Sha256::digest() {
  Sha256Digest bytes{};
  static_assert(bytes.size() == SHA256_DIGEST_LENGTH);
  SHA256Final(bytes.data(), &state_->context);
  return bytes;
}

std::string Sha256::hex() {
  std::string text;
  for (const unsigned byte : digest()) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 run;
  run.add(bytes);
  return run.hex();
}

}  // namespace cotejo
