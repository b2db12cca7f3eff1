#include <cotejo/io/splice.hpp>

#include "samples.hpp"

#include <cotejo/io/record_reader.hpp>
#include <cotejo/io/record_writer.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace {

using cotejo::Stage;

struct Case {
  std::string name;
  std::string line;  // members behind format; the text is "abc"
  std::vector<Stage> stages;
  std::string rules;
  std::string expected;  // the same
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

const std::string head = R"({"format":"cotejo/1")";

// Layers are filled with nothing; what `read` finds out is the language es and the date 2025-01-02.
const std::vector<Case> cases{
    {"one more layer",
     R"(,"rules":"r","id":"a","text":"abc","mine": [ 1 ] })",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","mine": [ 1 ],"quotes":[] })"},
    {"the line break stays",
     ",\"rules\":\"r\",\"id\":\"a\",\"text\":\"abc\"}\r\n",
     {Stage::quotes},
     "r",
     ",\"rules\":\"r\",\"id\":\"a\",\"text\":\"abc\",\"quotes\":[]}\r\n"},
    {"the rules are set when there are none",
     R"(,"id":"a","text":"abc"})",
     {Stage::quantities},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","quantities":[]})"},
    {"rules that are null are set",
     R"(,"id":"a","rules": null,"text":"abc"})",
     {Stage::quantities},
     "r",
     R"(,"id":"a","rules": "r","text":"abc","quantities":[]})"},
    {"other rules are noted by stage",
     R"(,"rules":"r","id":"a","text":"abc"})",
     {Stage::quotes, Stage::attribution},
     "s",
     R"(,"rules":"r","id":"a","text":"abc","quotes_rules":"s","attribution_rules":"s","quotes":[],)"
     R"("sources":[],"attributions":[]})"},
    {"a note of other rules is replaced",
     R"(,"rules":"r","id":"a","text":"abc","quotes_rules":"s","quotes":[]})",
     {Stage::quotes},
     "t",
     R"(,"rules":"r","id":"a","text":"abc","quotes_rules":"t","quotes":[]})"},
    {"a note of other rules goes with its layer",
     R"(,"rules":"r","id":"a","text":"abc","quotes_rules":"s","quotes":[],"claims_rules":"s"})",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","quotes":[]})"},
    {"a layer is replaced, and all that point into it go",
     R"(,"rules":"r","id":"a","text":"abc", "quotes" : [] , "x":1, "sources":[],"attributions":[] ,)"
     R"("quantities":[],"claims":[],"y":{"quotes":[1]},"evidence":[],"verdicts":[],"findings":[]})",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc" , "x":1 ,"quantities":[],"y":{"quotes":[1]},"quotes":[]})"},
    {"layers may stand anywhere",
     R"(,"findings":[],"rules":"r","quotes":[],"id":"a","claims":[],"text":"abc"})",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","quotes":[]})"},
    {"keys may be escaped",
     R"(,"rules":"r","id":"a","text":"abc","\u0071uotes":[]})",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","quotes":[]})"},
    {"brackets and marks inside strings are no brackets",
     R"(,"rules":"r","id":"a","text":"abc","x":"}\"]\\","quotes":[],"y":["\\\"}"]})",
     {Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","text":"abc","x":"}\"]\\","y":["\\\"}"],"quotes":[]})"},
    {"reading sets what the record lacks",
     R"(,"id":"a","text":"abc"})",
     {Stage::read},
     "r",
     R"(,"rules":"r","id":"a","language":"es","date":"2025-01-02","text":"abc","paragraphs":[]})"},
    {"reading fills nulls",
     R"(,"id":"a","language":null,"date":null,"text":"abc"})",
     {Stage::read},
     "r",
     R"(,"rules":"r","id":"a","language":"es","date":"2025-01-02","text":"abc","paragraphs":[]})"},
    {"reading keeps what the record says",
     R"(,"rules":"q","id":"a","date":"1999-01-01","language":"en","text":"abc","paragraphs":[],)"
     R"("quotes_rules":"z","quotes":[]})",
     {Stage::read},
     "r",
     R"(,"rules":"r","id":"a","date":"1999-01-01","language":"en","text":"abc","paragraphs":[]})"},
    {"a run of several stages",
     R"(,"id":"a","text":"abc"})",
     {Stage::read, Stage::quotes},
     "r",
     R"(,"rules":"r","id":"a","language":"es","date":"2025-01-02","text":"abc","paragraphs":[],)"
     R"("quotes":[]})"},
};

void fill(cotejo::Document& document, Stage stage) {
  if (stage == Stage::read) {
    document.paragraphs.emplace();
    document.language = document.language.value_or("es");
    document.date = document.date.value_or("2025-01-02");
  }
  if (stage == Stage::quotes) document.quotes.emplace();
  if (stage == Stage::quantities) document.quantities.emplace();
  if (stage != Stage::attribution) return;
  document.sources.emplace();
  document.attributions.emplace();
}

