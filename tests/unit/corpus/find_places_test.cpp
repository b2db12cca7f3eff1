#include <cotejo/corpus/find_places.hpp>

#include <cotejo/corpus/index_words.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

using Words = std::vector<std::uint32_t>;

Words words(const std::string& text) { return cotejo::hashes_of(cotejo::find_index_words(text)); }

/// Sellers' algorithm, plain: the least distance of `pattern` to any stretch of `text`.
std::uint32_t slow_distance(const Words& pattern, const Words& text) {
  std::vector<std::uint32_t> column(pattern.size() + 1);
  std::iota(column.begin(), column.end(), 0U);
  std::uint32_t best = column.back();
  for (const std::uint32_t word : text) {
    std::uint32_t diagonal = column[0];
    for (std::size_t i = 1; i < column.size(); ++i) {
      const std::uint32_t substituted = diagonal + (pattern[i - 1] == word ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({substituted, column[i] + 1, column[i - 1] + 1});
    }
    best = std::min(best, column.back());
  }
  return best;
}

std::uint32_t slow_full_distance(const Words& left, const Words& right) {
  std::vector<std::uint32_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::uint32_t diagonal = row[0];
    row[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::uint32_t substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

Words random_words(std::mt19937& random, std::size_t size) {
  Words result(size);
  for (auto& word : result) word = static_cast<std::uint32_t>(random() % 5);
  return result;
}

cotejo::Corpus speeches() {
  const std::vector<cotejo::CorpusEntry> entries{
      statement("a", "Ana", "", "El puente nuevo se abrirá al tráfico antes del próximo invierno."),
      statement("b", "Luis", "", "Nadie sabe cuándo se abrirá al tráfico el puente viejo."),
      statement("c", "Eva", "", "Los ríos bajan crecidos. El puente nuevo se abrirá al tráfico."),
  };
  return *cotejo::make_corpus(entries);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_find_places)

BOOST_AUTO_TEST_CASE(bit_vectors_agree_with_the_plain_algorithm) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const Words pattern = random_words(random, 1 + random() % 150);
    const Words text = random_words(random, random() % 200);
    const cotejo::Place place = cotejo::find_nearest(pattern, text);
    BOOST_REQUIRE(place.distance == slow_distance(pattern, text));
    const Words stretch(text.begin() + place.begin, text.begin() + place.end);
    BOOST_REQUIRE(slow_full_distance(pattern, stretch) == place.distance);
  }
}

BOOST_AUTO_TEST_CASE(an_exact_quote_is_found_where_it_stands) {
  const auto corpus = speeches();
  const auto places = cotejo::find_places(corpus, words("bajan crecidos, el puente"));
  BOOST_REQUIRE(places.size() == 1U);
  BOOST_TEST((places.front() == cotejo::Place{.entry = 2, .begin = 2, .end = 6, .distance = 0}));
}

BOOST_AUTO_TEST_CASE(the_nearest_entry_comes_first) {
  const auto places = cotejo::find_places(
      speeches(), words("el puente viejo se abrirá al tráfico antes del invierno"));
  BOOST_REQUIRE(places.size() == 3U);
  BOOST_TEST(places.front().entry == 0U);
  BOOST_TEST(places.front().distance == 2U);
}

BOOST_AUTO_TEST_CASE(two_changed_words_of_twelve_are_always_found) {
  const std::string text =
      "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce";
  const std::vector<cotejo::CorpusEntry> entries{statement("a", "A", "", text)};
  const auto corpus = cotejo::make_corpus(entries);
  const Words original = words("dos tres cuatro cinco seis siete ocho nueve diez once doce trece");
  for (std::size_t i = 0; i < original.size(); ++i) {
    for (std::size_t j = i + 1; j < original.size(); ++j) {
      Words altered = original;
      altered[i] = 1;
      altered[j] = 2;
      const auto places = cotejo::find_places(*corpus, altered);
      BOOST_REQUIRE(places.size() == 1U);
      BOOST_TEST(places.front().distance == 2U);
    }
  }
}

BOOST_AUTO_TEST_CASE(words_that_share_no_four_in_a_row_find_nothing) {
  BOOST_TEST(cotejo::find_places(speeches(), words("los puentes nuevos se abren")).empty());
  BOOST_TEST(cotejo::find_places(speeches(), words("el puente nuevo")).empty());
}

BOOST_AUTO_TEST_CASE(preferred_entries_are_kept_beside_nearer_ones) {
  std::vector<cotejo::CorpusEntry> entries;
  for (int i = 0; i < 30; ++i) {
    entries.push_back(statement(std::to_string(i), "A", "", "la misma frase de siempre aquí"));
  }
  entries.push_back(statement("mine", "B", "", "esa misma frase de siempre aquí está"));
  const auto corpus = cotejo::make_corpus(entries);
  const Words wanted = words("la misma frase de siempre aquí");
  const std::vector<std::uint32_t> preferred{30};
  const auto places =
      cotejo::find_places(*corpus, wanted, {.candidates = 4, .places = 4, .preferred = preferred});
  BOOST_REQUIRE(places.size() == 5U);
  BOOST_TEST(places.back().entry == 30U);
  BOOST_TEST(places.back().distance == 1U);
}

BOOST_AUTO_TEST_CASE(few_words_are_found_by_scanning_the_given_entries) {
  const auto corpus = speeches();
  const std::vector<std::uint32_t> entries{0, 1};
  const auto places = cotejo::find_words_in(corpus, words("al tráfico"), entries);
  BOOST_REQUIRE(places.size() == 2U);
  BOOST_TEST((places[0] == cotejo::Place{.entry = 0, .begin = 5, .end = 7, .distance = 0}));
  BOOST_TEST((places[1] == cotejo::Place{.entry = 1, .begin = 5, .end = 7, .distance = 0}));
  BOOST_TEST(cotejo::find_words_in(corpus, words("ríos"), entries).empty());
}

BOOST_AUTO_TEST_SUITE_END()
