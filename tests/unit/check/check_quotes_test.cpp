#include <cotejo/check/check_quotes.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::VerdictLabel;

cotejo::CorpusEntry entry(const std::string& id, const std::string& speaker,
                          const std::string& date, const std::string& language,
                          const std::string& text) {
  cotejo::CorpusEntry made;
  made.id = id;
  made.speaker = speaker;
  made.date = date;
  made.language = language;
  made.text = text;
  return made;
}

const cotejo::Corpus& speeches() {
  static const std::vector<cotejo::CorpusEntry> entries{
      entry("es-1", "Irene Vidal", "2025-08-10", "es",
            "Gracias por venir. El nuevo embalse regará todos los campos del valle antes de junio. "
            "No venderemos el agua a ninguna empresa, salvo en años de sequía. Quizá habría que "
            "cerrar dos acequias viejas. Hemos plantado 1.200 almendros en la ladera norte. "
            "No creo que el río se seque este verano. Los pastores pidieron otra balsa y la "
            "tendrán."),
      entry("es-2", "Irene Vidal", "2023-02-01", "es",
            "El molino de la plaza será un museo para los niños del pueblo."),
      entry("es-3", "Tomás Arce", "2025-08-11", "es",
            "Las cabras han vuelto a subir al monte y nadie las cuida por la noche."),
      entry(
          "en-1", "Nora Quill", "2025-08-12", "en",
          "We will rebuild the harbour wall before the winter storms arrive. The council must not "
          "sell the old ferry unless the islanders agree. Perhaps we should paint the lighthouse "
          "red. Some fishermen have asked for a second slipway near the market."),
  };
  static const cotejo::Corpus corpus = *cotejo::make_corpus(entries);
  return corpus;
}

struct Case {
  std::string language;
  std::string speaker;
  std::string quoted;
  VerdictLabel label;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.quoted; }

const std::vector<Case> cases{
    {"es", "Irene Vidal", "El nuevo embalse regará todos los campos del valle antes de junio.",
     VerdictLabel::verbatim},
    {"es", "Vidal", "Hemos plantado mil doscientos almendros en la ladera norte",
     VerdictLabel::benign_edit},
    {"es", "Irene Vidal", "El nuevo embalse regará todos los campos […] antes de junio",
     VerdictLabel::benign_edit},
    {"es", "Irene Vidal", "El nuevo embalse [de Lora] regará todos los campos del valle",
     VerdictLabel::benign_edit},
    {"es", "Irene Vidal", "El nuevo embalse regará algunos campos del valle antes de junio",
     VerdictLabel::altered},
    {"es", "Irene Vidal", "Hemos plantado 2.100 almendros en la ladera norte",
     VerdictLabel::altered},
    {"es", "Irene Vidal", "habría que cerrar dos acequias viejas", VerdictLabel::altered},
    {"es", "Irene Vidal", "No venderemos el agua a ninguna empresa.", VerdictLabel::truncated},
    {"es", "Irene Vidal", "el río se seque este verano", VerdictLabel::truncated},
    {"es", "Irene Vidal",
     "El nuevo embalse regará todos los campos del valle antes de junio. Hemos plantado 1.200 "
     "almendros en la ladera norte.",
     VerdictLabel::spliced},
    {"es", "Irene Vidal", "El nuevo embalse regará todos los campos y nadie las cuida por la noche",
     VerdictLabel::spliced},
    {"es", "Irene Vidal", "Las cabras han vuelto a subir al monte", VerdictLabel::other_speaker},
    {"es", "Irene Vidal", "El molino de la plaza será un museo para los niños",
     VerdictLabel::older},
    {"es", "Irene Vidal", "Mañana inauguramos la escuela de música con un concierto",
     VerdictLabel::not_found},
    {"es", "Irene Vidal", "otra balsa", VerdictLabel::verbatim},
    {"es", "Irene Vidal", "otra burra", VerdictLabel::not_checkable},
    {"es", "Marta Nadie", "Mañana inauguramos la escuela de música con un concierto",
     VerdictLabel::not_checkable},
    {"en", "Nora Quill", "We will rebuild the harbor wall before the winter storms arrive.",
     VerdictLabel::benign_edit},
    {"en", "Nora Quill", "The council must not sell the old ferry", VerdictLabel::truncated},
    {"en", "Nora Quill", "The council must sell the old ferry unless the islanders agree.",
     VerdictLabel::altered},
    {"en", "Nora Quill", "All fishermen have asked for a second slipway near the market.",
     VerdictLabel::altered},
    {"en", "Nora Quill", "We should paint the lighthouse red.", VerdictLabel::altered},
};

cotejo::Document quoting(const Case& c) {
  cotejo::Document document = article(c.language, c.quoted);
  add_quote(document, c.quoted, source(c.speaker));
  return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_check_quotes)

