#include <cotejo/report/colour.hpp>

namespace cotejo {
namespace {

std::string wrap(std::string_view text, std::string_view code, Colour colour) {
  if (colour == Colour::never || text.empty()) return std::string(text);
  return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

}  // namespace

std::string bold(std::string_view text, Colour colour) { return wrap(text, "1", colour); }

std::string faint(std::string_view text, Colour colour) { return wrap(text, "2", colour); }

std::string coloured(std::string_view text, Severity severity, Colour colour) {
  switch (severity) {
    case Severity::error:
      return wrap(text, "1;31", colour);
    case Severity::warning:
      return wrap(text, "33", colour);
    case Severity::note:
      break;
  }
  return wrap(text, "36", colour);
}

}  // namespace cotejo
