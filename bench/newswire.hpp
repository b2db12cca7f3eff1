#ifndef COTEJO_BENCH_NEWSWIRE_HPP
#define COTEJO_BENCH_NEWSWIRE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cotejo::bench {

/// Text as agencies write it, made up from word lists and sentence shapes: articles of some three
/// kilobytes in paragraphs, with quotations, names, numbers and a long tail of rare words. Language
/// "es" or "en". The same seed gives the same text; no article repeats. At least `bytes` long.
[[nodiscard]] std::string newswire(std::string_view language, std::size_t bytes,
                                   std::uint64_t seed);

}  // namespace cotejo::bench

#endif
