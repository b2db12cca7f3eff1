// cotejo-corpus: builds, lists and searches reference corpora.

#include "support/corpus_commands.hpp"
#include "support/filter.hpp"

#include <exception>

int main(int count, char** values) try {
  return cotejo::run_corpus(cotejo::arguments_of(count, values));
} catch (const std::exception& error) {
  cotejo::say("cotejo-corpus", error.what());
  return cotejo::exit_failed;
}
