// cotejo: the front. Runs the other programs, and the whole chain in one process.

#include "support/filter.hpp"
#include "support/front.hpp"
#include "support/verify.hpp"

#include <exception>

int main(int count, char** values) try {
  const auto arguments = cotejo::arguments_of(count, values);
  if (!arguments.empty() && arguments.front() == "verify") {
    return cotejo::run_verify({arguments.begin() + 1, arguments.end()});
  }
  return cotejo::run_front(arguments);
} catch (const std::exception& error) {
  cotejo::say("cotejo", error.what());
  return cotejo::exit_failed;
}
