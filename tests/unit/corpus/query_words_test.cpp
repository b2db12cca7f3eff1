#include <cotejo/corpus/query_words.hpp>

#include <boost/test/unit_test.hpp>

using cotejo::plain_query;

BOOST_AUTO_TEST_SUITE(corpus_query_words)

BOOST_AUTO_TEST_CASE(plain_words_stay_as_they_are) {
  BOOST_TEST(plain_query("El agua, para todos") == "El agua, para todos ");
  BOOST_TEST(plain_query("ONU y OTAN 24/7, and/or") == "ONU y OTAN 24/7, and/or ");
  BOOST_TEST(plain_query("").empty());
}

BOOST_AUTO_TEST_CASE(web_addresses_are_left_out) {
  BOOST_TEST(plain_query("ver https://ejemplo.test/aXy12 ya") == "ver  ya ");
  BOOST_TEST(plain_query("ver foto.ejemplo.test/aXy12") == "ver foto ");
}

BOOST_AUTO_TEST_CASE(joined_words_are_parted_behind_the_rest) {
  BOOST_TEST(plain_query("#AguaParaTodos ya") == "#AguaParaTodos ya #Agua Para Todos ");
  BOOST_TEST(plain_query("@NoraQUILLEsq") == "@NoraQUILLEsq @Nora QUILL Esq ");
  BOOST_TEST(plain_query("ÁguilaÉpica") == "ÁguilaÉpica Águila Épica ");
}

BOOST_AUTO_TEST_SUITE_END()
