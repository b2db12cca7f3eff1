#include <cotejo/quotes/find_quotes.hpp>

#include <support/reading.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Quote;
using cotejo::test::Reading;

std::string describe(const Quote& quote) {
  std::string text(cotejo::name_of(quote.kind));
  text += " [" + quote.text + "]";
  if (!quote.cue_text.empty()) text += " cue=" + quote.cue_text;
  if (!quote.source_text.empty()) text += " source=" + quote.source_text;
  if (quote.inside) text += " inside=" + std::to_string(quote.inside->index);
  if (!quote.marks.empty()) text += " marks=" + std::to_string(quote.marks.size());
  return text;
}

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

const std::vector<Case> cases{
    {"direct speech is the words between the marks, without the comma before the cue",
     "“It will rain,” said Eve.",
     {"direct [It will rain] cue=said source=Eve marks=1"}},
    {"a cue in the middle makes one quote of two parts",
     "“It will rain”, said Eve, “and snow”.",
     {"direct [It will rain … and snow] cue=said source=Eve marks=2"}},
    {"indirect speech is the clause without its complementiser and final stop",
     "Eve said that it rained.",
     {"indirect [it rained] cue=said source=Eve"}},
    {"marks inside a clause make it mixed",
     "Eve said that it “rained a lot” there.",
     {"mixed [it “rained a lot” there] cue=said source=Eve marks=1"}},
    {"a report inside a report points to the one around it",
     "Eve praised “the wind and the rain”, reported TELE.",
     {"indirect [Eve praised “the wind and the rain”] cue=reported source=TELE",
      "mixed [the wind and the rain] cue=praised source=Eve inside=0 marks=1"}},
    {"an elided source leaves the source empty",
     "“It will rain,” added.",
     {"direct [It will rain] cue=added marks=1"}},
    {"a quotation that is a sentence of its own is speech without a cue",
     "“It will rain all day.”",
     {"direct [It will rain all day] marks=1"}},
    {"a word or two in marks without a cue is no speech", "It was a “big thing” there.", {}},
    {"a title in capitals is no speech", "It was called “The House of Rain” there.", {}},
    {"a name in marks within the reporter's syntax is no speech",
     "Eve praised “The House of Rain”.",
     {}},
    {"a name in marks that stands alone is",
     "“The House of Rain,” said Eve.",
     {"direct [The House of Rain] cue=said source=Eve marks=1"}},
    {"what a medium cites is what it reports, and stands inside it",
     "It rained, reported TELE, citing Eve.",
     {"indirect [It rained] cue=reported source=TELE",
      "indirect [It rained] cue=citing source=Eve inside=0"}},
    {"an unclosed mark is not a quote", "It was “a big and long thing there.", {}},
    {"one cue makes one quote",
     "Eve said that it rained and “snowed all the time” too.",
     {"mixed [it rained and “snowed all the time” too] cue=said source=Eve marks=1"}},
    {"a cue behind a conjunction has the source of the report before it",
     "Eve said that it rained and added that it snowed.",
     {"indirect [it rained] cue=said source=Eve", "indirect [it snowed] cue=added source=Eve"}},
    {"a third cue has the source of the first",
     "Eve said that it rained and added that it snowed and said that it froze.",
     {"indirect [it rained] cue=said source=Eve", "indirect [it snowed] cue=added source=Eve",
      "indirect [it froze] cue=said source=Eve"}},
    {"without a report before it, a joint cue has the subject of the verb before it",
     "Eve went there and added that it snowed.",
     {"indirect [it snowed] cue=added source=Eve"}},
    {"a chain of cues that begins without a source has none",
     "Then said that Eve went there and added that it snowed.",
     {"indirect [Eve went there] cue=said", "indirect [it snowed] cue=added"}},
    {"a subject is not shared with another sentence",
     "Eve said that it rained. Then it froze and added that it snowed.",
     {"indirect [it rained] cue=said source=Eve", "indirect [it snowed] cue=added"}},
    {"a cue between dashes stands in the middle of one quotation",
     "“It will rain - said Eve - and snow. Then it will freeze.”",
     {"direct [It will rain … and snow. Then it will freeze] cue=said source=Eve marks=1"}},
    {"a content goes on where its pattern says",
     "The rain, said Eve, is warm.",
     {"indirect [The rain … is warm] cue=said source=Eve"}},
    {"a report inside a quotation does not take it",
     "“Today it rains and Eve said that it will snow.”",
     {"direct [Today it rains and Eve said that it will snow] marks=1",
      "indirect [it will snow] cue=said source=Eve inside=0"}},
    {"a title in marks is no speech, and no part of what is marked",
     "Eve said that she praised the book “it rained all day”.",
     {"indirect [she praised the book “it rained all day”] cue=said source=Eve"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quotes_find_quotes)

BOOST_DATA_TEST_CASE(quotes_are_found_as_written, boost::unit_test::data::make(cases)) {
  const Reading reading(sample.text);
  const auto quotes = find_quotes(reading.document, reading.analysis);
  BOOST_REQUIRE(quotes.has_value());
  std::vector<std::string> found;
  for (const Quote& quote : *quotes) found.push_back(describe(quote));
  BOOST_TEST(found == sample.expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(contents_ascend_and_lie_inside_the_text) {
  const Reading reading(
      "Eve said that it rained, reported TELE. “No”, said Bob.\n“It will, and soon,” said Eve.");
  const auto quotes = find_quotes(reading.document, reading.analysis);
  BOOST_REQUIRE(quotes.has_value());
  BOOST_TEST(quotes->size() >= 3U);
  for (std::size_t i = 0; i < quotes->size(); ++i) {
    BOOST_TEST((*quotes)[i].content.end <= reading.document.text.size());
    if (i > 0) BOOST_TEST(((*quotes)[i - 1].content <= (*quotes)[i].content));
  }
}

BOOST_AUTO_TEST_CASE(a_form_that_two_verbs_share_is_the_one_whose_particle_follows) {
  const auto lemma = [](const char* text) {
    const Reading reading(text);
    const auto quotes = find_quotes(reading.document, reading.analysis);
    BOOST_REQUIRE(quotes.has_value() && quotes->size() == 1U);
    return quotes->front().cue_lemma;
  };
  BOOST_TEST(lemma("Eve added that it rained.") == "add");
  BOOST_TEST(lemma("“It will rain,” added Eve on and on.") == "add on");
}

BOOST_AUTO_TEST_SUITE_END()
