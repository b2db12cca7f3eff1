#ifndef COTEJO_CORPUS_QUERY_WORDS_HPP
#define COTEJO_CORPUS_QUERY_WORDS_HPP

#include <string>
#include <string_view>

namespace cotejo {

/// What is asked for, written as plain words: without web addresses, whose letters say nothing, and
/// with the parts of words that were joined by capitals ("#WaterForAll", "@NoraQuill") behind the
/// rest. Pre: well-formed UTF-8. Linear.
[[nodiscard]] std::string plain_query(std::string_view text);

}  // namespace cotejo

#endif
