#include <cotejo/check/check_claims.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Modifier;
using cotejo::VerdictLabel;

cotejo::CorpusEntry figure(const std::string& id, const std::string& measure,
                           const std::string& place, const std::string& from, const std::string& to,
                           double low, double high, const std::string& unit,
                           const std::string& source_name, const std::string& published) {
  cotejo::CorpusEntry made;
  made.id = id;
  made.kind = cotejo::EntryKind::figure;
  made.date = published;
  made.figure = cotejo::Figure{};
  made.figure->measure = measure;
  made.figure->place = place;
  made.figure->from = from;
  made.figure->to = to;
  made.figure->low = low;
  made.figure->high = high;
  made.figure->unit = unit;
  made.figure->source = source_name;
  return made;
}

const cotejo::Corpus& figures() {
  static const std::vector<cotejo::CorpusEntry> entries{
      figure("u-24", "unemployment-rate", "lora", "2024-01-01", "2024-12-31", 8.3, 8.3, "%", "INE",
             "2025-01-20"),
      figure("u-25", "unemployment-rate", "lora", "2025-01-01", "2025-06-30", 7.1, 7.1, "%", "INE",
             "2025-07-20"),
      figure("d-a", "killed", "bruma", "2025-07-01", "2025-07-31", 4100, 4100, "", "A",
             "2025-08-01"),
      figure("d-b", "killed", "bruma", "2025-07-01", "2025-07-31", 11000, 11000, "", "B",
             "2025-08-02"),
      figure("t-1", "troops-deployed", "sierra", "2025-01-01", "2025-07-31", 10000, 12000, "", "C",
             "2025-08-01"),
      figure("l-1", "length", "puente", "2020-01-01", "2025-12-31", 2300, 2300, "m", "D",
             "2020-02-01"),
      figure("b-1", "budget", "lora", "2025-01-01", "2025-12-31", 5e6, 5e6, "EUR", "E",
             "2025-01-01"),
      figure("late", "arrests", "lora", "2025-07-01", "2025-07-31", 12, 12, "", "F", "2025-09-30"),
  };
  static const cotejo::Corpus corpus = *cotejo::make_corpus(entries);
  return corpus;
}

