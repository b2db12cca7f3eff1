#ifndef COTEJO_QUOTES_CANDIDATE_HPP
#define COTEJO_QUOTES_CANDIDATE_HPP

#include <cotejo/rules/analysis.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// A quote in the making, in tokens.
struct Candidate {
  const PatternMatch* match = nullptr;
  std::vector<TokenRange> parts;
  std::optional<TokenRange> cue;
  std::optional<TokenRange> source;
  std::optional<TokenRange> subject;  ///< of the sentence, for a cue that shares it
  bool own_syntax = false;
  bool shares_subject = false;  ///< without a source of its own, it has that of the report before
  bool around = false;          ///< its cue stands in the middle of its content
  bool cites = false;           ///< says from whom the report before it has the same content

  [[nodiscard]] bool says(std::uint32_t token) const {
    return std::ranges::any_of(parts, [&](TokenRange part) { return part.contains(token); });
  }
};

/// The window (see Analysis::windows) that holds `token`. Pre: there is one.
[[nodiscard]] inline TokenRange window_of(const Analysis& analysis, std::uint32_t token) {
  const auto windows = analysis.windows();
  const auto after = std::ranges::partition_point(
      windows, [&](TokenRange window) { return window.begin <= token; });
  return *(after - 1);
}

}  // namespace cotejo

#endif
