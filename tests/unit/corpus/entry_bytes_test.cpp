#include <cotejo/corpus/entry_bytes.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(corpus_entry_bytes)

BOOST_AUTO_TEST_CASE(what_goes_in_comes_out) {
  auto entry = statement("id-1", "Ana", "2024-01-02", "Texto con «marcas» y \n saltos.");
  entry.url = "https://example.org/1";
  entry.rating = "engañoso";
  std::string bytes;
  cotejo::put_entry(bytes, entry);
  BOOST_TEST((cotejo::take_entry(bytes) == entry));
  BOOST_TEST(cotejo::take_text(bytes) == entry.text);
  BOOST_TEST(cotejo::take_id(bytes) == "id-1");
}

BOOST_AUTO_TEST_CASE(a_figure_keeps_an_open_bound) {
  auto entry = figure("f", "killed", 12.5);
  entry.figure->high.reset();
  entry.figure->place = "kursk";
  std::string bytes;
  cotejo::put_entry(bytes, entry);
  BOOST_TEST((cotejo::take_entry(bytes) == entry));
}

BOOST_AUTO_TEST_CASE(bytes_cut_short_at_any_place_are_no_entry) {
  std::string bytes;
  cotejo::put_entry(bytes, figure("f", "killed", 3));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_TEST(!cotejo::take_entry(std::string_view(bytes).substr(0, size)));
  }
  BOOST_TEST(!cotejo::take_entry(bytes + "x"));
}

BOOST_AUTO_TEST_SUITE_END()
