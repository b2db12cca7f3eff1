// Prints records for the test of the schema: the full one, a bare one, and random ones.
#include "samples.hpp"

#include <cotejo/io/record_writer.hpp>

#include <cstdio>
#include <random>

int main() {
  std::mt19937 random(7);
  std::puts(cotejo::write_record(cotejo::samples::full_document()).c_str());
  std::puts(cotejo::write_record(cotejo::samples::bare_document()).c_str());
  for (int i = 0; i < 600; ++i) {
    std::puts(cotejo::write_record(cotejo::samples::random_document(random)).c_str());
  }
}
