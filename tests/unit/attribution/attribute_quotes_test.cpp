#include <cotejo/attribution/attribute_quotes.hpp>

#include <cotejo/quotes/find_quotes.hpp>

#include <support/reading.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::AttributedQuotes;
using cotejo::Attribution;
using cotejo::test::Reading;

/// "Eve+Bob (explicit) by TELE (inherited)"
std::string describe(const AttributedQuotes& made, const Attribution& attribution) {
  std::string text;
  for (const auto id : attribution.speaker) {
    text += (text.empty() ? "" : "+") + made.sources[id.index].name;
  }
  if (text.empty()) return "nobody";
  text += " (" + std::string(cotejo::name_of(attribution.resolved)) + ")";
  for (const auto& relay : attribution.reported_by) {
    text += " by " + made.sources[relay.source.index].name + " (" +
            std::string(cotejo::name_of(relay.how)) + ")";
  }
  return text;
}

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

const std::vector<Case> cases{
    {"a name", "“It will rain,” said Eve.", {"Eve (explicit)"}},
    {"joint speakers", "Eve and Bob said that it rained.", {"Eve+Bob (explicit)"}},
    {"a role with its name before",
     "Then Eve Mora, minister of rain, came. The minister said that it rained.",
     {"Eve Mora (description)"}},
    {"a role that fits nobody keeps its words",
     "The queen said that it rained.",
     {"queen (explicit)"}},
    {"a bare role falls back on who spoke last",
     "Eve said that it rained.\n“It will snow too,” said the minister.",
     {"Eve (explicit)", "Eve (description)"}},
    {"nobody that could be asked", "Sources said that it rained.", {"Sources (explicit)"}},
    {"a pronoun is the nearest person that gender allows",
     "Then Ada Byron met Kim. “It will rain today,” said she.",
     {"Ada Byron (pronoun)"}},
    {"a pronoun passes over names in others' words",
     "Ada Byron came. “I saw Ann Lee,” said she.",
     {"Ada Byron (pronoun)"}},
    {"a pronoun of the first person outside marks stands for itself",
     "“It will rain,” said I to Eve.",
     {"I (pronoun)"}},
    {"a pronoun of the first person in somebody's words is who says them",
     "“I said that it rained,” said Eve.",
     {"Eve (explicit)", "Eve (pronoun)"}},
    {"a pronoun that means nobody met before stands for itself, anew each time",
     "“It will rain,” said he. They said that it snowed. “No,” said he.",
     {"he (pronoun)", "They (pronoun)", "he (pronoun)"}},
    {"a bare role without a title before means whom a pronoun would",
     "Ada Byron came. “It will rain,” said the queen.",
     {"Ada Byron (description)"}},
    {"a bare role is nobody who holds another office",
     "Then the minister, Eve Mora, came. “It will rain,” said the queen.",
     {"queen (explicit)"}},
    {"who held an office once can hold any now",
     "Then the minister, Eve Mora, came. “It will rain,” said the veteran.",
     {"Eve Mora (description)"}},
    {"a role of one body is nobody of another",
     "Then the minister of Snow, Eve Mora, came. Then the minister of Rain, Bob Lee, came. "
     "“It will rain,” said the minister of Snow.",
     {"Eve Mora (description)"}},
    {"a name before a comma and a new subject is a setting",
     "Then in Rain Hall, the minister came. “It will rain,” said the minister.",
     {"minister (explicit)"}},
    {"a sentence behind a quotation says whose it is",
     "“It will rain here all week.” Eve said so.",
     {"Eve (carried)"}},
    {"a name behind a dash signs the quotation of several sentences before it",
     "“It will rain. It will snow.” ― Eve",
     {"Eve (carried)"}},
    {"a pronoun of the plural is those who spoke together",
     "Eve and Bob said that it rained. They said that it snowed.",
     {"Eve+Bob (explicit)", "Eve+Bob (pronoun)"}},
    {"an elided source is the subject of the sentence",
     "Eve came and said that it rained.",
     {"Eve (elided)"}},
    {"an elided source is whoever spoke before",
     "“It will rain,” said Eve. “It will snow,” added.",
     {"Eve (explicit)", "Eve (elided)"}},
    {"a quotation of its own goes on with the speaker before",
     "“It will rain,” said Eve.\n“And it will snow.”",
     {"Eve (explicit)", "Eve (carried)"}},
    {"words in marks that nobody says are nobody's",
     "It was “a long and wet day” there.",
     {"nobody"}},
    {"the agency that reports is the relay",
     "Eve said that it rained, reported TELE.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)"}},
    {"an agency named before stands behind its noun",
     "Eve said that it rained, reported TELE. Eve praised “the wind and the rain”, added the "
     "agency.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)", "TELE (description)",
      "Eve (explicit) by TELE (explicit)"}},
    {"a relay is inherited by the next words of its speaker",
     "Eve said that it rained, reported TELE. Eve said that it snowed.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)",
      "Eve (explicit) by TELE (inherited)"}},
    {"a medium that cites another is told through it, and so are the next words",
     "Bob said that it rained, reported TELE, citing Eve. Bob said that it snowed.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)",
      "Bob (explicit) by TELE (explicit) by Eve (explicit)", "Bob (explicit) by TELE (inherited)"}},
    {"a new speaker ends the reach of a relay",
     "Eve said that it rained, reported TELE. Bob said that it snowed. Eve said that it froze.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)", "Bob (explicit)", "Eve (explicit)"}},
    {"a crosshead ends the reach of a relay",
     "Eve said that it rained, reported TELE.\n# Weather\nEve said that it snowed.",
     {"TELE (explicit)", "Eve (explicit) by TELE (explicit)", "Eve (explicit)"}},
    {"a relay is never carried backwards",
     "Eve said that it snowed. Eve said that it rained, reported TELE.",
     {"Eve (explicit)", "TELE (explicit)", "Eve (explicit) by TELE (explicit)"}},
};

