#include <cotejo/check/units.hpp>

#include <algorithm>
#include <array>

namespace cotejo {
namespace {

struct Unit {
  std::string_view code;
  char dimension;
  double factor;  ///< to the base unit of its dimension
};

constexpr std::array units{Unit{"m", 'l', 1},
                           Unit{"km", 'l', 1000},
                           Unit{"cm", 'l', 0.01},
                           Unit{"mm", 'l', 0.001},
                           Unit{"[mi_i]", 'l', 1609.344},
                           Unit{"[ft_i]", 'l', 0.3048},
                           Unit{"[in_i]", 'l', 0.0254},
                           Unit{"[yd_i]", 'l', 0.9144},
                           Unit{"[nmi_i]", 'l', 1852},
                           Unit{"kg", 'm', 1},
                           Unit{"g", 'm', 0.001},
                           Unit{"t", 'm', 1000},
                           Unit{"[lb_av]", 'm', 0.45359237},
                           Unit{"[oz_av]", 'm', 0.028349523125},
                           Unit{"m2", 'a', 1},
                           Unit{"km2", 'a', 1e6},
                           Unit{"har", 'a', 1e4},
                           Unit{"[acr_us]", 'a', 4046.87261},
                           Unit{"[acr_br]", 'a', 4046.85642},
                           Unit{"[mi_i]2", 'a', 2589988.110336},
                           Unit{"[smi_us]", 'a', 2589998.470},
                           Unit{"[ft_i]2", 'a', 0.09290304},
                           Unit{"[sft_i]", 'a', 0.09290304},
                           Unit{"L", 'v', 0.001},
                           Unit{"l", 'v', 0.001},
                           Unit{"m3", 'v', 1},
                           Unit{"[gal_us]", 'v', 0.003785411784},
                           Unit{"[bbl_us]", 'v', 0.158987294928},
                           Unit{"km/h", 's', 1},
                           Unit{"[mi_i]/h", 's', 1.609344},
                           Unit{"[kn_i]", 's', 1.852}};

const Unit* find_unit(std::string_view code) {
  const auto found = std::ranges::find(units, code, &Unit::code);
  return found == units.end() ? nullptr : &*found;
}

}  // namespace

std::optional<double> unit_factor(std::string_view from, std::string_view to) {
  if (from == to) return 1.0;
  const Unit* one = find_unit(from);
  const Unit* other = find_unit(to);
  if (one == nullptr || other == nullptr || one->dimension != other->dimension) return {};
  return one->factor / other->factor;
}

std::optional<double> converted(double value, std::string_view from, std::string_view to) {
  const auto kelvin = [](double degrees, std::string_view scale) -> std::optional<double> {
    if (scale == "K") return degrees;
    if (scale == "Cel") return degrees + 273.15;
    if (scale == "[degF]") return (degrees - 32) / 1.8 + 273.15;
    return std::nullopt;
  };
  if (const auto degrees = kelvin(value, from)) {
    if (to == "K") return degrees;
    if (to == "Cel") return *degrees - 273.15;
    if (to == "[degF]") return (*degrees - 273.15) * 1.8 + 32;
    return std::nullopt;
  }
  const auto factor = unit_factor(from, to);
  return factor ? std::optional(value * *factor) : std::nullopt;
}

}  // namespace cotejo
