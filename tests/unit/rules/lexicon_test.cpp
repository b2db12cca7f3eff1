#include <cotejo/rules/lexicon.hpp>

#include <cotejo/rules/expand.hpp>

#include "rules_of.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

/// Every hit as word(lemma attributes), in the order found.
std::string hits_in(const WrittenRules& written, const std::string& text) {
  const Analysed analysed(written.rules(), text);
  std::string all;
  for (const LexiconHit& hit : analysed->hits()) {
    const Lexeme& lexeme = analysed->lexeme(hit);
    if (!all.empty()) all += ' ';
    all += std::string(analysed->text_of(hit.range)) + "(" + std::string(lexeme.lemma);
    for (const Attribute& attribute : lexeme.attributes) all.append(" ").append(attribute.value);
    all += ")";
  }
  return all;
}

struct Case {
  std::string words;
  std::string text;
  std::string hits;
};
std::ostream& operator<<(std::ostream& out, const Case& row) {
  return out << row.words << " on " << row.text;
}

const Case cases[] = {
    {"words = 'soldado{,s} Mina'", "Soldados y MINA, soldado",
     "Soldados(soldado) MINA(Mina) soldado(soldado)"},
    {"words = ['por su parte', 'por', 'por su']", "por su parte",
     "por(por) por su(por su) por su parte(por su parte)"},
    {"words = ['EE. UU.', 'l’ONU']", "en EE. UU. l'ONU", "EE. UU.(EE. UU.) l'ONU(l’ONU)"},
    {"words = ['a b']", "a c", ""},
    {"words = ['a b']\nwith = { k = 'v' }", "a b", "a b(a b v)"},
    {"rows = [{ words = 'uno dos', n = 1.5 }]", "dos uno", "dos(dos 1.5) uno(uno 1.5)"},
    {"rows = [{ phrase = 'dar{,a} a conocer', lemma = 'dar' }]", "dara a conocer",
     "dara a conocer(dar)"},
    {"rows = [{ name = 'Vigo', aliases = 'Bigo|La Villa' }]", "La Villa de Bigo",
     "La Villa(Vigo) Bigo(Vigo)"},
    {"rows = [{ name = 'UN', case = 'exact' }]", "un Un UN", "UN(UN exact)"},
    {"rows = [{ name = 'El País', case = 'exact' }]", "el país, El país, El País, EL PAÍS",
     "El País(El País exact) EL PAÍS(El País exact)"},
    {"verbs = 'cant+ar'", "cantar cantó cantando cantaba",
     "cantar(cantar infinitive) cantó(cantar finite) cantando(cantar gerund)"},
    {"verbs = 'romper'", "rompió roto rompido romper",
     "rompió(romper finite) roto(romper participle) romper(romper infinitive)"},
};

const std::string verbs = R"(
[traits]
name = "x"
abbreviations = ["EE.", "UU."]
[[paradigm]]
id = "ar"
infinitive = "ar"
gerund = "ando"
finite = "{ó,aron}"
[[paradigm]]
id = "er"
infinitive = "er"
participle = "ido"
finite = "ió"
[[verb]]
lemma = "romper"
paradigm = "er"
stem = "romp"
participle = "roto"
)";

struct Braces {
  std::string text;
  std::string forms;  ///< in brackets, or the message with its column
};
std::ostream& operator<<(std::ostream& out, const Braces& row) { return out << row.text; }

const Braces braces[] = {
    {"", "[]"},
    {"a", "[a]"},
    {"a,b", "[a,b]"},
    {"soldado{,s}", "[soldado][soldados]"},
    {"{a,b}{c,d}", "[ac][ad][bc][bd]"},
    {"{a,b{c,d}e}f", "[af][bcef][bdef]"},
    {"{}a", "[a]"},
    {"{a, b}", "[a][ b]"},
    {"ñ{a", "2: this { is not closed"},
    {"ña}", "3: this } has no {"},
    {"{a,{b}", "1: this { is not closed"},
    {"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
     "70: more than 10,000 forms"},
    {std::string(17, '{') + std::string(17, '}'), "17: braces nested too deeply"},
};

BOOST_AUTO_TEST_SUITE(rules_lexicon)

BOOST_DATA_TEST_CASE(words_and_phrases_are_found_folded, data::make(cases)) {
  const WrittenRules written(
      {{"r/xx/language.toml", verbs},
       {"r/xx/quotes.toml", "[[list]]\nid = 'l'\nlayer = 'l'\n" + sample.words + "\n"}});
  BOOST_TEST(written.faults() == "");
  BOOST_TEST(hits_in(written, sample.text) == sample.hits);
}

BOOST_AUTO_TEST_CASE(the_longest_hit_of_a_layer_is_found) {
  const WrittenRules written(
      "[[list]]\nid='a'\nlayer='a'\nwords=['x y','x']\n[[list]]\nid='b'\nlayer='b'\nwords=['x']\n");
  const Analysed analysed(written.rules(), "x y");
  BOOST_TEST(analysed->hit_at(0, "a")->range.length() == 2U);
  BOOST_TEST(analysed->hit_at(0, "b")->range.length() == 1U);
  BOOST_TEST((analysed->hit_at(1, "a") == nullptr));
}

BOOST_AUTO_TEST_CASE(no_phrase_goes_beyond_its_window) {
  const WrittenRules written("[[list]]\nid='a'\nlayer='a'\nwords=['x y']\n");
  BOOST_TEST(hits_in(written, "x\ny") == "");
  BOOST_TEST(hits_in(written, "x y") == "x y(x y)");
}

BOOST_AUTO_TEST_CASE(a_value_is_read_as_a_number_wherever_it_is_written) {
  const WrittenRules written(
      "[[list]]\nid='a'\nlayer='a'\nrows=[{ words='mil', value=1000 }, { words='medio', "
      "value='0.5' }]\n");
  const Analysed analysed(written.rules(), "mil medio");
  BOOST_TEST(analysed->lexeme(analysed->hits()[0]).value == 1000.0);
  BOOST_TEST(analysed->lexeme(analysed->hits()[1]).value == 0.5);
}

BOOST_AUTO_TEST_CASE(many_words_are_all_found) {
  std::string words;
  std::string text;
  for (int i = 0; i < 5000; ++i) words += "w" + std::to_string(i) + " ";
  for (int i = 0; i < 5000; i += 7)
    text += "w" + std::to_string(i) + " x" + std::to_string(i) + " ";
  const WrittenRules written("[[list]]\nid='a'\nlayer='a'\nwords='" + words + "'\n");
  const Analysed analysed(written.rules(), text);
  BOOST_TEST(analysed->hits().size() == 715U);
}

BOOST_DATA_TEST_CASE(braces_expand_as_in_a_shell, data::make(braces)) {
  const auto forms = expand_braces(sample.text);
  std::string shown;
  if (!forms) {
    shown = std::to_string(forms.error().column) + ": " + forms.error().message;
  } else {
    for (const std::string& form : *forms) shown += "[" + form + "]";
  }
  BOOST_TEST(shown == sample.forms);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
