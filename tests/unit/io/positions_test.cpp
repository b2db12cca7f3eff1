#include <cotejo/io/positions.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace {

cotejo::Offset chars_before(const std::string& text, cotejo::Offset at) {
  cotejo::Offset count = 0;
  for (cotejo::Offset i = 0; i < at; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(io_positions)

BOOST_AUTO_TEST_CASE(spans_are_counted_in_code_points) {
  const cotejo::Document turned = cotejo::with_char_positions(cotejo::samples::full_document());
  // "Ñandú “dijo” 14 mil 😀."
  BOOST_CHECK((turned.quotes->front().content == cotejo::Span{7, 11}));
  BOOST_CHECK((turned.quotes->front().cue == cotejo::Span{0, 5}));
  BOOST_CHECK((turned.sources->front().mentions.front() == cotejo::Span{0, 5}));
  BOOST_CHECK((turned.quantities->front().phrase == cotejo::Span{13, 21}));
  BOOST_CHECK((turned.quantities->front().counted->span == cotejo::Span{20, 21}));
  BOOST_CHECK((turned.paragraphs->front().span == cotejo::Span{0, 22}));
  BOOST_CHECK((turned.findings->front().spans.front() == cotejo::Span{0, 5}));
  BOOST_CHECK((turned.evidence->front().span == cotejo::Span{40, 90}));
}

BOOST_AUTO_TEST_CASE(every_span_of_a_long_text_comes_out_as_counted_one_by_one) {
  std::mt19937 random(11);
  for (int i = 0; i < 50; ++i) {
    const cotejo::Document document = cotejo::samples::random_document(random);
    const cotejo::Document turned = cotejo::with_char_positions(document);
    if (!document.paragraphs) continue;
    for (std::size_t p = 0; p < document.paragraphs->size(); ++p) {
      const cotejo::Span before = (*document.paragraphs)[p].span;
      const cotejo::Span after = (*turned.paragraphs)[p].span;
      BOOST_TEST(after.begin == chars_before(document.text, before.begin));
      BOOST_TEST(after.end == chars_before(document.text, before.end));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
