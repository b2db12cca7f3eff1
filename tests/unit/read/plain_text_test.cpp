#include <cotejo/read/plain_text.hpp>

#include <unit/read/samples.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <string_view>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

std::string roles_of(std::string_view text) {
  std::string roles;
  for (const Paragraph& paragraph : find_paragraphs(text)) {
    roles += name_of(paragraph.role).substr(0, 1);
  }
  return roles;
}

BOOST_AUTO_TEST_SUITE(read_plain_text)

constexpr std::string_view body =
    "El intendente prometió ayer que los muelles, cerrados desde hace años, volverán a abrirse.";

struct Case {
  std::string name;
  std::string text;
  std::string roles;  ///< the first letters of the roles: "hsbc", crosshead and caption alike c
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.name; }

const std::string b = std::string(body) + "\n";
const std::string head = "El puerto viejo abrirá sus muelles\n";
const std::string standfirst = "La obra costará doce millones y durará dos veranos enteros\n";

const Case cases[] = {
    {"nothing", " \n\n", ""},
    {"one line is no headline", head, "b"},
    {"headline and body", head + b, "hb"},
    {"a headline has no stop", "Abrirán los muelles.\n" + b, "bb"},
    {"a headline may ask", "¿Abrirán los muelles?\n" + b, "hb"},
    {"a standfirst without stop", head + standfirst + b, "hsb"},
    {"a standfirst with a stop, set apart",
     head + "La obra costará doce millones, según el plan.\n\n" + b, "hsb"},
    {"a first sentence is no standfirst", head + "\n" + b + "\n" + b, "hbb"},
    {"a crosshead between paragraphs", head + b + "Dos veranos de obras\n" + b, "hbcb"},
    {"a last line is no crosshead", head + b + b + "Dos veranos de obras\n", "hbbb"},
    {"a line that goes on is no crosshead", head + b + "Dijo esto:\n" + b, "hbbb"},
    {"an item of a list is no crosshead", head + b + "- dos veranos\n" + b, "hbbb"},
    {"a caption ends with its credit",
     head + b + "Vista del muelle norte, el lunes. / R. Olivera\n" + b, "hbcb"},
};

BOOST_DATA_TEST_CASE(lines_have_roles, data::make(cases), row) {
  BOOST_TEST(roles_of(row.text) == row.roles);
}

BOOST_AUTO_TEST_CASE(spans_hold_the_lines_without_blanks) {
  const std::string text = "  Uno dos \n\n\u00A0Tres.\u00A0\n";
  const auto paragraphs = find_paragraphs(text);
  BOOST_REQUIRE_EQUAL(paragraphs.size(), 2U);
  BOOST_TEST(slice(text, paragraphs[0].span) == "Uno dos");
  BOOST_TEST(slice(text, paragraphs[1].span) == "Tres.");
}

BOOST_AUTO_TEST_CASE(lines_broken_at_one_width_are_one_paragraph) {
  const std::string text =
      "El intendente prometió ayer que los muelles del puerto\n"
      "viejo, cerrados desde hace veinte años, volverán a\n"
      "estar abiertos a quien quiera pasear por ellos cuando\n"
      "acabe la obra.\n"
      "\n"
      "La oposición pidió ver los pliegos antes de votar, y\n"
      "anunció que no firmará nada que no haya leído entero,\n"
      "porque la vez anterior el precio se dobló.\n";
  const auto paragraphs = find_paragraphs(text);
  BOOST_REQUIRE_EQUAL(paragraphs.size(), 2U);
  BOOST_TEST(slice(text, paragraphs[1].span).starts_with("La oposición"));
  BOOST_TEST(slice(text, paragraphs[1].span).ends_with("se dobló."));
}

BOOST_AUTO_TEST_CASE(every_kind_of_line_break_becomes_one) {
  BOOST_TEST(with_plain_line_breaks("a\r\nb\rc\nd\u2028e\u2029f\r\n") == "a\nb\nc\nd\ne\nf\n");
  BOOST_TEST(with_plain_line_breaks("“a” — b") == "“a” — b");
}

const Case datelines[] = {
    {"on its own line", head + "Seúl, 12 ago 2025\n" + b, "2025-08-12"},
    {"before the text", head + "MADRID, 4 de marzo de 2025 (Agencia). " + b, "2025-03-04"},
    {"with a dash", head + "Lima, 4 mar 2025 — " + b, "2025-03-04"},
    {"a day alone on a line", head + "13 de agosto de 2025\n" + b, "2025-08-13"},
    {"a day in a sentence is none", head + "El 12 de agosto de 2025, Ruiz llegó al puerto. " + b,
     ""},
    {"no year", head + "Lima, 4 mar (Agencia). " + b, ""},
    {"none", head + b, ""},
};

BOOST_DATA_TEST_CASE(datelines_have_a_day, data::make(datelines), row) {
  const MonthNames months(test::languages());
  BOOST_TEST(find_dateline(row.text, find_paragraphs(row.text), months).value_or("") == row.roles);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
