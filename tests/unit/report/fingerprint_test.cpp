#include <cotejo/report/fingerprint.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

cotejo::Document with_finding(std::string text, std::string_view words, int nth = 0) {
  cotejo::Document document;
  document.text = std::move(text);
  cotejo::Finding finding;
  finding.code = "number-slip";
  finding.span = sample::place_of(document.text, words, nth);
  document.findings = std::vector{finding};
  return document;
}

std::string print(const cotejo::Document& document) {
  return cotejo::fingerprints(document).at(0).whole;
}

const std::string story =
    "Uno dos tres cuatro cinco seis. Llegaron 14 mi soldados y se fueron luego a casa.";

}  // namespace

BOOST_AUTO_TEST_SUITE(report_fingerprint)

BOOST_AUTO_TEST_CASE(there_are_none_without_findings) {
  BOOST_TEST(cotejo::fingerprints(cotejo::Document{}).empty());
}

BOOST_AUTO_TEST_CASE(it_survives_an_edit_elsewhere) {
  BOOST_TEST(print(with_finding(story, "14 mi")) ==
             print(with_finding("Otro principio, más largo. " + story + " Fin.", "14 mi")));
}

BOOST_AUTO_TEST_CASE(it_survives_another_case_and_punctuation_around) {
  std::string edited = story;
  edited.replace(edited.find(". Lleg"), 6, "; lleg");
  BOOST_TEST(print(with_finding(story, "14 mi")) == print(with_finding(edited, "14 mi")));
}

BOOST_AUTO_TEST_CASE(another_word_beside_it_makes_another) {
  std::string edited = story;
  edited.replace(edited.find("soldados"), 8, "obreros!");
  BOOST_TEST(print(with_finding(story, "14 mi")) != print(with_finding(edited, "14 mi")));
}

BOOST_AUTO_TEST_CASE(other_words_or_another_code_make_another) {
  BOOST_TEST(print(with_finding(story, "14 mi")) != print(with_finding(story, "14")));
  cotejo::Document other = with_finding(story, "14 mi");
  other.findings->front().code = "number-ambiguous";
  BOOST_TEST(print(with_finding(story, "14 mi")) != print(other));
}

BOOST_AUTO_TEST_CASE(the_words_print_survives_another_place_and_the_place_print_other_words) {
  const auto before = cotejo::fingerprints(with_finding(story, "14 mi")).at(0);
  std::string moved = story;
  moved.replace(moved.find("soldados"), 8, "obreros");
  const auto elsewhere = cotejo::fingerprints(with_finding(moved, "14 mi")).at(0);
  BOOST_TEST(before.words == elsewhere.words);
  BOOST_TEST(before.place != elsewhere.place);
  std::string reworded = story;
  reworded.replace(reworded.find("14 mi"), 5, "15 mi");
  const auto other = cotejo::fingerprints(with_finding(reworded, "15 mi")).at(0);
  BOOST_TEST(before.words != other.words);
  BOOST_TEST(before.place == other.place);
}

BOOST_AUTO_TEST_CASE(the_same_in_the_same_context_is_told_apart_by_its_number) {
  cotejo::Document document = with_finding("a b a b", "a");
  document.text = "x";
  document.findings->front().span = {0, 1};
  document.findings->push_back(document.findings->front());
  const auto prints = cotejo::fingerprints(document);
  BOOST_TEST(prints.at(0).whole != prints.at(1).whole);
  BOOST_TEST(prints.at(0).words != prints.at(1).words);
  BOOST_TEST(prints.at(0).place != prints.at(1).place);
}

// Kept review files depend on it: a change here needs a migration.
BOOST_AUTO_TEST_CASE(it_is_sixteen_digits_and_does_not_change) {
  BOOST_TEST(print(with_finding(story, "14 mi")) == "36d11dd9b6b946fe");
}

BOOST_AUTO_TEST_SUITE_END()
