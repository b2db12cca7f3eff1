#ifndef COTEJO_RULES_LAYER_INDEX_HPP
#define COTEJO_RULES_LAYER_INDEX_HPP

#include <cotejo/rules/analysis.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cotejo {

/// Which spans of a stage's layers begin at a token, as a chain per token.
class LayerIndex {
 public:
  /// `layers` must outlive this; spans may be added to it, each made known by add().
  LayerIndex(const std::vector<LayerSpan>& layers, std::size_t tokens)
      : layers_(&layers), first_(tokens, 0) {}

  /// Takes in the next span, which fits the symbols of `symbol_set`.
  void add(std::uint32_t symbol_set) {
    const std::uint32_t begin = (*layers_)[links_.size()].range.begin;
    links_.push_back({symbol_set, first_[begin]});
    first_[begin] = static_cast<std::uint32_t>(links_.size());
  }
  /// How many spans are known.
  [[nodiscard]] std::size_t size() const { return links_.size(); }

  /// Calls use(span, its symbol set) for every span that begins at `token`.
  template <typename Use>
  void each_at(std::uint32_t token, Use use) const {
    for (std::uint32_t at = first_[token]; at != 0; at = links_[at - 1].next) {
      use((*layers_)[at - 1], links_[at - 1].symbol_set);
    }
  }

 private:
  struct Link {
    std::uint32_t symbol_set = 0;
    std::uint32_t next = 0;  // as first_
  };
  const std::vector<LayerSpan>* layers_;
  std::vector<std::uint32_t> first_;  // number of a span + 1; 0 = none
  std::vector<Link> links_;
};

}  // namespace cotejo

#endif
