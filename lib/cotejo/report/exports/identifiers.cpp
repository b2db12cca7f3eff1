#include <cotejo/report/exports/exports.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/report/visible_text.hpp>

namespace cotejo {
namespace {

bool is_unreserved(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
         letter == '~' || letter == '/';
}

std::string percent_encoded(std::string_view text, std::string_view also_kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char letter : text) {
    if (is_unreserved(letter) || also_kept.find(letter) != std::string_view::npos) {
      uri += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 15U];
  }
  return uri;
}

}  // namespace

std::string uri_of(const Document& document) {
  constexpr std::string_view reserved = ":?#[]@!$&'()*+,;=%";
  const std::string_view address = linkable(document.meta.url);
  if (!address.empty()) return percent_encoded(address, reserved);
  return percent_encoded(document.meta.path.empty() ? document.id : document.meta.path, "");
}

std::string urn_of(std::string_view name) {
  std::string hex = sha256(name).substr(0, 32);
  hex[12] = '8';  // version
  hex[16] = 'a';  // variant
  for (const std::size_t dash : {20U, 16U, 12U, 8U}) hex.insert(dash, "-");
  return "urn:uuid:" + hex;
}

}  // namespace cotejo
