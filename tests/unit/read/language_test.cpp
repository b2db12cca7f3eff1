#include <cotejo/read/language.hpp>

#include <unit/read/samples.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

BOOST_AUTO_TEST_SUITE(read_language)

struct Case {
  std::string text;
  std::string language;  ///< "" = not told
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"El intendente prometió que la obra del puerto se hará en dos años.", "es"},
    {"The council put off its vote on the buses to the end of the week.", "en"},
    {"Der Rat hat die Abstimmung über die Busse auf das Frühjahr verschoben.", ""},
    {"the of and to is it el la de que en y with for con por", ""},
    {"La casa", ""},
    {"", ""},
};

BOOST_DATA_TEST_CASE(function_words_tell_the_language, data::make(cases), row) {
  const LanguageDetector detector(test::languages());
  BOOST_TEST(detector.detect(row.text).value_or("") == row.language);
}

BOOST_AUTO_TEST_CASE(without_rules_nothing_is_told) {
  const LanguageDetector detector({});
  BOOST_TEST(!detector.detect("El intendente prometió que la obra se hará.").has_value());
}

struct TagCase {
  std::string written;
  std::string tag;
};
std::ostream& operator<<(std::ostream& out, const TagCase& row) { return out << row.written; }

const TagCase tag_cases[] = {{"es", "es"},
                             {"ES", "es"},
                             {"es_MX.UTF-8", "es-MX"},
                             {"pt-br", "pt-BR"},
                             {"zh-Hans", "zh-hans"},
                             {"en-US, en", "en-US"},
                             {"español", ""},
                             {"", ""},
                             {"x", ""},
                             {"english", ""},
                             {"en-", "en"}};

BOOST_DATA_TEST_CASE(tags_are_brought_to_one_form, data::make(tag_cases), row) {
  BOOST_TEST(language_tag(row.written) == row.tag);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
