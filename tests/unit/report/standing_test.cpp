#include <cotejo/report/standing.hpp>

#include "sample.hpp"

#include <cotejo/base/sha256.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

namespace {

using namespace cotejo;

ReviewLine line_on(const Document& document, std::size_t finding, Decision decision,
                   std::string note = "porque sí") {
  const FindingPrint print = fingerprints(document).at(finding);
  return {.when = "2025-09-09T10:00:00Z",
          .who = "Ana",
          .fingerprint = print.whole,
          .words = print.words,
          .place = print.place,
          .code = document.findings->at(finding).code,
          .decision = decision,
          .note = std::move(note),
          .text = {}};
}

Standing standing_of(const Document& document, std::size_t finding, std::vector<ReviewLine> lines) {
  return make_desk(document, sample::words("es"), {.lines = std::move(lines)})
      .standings.at(finding);
}

/// The document with `from` in its text replaced; findings behind it move with the text.
Document edited(Document document, std::string_view from, std::string_view to) {
  const Span place = sample::place_of(document.text, from);
  document.text.replace(place.begin, place.length(), to);
  const auto shift = static_cast<Offset>(to.size() - from.size());
  for (Finding& finding : *document.findings) {
    if (finding.span.begin >= place.end) finding.span.begin += shift;
    if (finding.span.end >= place.end) finding.span.end += shift;
  }
  return document;
}

/// The rules of a folder with one waiver in it.
class WaiverRules {
 public:
  explicit WaiverRules(const std::string& fields)
      : directory_(
            std::filesystem::temp_directory_path() /
            ("cotejo-waiver-" + std::to_string(::getpid()) + "-" + sha256(fields).substr(0, 8))) {
    std::filesystem::create_directories(directory_ / "common");
    std::ofstream(directory_ / "common" / "report.waivers.toml")
        << "format = 1\nkind = \"rules\"\n\n[[waiver]]\nid = \"house\"\n"
        << fields;
    auto library = RuleLibrary::open({directory_});
    BOOST_REQUIRE(library.has_value());
    library_ = std::make_unique<RuleLibrary>(*std::move(library));
  }
  ~WaiverRules() { std::filesystem::remove_all(directory_); }
  WaiverRules(const WaiverRules&) = delete;
  WaiverRules& operator=(const WaiverRules&) = delete;

  const RuleSet& rules() { return **library_->rules_for(""); }