std::string run(const std::string& line, const std::vector<Stage>& stages,
                const std::string& rules) {
  auto document = cotejo::read_record(line);
  if (!document) return document.error().message;
  const cotejo::LayerSet present = cotejo::layers_in(*document);
  cotejo::Splice splice{
      .stages = stages, .rules = rules, .cut = {}, .kept = {}, .fills_head = false};
  for (const Stage stage : stages) {
    const bool replaces = (present & cotejo::layers_of(stage)).any();
    if (replaces) splice.cut |= cotejo::layers_cut_by(stage);
  }
  splice.kept = present & ~splice.cut;
  cotejo::remove_layers(*document, splice.cut);
  for (const Stage stage : stages) fill(*document, stage);
  return cotejo::splice_layers(line, *document, splice);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(io_splice)

BOOST_DATA_TEST_CASE(the_rest_of_the_line_stays_byte_for_byte,
                     boost::unit_test::data::make(cases)) {
  const std::string line = run(head + sample.line, sample.stages, sample.rules);
  BOOST_TEST(line == head + sample.expected);
  BOOST_TEST(cotejo::read_record(line).has_value());
}

BOOST_AUTO_TEST_CASE(running_a_stage_twice_is_running_it_once) {
  for (const Case& c : cases) {
    const std::string once = run(head + c.line, c.stages, c.rules);
    BOOST_TEST(run(once, c.stages, c.rules) == once);
  }
}

// An absent layer is filled in before those that are there: nothing points into what was not there.
// Only a second run replaces it, and then they go.
BOOST_AUTO_TEST_CASE(a_layer_filled_in_before_others_cuts_none_and_a_layer_replaced_does) {
  const std::string line =
      head +
      R"(,"rules":"q","id":"a","language":"es","date":"1999-01-01","text":"abc","quotes":[]})";
  const std::string filled = run(line, {Stage::read}, "r");
  BOOST_TEST(filled ==
             head + R"(,"rules":"q","id":"a","language":"es","date":"1999-01-01","text":"abc",)"
                    R"("quotes":[],"read_rules":"r","paragraphs":[]})");
  const std::string replaced = run(filled, {Stage::read}, "r");
  BOOST_TEST(replaced ==
             head + R"(,"rules":"r","id":"a","language":"es","date":"1999-01-01","text":"abc",)"
                    R"("paragraphs":[]})");
  BOOST_TEST(run(replaced, {Stage::read}, "r") == replaced);
}

// Adding the layers one after the other gives what writing them all at once gives.
BOOST_AUTO_TEST_CASE(a_record_grown_layer_by_layer_is_the_record_written_whole) {
  std::mt19937 random(23);
  for (int i = 0; i < 300; ++i) {
    cotejo::Document whole = cotejo::samples::random_document(random);
    whole.rules = "sha256:7";
    cotejo::Document bare = whole;
    cotejo::remove_layers(bare, cotejo::LayerSet{}.set());
    std::string line = cotejo::write_record(bare);
    for (std::size_t s = 0; s < cotejo::stage_count; ++s) {
      const auto stage = static_cast<Stage>(s);
      if (!cotejo::has_run(stage, whole)) continue;
      const auto before = cotejo::read_record(line);
      BOOST_TEST_REQUIRE(before.has_value());
      line = cotejo::splice_layers(
          line, whole,
          {.stages = {stage}, .rules = whole.rules, .cut = {}, .kept = cotejo::layers_in(*before)});
    }
    BOOST_TEST(line == cotejo::write_record(whole));
  }
}

BOOST_AUTO_TEST_CASE(positions_in_code_points_replace_all_layers_and_nothing_else) {
  const std::string line =
      R"({"format":"cotejo/1","id":"a","text":"ñ1","quotes":[{"kind":"direct","content":[2,3]}],"x":1})";
  const auto document = cotejo::read_record(line);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(cotejo::with_char_positions(line, *document) ==
             R"({"format":"cotejo/1","positions":"chars","id":"a","text":"ñ1","x":1,)"
             R"("quotes":[{"kind":"direct","content":[1,2],"text":"1","parts":[[1,2]],"marks":[],)"
             R"("cue":null,"cue_text":null,"cue_lemma":null,"cue_class":null,"source":null,)"
             R"("source_text":null,"inside":null,"rule":""}]})");
}

BOOST_AUTO_TEST_CASE(members_are_found_with_their_bounds) {
  const std::string line = R"( { "a" : 1.5 , "b\n":{"c":"}"} ,"d":null} )";
  const auto members = cotejo::find_members(line);
  BOOST_REQUIRE(members.size() == 3);
  BOOST_TEST(members[0].key == "a");
  BOOST_TEST(line.substr(members[0].begin, members[0].end - members[0].begin) == R"("a" : 1.5)");
  BOOST_TEST(members[1].key == "b\n");
  BOOST_TEST(line.substr(members[1].value, members[1].end - members[1].value) == R"({"c":"}"})");
  BOOST_TEST(line.substr(members[2].value, members[2].end - members[2].value) == "null");
}

BOOST_AUTO_TEST_SUITE_END()
