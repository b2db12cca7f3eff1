#include <cotejo/read/page_facts.hpp>

#include <unit/read/samples.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

PageFacts facts_of(std::string html) {
  return find_page_facts(parse_html(std::move(html)), MonthNames(test::languages()));
}

BOOST_AUTO_TEST_SUITE(read_page_facts)

BOOST_AUTO_TEST_CASE(a_page_tells_about_its_article) {
  const PageFacts facts = facts_of(test::page("portada.html"));
  BOOST_TEST(facts.title == "El puerto viejo abrirá sus muelles a los paseantes");
  BOOST_TEST(facts.headline != 0U);
  BOOST_TEST(facts.byline == "Inés Carballo");
  BOOST_TEST(facts.outlet == "La Voz del Estuario");
  BOOST_TEST(facts.url == "https://estuario.example/2025/05/20/puerto-viejo");
  BOOST_TEST(facts.language == "es-UY");
  BOOST_TEST(facts.date.value_or("") == "2025-05-20");
}

struct Case {
  std::string name;
  std::string html;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.name; }

const Case titles[] = {
    {"the heading that the page's title confirms",
     "<title>Sube el pan - El Faro</title><h1>El Faro</h1><h1>Sube el pan</h1>", "Sube el pan"},
    {"the only heading, though others say otherwise",
     "<title>Pan</title><meta property=og:title content='¡Pan más caro!'><h1>Sube el pan otra "
     "vez</h1>",
     "Sube el pan otra vez"},
    {"no heading but the outlet's name",
     "<meta property=og:site_name content='El Faro'><meta property=og:title content='Sube el pan | "
     "El Faro'><h1>El Faro</h1>",
     "Sube el pan"},
    {"the page's title alone", "<title>Sube el pan en todo el país | El Faro</title>",
     "Sube el pan en todo el país"},
    {"a dash inside a title", "<title>Ida - vuelta</title>", "Ida - vuelta"},
    {"JSON-LD alone",
     "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Sube el "
     "pan\"}]</script>",
     "Sube el pan"},
    {"nothing", "<p>texto</p>", ""},
};

BOOST_DATA_TEST_CASE(the_title_is_where_two_places_agree, data::make(titles), row) {
  BOOST_TEST(facts_of(row.html).title == row.expected);
}

const Case dates[] = {
    {"published before changed",
     "<meta property='article:modified_time' content='2025-02-03'>"
     "<meta property='article:published_time' content='2025-01-02T23:00:00-05:00'>",
     "2025-01-02"},
    {"JSON-LD in a graph, with a line break inside a string",
     "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Thing\",\"BlogPosting\"],"
     "\"headline\":\"a\nb\",\"datePublished\":\"2024-12-31\"}]}</script>",
     "2024-12-31"},
    {"a broken JSON-LD block is passed over",
     "<script type='application/ld+json'>{\"datePublished\":</script><time "
     "datetime=2024-05-06>hoy</time>",
     "2024-05-06"},
    {"a time behind the headline before one above it",
     "<title>Sube el pan</title><time datetime=2025-09-09>hoy</time><h1>Sube el pan</h1><time "
     "datetime=2025-01-01>ayer</time>",
     "2025-01-01"},
    {"words in a byline", "<div class=post-meta>Publicado el 3 de mayo de 2021</div>",
     "2021-05-03"},
    {"a line behind the headline", "<h1>Sube el pan</h1><span>3 de mayo de 2021, 10:00</span>",
     "2021-05-03"},
    {"the address", "<link rel=canonical href='https://a.example/2020/02/29/x'>", "2020-02-29"},
    {"changed, if nothing else", "<meta property='article:modified_time' content='2025-02-03'>",
     "2025-02-03"},
    {"none", "<p>el 3 de mayo de 2021 pasó algo</p>", ""},
};

BOOST_DATA_TEST_CASE(the_date_is_that_of_publication, data::make(dates), row) {
  BOOST_TEST(facts_of(row.html).date.value_or("") == row.expected);
}

const Case bylines[] = {
    {"several authors",
     "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"name\":\"Ana "
     "Ruiz\"},{\"name\":\"Leo Paz\"}]}</script>",
     "Ana Ruiz; Leo Paz"},
    {"an address is no name",
     "<meta property='article:author' content='https://a.example/ana'><a rel=author>Ana Ruiz</a>",
     "Ana Ruiz"},
    {"the link in an element marked as byline",
     "<div class=article-byline>14:05 | <a href=/ana>Ana Ruiz</a></div>", "Ana Ruiz"},
    {"no name in it", "<div class=article-byline>Hace 3 horas</div>", ""},
    {"none", "<p>Ana Ruiz</p>", ""},
};

BOOST_DATA_TEST_CASE(the_byline_is_a_name, data::make(bylines), row) {
  BOOST_TEST(facts_of(row.html).byline == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
