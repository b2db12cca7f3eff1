#include <cotejo/attribution/entities.hpp>

#include <support/reading.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using cotejo::Entities;
using cotejo::Mention;
using cotejo::test::Reading;

std::vector<std::string> names(const Entities& entities) {
  std::vector<std::string> all;
  for (const auto& entity : entities.all) all.emplace_back(entity.name);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attribution_entities)

BOOST_AUTO_TEST_CASE(a_part_of_a_name_met_before_is_the_same_one_and_the_fullest_name_stays) {
  const Reading reading("Then Kim Jong came. Then Kim left. Then Mora met Eva Mora.");
  const Entities entities = find_entities(reading.analysis);
  BOOST_TEST(names(entities) == (std::vector<std::string>{"Kim Jong", "Eva Mora"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(aliases_of_the_gazetteer_are_one_entity) {
  const Reading reading("Then Ada Byron came. Then Byron left.");
  const Entities entities = find_entities(reading.analysis);
  BOOST_REQUIRE(entities.all.size() == 1U);
  BOOST_TEST(entities.all.front().gazetteer.value_or("") == "ada-byron");
  BOOST_TEST(entities.all.front().gender == "f");
}

BOOST_AUTO_TEST_CASE(a_title_belongs_to_the_name_behind_it) {
  const Reading reading("Then the minister, Eve Mora, came.");
  const Entities entities = find_entities(reading.analysis);
  BOOST_REQUIRE(entities.all.size() == 1U);
  BOOST_TEST(entities.all.front().titles == std::vector<std::string_view>{"minister"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_title_behind_a_comma_belongs_to_the_name_before_it) {
  const Reading reading("Then Eve Mora, minister of things, came.");
  const Entities entities = find_entities(reading.analysis);
  BOOST_REQUIRE(!entities.all.empty());
  BOOST_TEST(entities.all.front().offices == std::vector<std::string_view>{"minister"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_name_that_a_preposition_of_the_title_governs_is_not_its_bearer) {
  const Reading reading("Then the minister of Ruritania came.");
  const Entities entities = find_entities(reading.analysis);
  const auto role = std::ranges::find(entities.mentions, Mention::Form::role, &Mention::form);
  BOOST_REQUIRE((role != entities.mentions.end()));
  BOOST_TEST(!role->entity.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
