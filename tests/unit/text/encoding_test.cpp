#include <cotejo/text/encoding.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <string_view>

namespace data = boost::unit_test::data;
using namespace std::string_literals;

namespace cotejo {
namespace {

BOOST_AUTO_TEST_SUITE(text_encoding)

struct DecodeCase {
  std::string name;
  std::string bytes;
  std::string declared;
  std::string text;
  std::string encoding;
};
std::ostream& operator<<(std::ostream& out, const DecodeCase& row) { return out << row.name; }

const DecodeCase decode_cases[] = {
    {"UTF-8", "señal", "", "señal", "utf-8"},
    {"UTF-8 with a mark", "\xEF\xBB\xBFseñal", "", "señal", "utf-8"},
    {"UTF-16 little", "\xFF\xFEs\0e\0\xF1\0"s, "", "señ", "utf-16le"},
    {"UTF-16 big", "\xFE\xFF\0s\0e\0\xF1"s, "", "señ", "utf-16be"},
    {"UTF-16 beyond the first plane", "\xFF\xFE\x34\xD8\x1E\xDD"s, "", "𝄞", "utf-16le"},
    {"UTF-16 with half a pair", "\xFF\xFE\x34\xD8\x61\0"s, "", "\uFFFD\x61", "utf-16le"},
    {"Windows-1252 found", "se\xF1or, \x93ya\x94 5 \x80", "", "señor, “ya” 5 €", "windows-1252"},
    {"Latin-1 means Windows-1252", "\x93se\xF1or\x94", "ISO-8859-1", "“señor”", "windows-1252"},
    {"Cyrillic declared", "\xCC\xE8\xF0", "windows-1251", "Мир", "windows-1251"},
    {"wrongly declared UTF-8", "se\xF1or", "utf-8", "señor", "windows-1252"},
    {"UTF-8 wrongly declared", "señor", "iso-8859-1", "señor", "utf-8"},
    {"an unknown label", "se\xF1or", "x-nothing", "señor", "windows-1252"},
    {"NULs are taken out", "se\0ñal\0"s, "", "señal", "utf-8"},
};

BOOST_DATA_TEST_CASE(bytes_become_text, data::make(decode_cases), row) {
  const auto decoded = decode_text(row.bytes, row.declared, BadBytes::refuse);
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST(decoded->text == row.text);
  BOOST_TEST(decoded->encoding == row.encoding);
}

BOOST_AUTO_TEST_CASE(a_broken_byte_in_utf8_is_refused_with_its_place) {
  const auto decoded = decode_text("añ\nó y ñ \xFF fin", "", BadBytes::refuse);
  BOOST_REQUIRE(!decoded.has_value());
  BOOST_TEST(
      (decoded.error() == Error{ErrorKind::bad_encoding, "not valid UTF-8: byte 0xFF", "", 2, 7}));
}

BOOST_AUTO_TEST_CASE(a_broken_byte_in_utf8_is_replaced_if_wanted) {
  const auto decoded = decode_text("ñ ó \xE2\x82 fin", "utf-8", BadBytes::replace);
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST(decoded->text == "ñ ó \uFFFD fin");
}

struct LabelCase {
  std::string page;
  std::string label;
};
std::ostream& operator<<(std::ostream& out, const LabelCase& row) { return out << row.page; }

const LabelCase label_cases[] = {
    {"<meta charset=\"ISO-8859-15\">", "iso-8859-15"},
    {"<META CHARSET = utf-8 >", "utf-8"},
    {"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "windows-1251"},
    {"<meta name=viewport content=\"x\"><meta charset='big5'/>", "big5"},
    {"<?xml version=\"1.0\" encoding='ISO-8859-1'?><html>", "iso-8859-1"},
    {"<p>charset=utf-8</p>", ""},
    {"<meta charset>", ""},
    {"<meta charset=", ""},
};

BOOST_DATA_TEST_CASE(declarations_are_read, data::make(label_cases), row) {
  BOOST_TEST(declared_encoding(row.page) == row.label);
}

BOOST_AUTO_TEST_CASE(control_characters_tell_binary_from_text) {
  BOOST_TEST(
      looks_binary("\x7F"
                   "ELF\2\1\1\0\0\0\0\0\0\0\0\0"s));
  BOOST_TEST(looks_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s));
  BOOST_TEST(!looks_binary("Una línea\r\n\tcon un tabulador\n"));
  BOOST_TEST(!looks_binary("\xFF\xFEs\0e\0\xF1\0o\0r\0"s));
  BOOST_TEST(!looks_binary(std::string(500, 'a') + '\0'));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
