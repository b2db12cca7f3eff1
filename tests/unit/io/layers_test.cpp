#include <cotejo/io/layers.hpp>

#include "samples.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

std::string names(cotejo::LayerSet set) {
  std::string text;
  for (std::size_t i = 0; i < cotejo::layer_count; ++i) {
    if (set.test(i)) text += std::string{cotejo::names_of<cotejo::Layer>[i]} + " ";
  }
  return text;
}

struct Case {
  cotejo::Stage stage;
  std::string fills;
  std::string cuts;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) {
    return out << cotejo::name_of(c.stage);
  }
};

const std::string checks = "evidence verdicts findings ";
const std::vector<Case> cases{
    {cotejo::Stage::read, "paragraphs ",
     "paragraphs quotes sources attributions quantities claims " + checks},
    {cotejo::Stage::quotes, "quotes ", "quotes sources attributions claims " + checks},
    {cotejo::Stage::attribution, "sources attributions ", "sources attributions claims " + checks},
    {cotejo::Stage::quantities, "quantities ", "quantities claims " + checks},
    {cotejo::Stage::claims, "claims ", "claims " + checks},
    {cotejo::Stage::check, checks, checks}};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_layers)

BOOST_DATA_TEST_CASE(a_stage_cuts_its_layers_and_all_that_point_into_them,
                     boost::unit_test::data::make(cases)) {
  BOOST_TEST(names(cotejo::layers_of(sample.stage)) == sample.fills);
  BOOST_TEST(names(cotejo::layers_cut_by(sample.stage)) == sample.cuts);
}

BOOST_AUTO_TEST_CASE(the_layers_of_a_document_are_those_that_are_present) {
  cotejo::Document document = cotejo::samples::bare_document();
  BOOST_TEST(names(cotejo::layers_in(document)).empty());
  document.quotes.emplace();
  BOOST_TEST(names(cotejo::layers_in(document)) == "quotes ");
  BOOST_TEST(names(cotejo::layers_in(cotejo::samples::full_document())) == cases[0].cuts);
}

BOOST_AUTO_TEST_CASE(a_stage_has_run_when_all_its_layers_are_there) {
  cotejo::Document document = cotejo::samples::full_document();
  BOOST_TEST(cotejo::has_run(cotejo::Stage::attribution, document));
  document.sources.reset();
  BOOST_TEST(!cotejo::has_run(cotejo::Stage::attribution, document));
}

BOOST_AUTO_TEST_CASE(removed_layers_are_absent) {
  cotejo::Document document = cotejo::samples::full_document();
  cotejo::remove_layers(document, cotejo::layers_cut_by(cotejo::Stage::quotes));
  BOOST_TEST(names(cotejo::layers_in(document)) == "paragraphs quantities ");
}

BOOST_AUTO_TEST_SUITE_END()
