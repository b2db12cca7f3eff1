#include <cotejo/io/record_writer.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(io_record_writer)

BOOST_AUTO_TEST_CASE(a_bare_record_has_its_head_and_no_layer) {
  BOOST_TEST(cotejo::write_record(cotejo::samples::bare_document()) ==
             R"({"format":"cotejo/1","id":"a","language":null,"date":null,"meta":{},)"
             R"("text":"Ñandú “dijo” 14 mil 😀."})");
}

BOOST_AUTO_TEST_CASE(every_layer_has_its_members_in_the_documented_order) {
  BOOST_TEST(
      cotejo::write_record(cotejo::samples::full_document()) ==
      R"({"format":"cotejo/1","rules":"sha256:1","id":"a","language":"es","date":"2025-08-13",)"
      R"("meta":{"title":"Título","path":"a.txt"},"text":"Ñandú “dijo” 14 mil 😀.",)"
      R"("paragraphs":[{"span":[0,31],"role":"body","sentences":[[0,31]]}],)"
      R"("quotes":[{"kind":"mixed","content":[11,15],"text":"dijo","parts":[[11,15]],)"
      R"("marks":[[11,15]],"cue":[0,7],"cue_text":"Ñandú","cue_lemma":"ñandú","cue_class":"say",)"
      R"("source":null,"source_text":null,"inside":null,"rule":"es.quotes.a"},)"
      R"({"kind":"mixed","content":[12,14],"text":"i … j","parts":[[12,13],[13,14]],"marks":[],)"
      R"("cue":null,"cue_text":null,"cue_lemma":null,"cue_class":null,"source":[0,7],)"
      R"("source_text":"Ñandú","inside":0,"rule":"es.quotes.a"}],)"
      R"("sources":[{"name":"Ñandú","kind":"news-agency","entity":"nandu","control":"state",)"
      R"("mentions":[[0,7]]},{"name":"nadie","kind":"unnamed","entity":null,"control":null,)"
      R"("mentions":[]}],)"
      R"("attributions":[{"quote":0,"speaker":[0],"reported_by":[],"resolved":"explicit",)"
      R"("confidence":0.930,"rule":"es.attribution.a"},{"quote":1,"speaker":[0,1],)"
      R"("reported_by":[{"source":0,"quote":0,"how":"inherited","confidence":0.800}],)"
      R"("resolved":"carried","confidence":0.500,"rule":"es.attribution.b"}],)"
      R"("quantities":[{"kind":"count","number":[19,25],"span":[19,25],"phrase":[19,30],)"
      R"("text":"14 mil","low":14000,"high":14000.5,"modifier":"at-least","modifier_span":[0,7],)"
      R"("unit":"km","counted":{"span":[26,30],"text":"😀","lemma":null,"category":"troops"},)"
      R"("time":{"from":"2024-06-01","to":null,"grain":"month"},"alternatives":[1.4,1400],)"
      R"("slip":{"kind":"dropped-letter","from":"mi","to":"mil","literal":14},)"
      R"("rule":"es.quantities.a"}],)"
      R"("claims":[{"span":[0,25],"text":"Ñandú “dijo” 14 mil","quantities":[0],"attribution":1,)"
      R"("measure":"troops-deployed","subject":["corea-del-norte"],"place":["kursk"],)"
      R"("period":{"from":"2024-06-01","to":"2024-06-30","grain":"month"},)"
      R"("check_worthiness":0.820,"reasons":[{"rule":"es.claims.a","weight":0.440}]}],)"
      R"("evidence":[{"target":{"quote":0},"entry":"kcna-1","span":[40,90],"passage":"pasaje",)"
      R"("context":{"before":"antes","after":""},"speaker":"Kim","date":"2025-08-12",)"
      R"("url":"https://example.org/","similarity":0.970,"edits":[{"op":"replace",)"
      R"("quoted":"todas","original":"algunas","kind":"scope","severity":"high"}]},)"
      R"({"target":{"claim":0},"entry":"fig-1","span":[0,0],"passage":"",)"
      R"("context":{"before":"","after":""},"speaker":null,"date":null,"url":null,)"
      R"("similarity":0.000,"edits":[]}],)"
      R"("verdicts":[{"target":{"quote":0},"label":"altered","also":["older"],"evidence":[0],)"
      R"("justification":"porque sí"},{"target":{"claim":0},"label":"not-found","also":[],)"
      R"("evidence":[],"justification":""}],)"
      R"("findings":[{"code":"quote-altered","severity":"error","span":[11,15],"spans":[[0,7]],)"
      R"("message":"«dijo»","verdict":0,"rule":"es.check.a"},{"code":"number-slip",)"
      R"("severity":"note","span":[19,25],"spans":[],"message":"14","verdict":null,"rule":""}]})");
}

BOOST_AUTO_TEST_CASE(an_empty_layer_is_written_and_an_absent_one_is_not) {
  cotejo::Document document = cotejo::samples::bare_document();
  document.quotes.emplace();
  const std::string line = cotejo::write_record(document);
  BOOST_TEST(line.ends_with(R"(,"quotes":[]})"));
  BOOST_TEST(line.find("sources") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(settled_scores_are_those_read_back) {
  cotejo::Document document = cotejo::samples::full_document();
  document.attributions->back().reported_by.front().confidence = 0.12345;
  document.claims->front().reasons.front().weight = 1.0 / 3;
  document.evidence->front().similarity = 2.0 / 3;
  settle_scores(document, cotejo::Layer::attributions);
  settle_scores(document, cotejo::Layer::claims);
  settle_scores(document, cotejo::Layer::evidence);
  BOOST_TEST(document.attributions->back().reported_by.front().confidence == 0.123);
  BOOST_TEST(document.claims->front().reasons.front().weight == 0.333);
  BOOST_TEST(document.evidence->front().similarity == 0.667);
}

BOOST_AUTO_TEST_SUITE_END()
