#include <cotejo/check/translations.hpp>

#include "fixture.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

cotejo::CorpusEntry entry(const std::string& id, const std::string& date,
                          const std::string& language, const std::string& text) {
  cotejo::CorpusEntry made;
  made.id = id;
  made.speaker = "Nora Quill";
  made.date = date;
  made.language = language;
  made.text = text;
  return made;
}

const cotejo::Corpus& corpus() {
  static const std::vector<cotejo::CorpusEntry> entries{
      entry("en-1", "2025-08-12", "en",
            "Good evening to you all. The council must not sell the old ferry unless the islanders "
            "agree. We planted 1,200 trees on the northern hill last spring. Some fishermen want a "
            "second market near the harbour."),
      entry("es-1", "2025-08-12", "es", "El faro se pintará de rojo antes de la fiesta."),
      entry("en-2", "2024-01-10", "en",
            "Nobody will pay for the roof of the school before winter comes."),
  };
  static const cotejo::Corpus made = *cotejo::make_corpus(entries);
  return made;
}

std::string passage_of(std::string_view quoted, const std::vector<std::string>& speaker,
                       std::string_view language = "es") {
  static const cotejo::Glossary glossary(shipped_rules("es"));
  const auto found = find_translation(glossary, corpus(), quoted, language,
                                      seek_speaker(corpus(), speaker, "2025-08-13", 30));
  if (!found) return {};
  BOOST_TEST(found->score > 0.0);
  BOOST_TEST(found->score <= 1.0);
  return std::string(slice(corpus().text(found->entry), found->span));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_translations)

BOOST_AUTO_TEST_CASE(a_rendering_finds_its_original) {
  BOOST_TEST(passage_of("La primavera pasada plantamos 1.200 árboles en la colina del norte",
                        {"Nora Quill"}) ==
             "We planted 1,200 trees on the northern hill last spring.");
  BOOST_TEST(
      passage_of("Nadie pagará el tejado de la escuela antes del invierno", {"Nora Quill"}) ==
      "Nobody will pay for the roof of the school before winter comes.");
}

BOOST_AUTO_TEST_CASE(other_words_find_none) {
  BOOST_TEST(
      passage_of("Los impuestos bajarán para todas las empresas del país", {"Nora Quill"}).empty());
}

BOOST_AUTO_TEST_CASE(words_of_the_same_language_are_no_translation) {
  BOOST_TEST(passage_of("El faro se pintará de rojo antes de la fiesta", {"Nora Quill"}).empty());
}

BOOST_AUTO_TEST_CASE(others_words_are_not_taken_for_the_speakers) {
  BOOST_TEST(passage_of("Nadie pagará el tejado de la escuela antes del invierno", {"Irene Vidal"})
                 .empty());
}

BOOST_AUTO_TEST_CASE(a_language_without_words_in_the_glossary_finds_none) {
  BOOST_TEST(passage_of("Inork ez du eskolako teilatua ordainduko", {"Nora Quill"}, "eu").empty());
}

BOOST_AUTO_TEST_SUITE_END()
