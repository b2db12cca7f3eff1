#include <cotejo/io/layers.hpp>

#include <initializer_list>

namespace cotejo {
namespace {

LayerSet set_of(std::initializer_list<Layer> layers) {
  LayerSet set;
  for (const Layer layer : layers) set.set(static_cast<std::size_t>(layer));
  return set;
}

}  // namespace

LayerSet layers_of(Stage stage) {
  switch (stage) {
    case Stage::read:
      return set_of({Layer::paragraphs});
    case Stage::quotes:
      return set_of({Layer::quotes});
    case Stage::attribution:
      return set_of({Layer::sources, Layer::attributions});
    case Stage::quantities:
      return set_of({Layer::quantities});
    case Stage::claims:
      return set_of({Layer::claims});
    case Stage::check:
      return set_of({Layer::evidence, Layer::verdicts, Layer::findings});
  }
  return {};
}

LayerSet layers_cut_by(Stage stage) {
  const LayerSet check = layers_of(Stage::check);
  const LayerSet claims = layers_of(Stage::claims) | check;
  const LayerSet attribution = layers_of(Stage::attribution) | claims;
  switch (stage) {
    case Stage::read:
      return LayerSet{}.set();
    case Stage::quotes:
      return layers_of(stage) | attribution;
    case Stage::attribution:
      return attribution;
    case Stage::quantities:
      return layers_of(stage) | claims;
    case Stage::claims:
      return claims;
    case Stage::check:
      return check;
  }
  return {};
}

LayerSet layers_in(const Document& document) {
  LayerSet set;
  const auto note = [&](Layer layer, bool present) {
    set.set(static_cast<std::size_t>(layer), present);
  };
  note(Layer::paragraphs, document.paragraphs.has_value());
  note(Layer::quotes, document.quotes.has_value());
  note(Layer::sources, document.sources.has_value());
  note(Layer::attributions, document.attributions.has_value());
  note(Layer::quantities, document.quantities.has_value());
  note(Layer::claims, document.claims.has_value());
  note(Layer::evidence, document.evidence.has_value());
  note(Layer::verdicts, document.verdicts.has_value());
  note(Layer::findings, document.findings.has_value());
  return set;
}

bool has_run(Stage stage, const Document& document) {
  const LayerSet needed = layers_of(stage);
  return (layers_in(document) & needed) == needed;
}

void remove_layers(Document& document, LayerSet layers) {
  const auto cut = [&](Layer layer, auto& member) {
    if (layers.test(static_cast<std::size_t>(layer))) member.reset();
  };
  cut(Layer::paragraphs, document.paragraphs);
  cut(Layer::quotes, document.quotes);
  cut(Layer::sources, document.sources);
  cut(Layer::attributions, document.attributions);
  cut(Layer::quantities, document.quantities);
  cut(Layer::claims, document.claims);
  cut(Layer::evidence, document.evidence);
  cut(Layer::verdicts, document.verdicts);
  cut(Layer::findings, document.findings);
}

}  // namespace cotejo
