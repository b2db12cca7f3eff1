// browser_pages DIR: writes the sample documents' pages there, and the record of one, for the tests
// in a browser.
#include "sample.hpp"

#include <cotejo/io/record_writer.hpp>
#include <cotejo/report/page/render_index.hpp>
#include <cotejo/report/render_report.hpp>

#include <cstdio>
#include <fstream>
#include <string>

namespace {

bool write(const std::string& path, const cotejo::Document& document, const std::string& language) {
  const auto page = cotejo::render_report(document, sample::words(language), {});
  if (page) return (std::ofstream(path) << *page).good();
  std::fprintf(stderr, "%s\n", page.error().to_string().c_str());
  return false;
}

bool write_index(const std::string& path) {
  const cotejo::RuleSet& words = sample::words("es");
  cotejo::IndexEntry full = cotejo::index_entry(sample::full_document(), words, {});
  cotejo::IndexEntry bare = cotejo::index_entry(sample::bare_document(), words, {});
  full.file = "full.html";
  bare.file = "bare.html";
  const auto page = cotejo::render_index({bare, full}, words);
  return page && (std::ofstream(path) << *page).good();
}

bool write_record(const std::string& path) {
  return (std::ofstream(path) << cotejo::write_record(sample::full_document()) << '\n').good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string directory = std::string(arguments[1]) + '/';
  const bool written = write(directory + "full.html", sample::full_document(), "es") &&
                       write(directory + "english.html", sample::full_document(), "en") &&
                       write(directory + "bare.html", sample::bare_document(), "es") &&
                       write(directory + "hostile.html", sample::hostile_document(), "es");
  const bool further = write(directory + "long.html", sample::long_document(2500, 5000), "es") &&
                       write_index(directory + "index.html") &&
                       write_record(directory + "full.jsonl");
  return written && further ? 0 : 1;
}
