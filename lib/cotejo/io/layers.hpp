#ifndef COTEJO_IO_LAYERS_HPP
#define COTEJO_IO_LAYERS_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/model/document.hpp>

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace cotejo {

/// The layers of a record, in the order they are written.
enum class Layer {
  paragraphs,
  quotes,
  sources,
  attributions,
  quantities,
  claims,
  evidence,
  verdicts,
  findings
};
template <>
inline constexpr std::array names_of<Layer>{
    std::string_view{"paragraphs"},   std::string_view{"quotes"},     std::string_view{"sources"},
    std::string_view{"attributions"}, std::string_view{"quantities"}, std::string_view{"claims"},
    std::string_view{"evidence"},     std::string_view{"verdicts"},   std::string_view{"findings"}};
inline constexpr std::size_t layer_count = names_of<Layer>.size();

/// The stages that fill layers, in the order they run.
enum class Stage { read, quotes, attribution, quantities, claims, check };
template <>
inline constexpr std::array names_of<Stage>{
    std::string_view{"read"},       std::string_view{"quotes"}, std::string_view{"attribution"},
    std::string_view{"quantities"}, std::string_view{"claims"}, std::string_view{"check"}};
inline constexpr std::size_t stage_count = names_of<Stage>.size();

/// Some of the layers of a record; bit n is the layer with that number.
using LayerSet = std::bitset<layer_count>;

/// The layers that a stage fills.
[[nodiscard]] LayerSet layers_of(Stage stage);

/// The layers of a stage and all that point into them, directly or through others: what is cut when
/// the stage runs again.
[[nodiscard]] LayerSet layers_cut_by(Stage stage);

/// The layers that a document has.
[[nodiscard]] LayerSet layers_in(const Document& document);

/// True if the document has every layer of the stage.
[[nodiscard]] bool has_run(Stage stage, const Document& document);

/// Removes layers from a document.
void remove_layers(Document& document, LayerSet layers);

}  // namespace cotejo

#endif
