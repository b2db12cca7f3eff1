#ifndef COTEJO_TESTS_UNIT_CLAIMS_CLAIMS_IN_HPP
#define COTEJO_TESTS_UNIT_CLAIMS_CLAIMS_IN_HPP

#include <cotejo/claims/find_claims.hpp>
#include <cotejo/quantities/find_quantities.hpp>

#include <unit/numbers/analysed.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo::test {

/// A sentence with its quantities, ready for claims; quotes may be added before `claims`.
struct Claimed {
  Analysed analysed;
  Document document;

  explicit Claimed(std::string_view text, std::string_view language = "es")
      : analysed(language, text) {
    document.text = analysed.text;
    document.paragraphs = analysed.paragraphs;
    document.date = "2025-08-13";
    document.quantities = *find_quantities(document, analysed.analysis);
  }

  /// Makes the first occurrence of `words` the content of a quote with a speaker.
  void quote(std::string_view words) {
    const auto begin = static_cast<Offset>(document.text.find(words));
    Quote quote;
    quote.content = {begin, begin + static_cast<Offset>(words.size())};
    document.quotes = std::vector<Quote>{std::move(quote)};
    document.sources = std::vector<Source>(1);
    Attribution attribution;
    attribution.speaker = {Id<Source>(std::size_t{0})};
    document.attributions = std::vector<Attribution>{attribution};
  }

  [[nodiscard]] std::vector<Claim> claims() const {
    return *find_claims(document, analysed.analysis);
  }
};

}  // namespace cotejo::test

#endif
