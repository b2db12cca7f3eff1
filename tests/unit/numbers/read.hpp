#ifndef COTEJO_TESTS_UNIT_NUMBERS_READ_HPP
#define COTEJO_TESTS_UNIT_NUMBERS_READ_HPP

#include <cotejo/numbers/read_numbers.hpp>

#include <unit/numbers/analysed.hpp>

#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::test {

/// Readings as "words=value", ranges as "words=low..high", unsettled ones as "words=a|b".
inline std::string describe(const Analysed& analysed, const std::vector<NumberReading>& readings) {
  std::ostringstream out;
  out.precision(15);
  for (const NumberReading& reading : readings) {
    if (out.tellp() > 0) out << "; ";
    out << analysed.analysis.text_of(reading.range) << '=';
    for (std::size_t i = 0; i < reading.alternatives.size(); ++i) {
      out << (i > 0 ? "|" : "") << reading.alternatives[i];
    }
    if (reading.low) out << *reading.low;
    if (reading.high != reading.low) out << ".." << *reading.high;
    if (reading.form == NumberForm::ordinal) out << " ordinal";
    if (reading.form == NumberForm::ratio) out << " ratio";
    if (reading.slip) out << " slip:" << name_of(reading.slip->kind);
  }
  return out.str();
}

inline std::string read(std::string_view language, std::string_view text) {
  const Analysed analysed(language, text);
  const NumberGrammar grammar(rules_for(language));
  return describe(analysed, read_numbers(analysed.analysis, grammar, analysed.all()));
}

struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

}  // namespace cotejo::test

#endif
