#include <cotejo/numbers/compounds.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using cotejo::Bare;
using cotejo::CompoundNumber;
using cotejo::Compounds;
using cotejo::Ends;
using cotejo::Joins;
using cotejo::Numeral;
using cotejo::NumeralRole;

Numeral part(NumeralRole role, double value) {
  Numeral numeral;
  numeral.role = role;
  numeral.value = value;
  return numeral;
}

/// A made-up language: "ba" 1 (never last), "bi" 2, "do" 10, "do" joined behind the unit by "u",
/// "ka" a hundred, "te" the end of an ordinal.
Compounds made_up() {
  Compounds compounds;
  Numeral one = part(NumeralRole::unit, 1);
  one.ends = Ends::never;
  Numeral joint = part(NumeralRole::connector, 0);
  joint.joins = Joins::unit_ten;
  Numeral hundred = part(NumeralRole::magnitude, 100);
  hundred.bare = Bare::exact;
  compounds.add("ba", one, 0);
  compounds.add("bi", part(NumeralRole::unit, 2), 1);
  compounds.add("do", part(NumeralRole::ten, 20), 2);
  compounds.add("u", joint, 3);
  compounds.add("ka", hundred, 4);
  compounds.add("te", part(NumeralRole::ordinal_suffix, 0), 5);
  return compounds;
}

double value_of(const std::string& word) {
  const auto number = made_up().read(word, {});
  return number ? number->sum.value() : -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers_compounds)

BOOST_AUTO_TEST_CASE(parts_add_up_and_multiply) {
  BOOST_TEST(value_of("bika") == 200);
  BOOST_TEST(value_of("kabi") == 102);
  BOOST_TEST(value_of("biudo") == 22);
  BOOST_TEST(value_of("baudo") == 21);
  BOOST_TEST(value_of("bikabiudo") == 222);
  BOOST_TEST(value_of("BiKaBi") == 202);
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up_is_no_number) {
  for (const char* word :
       {"bi", "bibi", "biu", "udo", "kaba", "bikax", "xbika", "te", "bate", ""}) {
    BOOST_TEST(value_of(word) == -1);
  }
}

BOOST_AUTO_TEST_CASE(a_word_goes_on_with_the_number_before_it) {
  cotejo::NumberSum sum;
  sum.add(1, 1);
  BOOST_TEST(sum.multiply(1000, cotejo::NumberSum::AllowBare::no));
  const auto number = made_up().read("bikabi", sum);
  BOOST_REQUIRE(number.has_value());
  BOOST_TEST(number->sum.value() == 1202);
}

BOOST_AUTO_TEST_CASE(a_suffix_makes_an_ordinal) {
  const auto number = made_up().read("biudote", {});
  BOOST_REQUIRE(number.has_value());
  BOOST_TEST((number->ending == CompoundNumber::Ending::ordinal));
  BOOST_TEST(number->last == 22);
}

// Resource exhaustion: a long word of parts that fit nowhere ends soon.
BOOST_AUTO_TEST_CASE(a_hostile_word_costs_little) {
  std::string word;
  for (int i = 0; i < 20000; ++i) word += "bi";
  BOOST_TEST(value_of(word) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
