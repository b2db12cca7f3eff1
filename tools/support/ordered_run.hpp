#ifndef COTEJO_TOOLS_SUPPORT_ORDERED_RUN_HPP
#define COTEJO_TOOLS_SUPPORT_ORDERED_RUN_HPP

#include "inputs.hpp"
#include "worker.hpp"

#include <cstddef>
#include <functional>
#include <optional>

namespace cotejo {

/// Where inputs come from and results go to.
struct OrderedRun {
  std::function<std::optional<InputItem>()> next;
  /// Takes the results in the order of the inputs; false = no more are wanted.
  std::function<bool(const Worked&)> take;
  /// Called when the next result is not there yet.
  std::function<void()> idle;
};

/// Works on all inputs with one worker, in this thread.
void run_in_turn(const Work& work, const OrderedRun& run);

/// Works on all inputs with `jobs` workers, each in a thread; results keep the order of the inputs,
/// and at most four for each worker wait. What a worker throws is thrown here.
void run_in_parallel(const Work& work, const OrderedRun& run, std::size_t jobs);

}  // namespace cotejo

#endif