AttributedQuotes attribute(Reading& reading) {
  auto quotes = find_quotes(reading.document, reading.analysis);
  BOOST_REQUIRE(quotes.has_value());
  reading.document.quotes = *quotes;
  auto made = attribute_quotes(reading.document, reading.analysis);
  BOOST_REQUIRE(made.has_value());
  return *std::move(made);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attribution_attribute_quotes)

BOOST_DATA_TEST_CASE(each_quote_is_given_to_whom_the_text_gives_it,
                     boost::unit_test::data::make(cases)) {
  Reading reading(sample.text);
  const AttributedQuotes made = attribute(reading);
  std::vector<std::string> found;
  for (const Attribution& attribution : made.attributions) {
    found.push_back(describe(made, attribution));
  }
  BOOST_TEST(found == sample.expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sources_stand_in_the_order_of_their_first_mention) {
  Reading reading("“It will rain,” said Eve. Then TELE came. “It will snow,” said Bob.");
  const AttributedQuotes made = attribute(reading);
  BOOST_REQUIRE(made.sources.size() == 2U);
  BOOST_TEST(made.sources[0].name == "Eve");
  BOOST_TEST(made.sources[1].name == "Bob");
}

BOOST_AUTO_TEST_CASE(what_an_agency_is_comes_from_the_gazetteer) {
  Reading reading("It rained, reported TELE.");
  const AttributedQuotes made = attribute(reading);
  BOOST_REQUIRE(made.sources.size() == 1U);
  BOOST_TEST((made.sources[0].kind == cotejo::SourceKind::news_agency));
  BOOST_TEST((made.sources[0].control == cotejo::SourceControl::state));
  BOOST_TEST(made.sources[0].entity.value_or("") == "tele");
}

BOOST_AUTO_TEST_SUITE_END()
