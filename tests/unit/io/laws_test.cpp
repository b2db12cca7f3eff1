#include <cotejo/io/laws.hpp>

#include "samples.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <limits>
#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using cotejo::Document;
using cotejo::Id;
using cotejo::Span;

struct Case {
  std::string expected;
  std::function<void(Document&)> break_it;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.expected; }
};

// The text is "Ñandú “dijo” 14 mil 😀.", 31 bytes.
const std::vector<Case> broken{
    {"paragraphs[0].span: [0, 32]: outside the text of 31 bytes",
     [](Document& d) { d.paragraphs->front().span.end = 32; }},
    {"paragraphs[0].sentences[0]: [0, 31]: outside its paragraph [0, 30]",
     [](Document& d) { d.paragraphs->front().span.end = 30; }},
    {"paragraphs[0].sentences[1]: [7, 11]: begins before [0, 8] ends",
     [](Document& d) {
       d.paragraphs->front().sentences = {{0, 8}, {7, 31}};
       d.paragraphs->front().sentences[1] = {7, 11};
     }},
    {"paragraphs[1].span: [0, 31]: begins before [0, 31] ends",
     [](Document& d) { d.paragraphs->push_back(d.paragraphs->front()); }},
    {"quotes[1].content: [14, 12]: end before begin",
     [](Document& d) { d.quotes->back().content = {14, 12}; }},
    {"quotes[0].content: [1, 15]: inside a character",
     [](Document& d) { d.quotes->front().content = {1, 15}; }},
    {"quotes[0].content: [0, 28]: inside a character",
     [](Document& d) { d.quotes->front().content = {0, 28}; }},
    {"quotes[1].parts[1]: [12, 14]: begins before [12, 13] ends",
     [](Document& d) { d.quotes->back().parts[1] = {12, 14}; }},
    {"quotes[0].parts: empty", [](Document& d) { d.quotes->front().parts.clear(); }},
    {"quotes[1].parts: do not reach from begin to end of the content [12, 14]",
     [](Document& d) { d.quotes->back().parts.pop_back(); }},
    {"quotes[0].marks[0]: [11, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quotes->front().marks[0].end = 99; }},
    {"quotes[0].marks[1]: [0, 2]: begins before [11, 15] ends",
     [](Document& d) { d.quotes->front().marks.push_back({0, 2}); }},
    {"quotes[0].cue: [0, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quotes->front().cue->end = 99; }},
    {"quotes[1].source: [0, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quotes->back().source->end = 99; }},
    {"quotes[1].inside: 1: not an earlier quote",
     [](Document& d) { d.quotes->back().inside = Id<cotejo::Quote>{1}; }},
    {"quotes[1].content: [11, 15]: stands before [12, 14] in the text, but comes after it",
     [](Document& d) {
       d.quotes->back().inside.reset();
       std::swap((*d.quotes)[0], (*d.quotes)[1]);
     }},
    {"sources[0].mentions[0]: [0, 1]: inside a character",
     [](Document& d) { d.sources->front().mentions[0] = {0, 1}; }},
    {"sources[0].mentions[1]: [0, 2]: stands before [0, 0] in the text, but comes after it",
     [](Document& d) { d.sources->front().mentions = {{0, 0}, {0, 2}}; }},
    {"sources[1]: has mentions, but comes after one without",
     [](Document& d) { std::swap((*d.sources)[0], (*d.sources)[1]); }},
    {"sources[1].mentions[0]: [0, 31]: stands before [0, 7] in the text, but comes after it",
     [](Document& d) { d.sources->back().mentions = {{0, 31}}; }},
    {"attributions[1].speaker[1]: 2: there are 2 sources",
     [](Document& d) { d.attributions->back().speaker[1] = Id<cotejo::Source>{2}; }},
    {"attributions[0].quote: 1: attributions stand in the order of the quotes",
     [](Document& d) { d.attributions->front().quote = Id<cotejo::Quote>{1}; }},
    {"attributions: 1 of them, but 2 quotes",
     [](Document& d) {
       d.attributions->pop_back();
       d.claims->front().attribution.reset();
     }},
    {"attributions[1].reported_by[0].quote: 7: there are 2 quotes",
     [](Document& d) { d.attributions->back().reported_by[0].quote = Id<cotejo::Quote>{7}; }},
    {"attributions[1].reported_by[0].source: 7: there are 2 sources",
     [](Document& d) { d.attributions->back().reported_by[0].source = Id<cotejo::Source>{7}; }},
    {"attributions[1].reported_by[0].confidence: 1.5: not from 0 to 1",
     [](Document& d) { d.attributions->back().reported_by[0].confidence = 1.5; }},
    {"attributions[0].confidence: -0.1: not from 0 to 1",
     [](Document& d) { d.attributions->front().confidence = -0.1; }},
    {"attributions[0].confidence: not a number: not from 0 to 1",
     [](Document& d) {
       d.attributions->front().confidence = std::numeric_limits<double>::quiet_NaN();
     }},
    {"quantities[0].number: [19, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quantities->front().number.end = 99; }},
    {"quantities[0].phrase: [19, 29]: inside a character",
     [](Document& d) { d.quantities->front().phrase.end = 29; }},
    {"quantities[0].low: 15000: above high, 14000.5",
     [](Document& d) { d.quantities->front().low = 15000; }},
    {"quantities[0].modifier_span: [0, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quantities->front().modifier_span->end = 99; }},
    {"quantities[0].counted.span: [26, 99]: outside the text of 31 bytes",
     [](Document& d) { d.quantities->front().counted->span.end = 99; }},
    {"quantities[0].time: from 2024-06-01 is after to 2023-01-01",
     [](Document& d) { d.quantities->front().time->to = "2023-01-01"; }},
    {"quantities[1].span: [0, 2]: stands before [19, 25] in the text, but comes after it",
     [](Document& d) {
       d.quantities->push_back(d.quantities->front());
       d.quantities->back().span = {0, 2};
     }},
    {"claims[0].span: [0, 99]: outside the text of 31 bytes",
     [](Document& d) { d.claims->front().span.end = 99; }},
    {"claims[0].quantities[0]: 1: there are 1 quantities",
     [](Document& d) { d.claims->front().quantities[0] = Id<cotejo::Quantity>{1}; }},
    {"claims[0].attribution: 2: there are 2 attributions",
     [](Document& d) { d.claims->front().attribution = Id<cotejo::Attribution>{2}; }},
    {"claims[0].attribution: 1: there are 0 attributions",
     [](Document& d) { d.attributions.reset(); }},
    {"claims[0].period: from 2025-01-01 is after to 2024-06-30",
     [](Document& d) { d.claims->front().period->from = "2025-01-01"; }},
    {"claims[0].check_worthiness: 2: not from 0 to 1",
     [](Document& d) { d.claims->front().check_worthiness = 2; }},
    {"claims[1].span: [0, 31]: stands before [0, 25] in the text, but comes after it",
     [](Document& d) {
       d.claims->push_back(d.claims->front());
       d.claims->back().span.end = 31;
     }},
    {"evidence[0].target.quote: 5: there are 2 quotes",
     [](Document& d) { d.evidence->front().target = Id<cotejo::Quote>{5}; }},
    {"evidence[1].target.claim: 5: there are 1 claims",
     [](Document& d) { d.evidence->back().target = Id<cotejo::Claim>{5}; }},
    {"evidence[0].span: [90, 40]: end before begin",
     [](Document& d) { d.evidence->front().span = {90, 40}; }},
    {"evidence[0].similarity: 1.2: not from 0 to 1",
     [](Document& d) { d.evidence->front().similarity = 1.2; }},
    {"evidence[1].target: stands before the target of the item before",
     [](Document& d) { std::swap((*d.evidence)[0], (*d.evidence)[1]); }},
    {"verdicts[0].evidence[0]: 9: there are 2 evidence",
     [](Document& d) { d.verdicts->front().evidence[0] = Id<cotejo::Evidence>{9}; }},
    {"verdicts[0].evidence: empty, but the label is altered",
     [](Document& d) { d.verdicts->front().evidence.clear(); }},
    {"verdicts[0].target.quote: 5: there are 2 quotes",
     [](Document& d) { d.verdicts->front().target = Id<cotejo::Quote>{5}; }},
    {"verdicts[1].target: stands before the target of the item before",
     [](Document& d) { std::swap((*d.verdicts)[0], (*d.verdicts)[1]); }},
    {"findings[0].span: [11, 99]: outside the text of 31 bytes",
     [](Document& d) { d.findings->front().span.end = 99; }},
    {"findings[0].spans[0]: [0, 99]: outside the text of 31 bytes",
     [](Document& d) { d.findings->front().spans[0].end = 99; }},
    {"findings[0].verdict: 2: there are 2 verdicts",
     [](Document& d) { d.findings->front().verdict = Id<cotejo::Verdict>{2}; }},
    {"findings[1].span: [11, 15]: stands before [19, 25] in the text, but comes after it",
     [](Document& d) { std::swap((*d.findings)[0], (*d.findings)[1]); }},
    {"findings[1].code: a: comes after b at the same place",
     [](Document& d) {
       d.findings->front().code = "b";
       d.findings->back() = d.findings->front();
       d.findings->back().code = "a";
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_laws)

BOOST_AUTO_TEST_CASE(a_lawful_document_has_no_fault) {
  const auto fault = cotejo::find_broken_law(cotejo::samples::full_document());
  BOOST_TEST(fault.value_or("") == "");
  BOOST_TEST(!cotejo::find_broken_law(cotejo::samples::bare_document()).has_value());
}

BOOST_AUTO_TEST_CASE(random_lawful_documents_have_no_fault) {
  std::mt19937 random(5);
  for (int i = 0; i < 1000; ++i) {
    BOOST_TEST(cotejo::find_broken_law(cotejo::samples::random_document(random)).value_or("") ==
               "");
  }
}

BOOST_DATA_TEST_CASE(every_law_can_be_broken, boost::unit_test::data::make(broken)) {
  Document document = cotejo::samples::full_document();
  sample.break_it(document);
  BOOST_TEST(cotejo::find_broken_law(document).value_or("") == sample.expected);
}

BOOST_AUTO_TEST_CASE(verdicts_without_evidence_are_not_found_or_not_checkable) {
  Document document = cotejo::samples::full_document();
  document.verdicts->front().evidence.clear();
  document.verdicts->front().label = cotejo::VerdictLabel::not_checkable;
  BOOST_TEST(cotejo::find_broken_law(document).value_or("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
