#include "progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace cotejo {

bool Progress::is_terminal() { return ::isatty(STDERR_FILENO) != 0; }

void Progress::step() {
  ++done_;
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - begin_ < std::chrono::seconds(1)) return;
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  std::fprintf(stderr, "\r\033[K%s %s", progress_bar(done_, total_).c_str(), what_.c_str());
  printed_ = true;
}

void Progress::end() const {
  if (printed_) std::fputs("\r\033[K", stderr);
}

std::string progress_bar(std::size_t done, std::optional<std::size_t> total) {
  constexpr std::size_t width = 30;
  if (!total || *total == 0 || done > *total) return std::to_string(done);
  const std::size_t full = width * done / *total;
  return '[' + std::string(full, '#') + std::string(width - full, '-') + "] " +
         std::to_string(done) + '/' + std::to_string(*total);
}

}  // namespace cotejo
