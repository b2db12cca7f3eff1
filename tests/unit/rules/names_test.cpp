#include <cotejo/rules/names.hpp>

#include "rules_of.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

struct Case {
  std::string text;
  std::string names;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"ayer llegó ana paz", ""},
    {"ayer llegó Ana Paz a Vigo", "[Ana Paz][Vigo]"},
    {"vino de Corea del Norte ayer", "[Corea del Norte]"},
    {"la casa de Ana", "[Ana]"},
    {"habló Ana de la O ayer", "[Ana de la O]"},
    {"habló Ana de", "[Ana]"},
    {"habló Kim Jong-un ayer", "[Kim Jong-un]"},
    {"el eje Lima-Vigo", "[Lima][Vigo]"},
    {"habló Ana, Luis y Eva", "[Ana][Luis][Eva]"},
    {"vio la ONU", "[ONU]"},
    // at the begin of a sentence
    {"Ayer llegó.", ""},
    {"El presidente llegó.", ""},
    {"Lima duerme.", "[Lima]"},
    {"Zutano llegó.", "[Zutano]"},
    {"Mina de oro. Ayer cerró la Mina.", "[Mina][Mina]"},
    {"Mina de oro.", ""},
    {"dijo: Ayer llegó Ana", "[Ana]"},
    {"dijo “Ayer llegó Ana”", "[Ana]"},
    // function words begin none
    {"vio a La Paz", "[La Paz]"},
    {"vio a El Greco", "[El Greco]"},
    {"vio El", ""},
    {"llegó el Lunes", ""},
    {"leyó el Lunes Feliz", "[Lunes Feliz]"},
    {"J. K. Rowling firmó", "[J. K. Rowling]"},
};

const std::string rules = R"(
[traits]
name = "x"
particles = "de del la"
function_words = "el ayer"
[[marks]]
id = "m"
open = "“"
close = "”"
family = "m"
[[list]]
id = "p"
layer = "place"
words = ["Lima", "Vigo"]
[[list]]
id = "n"
layer = "noun"
words = "mina ayer minister"
[[list]]
id = "t"
layer = "time"
words = "lunes"
)";

const Case noun_cases[] = {
    {"heute kam Minister Ana Paz an", "[Ana Paz]"},
    {"heute kam der Minister", ""},
    {"die Mina in Lima", "[Lima]"},
    {"heute sprach Zutano Minister Paz", "[Zutano][Paz]"},
};

BOOST_AUTO_TEST_SUITE(rules_names)

BOOST_DATA_TEST_CASE(capitalised_words_are_names_unless_a_sentence_begins, data::make(cases)) {
  const WrittenRules written({{"r/xx/language.toml", rules}});
  BOOST_TEST(written.faults() == "");
  const Analysed analysed(written.rules(), sample.text);
  std::string found;
  for (const TokenRange name : analysed->names()) {
    found += "[" + std::string(analysed->text_of(name)) + "]";
    BOOST_TEST(analysed->name_end(name.begin) == name.end);
  }
  BOOST_TEST(found == sample.names);
}

BOOST_DATA_TEST_CASE(known_nouns_are_no_names_where_nouns_have_capitals, data::make(noun_cases)) {
  std::string german = rules;
  german.replace(german.find("[traits]"), 8, "[traits]\ncapitals = \"nouns\"");
  const WrittenRules written({{"r/xx/language.toml", german}});
  BOOST_TEST(written.faults() == "");
  const Analysed analysed(written.rules(), sample.text);
  std::string found;
  for (const TokenRange name : analysed->names()) {
    found += "[" + std::string(analysed->text_of(name)) + "]";
  }
  BOOST_TEST(found == sample.names);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
