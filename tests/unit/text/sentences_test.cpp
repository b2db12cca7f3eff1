#include <cotejo/text/sentences.hpp>

#include <cotejo/text/utf8.hpp>

#include <unicode/brkiter.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

const std::vector<std::string> abbreviations{"Sr.", "EE.", "UU.", "art."};

std::string joined(const std::vector<Span>& sentences, std::string_view text) {
  std::string all;
  for (const Span sentence : sentences) {
    all += '[';
    all += slice(text, sentence);
    all += ']';
  }
  return all;
}

std::string break_up(std::string_view text, const std::vector<std::string>& known) {
  const SentenceBreaker breaker("es", known);
  return joined(breaker.find_sentences(text, {0, static_cast<Offset>(text.size())}), text);
}

BOOST_AUTO_TEST_SUITE(text_sentences)

struct Case {
  std::string text;
  std::string sentences;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"", ""},
    {"  \n ", ""},
    {"Sin punto", "[Sin punto]"},
    {"Llegó. Vio. Venció.", "[Llegó.][Vio.][Venció.]"},
    {" Llegó.  Vio. ", "[Llegó.][Vio.]"},
    {"¿Quién vino? ¡Nadie! Se fueron.", "[¿Quién vino?][¡Nadie!][Se fueron.]"},
    {"¿Quién vino? ¿y cuándo?", "[¿Quién vino?][¿y cuándo?]"},
    // marks and what follows them
    {"“Basta.” La sala calló.", "[“Basta.”][La sala calló.]"},
    {"“¡Basta!” dijo ella. Calló.", "[“¡Basta!” dijo ella.][Calló.]"},
    {"“¿Vienes?”, preguntó. Nadie vino.", "[“¿Vienes?”, preguntó.][Nadie vino.]"},
    {"—¡Basta! —dijo ella—. Y calló.", "[—¡Basta! —dijo ella—.][Y calló.]"},
    {"Calló. “Basta”, dijo.", "[Calló.][“Basta”, dijo.]"},
    {"Calló.“Basta”, dijo.", "[Calló.][“Basta”, dijo.]"},
    {"»Ende.« Neu beginnt es.", "[»Ende.«][Neu beginnt es.]"},
    {"Calló… Luego habló.", "[Calló…][Luego habló.]"},
    {"Calló… y luego habló.", "[Calló… y luego habló.]"},
    {"Calló... Luego habló.", "[Calló...][Luego habló.]"},
    {"¿De verdad?! Nadie lo creía.", "[¿De verdad?!][Nadie lo creía.]"},
    // points that end nothing
    {"El Sr. Pérez llegó. Habló.", "[El Sr. Pérez llegó.][Habló.]"},
    {"Viajó a EE. UU. Mañana vuelve.", "[Viajó a EE. UU. Mañana vuelve.]"},
    {"Habló J. R. Gómez. Calló.", "[Habló J. R. Gómez.][Calló.]"},
    {"The U.S. Senate met. It voted.", "[The U.S. Senate met.][It voted.]"},
    {"Subió un 3.5 ayer. Hoy no.", "[Subió un 3.5 ayer.][Hoy no.]"},
    {"Véase ejemplo.Com ahora. Fin.", "[Véase ejemplo.Com ahora.][Fin.]"},
    {"1. Primero se lee. 2. Luego no.", "[1. Primero se lee.][2. Luego no.]"},
    {"Nació en 1950. Murió ayer.", "[Nació en 1950.][Murió ayer.]"},
    {"Una línea\nrota. Otra.", "[Una línea\nrota.][Otra.]"},
    {"他来了。她走了。", "[他来了。][她走了。]"},
};

BOOST_DATA_TEST_CASE(sentences_end_where_readers_see_it, data::make(cases), row) {
  BOOST_TEST(break_up(row.text, abbreviations) == row.sentences);
}

BOOST_AUTO_TEST_CASE(ordinals_with_a_point_are_a_matter_of_the_language) {
  BOOST_TEST(break_up("Am 3. Oktober war es. Dann nicht.", {"1."}) ==
             "[Am 3. Oktober war es.][Dann nicht.]");
  BOOST_TEST(break_up("Llegó el 3. Octubre fue frío.", {}) == "[Llegó el 3.][Octubre fue frío.]");
}

BOOST_AUTO_TEST_CASE(only_the_paragraph_is_looked_at) {
  const std::string text = "Fuera. Dentro. Más. Fuera.";
  const SentenceBreaker breaker("", {});
  const std::vector<Span> expected{{7, 14}, {15, 20}};
  BOOST_TEST((breaker.find_sentences(text, {7, 20}) == expected));
}

/// The same from ICU's iterator, without the blanks at the ends.
std::vector<Span> icu_sentences(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  UText* units =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator->setText(units, status);
  BOOST_REQUIRE(U_SUCCESS(status));
  std::vector<Span> spans;
  Offset begin = 0;
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    Span span{begin, static_cast<Offset>(end)};
    begin = span.end;
    while (!span.empty() && is_blank(code_point_before(text, span.end).value)) {
      span.end -= code_point_before(text, span.end).length;
    }
    if (!span.empty()) spans.push_back(span);
  }
  utext_close(units);
  return spans;
}

BOOST_AUTO_TEST_CASE(breaks_are_those_of_icu_where_newswire_asks_for_no_others) {
  // No initials, no small letters behind "?" and "!", no marks that open behind a stop.
  const std::vector<std::string_view> pieces{
      "Hola",  " mundo", " casa", ". ",    ".",        " Norte",   ", ",
      ": ",    "-",      "345",   " 678 ", "” ",       ".) ",      "” .",
      "Ñandú", "漢字",   "。漢",  "? Sur", "! Este",   "?” Oeste", "\u00AD",
      " (",    "ß",      "... ",  "3.141", ".\u0301 ", ".’ ",      " — "};
  std::mt19937 random(20250812);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  const SentenceBreaker breaker("", {});
  for (int round = 0; round < 20000; ++round) {
    std::string text = "Uno";
    for (int i = 0; i < 12; ++i) text += pieces[pick(random)];
    const auto found = breaker.find_sentences(text, {0, static_cast<Offset>(text.size())});
    BOOST_REQUIRE_EQUAL(joined(found, text), joined(icu_sentences(text), text));
  }
}

BOOST_AUTO_TEST_CASE(a_megabyte_of_hostile_text_takes_no_longer_than_any_other) {
  const SentenceBreaker breaker("", abbreviations);
  for (const std::string_view piece : {".", ". ", "?)", "a.", "1.", ".”", " ", "x", "... a"}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    const auto found = breaker.find_sentences(text, {0, static_cast<Offset>(text.size())});
    BOOST_TEST(found.size() <= text.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
