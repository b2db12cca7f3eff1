#include <cotejo/read/read_article.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/text/utf8.hpp>
#include <unit/read/samples.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>

namespace data = boost::unit_test::data;
using namespace std::string_literals;

namespace cotejo {
namespace {

ArticleInput input(std::string_view bytes, std::string path = "") {
  ArticleInput article;
  article.bytes = bytes;
  article.path = std::move(path);
  return article;
}

/// Role, sentences in brackets, one paragraph a line.
std::string shown(const Document& document) {
  std::string lines;
  for (const Paragraph& paragraph : *document.paragraphs) {
    lines += std::string(name_of(paragraph.role)) + ":";
    for (const Span sentence : paragraph.sentences) {
      lines += " [" + std::string(slice(document.text, sentence)) + "]";
    }
    lines += '\n';
  }
  return lines;
}

constexpr std::string_view article =
    "Sube el pan en la capital\r\n"
    "El kilo costará dos pesos más desde el lunes próximo\r\n"
    "\r\n"
    "Lima, 4 mar 2025 (Costa). El Sr. Ruiz anunció la subida. “No hay otra salida”, dijo.\r\n"
    "Que el pan suba no es nuevo. En enero subió la harina.\r\n";

BOOST_AUTO_TEST_SUITE(read_read_article)

BOOST_AUTO_TEST_CASE(plain_text_becomes_paragraphs_and_sentences) {
  const auto document = read_article(input(article, "notas/pan.v2.txt"), test::languages());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->id == "notas/pan.v2");
  BOOST_TEST(document->language.value_or("") == "es");
  BOOST_TEST(document->date.value_or("") == "2025-03-04");
  BOOST_TEST(document->meta.title == "Sube el pan en la capital");
  BOOST_TEST(document->meta.path == "notas/pan.v2.txt");
  BOOST_TEST(document->text.find('\r') == std::string::npos);
  BOOST_TEST(shown(*document) ==
             "headline: [Sube el pan en la capital]\n"
             "standfirst: [El kilo costará dos pesos más desde el lunes próximo]\n"
             "body: [Lima, 4 mar 2025 (Costa).] [El Sr. Ruiz anunció la subida.] [“No hay otra "
             "salida”, dijo.]\n"
             "body: [Que el pan suba no es nuevo.] [En enero subió la harina.]\n");
}

BOOST_AUTO_TEST_CASE(a_page_becomes_the_same_kind_of_record) {
  const std::string bytes = test::page("portada.html");
  const auto document = read_article(input(bytes), test::languages());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->language.value_or("") == "es-UY");
  BOOST_TEST(document->date.value_or("") == "2025-05-20");
  BOOST_TEST(document->meta.outlet == "La Voz del Estuario");
  BOOST_TEST(
      document->text.starts_with("El puerto viejo abrirá sus muelles a los paseantes\nLa obra"));
  BOOST_TEST((document->paragraphs->front().role == ParagraphRole::headline));
  BOOST_TEST(document->id == sha256(document->text).substr(0, 12));
}

BOOST_AUTO_TEST_CASE(an_option_goes_before_the_file_and_the_file_before_the_words) {
  const std::string page =
      "<html lang=en><p>El intendente prometió que la obra del puerto se hará.";
  BOOST_TEST(read_article(input(page), test::languages())->language.value_or("") == "en");
  ArticleInput given = input(page);
  given.language = "pt";
  BOOST_TEST(read_article(given, test::languages())->language.value_or("") == "pt");
  const std::string bare = page.substr(page.find("<p>"));
  BOOST_TEST(read_article(input(bare), test::languages())->language.value_or("") == "es");
}

BOOST_AUTO_TEST_CASE(text_comes_out_the_same_from_every_encoding) {
  const std::string utf8 = "El niño señaló: “ya”. Después calló.";
  const std::string latin =
      "El ni\xF1o se\xF1"
      "al\xF3: \x93ya\x94. Despu\xE9s call\xF3.";
  std::string utf16 = "\xFF\xFE";
  for (Offset at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    utf16 += static_cast<char>(point.value & 0xFFU);
    utf16 += static_cast<char>(point.value >> 8U);
    at += point.length;
  }
  const std::string apart = "El nin\u0303o sen\u0303alo\u0301: “ya”. Despue\u0301s callo\u0301.";
  const std::string page = "<meta charset=iso-8859-1><p>" + latin;
  for (const std::string& bytes : {utf8, latin, utf16, apart, "\xEF\xBB\xBF" + utf8, page}) {
    const auto document = read_article(input(bytes), test::languages());
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(document->text == utf8);
  }
}

