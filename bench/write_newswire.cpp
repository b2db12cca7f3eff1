// Writes generated articles as bare records, for timing the tools in a pipe: write_newswire
// MEGABYTES
#include "newswire.hpp"

#include <cotejo/io/record_writer.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

/// Half Spanish, half English; no article repeats.
int main(int count, char** arguments) {
  const double wanted = (count > 1 ? std::strtod(arguments[1], nullptr) : 1) * 1e6;
  double written = 0;
  for (std::uint64_t seed = 1; written < wanted; ++seed) {
    cotejo::Document document;
    document.language = seed % 2 == 0 ? "en" : "es";
    document.id = "article-" + std::to_string(seed);
    document.date = "2025-08-13";
    document.text = cotejo::bench::newswire(*document.language, 3500, seed);
    written += static_cast<double>(document.text.size());
    const std::string line = cotejo::write_record(document) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 2;
  }
  return 0;
}
