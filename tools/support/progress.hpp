#ifndef COTEJO_TOOLS_SUPPORT_PROGRESS_HPP
#define COTEJO_TOOLS_SUPPORT_PROGRESS_HPP

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

namespace cotejo {

/// A line on a terminal's standard error that counts, once the run has lasted a second.
class Progress {
 public:
  /// `what` is counted: "articles".
  explicit Progress(std::string what) : what_(std::move(what)) {}

  void step() {
    ++done_;
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || now - begin_ < std::chrono::seconds(1)) return;
    if (now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    std::fprintf(stderr, "\r%zu %s", done_, what_.c_str());
    printed_ = true;
  }
  /// Takes the line away.
  void end() const {
    if (printed_) std::fputs("\r\033[K", stderr);
  }

 private:
  std::string what_;
  bool shown_ = ::isatty(STDERR_FILENO) != 0;
  bool printed_ = false;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
};

}  // namespace cotejo

#endif
