#include <cotejo/check/edits.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string language;
  std::string quoted;
  std::string original;
  std::string edits;  ///< "kind: original > quoted" joined by "; "
  bool altered;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.quoted; }

const std::vector<Case> cases{
    {"es", "todos los vecinos firmaron", "algunos vecinos firmaron", "", true},
    {"es", "el puente es seguro", "el puente no es seguro", "negation: no > ", true},
    {"es", "murieron 78 personas", "murieron 87 personas", "number: 87 > 78", true},
    {"es", "costó mil euros ayer", "costó 1.000 euros ayer", "", false},
    {"es", "el alcalde debe dimitir", "el alcalde puede dimitir", "modal-or-tense: puede > debe",
     true},
    {"es", "la ciudad era pobre", "la ciudad es pobre", "modal-or-tense: es > era", true},
    {"es", "habrá acuerdo este lunes", "tal vez habrá acuerdo este lunes", "", false},
    {"es", "la obra, creo, terminará tarde", "la obra terminará tarde", "hedge:  > creo", true},
    {"es", "llegaron más turistas", "llegaron menos turistas", "opposite: menos > más", true},
    {"es", "el plan [de riego] funciona", "el plan funciona", "", false},
    {"es", "compraron el molino entero", "lo compraron entero ayer", "words-added:  > el molino",
     true},
    {"es", "el gobierno miente siempre", "el gobierno engaña siempre", "synonym: engaña > miente",
     true},
    {"es", "el presdiente habló", "el presidente habló", "typo: presidente > presdiente", false},
    {"es", "visité a Marta ayer", "visité a Elena ayer", "name: Elena > Marta", true},
    {"es", "rampas, ascensor y luces nuevas", "ascensor, rampas y luces nuevas", "", true},
    {"en", "we don't want the bridge", "we do not want the bridge", "", false},
    {"en", "the treaty will hold", "it will hold", "pronoun-filled: it > the treaty", true},
    {"en", "the plan will fail", "the plan may fail", "modal-or-tense: may > will", true},
    {"en", "all farmers agreed", "some farmers agreed", "scope: some > all", true},
    {"en", "there are numerous boats", "there are many boats", "synonym: many > numerous", true},
};

cotejo::EditList edits_of(const Case& c) {
  cotejo::Lexis lexis(shipped_rules(c.language));
  const auto quoted = lexis.read(c.quoted, {0, static_cast<cotejo::Offset>(c.quoted.size())}).words;
  const auto original =
      lexis.read(c.original, {0, static_cast<cotejo::Offset>(c.original.size())}).words;
  return cotejo::find_edits(lexis, quoted, original, cotejo::align_words(lexis, quoted, original));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_edits)

BOOST_DATA_TEST_CASE(every_difference_is_named, cases, c) {
  const auto list = edits_of(c);
  std::string text;
  for (const cotejo::Edit& edit : list.edits) {
    text += (text.empty() ? "" : "; ") + std::string(cotejo::name_of(edit.kind)) + ": " +
            edit.original + " > " + edit.quoted;
  }
  if (!c.edits.empty() || !c.altered) BOOST_TEST(text == c.edits);
  BOOST_TEST(list.altered == c.altered);
}

BOOST_AUTO_TEST_CASE(a_changed_order_is_one_change) {
  const auto list = edits_of(cases[14]);
  BOOST_REQUIRE(list.edits.size() == 1U);
  BOOST_TEST((list.edits.front().kind == cotejo::EditKind::reordered));
  BOOST_TEST((list.edits.front().severity == cotejo::EditSeverity::medium));
}

BOOST_AUTO_TEST_CASE(allowed_changes_are_benign) {
  for (const std::size_t which :
       {std::size_t{3}, std::size_t{9}, std::size_t{12}, std::size_t{15}}) {
    BOOST_TEST(edits_of(cases[which]).benign, cases[which].quoted);
  }
}

BOOST_AUTO_TEST_CASE(what_turns_the_sentence_is_severe) {
  using cotejo::EditKind;
  using cotejo::severity_of;
  BOOST_TEST((severity_of(EditKind::negation) == cotejo::EditSeverity::high));
  BOOST_TEST((severity_of(EditKind::name) == cotejo::EditSeverity::high));
  BOOST_TEST((severity_of(EditKind::synonym) == cotejo::EditSeverity::medium));
  BOOST_TEST((severity_of(EditKind::typo) == cotejo::EditSeverity::low));
}

BOOST_AUTO_TEST_SUITE_END()
