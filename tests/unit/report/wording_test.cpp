#include <cotejo/report/wording.hpp>

#include "sample.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace cotejo;

struct NumberCase {
  double value;
  std::string spanish;
};
std::ostream& operator<<(std::ostream& out, const NumberCase& c) { return out << c.spanish; }

const NumberCase number_cases[] = {
    {0, "0"},
    {14, "14"},
    {1905, "1905"},
    {14000, "14\u202F000"},
    {4.5e9, "4\u202F500\u202F000\u202F000"},
    {0.667, "0,667"},
    {1.4, "1,4"},
    {-3.25, "−3,25"},
    {100000, "100\u202F000"},
    {1e18, "1e+18"},
};

template <typename Enum>
void every_value_has_a_word(const std::string& language, std::string_view what) {
  for (const std::string_view name : names_of<Enum>) {
    const std::string id = std::string(what) + '-' + std::string(name);
    BOOST_TEST(word(sample::words(language), id) != "report." + id, language << " " << id);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_wording)

BOOST_DATA_TEST_CASE(numbers, number_cases) {
  BOOST_TEST(number_in_words(sample.value, ::sample::words("es")) == sample.spanish);
}

BOOST_AUTO_TEST_CASE(the_decimal_mark_is_the_interfaces) {
  BOOST_TEST(number_in_words(1.4, sample::words("en")) == "1.4");
}

BOOST_AUTO_TEST_CASE(days_are_written_as_people_do) {
  BOOST_TEST(day_in_words("2025-08-03", sample::words("es")) == "3 de agosto de 2025");
  BOOST_TEST(day_in_words("2025-08-03", sample::words("en")) == "3 August 2025");
  BOOST_TEST(day_in_words("hacia 1990", sample::words("en")) == "hacia 1990");
}

BOOST_AUTO_TEST_CASE(times_are_as_fine_as_their_grain) {
  const RuleSet& words = sample::words("es");
  BOOST_TEST(time_in_words({"2024-06-01", "2024-06-30", Grain::month}, words) == "junio de 2024");
  BOOST_TEST(time_in_words({"2024-01-01", "2024-12-31", Grain::year}, words) == "2024");
  BOOST_TEST(time_in_words({"2024-06-03", "2024-06-09", Grain::week}, words) ==
             "3 de junio de 2024 – 9 de junio de 2024");
  BOOST_TEST(time_in_words({"", "2024-06-09", Grain::day}, words) == "hasta el 9 de junio de 2024");
  BOOST_TEST(time_in_words({"2024-06-03", "", Grain::day}, words) == "desde el 3 de junio de 2024");
}

BOOST_AUTO_TEST_CASE(open_bounds_show_their_side) {
  const RuleSet& words = sample::words("es");
  Quantity quantity;
  quantity.low = 300;
  quantity.modifier = Modifier::more_than;
  BOOST_TEST(value_in_words(quantity, words) == ">\u00A0300");
  quantity.modifier = Modifier::at_least;
  BOOST_TEST(value_in_words(quantity, words) == "≥\u00A0300");
  quantity.low.reset();
  quantity.high = 500;
  quantity.modifier = Modifier::up_to;
  quantity.unit = "EUR";
  BOOST_TEST(value_in_words(quantity, words) == "≤\u00A0500\u00A0EUR");
  quantity.low = 400;
  BOOST_TEST(value_in_words(quantity, words) == "400–500\u00A0EUR");
}

BOOST_AUTO_TEST_CASE(readings_that_remain_are_all_given) {
  Quantity quantity;
  quantity.alternatives = {1.4, 1400};
  BOOST_TEST(value_in_words(quantity, sample::words("es")) == "1,4 / 1400");
}

BOOST_AUTO_TEST_CASE(every_enumerated_value_has_a_word_in_every_language) {
  for (const std::string language : {"es", "en"}) {
    every_value_has_a_word<VerdictLabel>(language, "verdict");
    every_value_has_a_word<EditKind>(language, "edit");
    every_value_has_a_word<EditSeverity>(language, "weight");
    every_value_has_a_word<QuantityKind>(language, "quantity");
    every_value_has_a_word<Modifier>(language, "modifier");
    every_value_has_a_word<SlipKind>(language, "slip");
    every_value_has_a_word<SourceKind>(language, "source");
    every_value_has_a_word<QuoteKind>(language, "quote");
    every_value_has_a_word<SpeakerHow>(language, "resolved");
    every_value_has_a_word<Severity>(language, "severity");
  }
}

BOOST_AUTO_TEST_SUITE_END()
