// browser_pages DIR: writes the sample documents' pages there, for the tests in a browser.
#include "sample.hpp"

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

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string directory = std::string(arguments[1]) + '/';
  const bool written = write(directory + "full.html", sample::full_document(), "es") &&
                       write(directory + "english.html", sample::full_document(), "en") &&
                       write(directory + "bare.html", sample::bare_document(), "es") &&
                       write(directory + "hostile.html", sample::hostile_document(), "es");
  return written ? 0 : 1;
}
