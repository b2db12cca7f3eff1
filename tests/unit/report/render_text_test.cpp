#include <cotejo/report/render_text.hpp>

#include "sample.hpp"

#include <cotejo/report/columns.hpp>
#include <cotejo/report/visible_text.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string golden_path(const std::string& name) {
  return std::string(COTEJO_SOURCE_DIR) + "/tests/unit/report/golden/" + name;
}

/// Compares with the file, or writes it when BLESS=1.
void check_golden(const std::string& name, const std::string& text) {
  const char* bless = std::getenv("BLESS");
  if (bless != nullptr && *bless == '1') std::ofstream(golden_path(name)) << text;
  std::ifstream file(golden_path(name));
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST(text == expected);
}

void check_width(const std::string& report) {
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    BOOST_TEST(cotejo::columns_of(line) <= 80U, line);
  }
}

std::string text_of(const cotejo::Document& document, const std::string& language) {
  return cotejo::render_text(sample::sheet_of(document, language), cotejo::Colour::never);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_render_text)

BOOST_AUTO_TEST_CASE(the_whole_report_in_spanish) {
  check_golden("full-es.txt", text_of(sample::full_document(), "es"));
}

BOOST_AUTO_TEST_CASE(the_whole_report_in_english) {
  check_golden("full-en.txt", text_of(sample::full_document(), "en"));
}

BOOST_AUTO_TEST_CASE(a_bare_record_says_what_was_not_checked) {
  check_golden("bare-es.txt", text_of(sample::bare_document(), "es"));
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_eighty_columns) {
  check_width(text_of(sample::full_document(), "es"));
  cotejo::Document document = sample::full_document();
  document.meta.title = std::string(200, 'x') + " 北京" + std::string(300, 'y');
  (*document.sources)[0].name = std::string(500, 'z');
  document.findings->front().message = std::string(90, 'w');
  check_width(text_of(document, "en"));
}

BOOST_AUTO_TEST_CASE(a_hostile_name_cannot_move_the_cursor) {
  cotejo::Document document = sample::full_document();
  (*document.sources)[0].name = "\x1B[2J\u202Etupac";
  const std::string report = text_of(document, "es");
  BOOST_TEST(report.find('\x1B') == std::string::npos);
  BOOST_TEST(report.find("[U+001B][2J[U+202E]tupac") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(colour_adds_nothing_but_colour) {
  const cotejo::Document document = sample::full_document();
  std::string coloured =
      cotejo::render_text(sample::sheet_of(document, "es"), cotejo::Colour::always);
  for (std::size_t at; (at = coloured.find('\x1B')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  BOOST_TEST(coloured == text_of(sample::full_document(), "es"));
}

BOOST_AUTO_TEST_SUITE_END()