struct ErrorCase {
  std::string name;
  std::string bytes;
  ErrorKind kind;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const ErrorCase& row) { return out << row.name; }

const ErrorCase error_cases[] = {
    {"empty", "", ErrorKind::bad_article, "a.txt: the article is empty"},
    {"blank", " \r\n\t", ErrorKind::bad_article, "a.txt: the article is empty"},
    {"blank beyond ASCII", "\u00A0\n\u00A0", ErrorKind::bad_article, "a.txt: the article is empty"},
    {"binary",
     "\x7F"
     "ELF\2\1\1\0\0\0\0"s,
     ErrorKind::bad_article,
     "a.txt: not an article but a binary file: it is full of control characters"},
    {"broken UTF-8", "El niño\nseñaló ni\xF1o", ErrorKind::bad_encoding,
     "a.txt:2:10: not valid UTF-8: byte 0xF1"},
    {"a page without text", "<html><script>" + std::string(500, 'x') + "</script></html>",
     ErrorKind::bad_article, "a.txt: no text found in 530 bytes of HTML"},
};

BOOST_DATA_TEST_CASE(what_is_no_article_is_refused_with_the_reason, data::make(error_cases), row) {
  const auto document = read_article(input(row.bytes, "a.txt"), test::languages());
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST((document.error().kind == row.kind));
  BOOST_TEST(document.error().to_string() == row.message);
}

BOOST_AUTO_TEST_CASE(nuls_do_not_end_a_text) {
  const auto text = read_article(input("El pan sube.\0 Y la leche también."s), test::languages());
  BOOST_REQUIRE(text.has_value());
  BOOST_TEST(text->text == "El pan sube. Y la leche también.");
  const std::string page =
      "<p>El pan su\0be hoy en toda la ciudad.</p><p>Y la leche también sube.</p>"s;
  const auto document = read_article(input(page), test::languages());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->text == "El pan sube hoy en toda la ciudad.\nY la leche también sube.");
}

struct FormatCase {
  std::string bytes;
  std::string path;
  InputFormat format;
};
std::ostream& operator<<(std::ostream& out, const FormatCase& row) { return out << row.bytes; }

const FormatCase format_cases[] = {
    {"<!DOCTYPE html><p>x", "", InputFormat::html},
    {" \n<div>x", "", InputFormat::html},
    {"\xEF\xBB\xBF<html>", "", InputFormat::html},
    {"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "", InputFormat::html},
    {"sin etiquetas", "a/b.HTM", InputFormat::html},
    {"<3 de cada 4 votaron", "", InputFormat::text},
    {"Texto con <p> dentro", "", InputFormat::text},
    {"x", "html", InputFormat::text},
};

BOOST_DATA_TEST_CASE(pages_are_told_from_plain_text, data::make(format_cases), row) {
  BOOST_TEST((format_of(row.bytes, row.path) == row.format));
}

BOOST_AUTO_TEST_CASE(the_text_of_a_record_stays_as_it_is) {
  const std::string text = "Sube el pan\r\nEl Sr. Ruiz lo dijo en la plaza. Nadie rio n\u0303.\r\n";
  const auto paragraphs = read_paragraphs(text, "es", test::languages());
  BOOST_REQUIRE(paragraphs.has_value());
  BOOST_REQUIRE_EQUAL(paragraphs->size(), 2U);
  BOOST_TEST(slice(text, paragraphs->at(0).span) == "Sube el pan");
  BOOST_TEST(paragraphs->at(1).sentences.size() == 2U);
  BOOST_TEST(!read_paragraphs("a\xFF", "es", test::languages()).has_value());
  BOOST_TEST(read_paragraphs("", "es", test::languages())->empty());
}

BOOST_AUTO_TEST_CASE(what_once_crashed_does_so_no_more) {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(COTEJO_SOURCE_DIR "/fuzz/old_crashes/article")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    for (const InputFormat format : {InputFormat::text, InputFormat::html}) {
      ArticleInput given = input(bytes);
      given.format = format;
      const auto document = read_article(given, test::languages());
      if (document) BOOST_TEST(!first_bad_utf8(document->text).has_value());
    }
    ++files;
  }
  BOOST_TEST(files > 0U);
}

BOOST_AUTO_TEST_CASE(regional_languages_use_the_rules_of_their_language) {
  const std::string text = "Lo dijo el Sr. Ruiz ayer. Nadie rio.";
  BOOST_TEST(read_paragraphs(text, "es-MX", test::languages())->at(0).sentences.size() == 2U);
  BOOST_TEST(read_paragraphs(text, "fr", test::languages())->at(0).sentences.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
