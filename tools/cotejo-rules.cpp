// cotejo-rules: looks at, tests and explains the rules in force.

#include "support/filter.hpp"
#include "support/rules_commands.hpp"

#include <exception>

int main(int count, char** values) try {
  return cotejo::run_rules(cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-rules", error.what());
  return cotejo::exit_failed;
}
