#ifndef COTEJO_RULES_PATTERN_NEEDS_HPP
#define COTEJO_RULES_PATTERN_NEEDS_HPP

#include <cotejo/rules/pattern.hpp>

#include <cstdint>
#include <vector>

namespace cotejo {

/// What can be read off the program of one pattern: numbers of symbols, ascending.
struct PatternNeeds {
  std::vector<std::uint32_t> required;   ///< those of which every match holds a span
  std::vector<std::uint32_t> looked_at;  ///< all that it looks at
};

/// Cost: a few passes over the program.
[[nodiscard]] PatternNeeds find_needs(const Pattern& pattern);

}  // namespace cotejo

#endif
