#ifndef COTEJO_TOOLS_SUPPORT_PROGRESS_HPP
#define COTEJO_TOOLS_SUPPORT_PROGRESS_HPP

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace cotejo {

/// A bar on standard error, or a count if there is no total, drawn only on a terminal and once the
/// run has lasted a second.
class Progress {
 public:
  /// `what` is counted: "articles". `total` are expected; nothing if nobody knows how many.
  explicit Progress(std::string what, std::optional<std::size_t> total = std::nullopt)
      : what_(std::move(what)), total_(total) {}

  /// One more is done.
  void step();
  /// Wipes the bar.
  void end() const;

 private:
  std::string what_;
  bool shown_ = is_terminal();
  bool printed_ = false;
  std::optional<std::size_t> total_;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;

  static bool is_terminal();
};

/// "[########------------] 8/20", or "8" if the total is not known or was passed.
[[nodiscard]] std::string progress_bar(std::size_t done, std::optional<std::size_t> total);

}  // namespace cotejo

#endif
