#ifndef COTEJO_QUOTES_NAME_IN_MARKS_HPP
#define COTEJO_QUOTES_NAME_IN_MARKS_HPP

#include <cotejo/rules/analysis.hpp>

namespace cotejo {

/// Whether words are written as names and titles are: two or more have capitals, and all others are
/// short. Never in a language whose common nouns have capitals.
[[nodiscard]] bool is_written_as_name(const Analysis& analysis, TokenRange words);

}  // namespace cotejo

#endif