BOOST_DATA_TEST_CASE(every_quote_gets_the_first_label_that_holds, cases, c) {
  const auto outcome = check(quoting(c), &speeches());
  BOOST_REQUIRE(outcome.verdicts.size() == 1U);
  BOOST_TEST(cotejo::name_of(outcome.verdicts.front().label) == cotejo::name_of(c.label));
  const bool needs_evidence =
      c.label != VerdictLabel::not_found && c.label != VerdictLabel::not_checkable;
  BOOST_TEST(outcome.verdicts.front().evidence.empty() == !needs_evidence);
  BOOST_TEST((outcome.verdicts.front().justification.find('{') == std::string::npos),
             outcome.verdicts.front().justification);
}

BOOST_AUTO_TEST_CASE(an_altered_quote_is_an_error_and_says_what_differs) {
  const auto outcome = check(quoting(cases[4]), &speeches());
  BOOST_REQUIRE(outcome.findings.size() == 1U);
  BOOST_TEST(outcome.findings.front().code == "quote-altered");
  BOOST_TEST((outcome.findings.front().severity == cotejo::Severity::error));
  BOOST_REQUIRE(outcome.evidence.size() == 1U);
  BOOST_TEST(outcome.evidence.front().entry == "es-1");
  BOOST_TEST(outcome.evidence.front().before == "Gracias por venir.");
  BOOST_REQUIRE(!outcome.evidence.front().edits.empty());
  BOOST_TEST((outcome.evidence.front().edits.front().kind == cotejo::EditKind::scope));
}

BOOST_AUTO_TEST_CASE(a_splice_shows_both_places) {
  const auto outcome = check(quoting(cases[10]), &speeches());
  BOOST_REQUIRE(outcome.evidence.size() == 2U);
  BOOST_TEST(outcome.evidence[0].entry == "es-1");
  BOOST_TEST(outcome.evidence[1].entry == "es-3");
}

BOOST_AUTO_TEST_CASE(a_rendering_from_another_language_is_shown_beside_its_original) {
  const Case rendered{"es", "Nora Quill",
                      "Reconstruiremos el muro del puerto antes de las tormentas del invierno",
                      VerdictLabel::translation};
  const auto outcome = check(quoting(rendered), &speeches());
  BOOST_REQUIRE(outcome.verdicts.size() == 1U);
  BOOST_TEST((outcome.verdicts.front().label == VerdictLabel::translation));
  BOOST_REQUIRE(outcome.evidence.size() == 1U);
  BOOST_TEST(outcome.evidence.front().entry == "en-1");
  BOOST_TEST(outcome.evidence.front().passage ==
             "We will rebuild the harbour wall before the winter storms arrive.");
  BOOST_TEST(outcome.evidence.front().edits.empty());
  BOOST_REQUIRE(outcome.findings.size() == 1U);
  BOOST_TEST(outcome.findings.front().code == "quote-translated");
  BOOST_TEST((outcome.findings.front().severity == cotejo::Severity::note));
}

BOOST_AUTO_TEST_CASE(without_a_speaker_nobody_is_the_wrong_one) {
  cotejo::Document document = article("es", cases[12].quoted);
  add_quote(document, cases[12].quoted, std::nullopt);
  const auto outcome = check(document, &speeches());
  BOOST_REQUIRE(outcome.verdicts.size() == 1U);
  BOOST_TEST((outcome.verdicts.front().label == VerdictLabel::verbatim));
}

BOOST_AUTO_TEST_CASE(an_indirect_quote_gets_no_verdict) {
  cotejo::Document document = article("es", cases[4].quoted);
  add_quote(document, cases[4].quoted, source("Irene Vidal"), cotejo::QuoteKind::indirect);
  BOOST_TEST(check(document, &speeches()).verdicts.empty());
}

BOOST_AUTO_TEST_CASE(the_day_the_article_names_counts_before_its_dateline) {
  const std::string text =
      "El 5 de febrero de 2023 Vidal dijo: «El molino de la plaza será un museo para los niños».";
  cotejo::Document document = article("es", text);
  add_quote(document, "El molino de la plaza será un museo para los niños", source("Irene Vidal"));
  auto& date = add_number(document, "5 de febrero de 2023", "5 de febrero de 2023", 0,
                          cotejo::QuantityKind::date);
  date.time = cotejo::TimeRange{"2023-02-05", "2023-02-05", cotejo::Grain::day};
  const auto outcome = check(document, &speeches());
  BOOST_REQUIRE(outcome.verdicts.size() == 1U);
  BOOST_TEST((outcome.verdicts.front().label == VerdictLabel::verbatim));
}

BOOST_AUTO_TEST_SUITE_END()
