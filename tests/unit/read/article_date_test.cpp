#include <cotejo/read/article_date.hpp>

#include <unit/read/samples.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

BOOST_AUTO_TEST_SUITE(read_article_date)

struct Case {
  std::string text;
  std::string day;   ///< "" = none
  std::string part;  ///< the words of the date
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"2025-08-12T10:00:00Z", "2025-08-12", "2025-08-12"},
    {"20250812", "2025-08-12", "20250812"},
    {"2025/8/1", "2025-08-01", "2025/8/1"},
    {"el 25/12/2024 por la noche", "2024-12-25", "25/12/2024"},
    {"on 12/25/2024", "2024-12-25", "12/25/2024"},
    {"am 3.4.2024", "2024-04-03", "3.4.2024"},
    {"5/4/2024 se lee de dos maneras", "", ""},
    {"5/5/2024", "2024-05-05", "5/5/2024"},
    {"Seúl, 12 ago 2025", "2025-08-12", "12 ago 2025"},
    {"MADRID, 4 de marzo de 2025 (Agencia).", "2025-03-04", "4 de marzo de 2025"},
    {"August 12th, 2025", "2025-08-12", "August 12th, 2025"},
    {"Mon, 18 Nov 2019 10:00", "2019-11-18", "18 Nov 2019"},
    {"1º de mayo de 2023", "2023-05-01", "1º de mayo de 2023"},
    {"2025年8月12日", "2025-08-12", "2025年8月12"},
    {"30 de febrero de 2025", "", ""},
    {"14 mar (Litoral)", "", ""},
    {"12 personas en marzo", "", ""},
    {"en 2025 hubo 12", "", ""},
    {"12 de agosto de 3025", "", ""},
    {"", "", ""},
};

BOOST_DATA_TEST_CASE(dates_are_read_in_words_and_digits, data::make(cases), row) {
  const MonthNames months(test::languages());
  const auto date = find_date(row.text, months);
  BOOST_TEST((date ? date->day : "") == row.day);
  BOOST_TEST((date ? slice(row.text, date->span) : "") == row.part);
}

BOOST_AUTO_TEST_CASE(addresses_may_hold_the_day) {
  BOOST_TEST(date_in_address("https://a.example/2025/08/12/x").value_or("") == "2025-08-12");
  BOOST_TEST(date_in_address("https://a.example/x-2025-08-12").value_or("") == "");
  BOOST_TEST(date_in_address("https://a.example/20250812/x").value_or("") == "2025-08-12");
  // Cut in the middle of a code point, this once read beyond the end.
  BOOST_TEST(date_in_address("https://a.example/123456789ñ").value_or("") == "");
  BOOST_TEST(date_in_address("https://a.example/1234567/x").value_or("") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
