#include <cotejo/check/align.hpp>

#include "fixture.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string quoted;
  std::string original;
  std::string steps;  ///< = same, / replace, + insert, - remove
  std::string stretch;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.quoted; }

const std::vector<Case> cases{
    {"los trenes llegan tarde", "Hoy los trenes llegan tarde a Lugo.",
     "====", "los trenes llegan tarde"},
    {"los trenes llegan pronto", "Hoy los trenes llegan tarde a Lugo.", "===/",
     "los trenes llegan tarde"},
    {"los autobuses llegan tarde", "Hoy los trenes llegan tarde a Lugo.",
     "=/==", "los trenes llegan tarde"},
    {"los trenes nunca llegan tarde", "Hoy los trenes llegan tarde a Lugo.",
     "==+==", "los trenes llegan tarde"},
    {"los trenes tarde", "Hoy los trenes llegan tarde a Lugo.", "==-=", "los trenes llegan tarde"},
    {"LOS TRENES LLEGAN TARDE", "Hoy los trenes llegan tarde a Lugo.",
     "====", "los trenes llegan tarde"},
    {"costó 2.000 euros", "La obra costó dos mil euros.", "===", "costó dos mil euros"},
};

std::string signs(const cotejo::Alignment& alignment) {
  std::string text;
  for (const cotejo::AlignStep& step : alignment.steps) {
    text += "=/+-"[static_cast<std::size_t>(step.op)];
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_align)

BOOST_DATA_TEST_CASE(a_quotation_is_laid_on_its_original, cases, c) {
  cotejo::Lexis lexis(shipped_rules("es"));
  const auto quoted = lexis.read(c.quoted, {0, static_cast<cotejo::Offset>(c.quoted.size())}).words;
  const auto original =
      lexis.read(c.original, {0, static_cast<cotejo::Offset>(c.original.size())}).words;
  const auto alignment = cotejo::align_words(lexis, quoted, original);
  BOOST_TEST(signs(alignment) == c.steps);
  const cotejo::Span span{original[alignment.begin].span.begin,
                          original[alignment.end - 1].span.end};
  BOOST_TEST(cotejo::slice(c.original, span) == c.stretch);
}

BOOST_AUTO_TEST_CASE(nothing_lies_on_nothing) {
  cotejo::Lexis lexis(shipped_rules("es"));
  BOOST_TEST(cotejo::align_words(lexis, {}, {}).steps.empty());
}

BOOST_AUTO_TEST_SUITE_END()
