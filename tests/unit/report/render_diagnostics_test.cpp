#include <cotejo/report/render_diagnostics.hpp>

#include "sample.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(report_render_diagnostics)

BOOST_AUTO_TEST_CASE(each_finding_is_a_line_as_compilers_write_it) {
  BOOST_TEST(cotejo::render_diagnostics(sample::full_document()) ==
             "puerto.txt:2:44: error: «14 mi trabajadores»: ¿errata por «14 mil trabajadores»? "
             "[number-slip]\n"
             "puerto.txt:3:55: error: La fuente dice «algunas», no «todas». [quote-altered]\n"
             "puerto.txt:3:123: warning: Todo esto descansa en un medio estatal. "
             "[state-media-only]\n"
             "puerto.txt:4:34: warning: El corpus no tiene nada parecido de Carballo. "
             "[quote-not-found]\n"
             "puerto.txt:4:53: error: Cruza el final de la cita. [quantity-conflict]\n"
             "puerto.txt:5:19: note: Falta un espacio. [space-missing]\n"
             "puerto.txt:6:4: error: 40 + 75 = 115, no 100. [percent-mismatch]\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_said_without_findings) {
  BOOST_TEST(cotejo::render_diagnostics(sample::bare_document()).empty());
}

BOOST_AUTO_TEST_CASE(a_record_without_a_path_goes_by_its_id) {
  cotejo::Document document = sample::full_document();
  document.meta.path.clear();
  BOOST_TEST(cotejo::render_diagnostics(document).starts_with("puerto:2:44: "));
}

BOOST_AUTO_TEST_CASE(a_message_cannot_break_its_line_or_move_the_cursor) {
  cotejo::Document document = sample::full_document();
  document.findings->resize(1);
  document.findings->front().message = "a\nb\x1B[2J\u202E";
  BOOST_TEST(cotejo::render_diagnostics(document) ==
             "puerto.txt:2:44: error: a b[U+001B][2J[U+202E] [number-slip]\n");
}

BOOST_AUTO_TEST_CASE(colour_is_only_there_when_asked_for) {
  cotejo::Document document = sample::full_document();
  document.findings->resize(1);
  document.findings->front().message = "a";
  BOOST_TEST(cotejo::render_diagnostics(document, cotejo::Colour::always) ==
             "\x1B[1mpuerto.txt:2:44:\x1B[0m \x1B[1;31merror:\x1B[0m a "
             "\x1B[2m[number-slip]\x1B[0m\n");
}

BOOST_AUTO_TEST_SUITE_END()
