#include <cotejo/base/span.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

using cotejo::Span;

BOOST_AUTO_TEST_SUITE(base_span)

BOOST_AUTO_TEST_CASE(outer_spans_sort_before_the_inner_ones_that_begin_with_them) {
  std::vector<Span> spans{{4, 6}, {0, 2}, {4, 9}};
  std::ranges::sort(spans);
  BOOST_TEST((spans == std::vector<Span>{{0, 2}, {4, 9}, {4, 6}}));
}

BOOST_AUTO_TEST_CASE(the_end_is_outside) {
  BOOST_TEST((Span{2, 4}).contains(2U));
  BOOST_TEST(!(Span{2, 4}).contains(4U));
  BOOST_TEST(!(Span{2, 4}).overlaps({4, 6}));
  BOOST_TEST((Span{2, 4}).contains(Span{4, 4}));
}

BOOST_AUTO_TEST_CASE(a_slice_knows_its_span) {
  const std::string_view text = "Hola, mundo";
  BOOST_TEST(cotejo::slice(text, {6, 11}) == "mundo");
  BOOST_TEST((cotejo::span_of(text, text.substr(6)) == Span{6, 11}));
}

BOOST_AUTO_TEST_SUITE_END()