struct Case {
  std::string name;
  std::string measure;
  std::string place;
  cotejo::QuantityKind kind;
  double value;
  std::string unit;
  Modifier modifier;
  std::string from;
  std::string to;
  VerdictLabel label;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

using Kind = cotejo::QuantityKind;
const std::vector<Case> cases{
    {"same period", "unemployment-rate", "lora", Kind::percent, 8.3, "", Modifier::exact,
     "2024-01-01", "2024-12-31", VerdictLabel::agrees},
    {"now, and it is the latest", "unemployment-rate", "lora", Kind::percent, 7.1, "",
     Modifier::exact, "", "", VerdictLabel::agrees},
    {"now, but it was so before", "unemployment-rate", "lora", Kind::percent, 8.3, "",
     Modifier::exact, "", "", VerdictLabel::outdated},
    {"wrong in its period", "unemployment-rate", "lora", Kind::percent, 3.8, "", Modifier::exact,
     "2024-01-01", "2024-12-31", VerdictLabel::differs},
    {"another place", "unemployment-rate", "otra", Kind::percent, 8.3, "", Modifier::exact, "", "",
     VerdictLabel::not_checkable},
    {"another period", "unemployment-rate", "lora", Kind::percent, 8.3, "", Modifier::exact,
     "2019-01-01", "2019-12-31", VerdictLabel::not_checkable},
    {"another measure", "inflation-rate", "lora", Kind::percent, 8.3, "", Modifier::exact, "", "",
     VerdictLabel::not_checkable},
    {"between two sources", "killed", "bruma", Kind::count, 8000, "", Modifier::about, "", "",
     VerdictLabel::agrees_within_range},
    {"as one of two sources says", "killed", "bruma", Kind::count, 11000, "", Modifier::exact, "",
     "", VerdictLabel::conflicting},
    {"outside both sources", "killed", "bruma", Kind::count, 20000, "", Modifier::exact, "", "",
     VerdictLabel::conflicting},
    {"inside a range", "troops-deployed", "sierra", Kind::count, 11000, "", Modifier::about, "", "",
     VerdictLabel::agrees_within_range},
    {"a bound that holds", "troops-deployed", "sierra", Kind::count, 9000, "", Modifier::more_than,
     "", "", VerdictLabel::agrees},
    {"another unit of the same length", "length", "puente", Kind::measure, 2.3, "km",
     Modifier::exact, "", "", VerdictLabel::agrees},
    {"another currency", "budget", "lora", Kind::money, 5e6, "USD", Modifier::exact, "", "",
     VerdictLabel::not_checkable},
    {"published after the dateline", "arrests", "lora", Kind::count, 12, "", Modifier::exact, "",
     "", VerdictLabel::not_checkable},
};

cotejo::Document claiming(const Case& c) {
  cotejo::Document document = article("es", "Fueron 12 en total.");
  auto& quantity = add_number(document, "12", "12", c.value, c.kind);
  quantity.modifier = c.modifier;
  if (!c.unit.empty()) quantity.unit = c.unit;
  if (c.modifier == Modifier::more_than) quantity.high.reset();
  cotejo::Claim claim;
  claim.span = (*document.paragraphs)[0].span;
  claim.text = document.text;
  claim.quantities.emplace_back(std::size_t{0});
  claim.measure = c.measure;
  claim.place = {c.place};
  if (!c.from.empty()) claim.period = cotejo::TimeRange{c.from, c.to, cotejo::Grain::year};
  document.claims->push_back(claim);
  return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_check_claims)

BOOST_DATA_TEST_CASE(figures_are_compared_with_like_or_not_at_all, cases, c) {
  const auto outcome = check(claiming(c), &figures());
  BOOST_REQUIRE(outcome.verdicts.size() == 1U);
  BOOST_TEST(cotejo::name_of(outcome.verdicts.front().label) == cotejo::name_of(c.label));
  BOOST_TEST((outcome.verdicts.front().justification.find('{') == std::string::npos),
             outcome.verdicts.front().justification);
}

BOOST_AUTO_TEST_CASE(a_subject_can_be_named_by_its_words_or_as_an_event) {
  auto quake =
      figure("q", "killed", "lora", "2025-07-01", "2025-07-31", 12, 12, "", "A", "2025-08-01");
  quake.figure->subject = "terremoto";
  auto bridge = figure("p", "length", "lora", "", "2025-01-01", 12, 12, "", "B", "2025-01-02");
  bridge.figure->subject = "puente-viejo";
  const std::vector<cotejo::CorpusEntry> entries{quake, bridge};
  const auto corpus = cotejo::make_corpus(entries);
  const auto label_of = [&](const std::string& language, const std::string& text,
                            const std::string& measure) {
    cotejo::Document document = article(language, text);
    add_number(document, "12", "12", 12);
    cotejo::Claim claim;
    claim.span = (*document.paragraphs)[0].span;
    claim.text = text;
    claim.quantities.emplace_back(std::size_t{0});
    claim.measure = measure;
    claim.place = {"lora"};
    document.claims->push_back(claim);
    return cotejo::name_of(check(document, &*corpus).verdicts.front().label);
  };
  BOOST_TEST(label_of("es", "El terremoto de Lora dejó 12 muertos.", "killed") == "agrees");
  BOOST_TEST(label_of("en", "The earthquake in Lora killed 12.", "killed") == "agrees");
  BOOST_TEST(label_of("es", "La crecida de Lora dejó 12 muertos.", "killed") == "not-checkable");
  BOOST_TEST(label_of("es", "El puente Viejo de Lora mide 12.", "length") == "agrees");
  BOOST_TEST(label_of("es", "El puente Nuevo de Lora mide 12.", "length") == "not-checkable");
}

BOOST_AUTO_TEST_CASE(the_arithmetic_is_written_out) {
  const auto outcome = check(claiming(cases[3]), &figures());
  BOOST_TEST(outcome.verdicts.front().justification ==
             "«12» frente a 8,3 % (INE, 2024-01-01/2024-12-31): diferencia -4,5 (-54,2 %).");
  BOOST_REQUIRE(outcome.findings.size() == 1U);
  BOOST_TEST(outcome.findings.front().code == "quantity-differs");
  BOOST_TEST((outcome.findings.front().severity == cotejo::Severity::error));
}

BOOST_AUTO_TEST_CASE(an_old_value_shows_the_later_one_too) {
  const auto outcome = check(claiming(cases[2]), &figures());
  BOOST_REQUIRE(outcome.evidence.size() == 2U);
  BOOST_TEST(outcome.evidence[0].entry == "u-24");
  BOOST_TEST(outcome.evidence[1].entry == "u-25");
}

BOOST_AUTO_TEST_SUITE_END()
