#ifndef COTEJO_BENCH_BENCH_HPP
#define COTEJO_BENCH_BENCH_HPP

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::bench {

/// One measurement: how long a piece of work over so many bytes took.
struct Measurement {
  std::string name;
  std::size_t bytes = 0;
  double seconds = 0;
};

/// Processor time this process has used, in seconds.
[[nodiscard]] inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The shortest of `runs` runs of `work`, in seconds of processor time, so that
/// what else the machine does counts little.
template <typename Work>
[[nodiscard]] double seconds_of(int runs, Work&& work) {
  double best = 1e300;
  for (int i = 0; i < runs; ++i) {
    const double begin = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - begin);
  }
  return best;
}

/// How long copying `bytes` takes: the yardstick of all other work over them.
[[nodiscard]] inline double copy_seconds(std::string_view bytes) {
  std::vector<char> target(bytes.size());
  volatile char sink = 0;
  return seconds_of(3, [&] {
    std::memcpy(target.data(), bytes.data(), bytes.size());
    sink = target[bytes.size() / 2];
  });
}

/// One JSON line: {"name":…,"bytes":…,"seconds":…,"mb_per_s":…,"times_copy":…}; the last is how
/// many times longer than copying the bytes it took, absent if `copy` is 0.
inline void print(const Measurement& done, double copy = 0) {
  const double megabytes = static_cast<double>(done.bytes) / 1e6;
  std::printf(R"({"name":"%s","bytes":%zu,"seconds":%.6f,"mb_per_s":%.2f)", done.name.c_str(),
              done.bytes, done.seconds, megabytes / done.seconds);
  if (copy > 0) std::printf(R"(,"times_copy":%.1f)", done.seconds / copy);
  std::printf("}\n");
  std::fflush(stdout);
}

}  // namespace cotejo::bench

#endif