 private:
  std::filesystem::path directory_;
  std::unique_ptr<RuleLibrary> library_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_standing)

BOOST_AUTO_TEST_CASE(without_lines_all_are_undecided) {
  const Document document = sample::full_document();
  const Desk desk = make_desk(document, sample::words("es"), {});
  BOOST_TEST(desk.standings.size() == document.findings->size());
  for (const Standing& standing : desk.standings) BOOST_TEST((standing == Standing{}));
}

BOOST_AUTO_TEST_CASE(a_decision_survives_an_edit_elsewhere) {
  const Document document = sample::full_document();
  const auto line = line_on(document, 1, Decision::dismissed);
  const Document later = edited(document, "El puerto de Almadraba", "El viejo puerto de Almadraba");
  const Standing standing = standing_of(later, 1, {line});
  BOOST_TEST((standing.decision == Decision::dismissed));
  BOOST_TEST((standing.lapse == Lapse::none));
  BOOST_TEST(standing.note == "porque sí");
  BOOST_TEST(!is_open(standing));
}

BOOST_AUTO_TEST_CASE(other_words_at_its_place_have_changed_since) {
  const Document document = sample::full_document();
  const auto line = line_on(document, 1, Decision::dismissed);
  const Document later = edited(document, "todas las grúas", "casi todas las grúas");
  const Standing standing = standing_of(later, 1, {line});
  BOOST_TEST((standing.decision == Decision::dismissed));
  BOOST_TEST((standing.lapse == Lapse::changed));
  BOOST_TEST(is_open(standing));
}

BOOST_AUTO_TEST_CASE(the_same_words_at_another_place_have_changed_too) {
  const Document document = sample::full_document();
  const auto line = line_on(document, 1, Decision::accepted);
  const Document later = edited(document, "prometió que", "negó que");
  BOOST_TEST((standing_of(later, 1, {line}).lapse == Lapse::changed));
}

BOOST_AUTO_TEST_CASE(a_decision_on_something_gone_touches_nothing_else) {
  const Document document = sample::full_document();
  auto line = line_on(document, 1, Decision::dismissed);
  line.fingerprint = line.words = line.place = "0000000000000000";
  for (std::size_t i = 0; i < document.findings->size(); ++i) {
    BOOST_TEST((standing_of(document, i, {line}) == Standing{}));
  }
}

BOOST_AUTO_TEST_CASE(the_latest_line_is_in_force_and_the_last_of_one_time) {
  const Document document = sample::full_document();
  auto first = line_on(document, 0, Decision::dismissed);
  auto second = line_on(document, 0, Decision::ask_author);
  BOOST_TEST((standing_of(document, 0, {first, second}).decision == Decision::ask_author));
  BOOST_TEST((standing_of(document, 0, {second, first}).decision == Decision::dismissed));
  second.when = "2025-09-09T11:00:00Z";
  BOOST_TEST((standing_of(document, 0, {second, first}).decision == Decision::ask_author));
  BOOST_TEST(is_open(standing_of(document, 0, {second, first})));
  second.decision = Decision::undecided;
  BOOST_TEST(is_open(standing_of(document, 0, {first, second})));
}

BOOST_AUTO_TEST_CASE(what_was_fixed_on_another_text_and_is_found_again_is_still_there) {
  const Document document = sample::full_document();
  auto line = line_on(document, 0, Decision::fixed);
  BOOST_TEST(!is_open(standing_of(document, 0, {line})));
  line.text = std::string(64, '0');
  BOOST_TEST((standing_of(document, 0, {line}).lapse == Lapse::still_there));
  BOOST_TEST(is_open(standing_of(document, 0, {line})));
}

BOOST_AUTO_TEST_CASE(the_worst_open_finding_leaves_out_decided_and_known_ones) {
  const Document document = sample::full_document();
  const RuleSet& words = sample::words("es");
  ReviewInput input;
  BOOST_TEST((worst_open(document, words, input) == Severity::error));
  for (std::size_t i = 0; i < document.findings->size(); ++i) {
    if (document.findings->at(i).severity != Severity::error) continue;
    input.lines.push_back(line_on(document, i, Decision::accepted));
  }
  BOOST_TEST((worst_open(document, words, input) == Severity::warning));
  input.known.emplace();
  for (const FindingPrint& print : fingerprints(document)) input.known->insert(print.whole);
  BOOST_TEST(!worst_open(document, words, input).has_value());
}

BOOST_AUTO_TEST_CASE(known_findings_are_left_out_with_their_standings) {
  Document document = sample::full_document();
  const auto line = line_on(document, 1, Decision::accepted);
  Desk desk = make_desk(document, sample::words("es"), {.lines = {line}});
  const Desk before = desk;
  leave_out_known(document, desk, {before.prints[0].whole, before.prints[3].whole});
  BOOST_TEST(desk.known == 2U);
  BOOST_TEST(document.findings->size() == before.prints.size() - 2);
  BOOST_TEST((desk.prints[0] == before.prints[1]));
  BOOST_TEST((desk.standings[0].decision == Decision::accepted));
}

BOOST_AUTO_TEST_CASE(a_waiver_dismisses_its_code_until_its_last_day) {
  WaiverRules rules("code = \"state-media-only\"\nreason = \"convenio\"\nuntil = \"2025-09-09\"\n");
  const Document document = sample::full_document();  // of that day
  const Desk desk = make_desk(document, rules.rules(), {});
  BOOST_TEST((desk.standings[2].decision == Decision::dismissed));
  BOOST_TEST(desk.standings[2].waiver == "common.report.house");
  BOOST_TEST(desk.standings[2].note == "convenio");
  BOOST_TEST((desk.standings[3] == Standing{}));
  BOOST_TEST(is_open(make_desk(document, rules.rules(), {.today = "2025-09-10"}).standings[2]));
  const auto line = line_on(document, 2, Decision::ask_author);
  BOOST_TEST((make_desk(document, rules.rules(), {.lines = {line}}).standings[2].decision ==
              Decision::ask_author));
}

BOOST_AUTO_TEST_CASE(a_waiver_with_a_phrase_asks_for_it_and_one_without_a_day_never_applies) {
  const Document document = sample::full_document();
  WaiverRules other(
      "code = \"state-media-only\"\nphrase = \"agencia OMEGA\"\nreason = \"x\"\n"
      "until = \"2030-01-01\"\n");
  BOOST_TEST(is_open(make_desk(document, other.rules(), {}).standings[2]));
  WaiverRules same(
      "code = \"state-media-only\"\nphrase = \"ESTATAL delta\"\nreason = \"x\"\n"
      "until = \"2030-01-01\"\n");
  BOOST_TEST(!is_open(make_desk(document, same.rules(), {}).standings[2]));
  WaiverRules endless("code = \"state-media-only\"\nreason = \"x\"\nuntil = \"never\"\n");
  BOOST_TEST(is_open(make_desk(document, endless.rules(), {}).standings[2]));
}

BOOST_AUTO_TEST_CASE(the_review_file_is_named_for_the_article) {
  BOOST_TEST(review_file_name("nota") == "nota.review.jsonl");
  BOOST_TEST(review_file_name("../a b/ñu<x>") == "ñu_x_.review.jsonl");
  BOOST_TEST(review_file_name("a/") == "article.review.jsonl");
}

BOOST_AUTO_TEST_SUITE_END()
