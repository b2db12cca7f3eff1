#include <cotejo/report/render_report.hpp>

#include "sample.hpp"

#include <cotejo/report/render_text.hpp>

#include <boost/test/unit_test.hpp>

using namespace cotejo;

BOOST_AUTO_TEST_SUITE(report_render_report)

BOOST_AUTO_TEST_CASE(text_is_what_render_text_gives) {
  const Document document = sample::full_document();
  const auto report = render_report(document, sample::words("es"), {.format = ReportFormat::text});
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST(*report == render_text(sample::sheet_of(document, "es"), Colour::never));
}

BOOST_AUTO_TEST_CASE(a_template_of_ones_own_takes_the_pages_place) {
  const auto report =
      render_report(sample::full_document(), sample::words("en"),
                    {.page_template = "{{headline}}: {{#strip}}{{#counts}}{{count}} {{label}}; "
                                      "{{/counts}}{{/strip}}"});
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST(*report ==
             "El puerto de Almadraba reabrirá en otoño, según su directora: 4 must be fixed; 2 to "
             "ask the author; 1 to read; 3 quotes and claims without findings; ");
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
  const auto once = render_report(sample::full_document(), sample::words("es"), {});
  const auto again = render_report(sample::full_document(), sample::words("es"), {});
  BOOST_TEST(*once == *again);
}

BOOST_AUTO_TEST_SUITE_END()
