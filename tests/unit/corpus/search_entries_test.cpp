#include <cotejo/corpus/search_entries.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

cotejo::Corpus corpus() {
  auto check = statement("b", "", "", "La vacuna provoca mareos.");
  check.kind = cotejo::EntryKind::fact_check;
  check.body = "Los médicos lo desmienten.";
  const std::vector<cotejo::CorpusEntry> entries{
      statement("a", "Ana", "", "El presupuesto de sanidad crecerá un tercio este año."),
      check,
      statement("c", "Eva", "", "Los presupuestos de educación bajan otra vez."),
  };
  return *cotejo::make_corpus(entries);
}

std::vector<std::uint32_t> found(const std::string& query, cotejo::SearchOptions options = {}) {
  std::vector<std::uint32_t> entries;
  for (const auto& hit : cotejo::search_entries(corpus(), query, options)) {
    entries.push_back(hit.entry);
  }
  return entries;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_search_entries)

BOOST_AUTO_TEST_CASE(the_entry_with_most_rare_words_comes_first) {
  const auto entries = found("presupuesto sanidad");
  BOOST_REQUIRE(entries.size() == 2U);
  BOOST_TEST(entries[0] == 0U);
  BOOST_TEST(entries[1] == 2U);
}

BOOST_AUTO_TEST_CASE(a_body_is_searched_too) {
  const auto entries = found("desmentido por medicos");
  BOOST_REQUIRE(!entries.empty());
  BOOST_TEST(entries[0] == 1U);
}

BOOST_AUTO_TEST_CASE(kind_and_number_are_respected) {
  BOOST_TEST(found("los presupuesto vacuna", {.kind = cotejo::EntryKind::fact_check}).size() == 1U);
  BOOST_TEST(found("los presupuesto vacuna", {.top = 2}).size() == 2U);
  BOOST_TEST(found("zanahoria").empty());
  BOOST_TEST(found("").empty());
}

BOOST_AUTO_TEST_CASE(the_passage_is_where_the_words_are) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "relleno ";
  const std::vector<cotejo::CorpusEntry> entries{
      statement("a", "A", "", text + "la cosecha de trigo fue buena")};
  const auto corpus = cotejo::make_corpus(entries);
  const auto hits = cotejo::search_entries(*corpus, "cosecha de trigo");
  BOOST_REQUIRE(hits.size() == 1U);
  const auto passage = cotejo::slice(corpus->text(0), hits[0].passage);
  BOOST_TEST((passage.find("cosecha de trigo") != std::string_view::npos));
}

BOOST_AUTO_TEST_SUITE_END()
