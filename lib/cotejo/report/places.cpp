#include <cotejo/report/places.hpp>

namespace cotejo {

LineColumn PlaceFinder::find(Offset at) {
  if (at < at_) {
    at_ = 0;
    place_ = {};
  }
  for (; at_ < at; ++at_) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++place_.column;
    }
  }
  return place_;
}

std::string to_string(LineColumn place) {
  return std::to_string(place.line) + ':' + std::to_string(place.column);
}

}  // namespace cotejo
